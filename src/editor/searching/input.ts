import * as vscode from 'vscode';
import { filterText } from '../../core/concordance/query.js';
import type { EntryKind } from '../../core/registry/types.js';
import { chooseProject, pickEntry } from '../registry/entryPick.js';
import type { Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { Searcher } from './search.js';
import { countLine, unreadLine } from './words.js';

/** How long nothing is typed before the hits are counted, in milliseconds. */
const PAUSE = 150;
const WHOLE = 'is:whole';

const addFilter = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('filter'),
  tooltip: vscode.l10n.t('Add a filter'),
});

const wholeWords = (text: string): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('whole-word'),
  tooltip: text.includes(WHOLE)
    ? vscode.l10n.t('Find parts of words, too')
    : vscode.l10n.t('Find whole words only'),
});

/** Asks what to search for, and counts the hits while it is typed; undefined when the question was left. */
export async function askSearch(services: Services, before: string): Promise<string | undefined> {
  let text = before;
  for (;;) {
    const answer = await askText(services, text);
    if (answer === undefined || answer.done) return answer?.text;
    const filter = await askFilter(services);
    text = [answer.text.trim(), filter].filter(Boolean).join(' ');
  }
}

interface Typed {
  readonly text: string;
  /** False where the reader wants to add a filter first. */
  readonly done: boolean;
}

function askText(services: Services, before: string): Promise<Typed | undefined> {
  const searcher = new Searcher(services.workspace);
  const box = vscode.window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = async (): Promise<void> => {
    box.busy = true;
    const found = await searcher.run(box.value);
    if (!found) return;
    box.busy = false;
    box.prompt = box.value.trim() === '' ? help() : countLine(found);
    const { Warning } = vscode.InputBoxValidationSeverity;
    box.validationMessage =
      found.unread.length > 0 ? { message: unreadLine(found.unread), severity: Warning } : undefined;
  };
  const dress = (): void => {
    box.buttons = [wholeWords(box.value), addFilter()];
  };
  box.title = vscode.l10n.t('Find in quotes, statements and text');
  box.placeholder = vscode.l10n.t(
    'Words, “a phrase”, and filters: {0}',
    'speaker: organisation: issue: from:2024 is:untagged in:quotes',
  );
  box.prompt = help();
  box.value = before;
  dress();
  return new Promise((resolve) => {
    let answer: Typed | undefined;
    box.onDidChangeValue(() => {
      dress();
      clearTimeout(timer);
      timer = setTimeout(() => void count(), PAUSE);
    });
    box.onDidTriggerButton(({ iconPath }) => {
      if (iconPath instanceof vscode.ThemeIcon && iconPath.id === 'filter') {
        answer = { text: box.value, done: false };
        box.hide();
        return;
      }
      box.value = withWhole(box.value);
      dress();
      void count();
    });
    box.onDidAccept(() => {
      if (box.value.trim() === '') return;
      answer = { text: box.value.trim(), done: true };
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      searcher.dispose();
      box.dispose();
      resolve(answer);
    });
    box.show();
    if (before !== '') void count();
  });
}

function help(): string {
  return vscode.l10n.t('All words must stand in one passage; the first is shown in its context.');
}

/** Asks for a filter and its value; undefined when either question was left. */
async function askFilter(services: Services): Promise<string | undefined> {
  const kinds: readonly (readonly [string, string, EntryKind | null])[] = [
    [vscode.l10n.t('Organisation'), 'organisation', 'organisation'],
    [vscode.l10n.t('Speaker'), 'speaker', 'person'],
    [vscode.l10n.t('Issue'), 'issue', 'issue'],
    [vscode.l10n.t('Stance'), 'stance', 'stance'],
    [vscode.l10n.t('Not tagged yet'), 'is:untagged', null],
    [vscode.l10n.t('Tagged'), 'is:tagged', null],
    [vscode.l10n.t('In quotes only'), 'in:quotes', null],
    [vscode.l10n.t('In the words of statements only'), 'in:statements', null],
    [vscode.l10n.t('From a date (2024, 2024-03 or 2024-03-15)'), 'from:', null],
    [vscode.l10n.t('Up to a date'), 'to:', null],
  ];
  const answer = await ask<readonly [string, EntryKind | null]>({
    title: vscode.l10n.t('Add a filter'),
    placeholder: vscode.l10n.t('Which hits shall be left?'),
    choices: kinds.map(([label, key, kind]) => ({ label, description: key, value: [key, kind] as const })),
  });
  if (!answer || !('value' in answer)) return undefined;
  const [key, kind] = answer.value;
  if (kind === null) return key;
  const project = await chooseProject(services);
  const entry =
    project && (await pickEntry(project, [kind], vscode.l10n.t('Add a filter'), vscode.l10n.t('Which one?')));
  return entry && filterText(key as Parameters<typeof filterText>[0], entry.id);
}

function withWhole(text: string): string {
  const words = text.split(' ');
  return words.includes(WHOLE)
    ? words.filter((word) => word !== WHOLE).join(' ')
    : [text.trimEnd(), WHOLE].filter(Boolean).join(' ');
}
