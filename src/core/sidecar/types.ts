import type { Problem } from '../problems/problem.js';
import type { Span } from '../text/span.js';

/** How we know: their words, the writer's paraphrase, or what somebody else says that they think. */
export type Basis = 'quoted' | 'reported' | 'claimed';

/**
 * One annotation as stored. It has no place in the text until an anchor is located: `at` is a hint,
 * relative to the document's text with LF line ends, in UTF-16 code units.
 */
export interface Statement {
  readonly id: string;
  /** The id of the document in its corpus file. */
  readonly document: string;
  readonly at: Span | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Codebook ids; null where blank. */
  readonly speaker: string | null;
  readonly organisation: string | null;
  readonly issue: string | null;
  readonly stance: string | null;
  readonly basis: Basis | null;
  /** The codebook id of the person or organisation that makes the claim, with basis `claimed`. */
  readonly claimedBy: string | null;
  /** ISO date and time in UTC; null where absent. */
  readonly created: string | null;
  readonly note: string | null;
}

/** A field of a statement that can be set, by its key in the file. */
export type StatementKey =
  | 'document'
  | 'at'
  | 'quote'
  | 'prefix'
  | 'suffix'
  | 'speaker'
  | 'organisation'
  | 'issue'
  | 'stance'
  | 'basis'
  | 'claimed_by'
  | 'created'
  | 'note';

/** New values for some keys of a statement; null removes the key. */
export type StatementChange = Partial<Omit<Statement, 'id'>>;

/** One operation on a sidecar: journaled, and applied anew to whatever the file holds by then. */
export type SidecarOperation =
  | {
      readonly kind: 'add';
      readonly statement: Statement;
      /** The block as it once stood in the file, with its comments and unknown keys: for taking back a removal. */
      readonly block?: string;
    }
  | { readonly kind: 'set'; readonly id: string; readonly change: StatementChange }
  | { readonly kind: 'remove'; readonly id: string };

/** A statement with the place of its block in the sidecar's text. */
export interface StoredStatement {
  readonly statement: Statement;
  /** The whole block, from its dash to the end of its last line. Offsets into the sidecar. */
  readonly span: Span;
  /** Where the value of each key stands, for diagnostics and going to a definition. */
  readonly values: ReadonlyMap<string, Span>;
}

export type SidecarProblemCode =
  | 'yaml'
  | 'conflict-markers'
  | 'tab'
  | 'several-documents'
  | 'not-a-map'
  | 'unsupported-version'
  | 'statements-not-a-list'
  | 'layout'
  | 'not-utf8'
  | 'too-large'
  | 'statement-invalid'
  | 'duplicate-key'
  | 'duplicate-id'
  | 'botched-merge'
  | 'unsettled'
  | 'hint-ignored'
  | 'odd-id';

export type SidecarProblem = Problem<SidecarProblemCode>;

/** A sidecar, read as far as it is valid. */
export interface SidecarFile {
  readonly coder: string | null;
  readonly statements: readonly StoredStatement[];
  readonly problems: readonly SidecarProblem[];
  /** False where writing could lose something: the file does not parse, or is not laid out as ours. */
  readonly writable: boolean;
}
