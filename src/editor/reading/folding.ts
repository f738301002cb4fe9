import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import { inFile } from '../../core/model/types.js';
import type { Span } from '../../core/text/span.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';

/** The editor takes 5 000 regions and no more: what matters most comes first. */
const MOST_REGIONS = 5000;

/** Folds documents, their heads, and furniture (which "Fold All Block Comments" folds in one go). */
export const registerFolding: Feature = ({ workspace }) =>
  vscode.languages.registerFoldingRangeProvider(LANGUAGE, {
    provideFoldingRanges(document, _context, token) {
      const corpus = workspace.corpusOf(document);
      return corpus && !token.isCancellationRequested ? foldsOf(document, corpus) : undefined;
    },
  });

function foldsOf(document: vscode.TextDocument, corpus: CorpusModel): vscode.FoldingRange[] {
  const folds: vscode.FoldingRange[] = [];
  const add = (span: Span, kind?: vscode.FoldingRangeKind): void => {
    if (folds.length >= MOST_REGIONS) return;
    const start = document.positionAt(span.start).line;
    const end = lastLine(document, span, start);
    if (end > start) folds.push(new vscode.FoldingRange(start, end, kind));
  };
  const documents = corpus.file.documents;
  if (corpus.file.dialect !== 'plain') for (const { span } of documents) add(span);
  // A fold may not begin on the line where another begins: a head folds from its first field.
  for (const { fields } of documents) {
    const keyed = fields.filter((field) => !field.inferred);
    const [first, last] = [keyed[0], keyed.at(-1)];
    if (first && last) add({ start: first.span.start, end: last.span.end });
  }
  for (const one of documents) {
    for (const piece of one.furniture) add(inFile(one, piece), vscode.FoldingRangeKind.Comment);
  }
  return folds;
}

/** The last line of a span that is not blank. */
function lastLine(document: vscode.TextDocument, span: Span, first: number): number {
  const end = document.positionAt(span.end);
  let line = end.character === 0 ? end.line - 1 : end.line;
  while (line > first && document.lineAt(line).isEmptyOrWhitespace) line--;
  return line;
}
