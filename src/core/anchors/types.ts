import type { Span } from '../text/span.js';

/** What is stored of a place so that it can be found again. Texts are with LF line ends. */
export interface Anchor {
  /** Relative to the document's text with LF line ends; only a hint. Null where it was unusable. */
  readonly at: Span | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Where an anchor is in this version of the text. Three outcomes, never two:
 * - `located`: sure
 * - `suggested`: probably here, a person confirms
 * - `lost`: nowhere; it is shown with its text, never deleted and never moved silently
 *
 * Spans are offsets into the document's text as it is (not with LF line ends).
 */
export type Place =
  | { readonly outcome: 'located'; readonly span: Span; readonly changed: boolean }
  | { readonly outcome: 'suggested'; readonly span: Span; readonly score: number }
  | { readonly outcome: 'lost' };
