import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Span } from '../../core/text/span.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { findStatement, keyOf, type Found } from '../tagging/find.js';

/** Names a passage of a document for a command: offsets are relative to the document's text. */
export interface PassageAddress {
  readonly corpus: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** The commands by which a row of a tree, or a link, leads to the words. */
export const registerOpening: Feature = (services) => {
  const { registerCommand } = vscode.commands;
  const open = async (argument: unknown, column: vscode.ViewColumn): Promise<void> => {
    const found =
      keyOf(argument) === undefined ? undefined : await findStatement(services.workspace, argument);
    if (found) await openStatement(services, found, column, isRow(argument));
  };
  return vscode.Disposable.from(
    registerCommand('standpoint.openStatement', (argument: unknown) =>
      open(argument, vscode.ViewColumn.Active),
    ),
    registerCommand('standpoint.openStatementToSide', (argument: unknown) =>
      open(argument, vscode.ViewColumn.Beside),
    ),
    registerCommand('standpoint.openStatementInSidecar', (argument: unknown) =>
      openInSidecar(services, argument),
    ),
    registerCommand('standpoint.openPassage', (argument: unknown) => openPassage(services, argument)),
  );
};

/**
 * @param stays whether the focus stays in the tree, so that further rows can be selected from there; a row that
 * is opened again, by a second click or Enter, leads into the text
 */
async function openStatement(
  services: Services,
  found: Found,
  column: vscode.ViewColumn,
  stays: boolean,
): Promise<void> {
  const { statement } = found;
  if (statement.place.outcome === 'lost') {
    await openInSidecar(services, { key: statement.key });
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The words of this statement were not found. Select them in the corpus and re-attach the statement.',
      ),
    );
    return;
  }
  const spanIn = (corpus: CorpusModel): Span | null => {
    const now = corpus.statements.find((one) => one.key === statement.key);
    return now ? corpus.spanOf(now) : null;
  };
  await reveal(services, statement.corpus, column, spanIn, stays);
}

/** Rows of the tree say that it is one of them who asks. */
function isRow(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'row' in argument && argument.row === true;
}

async function openPassage(services: Services, argument: unknown): Promise<void> {
  if (!isPassageAddress(argument)) return;
  await reveal(services, argument.corpus, vscode.ViewColumn.Active, (corpus) => {
    const text = corpus.document(argument.document)?.document.textSpan;
    if (!text) return null;
    return { start: text.start + argument.start, end: Math.min(text.start + argument.end, text.end) };
  });
}

/** Opens a corpus that a project knows and selects a span of it, found in the text as it is once open. */
async function reveal(
  { workspace }: Services,
  address: string,
  column: vscode.ViewColumn,
  spanIn: (corpus: CorpusModel) => Span | null,
  stays = false,
): Promise<void> {
  if (!workspace.projects.some((project) => project.corpus(address))) return;
  try {
    let document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
    if (document.languageId !== LANGUAGE)
      document = await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    const corpus = workspace.corpusOf(document);
    const span = corpus && spanIn(corpus);
    const range = span && toRange(document, span);
    const active = vscode.window.activeTextEditor;
    const isThere = active?.document === document && range?.isEqual(active.selection) === true;
    await vscode.window.showTextDocument(document, {
      viewColumn: column,
      preserveFocus: stays && !isThere,
      ...(range && { selection: range }),
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The corpus could not be opened. {0}', why));
  }
}

async function openInSidecar(services: Services, argument: unknown): Promise<void> {
  const found = keyOf(argument) === undefined ? undefined : await findStatement(services.workspace, argument);
  if (!found) return;
  const { statement } = found;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(statement.sidecar));
  const { start } = toRange(document, statement.stored.span);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) });
}

function isPassageAddress(value: unknown): value is PassageAddress {
  if (typeof value !== 'object' || value === null) return false;
  const { corpus, document, start, end } = value as Partial<Record<keyof PassageAddress, unknown>>;
  return (
    typeof corpus === 'string' &&
    typeof document === 'string' &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) >= 0 &&
    Number(end) >= Number(start)
  );
}
