import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { DocumentModel } from '../../core/model/types.js';
import type { Quote } from '../../core/quotes/types.js';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { Pace } from './pace.js';
import { firstWord, isUntagged, utterances } from '../../core/passages/quotes.js';

/** A message in the status bar stays for this many milliseconds. */
const MESSAGE_TIME = 4000;

/** The commands that go from quote to quote and from document to document. */
export const registerNavigation: Feature = (services) => {
  const own = new Disposables();
  const command = (id: string, run: () => Promise<void>): void => {
    own.add(vscode.commands.registerCommand(`standpoint.${id}`, run));
  };
  command('nextQuote', () => goToQuote(services, 1, anyQuote));
  command('previousQuote', () => goToQuote(services, -1, anyQuote));
  command('nextUntaggedQuote', () => goToUntagged(services));
  command('nextDocument', () => goToDocument(services, 1));
  command('previousDocument', () => goToDocument(services, -1));
  return own;
};

type Direction = 1 | -1;
type Wanted = (model: DocumentModel, quote: Quote) => boolean;

const anyQuote: Wanted = () => true;

interface Here {
  readonly editor: vscode.TextEditor;
  readonly corpus: CorpusModel;
  readonly offset: number;
}

function here({ workspace }: Services): Here | undefined {
  const editor = vscode.window.activeTextEditor;
  const corpus = editor && workspace.corpusOf(editor.document);
  return corpus && { editor, corpus, offset: editor.document.offsetAt(editor.selection.active) };
}

async function goToQuote(services: Services, direction: Direction, wanted: Wanted): Promise<void> {
  const from = here(services);
  if (!from) return tell(vscode.l10n.t('Open a corpus to go through its quotes.'));
  const found = await findQuote(from.corpus, from.offset, direction, wanted);
  if (!found) return tell(vscode.l10n.t('There are no quotes in this file.'));
  show(from.editor, found.offset);
  if (found.wrapped) tell(wrapMessage(direction));
}

/** The next untagged quote of the file; of the project's other files where this one has none left. */
async function goToUntagged(services: Services): Promise<void> {
  const from = here(services);
  const found = from && (await findQuote(from.corpus, from.offset, 1, isUntagged));
  if (found) {
    show(from.editor, found.offset);
    if (found.wrapped) tell(wrapMessage(1));
    return;
  }
  for (const corpus of otherCorpora(services, from?.corpus, 1)) {
    const first = await findQuote(corpus, -1, 1, isUntagged);
    if (!first) continue;
    const editor = await open(corpus);
    if (!editor) continue;
    show(editor, first.offset);
    if (from) tell(vscode.l10n.t('No untagged quotes were left in the file before.'));
    return;
  }
  tell(vscode.l10n.t('There are no untagged quotes.'));
}

async function goToDocument(services: Services, direction: Direction): Promise<void> {
  const from = here(services);
  if (!from) return tell(vscode.l10n.t('Open a corpus to go through its documents.'));
  const { editor, corpus, offset } = from;
  const starts = corpus.file.documents.map(({ span }) => span.start);
  const next =
    direction === 1 ? starts.find((start) => start > offset) : starts.findLast((start) => start < offset);
  if (next !== undefined) return show(editor, next, vscode.TextEditorRevealType.AtTop);
  const [other] = otherCorpora(services, corpus, direction).filter(({ documents }) => documents.length > 0);
  const otherEditor = other && (await open(other));
  if (otherEditor) {
    const start = other.file.documents.at(direction === 1 ? 0 : -1)?.span.start ?? 0;
    return show(otherEditor, start, vscode.TextEditorRevealType.AtTop);
  }
  const wrapped = starts.at(direction === 1 ? 0 : -1);
  if (wrapped === undefined) return tell(vscode.l10n.t('There are no documents in this file.'));
  show(editor, wrapped, vscode.TextEditorRevealType.AtTop);
  tell(wrapMessage(direction));
}

interface FoundQuote {
  /** Of its first word, in the file. */
  readonly offset: number;
  readonly wrapped: boolean;
}

/** Looks from document to document and no further than needed: each is analysed when it is looked at. */
async function findQuote(
  corpus: CorpusModel,
  from: number,
  direction: Direction,
  wanted: Wanted,
): Promise<FoundQuote | undefined> {
  const pace = new Pace();
  const documents = direction === 1 ? corpus.documents : corpus.documents.toReversed();
  const at = documents.findIndex(({ document: { span } }) =>
    direction === 1 ? span.end >= from : span.start <= from,
  );
  const start = Math.max(0, at);
  const isAhead = (offset: number): boolean => (offset - from) * direction > 0;
  for (const [round, model] of [...documents.slice(start), ...documents.slice(0, start + 1)].entries()) {
    // The document of the cursor comes twice: first what lies ahead of the cursor, at last all of it.
    const isFirst = at !== -1 && round === 0;
    const quotes = direction === 1 ? utterances(model) : utterances(model).toReversed();
    const found = quotes.find((one) => (!isFirst || isAhead(firstWord(model, one))) && wanted(model, one));
    if (found) {
      const offset = firstWord(model, found);
      return { offset, wrapped: !isAhead(offset) };
    }
    await pace.breathe();
  }
  return undefined;
}

/** The project's other corpora in the order of their names, beginning behind (or before) the present one. */
function otherCorpora(
  { workspace }: Services,
  present: CorpusModel | undefined,
  direction: Direction,
): readonly CorpusModel[] {
  const project = present && workspace.projectOf(vscode.Uri.parse(present.address));
  const corpora = project?.corpora ?? workspace.projects.flatMap((one) => one.corpora);
  const ordered = [...corpora].sort((a, b) => direction * a.address.localeCompare(b.address));
  const at = present ? ordered.indexOf(present) : -1;
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(0, at))];
}

async function open(corpus: CorpusModel): Promise<vscode.TextEditor | undefined> {
  try {
    return await vscode.window.showTextDocument(vscode.Uri.parse(corpus.address));
  } catch {
    // Gone since it was read, or too large for an extension to see: the next one may do.
    return undefined;
  }
}

function show(
  editor: vscode.TextEditor,
  offset: number,
  reveal = vscode.TextEditorRevealType.InCenter,
): void {
  const place = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), reveal);
}

function wrapMessage(direction: Direction): string {
  return direction === 1
    ? vscode.l10n.t('Went on from the beginning.')
    : vscode.l10n.t('Went on from the end.');
}

function tell(message: string): void {
  vscode.window.setStatusBarMessage(`$(info) ${message}`, MESSAGE_TIME);
}
