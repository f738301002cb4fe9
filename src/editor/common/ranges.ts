import * as vscode from 'vscode';
import type { Span, TextEdit } from '../../core/text/span.js';

/** The editor's range of a span in a document. The span must be of the document's present text. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The span of an editor's range. */
export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** The core's edits of one change event: offsets into the text before the event. */
export function toTextEdits(changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly TextEdit[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset,
    end: rangeOffset + rangeLength,
    newText: text,
  }));
}
