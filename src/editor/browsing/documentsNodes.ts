import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { DocumentModel, PlacedStatement } from '../../core/model/types.js';
import { utterances } from '../../core/passages/quotes.js';
import type { Quote } from '../../core/quotes/types.js';
import { overlap, type Span } from '../../core/text/span.js';

/** A row of the documents view. */
export type Node =
  | { readonly kind: 'folder'; readonly id: string; readonly path: string }
  | { readonly kind: 'corpus'; readonly id: string; readonly address: string }
  | { readonly kind: 'document'; readonly id: string; readonly address: string; readonly document: string }
  | PassageNode;

/** A quote or another tagged passage, with the statements on it. */
export interface PassageNode {
  readonly kind: 'passage';
  readonly id: string;
  readonly address: string;
  readonly document: string;
  readonly span: Span;
  readonly quote: Quote | null;
  readonly statements: readonly PlacedStatement[];
}

export function documentNodes(corpus: CorpusModel): readonly Node[] {
  const ids = new Set(corpus.documents.map((model) => model.document.id));
  return [...ids].map((id) => ({
    kind: 'document',
    id: documentId(corpus.address, id),
    address: corpus.address,
    document: id,
  }));
}

/** Quotes that are speech, and whatever else is tagged, in text order. */
export function passageNodes(address: string, model: DocumentModel): readonly PassageNode[] {
  const placed = model.statements.flatMap((statement) =>
    statement.place.outcome === 'lost' ? [] : [{ statement, span: statement.place.span }],
  );
  const left = new Set(placed);
  const base = documentId(address, model.document.id);
  const quotes = utterances(model).map((quote, index): PassageNode => {
    const on = placed.filter(({ span }) => overlap(span, quote) > 0);
    for (const one of on) left.delete(one);
    const statements = on.map(({ statement }) => statement);
    return {
      kind: 'passage',
      id: `${base}/quote${index}`,
      address,
      document: model.document.id,
      span: { start: quote.start, end: quote.end },
      quote,
      statements,
    };
  });
  const others = [...left].map(({ statement, span }): PassageNode => ({
    kind: 'passage',
    id: `${base}/${statement.key}`,
    address,
    document: model.document.id,
    span,
    quote: null,
    statements: [statement],
  }));
  return [...quotes, ...others].sort((a, b) => a.span.start - b.span.start);
}

export function documentId(address: string, id: string): string {
  return `${address}#${id}`;
}

export function parentOf(address: string): string {
  return vscode.Uri.joinPath(vscode.Uri.parse(address), '..').toString();
}
