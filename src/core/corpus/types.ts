import type { Problem } from '../problems/problem.js';
import type { Span } from '../text/span.js';

/** How a corpus file separates its documents. */
export type Dialect = 'native' | 'tail' | 'plain';

/** One piece of a document's head. All spans are offsets into the file. */
export interface HeadField {
  /** In lower case: `title`, `author`, `date`, `source`, `url`, or any other key as written. */
  readonly key: string;
  /** The value with its continuation lines joined by one blank. */
  readonly value: string;
  readonly span: Span;
  readonly valueSpan: Span;
  /** True where there was no `key:`, and the value was recognised as newspapers print it. */
  readonly inferred: boolean;
}

export type FurnitureKind = 'subscription' | 'credit' | 'related' | 'comments' | 'repeated';

/** Text that is not the source's own: dimmed, and never a quote. Offsets into the document's text. */
export interface Furniture extends Span {
  readonly kind: FurnitureKind;
}

/** One source text of a corpus file. All spans are offsets into the file, but those of `furniture`. */
export interface CorpusDocument {
  readonly id: string;
  /** Where the id stands; the start of the file for plain text. */
  readonly idSpan: Span;
  /** From the delimiter line to the next one. */
  readonly span: Span;
  /** Delimiter line and keyed head, up to and with the blank line that ends it; empty for plain text. */
  readonly headSpan: Span;
  /**
   * The document's text, which annotations are relative to: what follows the blank line that ends its
   * head, up to the next delimiter; the whole file for plain text. A head that is inferred lies in it.
   */
  readonly textSpan: Span;
  readonly fields: readonly HeadField[];
  readonly furniture: readonly Furniture[];
  readonly title: string | null;
  readonly author: string | null;
  /** The date in ISO form (YYYY-MM-DD), null where there is none or it cannot be read. */
  readonly date: string | null;
  readonly source: string | null;
  readonly url: string | null;
}

export type CorpusProblemCode =
  | 'duplicate-id'
  | 'empty-id'
  | 'text-before-first-delimiter'
  | 'unreadable-date'
  | 'invalid-utf8'
  | 'nul-byte';

export type CorpusProblem = Problem<CorpusProblemCode>;

/** A corpus file, parsed. */
export interface CorpusFile {
  readonly dialect: Dialect;
  /** In file order. A file of plain text holds one document; an empty file holds none. */
  readonly documents: readonly CorpusDocument[];
  readonly problems: readonly CorpusProblem[];
}
