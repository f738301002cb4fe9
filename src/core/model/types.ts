import type { Place } from '../anchors/types.js';
import type { CorpusDocument } from '../corpus/types.js';
import type { DocumentAnalysis } from '../quotes/types.js';
import type { StoredStatement } from '../sidecar/types.js';
import type { Span } from '../text/span.js';

/**
 * A stored statement with its place in the corpus as it is now. Its spans are relative to the document,
 * so the object stays the same one while text before the document comes and goes.
 */
export interface PlacedStatement {
  /** Unique in the project: the sidecar's address and the statement's id. */
  readonly key: string;
  readonly stored: StoredStatement;
  /** Address of the sidecar that holds it. */
  readonly sidecar: string;
  readonly coder: string | null;
  /** Address of the corpus file, whether it exists or not. */
  readonly corpus: string;
  /** The id of the document where the place is: the statement's own, or another one for a suggestion. */
  readonly document: string;
  readonly date: string | null;
  readonly title: string | null;
  /** Where the document stands in its corpus file, from zero; -1 where it is gone. */
  readonly order: number;
  /** Relative to the document's text. */
  readonly place: Place;
}

/** A statement whose words were found: only such a one can be drawn. */
export interface LocatedStatement extends PlacedStatement {
  readonly place: Extract<Place, { outcome: 'located' }>;
}

export function isLocated(statement: PlacedStatement): statement is LocatedStatement {
  return statement.place.outcome === 'located';
}

/** One document of a corpus with what is known of it. */
export interface DocumentModel {
  readonly document: CorpusDocument;
  /** The document's text: the slice of `document.textSpan`. */
  readonly text: string;
  readonly analysis: DocumentAnalysis;
  readonly statements: readonly PlacedStatement[];
}

/** What changed in a project; features redraw just that. */
export interface ProjectChange {
  /** Addresses of corpus files whose text changed, came or went. */
  readonly corpora: ReadonlySet<string>;
  /** Addresses of corpus files whose statements changed, moved, came or went. */
  readonly statements: ReadonlySet<string>;
  /** Addresses of sidecars whose text changed, came or went. */
  readonly sidecars: ReadonlySet<string>;
  /** Ids of organisations whose statements changed; null stands for "no organisation". */
  readonly organisations: ReadonlySet<string | null>;
  readonly codebook: boolean;
}

/** Turns a span that is relative to the document's text into one of the file. */
export function inFile(document: CorpusDocument, span: Span): Span {
  const { start } = document.textSpan;
  return { start: start + span.start, end: start + span.end };
}
