import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import { touches } from '../../core/text/span.js';
import { toRange, toSpan } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';
import { SOURCE } from './diagnostics.js';
import { delimiterFor, freeId, idFromTitle } from './ids.js';
import { quoteAt } from '../../core/passages/quotes.js';

/** Ways out of the problems of a corpus file, and "Tag quote" wherever there is something to tag. */
export const registerQuickFixes: Feature = ({ workspace }) =>
  vscode.languages.registerCodeActionsProvider(
    LANGUAGE,
    {
      provideCodeActions(document, range, context, token) {
        const corpus = workspace.corpusOf(document);
        if (!corpus || token.isCancellationRequested) return undefined;
        const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === SOURCE);
        const ways = ours.flatMap((diagnostic) => {
          const fix = fixes.get(diagnostic.code);
          return fix ? [fix({ document, corpus, diagnostic })] : [];
        });
        return [...ways, ...tagActions(document, corpus, range)];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.Refactor] },
  );

interface Case {
  readonly document: vscode.TextDocument;
  readonly corpus: CorpusModel;
  readonly diagnostic: vscode.Diagnostic;
}

/** The way out of each problem, by its code. */
const fixes: ReadonlyMap<unknown, (problem: Case) => vscode.CodeAction> = new Map([
  ['duplicate-id', makeIdUnique],
  ['empty-id', giveId],
  ['text-before-first-delimiter', insertDelimiter],
  ['unreadable-date', selectForEditing],
  ['nul-byte', removeNulBytes],
  ['invalid-utf8', reopenWithEncoding],
]);

function makeIdUnique(problem: Case): vscode.CodeAction {
  const { document, corpus, diagnostic } = problem;
  const id = freeId(document.getText(diagnostic.range), corpus.file.documents);
  return withEdit(problem, vscode.l10n.t('Change the id to “{0}”', id), (edit) =>
    edit.replace(document.uri, diagnostic.range, id),
  );
}

function giveId(problem: Case): vscode.CodeAction {
  const { document, corpus, diagnostic } = problem;
  const start = document.offsetAt(diagnostic.range.start);
  const index = corpus.file.documents.findIndex((one) => one.span.start === start);
  const id = idFromTitle(corpus.file.documents[index]?.title ?? null, index + 1, corpus.file.documents);
  const delimiter = delimiterFor(corpus.file.dialect, id);
  return withEdit(problem, vscode.l10n.t('Give it the id “{0}”', id), (edit) =>
    edit.replace(document.uri, diagnostic.range, delimiter),
  );
}

function insertDelimiter(problem: Case): vscode.CodeAction {
  const { document, corpus, diagnostic } = problem;
  const id = idFromTitle(null, 0, corpus.file.documents);
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const title = vscode.l10n.t('Make it a document of its own, “{0}”', id);
  return withEdit(problem, title, (edit) =>
    edit.insert(
      document.uri,
      diagnostic.range.start.with({ character: 0 }),
      `${delimiterFor(corpus.file.dialect, id)}${end}${end}`,
    ),
  );
}

function selectForEditing({ document, diagnostic }: Case): vscode.CodeAction {
  const title = vscode.l10n.t('Select the date to write it anew');
  return withCommand(title, diagnostic, 'vscode.open', document.uri, { selection: diagnostic.range });
}

function removeNulBytes(problem: Case): vscode.CodeAction {
  const { document, corpus } = problem;
  return withEdit(problem, vscode.l10n.t('Remove every NUL character of the file'), (edit) => {
    for (const match of corpus.text.matchAll(/\0+/g)) {
      const span = { start: match.index, end: match.index + match[0].length };
      edit.delete(document.uri, toRange(document, span));
    }
  });
}

function reopenWithEncoding({ diagnostic }: Case): vscode.CodeAction {
  const title = vscode.l10n.t('Reopen the file with its own encoding…');
  return withCommand(title, diagnostic, 'workbench.action.editor.changeEncoding');
}

/** On a quote, or with words selected, within one document's text. */
function tagActions(
  document: vscode.TextDocument,
  corpus: CorpusModel,
  range: vscode.Range,
): readonly vscode.CodeAction[] {
  const span = toSpan(document, range);
  const model = corpus.documentAt(span.start);
  const text = model?.document.textSpan;
  if (!model || !text || !touches(text, span.start) || !touches(text, span.end)) return [];
  if (range.isEmpty && !quoteAt(model, span.start - text.start)) return [];
  const title = range.isEmpty ? vscode.l10n.t('Tag quote…') : vscode.l10n.t('Tag the selected words…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
  action.command = { command: 'standpoint.tagQuote', title };
  return [action];
}

function withEdit(
  { diagnostic }: Case,
  title: string,
  change: (edit: vscode.WorkspaceEdit) => void,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  change(action.edit);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

function withCommand(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  action.diagnostics = [diagnostic];
  return action;
}
