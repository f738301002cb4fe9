import { followEdits, trustworthy } from '../anchors/follow.js';
import { normalise } from '../anchors/normalise.js';
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
  /** The statement of each span. A statement leaves both lists when its words are deleted. */
  #keys: readonly string[] = [];
  #spans: readonly Span[] = [];
  #byKey: ReadonlyMap<string, Span> | undefined;
  #active = false;

  get isEmpty(): boolean {
    return !this.#active;
  }

  begin(statements: readonly LocatedStatement[], spanOf: (statement: LocatedStatement) => Span | null): void {
    this.#set(statements.map((statement) => [statement.key, spanOf(statement)]));
    this.#active = true;
  }

  /** @param edits one change of the editor: offsets into the text before it */
  apply(edits: readonly TextEdit[]): void {
    if (!edits.every((edit) => trustworthy(edit))) {
      this.#set([]);
      return;
    }
    const moved = followEdits(this.#spans, edits);
    if (moved.includes(null)) this.#set(this.#keys.map((key, row) => [key, moved[row] ?? null]));
    else this.#spans = moved.flatMap((span) => span ?? []);
    this.#byKey = undefined;
  }

  /** Follows nothing until it is cleared: what comes next cannot be told from here. */
  abandon(): void {
    this.#set([]);
    this.#active = true;
  }

  /** Ready to begin anew, from a text whose places are known. */
  clear(): void {
    this.#set([]);
    this.#active = false;
  }

  /**
   * Where a followed statement is now, relative to the document's text; undefined where following says
   * nothing: the words are gone, moved out of their document, or changed beyond recognition.
   */
  placeOf(key: string, quote: string, document: Span, text: string): Place | undefined {
    this.#byKey ??= new Map(
      this.#keys.flatMap((one, row) => (this.#spans[row] ? [[one, this.#spans[row]]] : [])),
    );
    const span = this.#byKey.get(key);
    if (!span || !contains(document, span)) return undefined;
    const words = normalise(text.slice(span.start, span.end)).text;
    const coded = normalise(quote).text;
    if (words !== coded && kept(words, coded) < LEFT_OF_THE_WORDS) return undefined;
    return {
      outcome: 'located',
      span: { start: span.start - document.start, end: span.end - document.start },
      changed: words !== coded,
    };
  }

  #set(rows: readonly (readonly [string, Span | null])[]): void {
    const left = rows.filter((row): row is readonly [string, Span] => row[1] !== null);
    this.#keys = left.map(([key]) => key);
    this.#spans = left.map(([, span]) => span);
    this.#byKey = undefined;
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
