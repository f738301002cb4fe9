import type { LocatedStatement } from '../model/types.js';
import type { ActorGuess } from '../passages/passage.js';
import type { Quote } from '../quotes/types.js';
import type { Span } from '../text/span.js';

/** Where words are looked for: in all that is the source's own, in what somebody says, or in what is tagged. */
export type Scope = 'text' | 'quotes' | 'statements';

/** What is looked for. Everything that is given must hold. */
export interface Query {
  /**
   * Words and phrases, folded (see `fold`). They must all stand in one passage; the first is the keyword. With none,
   * the passages themselves are found.
   */
  readonly terms: readonly string[];
  /** Whether a term must not be part of a longer word. */
  readonly wholeWords: boolean;
  readonly scope: Scope;
  /** A codebook id, or part of a name or an alias; null for anybody. The same for the other three. */
  readonly speaker: string | null;
  readonly organisation: string | null;
  readonly issue: string | null;
  readonly stance: string | null;
  /** Beginnings of ISO dates ("2024", "2024-03"), inclusive; a document without a date is then not found. */
  readonly from: string | null;
  readonly to: string | null;
  /** Whether a statement lies on the passage; null for both. */
  readonly tagged: boolean | null;
}

/** A query that finds every quote. */
export const ANYTHING: Query = {
  terms: [],
  wholeWords: false,
  scope: 'text',
  speaker: null,
  organisation: null,
  issue: null,
  stance: null,
  from: null,
  to: null,
  tagged: null,
};

/** A keyword with what stands round it, on one line. */
export interface ContextLine {
  /** Each begins or ends with an ellipsis where the passage goes on. */
  readonly before: string;
  readonly keyword: string;
  readonly after: string;
  /** Where words of the query stand in the three together. */
  readonly marks: readonly Span[];
}

/** One line of a concordance. Spans are relative to the document's text. */
export interface Hit {
  /** Address of the corpus file. */
  readonly corpus: string;
  readonly document: string;
  readonly title: string | null;
  readonly date: string | null;
  /** The keyword; the whole words of the passage where the query has none. */
  readonly span: Span;
  /** What there is to tag: the words of the quote, of the statement, or of the sentence. */
  readonly passage: Span;
  readonly line: ContextLine;
  /** The quote that the keyword lies in, and who says it as far as the text tells. */
  readonly quote: Quote | null;
  readonly speaker: ActorGuess | null;
  readonly organisation: ActorGuess | null;
  /** Located statements, of any coder, on the quote or on the keyword. */
  readonly statements: readonly LocatedStatement[];
}
