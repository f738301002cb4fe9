import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { byKey, keyOf, type Found } from '../tagging/find.js';
import { ask } from '../tagging/picks.js';
import { shortWords, stanceLabel } from '../tagging/statementWords.js';
import { PlaceShower } from './showPlace.js';
import { isToConfirm, toConfirm } from './unsure.js';

type Verdict = 'confirm' | 'refuse' | 'later';

const KEYS: ReadonlyMap<string, Verdict> = new Map([
  ['y', 'confirm'],
  ['n', 'refuse'],
  ['s', 'later'],
]);

/** Goes through every place that needs a reader's word, one key each. */
export const registerReview: Feature = (services) => {
  const own = new Disposables();
  const shower = own.add(new PlaceShower(services.workspace));
  own.add(
    vscode.commands.registerCommand('standpoint.reviewSuggestions', (argument: unknown) =>
      review(services, shower, keyOf(argument)),
    ),
  );
  return own;
};

/** @param first the key of the statement to begin with */
async function review(services: Services, shower: PlaceShower, first: string | undefined): Promise<void> {
  const queue = toConfirm(services.workspace).map(({ statement }) => statement.key);
  const begin = Math.max(0, first === undefined ? 0 : queue.indexOf(first));
  const keys = [...queue.slice(begin), ...queue.slice(0, begin)];
  if (keys.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No place has to be confirmed.'));
    return;
  }
  try {
    for (const [index, key] of keys.entries()) {
      // The text may have changed since: what is settled by now is passed over.
      const found = byKey(services.workspace, key);
      if (!found || !isToConfirm(found.statement)) continue;
      const count = vscode.l10n.t('{0} of {1}', index + 1, keys.length);
      if (!(await reviewOne(services, shower, found, count))) return;
    }
  } finally {
    shower.clear();
  }
}

/** @returns false where the reader stopped */
async function reviewOne(
  services: Services,
  shower: PlaceShower,
  found: Found,
  count: string,
): Promise<boolean> {
  const { project, statement } = found;
  if (statement.place.outcome === 'lost') return true;
  const { quote } = statement.stored.statement;
  const now = await shower.show(statement.corpus, statement.document, statement.place.span, quote);
  if (now === null) return true;
  const verdict = await askVerdict(found, count, now);
  if (verdict === undefined) return false;
  if (verdict === 'confirm') {
    await vscode.commands.executeCommand('standpoint.confirmStatement', { key: statement.key });
    const after = byKey(services.workspace, statement.key);
    // A refused write has said so itself, and would be refused for the others too.
    return !after || !isToConfirm(after.statement);
  }
  if (verdict === 'refuse') project.refuse(statement);
  return true;
}

async function askVerdict(found: Found, count: string, now: string): Promise<Verdict | undefined> {
  const { t } = vscode.l10n;
  const { statement } = found;
  const moved =
    statement.document === statement.stored.statement.document
      ? []
      : [t('in another document: {0}', statement.title ?? statement.document)];
  const answer = await ask<Verdict>({
    title: `${count} · ${stanceLabel(found)}`,
    placeholder: t('Coded as {0}', shortWords(statement.stored.statement.quote)),
    choices: [
      {
        label: t('$(check) This is the place'),
        description: t('Y or Enter'),
        detail: [...moved, shortWords(now)].join(' · '),
        value: 'confirm',
      },
      {
        label: t('$(close) It is not'),
        description: 'N',
        detail: t('The statement stays listed as lost'),
        value: 'refuse',
      },
      { label: t('$(debug-step-over) Decide later'), description: 'S', value: 'later' },
    ],
    keys: KEYS,
  });
  return answer && 'value' in answer ? answer.value : undefined;
}
