import * as vscode from 'vscode';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import { passageAt } from '../../core/passages/passage.js';
import type { Basis, StatementChange } from '../../core/sidecar/types.js';
import type { Services } from '../services.js';
import type { Annotations } from './annotations.js';
import { findStatement, type Found } from './find.js';
import { ask } from './picks.js';
import { askIssue, askOrganisation, askPerson, askStance, type MaybeChosen } from './questions.js';
import type { Recent } from './recent.js';
import {
  actorName,
  basisName,
  issueName,
  organisationName,
  personName,
  plain,
  shortWords,
  stanceLabel,
  stanceName,
} from './statementWords.js';

type Field =
  'stance' | 'issue' | 'speaker' | 'organisation' | 'basis' | 'claimedBy' | 'note' | 'remove' | 'yaml';

interface Edit {
  readonly change: StatementChange;
  readonly additions: readonly CodebookAddition[];
}

/** The commands that change or remove one statement. */
export class StatementEditor {
  constructor(
    private readonly services: Services,
    private readonly annotations: Annotations,
    private readonly recent: Recent,
  ) {}

  /** Asks for the field, then for its new value. */
  async edit(argument?: unknown): Promise<void> {
    const found = await this.#find(argument);
    if (!found) return;
    const answer = await ask<Field>({
      title: stanceLabel(found),
      placeholder: vscode.l10n.t('What shall be changed?'),
      choices: fields(found),
    });
    if (!answer || !('value' in answer)) return;
    if (answer.value === 'remove') return this.#remove(found);
    if (answer.value === 'yaml') {
      await vscode.commands.executeCommand('standpoint.openStatementInSidecar', { key: found.statement.key });
      return;
    }
    const edit = await this.#ask(answer.value, found);
    if (edit) await this.#set(found, edit);
  }

  async editNote(argument?: unknown): Promise<void> {
    const found = await this.#find(argument);
    const edit = found && (await askNote(found));
    if (found && edit) await this.#set(found, edit);
  }

  async #find(argument: unknown): Promise<Found | undefined> {
    const found = await findStatement(this.services.workspace, argument);
    if (!found) void vscode.window.showInformationMessage(vscode.l10n.t('No statement at the cursor.'));
    return found;
  }

  async #ask(field: Exclude<Field, 'remove' | 'yaml'>, found: Found): Promise<Edit | undefined> {
    const { codebook } = found.project;
    const { statement } = found.statement.stored;
    const title = shortWords(statement.quote);
    switch (field) {
      case 'stance': {
        const stance = await askStance(codebook, title, statement.stance);
        return stance && { change: { stance: stance.id }, additions: [] };
      }
      case 'issue': {
        const issue = await askIssue(codebook, this.recent, title, statement.issue);
        return issue && 'id' in issue ? edit({ issue: issue.id }, issue) : undefined;
      }
      case 'speaker': {
        const person = await askPerson(codebook, title, this.#guesses(found).people);
        return person === undefined ? undefined : edit({ speaker: person?.id ?? null }, person);
      }
      case 'organisation': {
        const chosen = await askOrganisation(
          codebook,
          this.recent,
          title,
          this.#guesses(found).organisations,
        );
        return chosen === undefined ? undefined : edit({ organisation: chosen?.id ?? null }, chosen);
      }
      case 'basis':
        return this.#askBasis(found, title);
      case 'claimedBy': {
        const chosen = await askOrganisation(
          codebook,
          this.recent,
          vscode.l10n.t('Who makes the claim?'),
          this.#guesses(found).organisations,
        );
        return chosen === undefined ? undefined : edit({ claimedBy: chosen?.id ?? null }, chosen);
      }
      case 'note':
        return askNote(found);
    }
  }

  async #askBasis(found: Found, title: string): Promise<Edit | undefined> {
    const details: Record<Basis, string> = {
      quoted: vscode.l10n.t('in their own words'),
      reported: vscode.l10n.t('in the writer’s paraphrase'),
      claimed: vscode.l10n.t('somebody else says that they think so'),
    };
    const answer = await ask<Basis>({
      title,
      placeholder: vscode.l10n.t('How do we know?'),
      choices: (['quoted', 'reported', 'claimed'] as const).map((value) => ({
        label: basisName(value),
        description: details[value],
        value,
      })),
      preferred: (value) => value === found.statement.stored.statement.basis,
    });
    if (!answer || !('value' in answer)) return undefined;
    if (answer.value !== 'claimed') return edit({ basis: answer.value, claimedBy: null }, null);
    const by = await this.#ask('claimedBy', found);
    return by && { change: { ...by.change, basis: 'claimed' }, additions: by.additions };
  }

  #guesses({ project, statement }: Found) {
    const document = project.corpus(statement.corpus)?.document(statement.document);
    const passage =
      document && statement.place.outcome !== 'lost'
        ? passageAt(document, project.codebook, statement.place.span)
        : null;
    return {
      people: passage?.person ? [passage.person] : [],
      organisations: passage?.organisation ? [passage.organisation] : [],
    };
  }

  async #set({ project, statement }: Found, { change, additions }: Edit): Promise<void> {
    const { id } = statement.stored.statement;
    const label = vscode.l10n.t('Statement changed');
    await this.annotations.change(project, statement, { kind: 'set', id, change }, additions, label);
  }

  async #remove({ project, statement }: Found): Promise<void> {
    const { id } = statement.stored.statement;
    const label = vscode.l10n.t('Statement removed');
    await this.annotations.change(project, statement, { kind: 'remove', id }, [], label);
  }
}

function edit(change: StatementChange, chosen: MaybeChosen): Edit {
  return { change, additions: chosen?.addition ? [chosen.addition] : [] };
}

async function askNote(found: Found): Promise<Edit | undefined> {
  const note = await vscode.window.showInputBox({
    title: shortWords(found.statement.stored.statement.quote),
    prompt: vscode.l10n.t('A note on this statement; empty to remove it'),
    value: found.statement.stored.statement.note ?? '',
  });
  return note === undefined ? undefined : edit({ note: note.trim() === '' ? null : note }, null);
}

function fields({ project, statement }: Found) {
  const { codebook } = project;
  const now = statement.stored.statement;
  const field = (value: Field, label: string, description: string) => ({ label, description, value });
  return [
    field('stance', vscode.l10n.t('Stance'), stanceName(codebook, now.stance)),
    field('issue', vscode.l10n.t('Issue'), issueName(codebook, now.issue)),
    field('organisation', vscode.l10n.t('Organisation'), organisationName(codebook, now.organisation)),
    field('speaker', vscode.l10n.t('Speaker'), personName(codebook, now.speaker)),
    field('basis', vscode.l10n.t('Basis'), basisName(now.basis)),
    ...(now.basis === 'claimed'
      ? [
          field(
            'claimedBy',
            vscode.l10n.t('Claimed by'),
            now.claimedBy === null ? vscode.l10n.t('not said') : actorName(codebook, now.claimedBy),
          ),
        ]
      : []),
    field('note', vscode.l10n.t('Note'), plain(now.note ?? '')),
    field('yaml', vscode.l10n.t('$(file-code) Show in its YAML file'), ''),
    field('remove', vscode.l10n.t('$(trash) Remove this statement'), ''),
  ];
}
