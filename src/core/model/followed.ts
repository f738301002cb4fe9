import { followEdits, isTrustworthy } from '../anchors/follow.js';
import { sameWords } from '../anchors/normalise.js';
import type { Place } from '../anchors/types.js';
import { contains, type Span, type TextEdit } from '../text/span.js';
import type { LocatedStatement } from './types.js';

/** How much of the words coded must be left for an edited passage still to count as the same one. */
const LEFT_OF_THE_WORDS = 0.5;

/**
 * The spans of located statements while somebody types: shifted by each edit, so that words corrected
 * inside a passage keep their statement. Spans are offsets into the file.
 */
export class Followed {
  #rows: ReadonlyMap<string, number> = new Map();
  #spans: readonly (Span | null)[] = [];
  #active = false;

  get isEmpty(): boolean {
    return !this.#active;
  }

  begin(statements: readonly LocatedStatement[], spanOf: (statement: LocatedStatement) => Span | null): void {
    this.#rows = new Map(statements.map((statement, row) => [statement.key, row]));
    this.#spans = statements.map(spanOf);
    this.#active = true;
  }

  /** @param edits one change of the editor: offsets into the text before it */
  apply(edits: readonly TextEdit[]): void {
    if (edits.every(isTrustworthy)) {
      this.#spans = followEdits(this.#spans, edits);
    } else {
      this.#spans = this.#spans.map(() => null);
    }
  }

  clear(): void {
    this.#rows = new Map();
    this.#spans = [];
    this.#active = false;
  }

  /**
   * Where a followed statement is now, relative to the document's text; undefined where following says
   * nothing: the words are gone, moved out of their document, or changed beyond recognition.
   */
  placeOf(key: string, quote: string, document: Span, text: string): Place | undefined {
    const span = this.#spans[this.#rows.get(key) ?? -1];
    if (!span || !contains(document, span)) return undefined;
    const words = text.slice(span.start, span.end);
    const changed = !sameWords(words, quote);
    if (changed && kept(words, quote) < LEFT_OF_THE_WORDS) return undefined;
    return {
      outcome: 'located',
      span: { start: span.start - document.start, end: span.end - document.start },
      changed,
    };
  }
}

/** The share of the quote that stands unchanged at the two ends of the new words. */
function kept(words: string, quote: string): number {
  const shorter = Math.min(words.length, quote.length);
  let head = 0;
  while (head < shorter && words[head] === quote[head]) head++;
  let tail = 0;
  while (tail < shorter - head && words[words.length - 1 - tail] === quote[quote.length - 1 - tail]) tail++;
  return (head + tail) / Math.max(words.length, quote.length, 1);
}
