import { overlap, type Span } from '../text/span.js';
import { Pattern } from './myers.js';
import type { Needle } from './needle.js';
import { isWord, wordEdge } from './words.js';

/** A place in the normalised text that may be the quote's. All scores are from 0 to 1. */
export interface Candidate extends Span {
  /** How much of the quote is unchanged. */
  readonly quote: number;
  /** How much of the context is unchanged on each side; null where none is stored. */
  readonly before: number | null;
  readonly after: number | null;
  /** The mean of both sides, or the one that there is. */
  readonly context: number | null;
  /** Quote and context, half and half. */
  readonly total: number;
}

/** Half of a quote may have changed for it to be found at all; with less, a place only has its context. */
export const LEAST_SIMILAR = 0.5;
/** How far from its expected place a quote is looked for: this, and a quarter of its length, … */
const SLACK = 24;
/** … but no further than this. */
const MOST_SLACK = 300;
/** A quote that is found by its own words this well need not be found by its context as well. */
const WELL_FOUND = 0.9;

/** Finds and scores the places of one needle. */
export class Matcher {
  private readonly before: Pattern | null;
  private readonly after: Pattern | null;
  private forwards: Pattern | null = null;
  private backwards: Pattern | null = null;
  private prefix: Pattern | null = null;
  private suffix: Pattern | null = null;

  constructor(
    private readonly text: string,
    private readonly needle: Needle,
  ) {
    this.before = needle.prefix === '' ? null : new Pattern(needle.prefix, true);
    this.after = needle.suffix === '' ? null : new Pattern(needle.suffix);
  }

  /** Scores a place where the quote stands unchanged. */
  exact(start: number): Candidate {
    return this.score({ start, end: start + this.needle.quote.length }, 1);
  }

  /** The likeliest place of the quote where it and its context may begin, or where it was; null for none. */
  near(place: number): Candidate | null {
    const expected = place + this.needle.prefix.length;
    const byWords = this.byWords(expected);
    if (byWords !== null && byWords.total >= WELL_FOUND) return byWords;
    const byContext = this.byContext(place);
    if (byWords === null || byContext === null) return byWords ?? byContext;
    const isBetter = byContext.quote >= LEAST_SIMILAR && byContext.total > byWords.total;
    return isBetter ? byContext : byWords;
  }

  /** Where the words of the quote fit best round the expected place. */
  private byWords(expected: number): Candidate | null {
    const { quote } = this.needle;
    this.forwards ??= new Pattern(quote);
    const from = this.within(expected - this.slack);
    const to = this.within(expected + quote.length + this.slack);
    const ends = this.forwards.distances(this.text, from, to, false);
    const read = best(ends, (n) => this.text[from + n - 1] === quote.at(-1), expected + quote.length - from);
    const errors = ends[read] ?? quote.length;
    if (1 - errors / quote.length < LEAST_SIMILAR) return null;
    const end = from + read;
    this.backwards ??= new Pattern(quote, true);
    const starts = this.backwards.distances(this.text, end, from, true);
    const length = best(starts, (n) => this.text[end - n] === quote[0], quote.length);
    const found = length === 0 ? null : this.rescore(this.onWords({ start: end - length, end }));
    return found !== null && found.quote >= LEAST_SIMILAR ? found : null;
  }

  /**
   * Edges that were at the edge of a word are put there again: the best alignment may well begin with
   * the last letters of the word before.
   */
  private onWords(span: Span): Span {
    const { prefix, quote, suffix } = this.needle;
    const { text } = this;
    let { start, end } = span;
    if (isWord(quote[0]) && !isWord(prefix.at(-1)) && isWord(text[start - 1])) {
      const outer = wordEdge(text, start, -1);
      const inner = trimmed(text, { start: wordEdge(text, start, 1), end }).start;
      start = this.errors({ start: outer, end }) <= this.errors({ start: inner, end }) ? outer : inner;
    }
    if (isWord(quote.at(-1)) && !isWord(suffix[0]) && isWord(text[end])) {
      const outer = wordEdge(text, end, 1);
      const inner = trimmed(text, { start, end: wordEdge(text, end, -1) }).end;
      end = this.errors({ start, end: outer }) <= this.errors({ start, end: inner }) ? outer : inner;
    }
    return start < end ? { start, end } : span;
  }

  private errors(span: Span): number {
    if (span.end <= span.start) return Infinity;
    this.forwards ??= new Pattern(this.needle.quote);
    return this.forwards.distances(this.text, span.start, span.end, true).at(-1) ?? Infinity;
  }

  private rescore(span: Span): Candidate {
    const length = Math.max(span.end - span.start, this.needle.quote.length);
    return this.score(span, Math.max(0, 1 - this.errors(span) / length));
  }

  /**
   * What stands between the best places of prefix and suffix: for short quotes and for rewritten ones.
   * That may be next to nothing: then this is where the quote was.
   */
  private byContext(place: number): Candidate | null {
    const { prefix, quote, suffix } = this.needle;
    if (prefix === '' || suffix === '') return null;
    const from = this.within(place - this.slack);
    const startsBy = this.within(place + prefix.length + this.slack);
    this.prefix ??= new Pattern(prefix);
    const ends = this.prefix.distances(this.text, from, startsBy, false);
    const start = from + best(ends, () => true, place + prefix.length - from);
    const to = this.within(start + quote.length * 2 + this.slack + suffix.length);
    this.suffix ??= new Pattern(suffix, true);
    const starts = this.suffix.distances(this.text, to, start, false);
    const end = to - best(starts, () => true, to - start - quote.length);
    return this.rescore(trimmed(this.text, { start, end: Math.max(start, end) }));
  }

  private score(span: Span, quote: number): Candidate {
    const before = this.side(this.before, span.start, -1);
    const after = this.side(this.after, span.end, 1);
    const sides = [before, after].filter((side) => side !== null);
    if (sides.length === 0) return { ...span, quote, before, after, context: null, total: quote };
    const context = sides.reduce((sum, side) => sum + side) / sides.length;
    return { ...span, quote, before, after, context, total: (quote + context) / 2 };
  }

  /** How well the context beside a place agrees. The text's own edge agrees with no context at all. */
  private side(pattern: Pattern | null, at: number, step: 1 | -1): number | null {
    const edge = step < 0 ? 0 : this.text.length;
    if (pattern === null) return Math.abs(at - edge) <= 1 ? 1 : null;
    const to = this.within(at + step * (pattern.length + (pattern.length >> 2) + 8));
    const errors = pattern.distances(this.text, at, to, true);
    return Math.max(0, 1 - errors.reduce((a, b) => Math.min(a, b)) / pattern.length);
  }

  private get slack(): number {
    return Math.min(MOST_SLACK, SLACK + (this.needle.quote.length >> 2));
  }

  private within(offset: number): number {
    return Math.min(Math.max(0, offset), this.text.length);
  }
}

/**
 * Best first; of those that share most of their words only one: the unchanged quote if it is among them,
 * even where context goes better with a longer stretch, else the best.
 */
export function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  const byTotal = (a: Candidate, b: Candidate): number => b.total - a.total || a.start - b.start;
  const exactFirst = (a: Candidate, b: Candidate): number => Number(b.quote === 1) - Number(a.quote === 1);
  for (const candidate of [...candidates].sort((a, b) => exactFirst(a, b) || byTotal(a, b))) {
    if (!kept.some((other) => isSamePlace(candidate, other))) kept.push(candidate);
  }
  return kept.sort(byTotal);
}

function isSamePlace(a: Span, b: Span): boolean {
  return overlap(a, b) * 2 > Math.min(a.end - a.start, b.end - b.start);
}

/** The index of the smallest distance; of equal ones a preferred one, then the nearest to what is expected. */
function best(distances: Int32Array, isPreferred: (index: number) => boolean, expected: number): number {
  let found = 0;
  let cost = Infinity;
  for (let index = 0; index < distances.length; index += 1) {
    const distance = distances[index] ?? 0;
    if (Math.floor(cost) < distance) continue;
    const off = Math.min(0.4, Math.abs(index - expected) / 100_000);
    const own = distance + off + (isPreferred(index) ? 0 : 0.5);
    if (own < cost) {
      cost = own;
      found = index;
    }
  }
  return found;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && text[start] === ' ') start += 1;
  while (start < end && text[end - 1] === ' ') end -= 1;
  return { start, end };
}
