import type { Span } from '../../src/core/text/span.js';

/** A text after changes, with where each of its characters stood before them; -1 for new ones. */
export interface Tracked {
  readonly text: string;
  readonly origin: readonly number[];
}

/** Puts a changed text together from pieces of the old one and new words. */
export class TrackedWriter {
  private readonly parts: string[] = [];
  private readonly origin: number[] = [];

  constructor(private readonly old: string) {}

  keep(start: number, end: number): this {
    for (let at = start; at < end; at += 1) this.origin.push(at);
    this.parts.push(this.old.slice(start, end));
    return this;
  }

  /** New words in place of old ones: each new character stands for an old one as far as they go. */
  replace(start: number, end: number, words: string): this {
    for (let at = 0; at < words.length; at += 1) this.origin.push(start + at < end ? start + at : -1);
    this.parts.push(words);
    return this;
  }

  insert(words: string): this {
    return this.replace(0, 0, words);
  }

  done(): Tracked {
    return { text: this.parts.join(''), origin: this.origin };
  }
}

/** Replaces what a pattern finds. */
export function replaced(old: string, pattern: RegExp, by: (found: string) => string): Tracked {
  const writer = new TrackedWriter(old);
  let at = 0;
  for (const match of old.matchAll(pattern)) {
    const end = match.index + match[0].length;
    writer.keep(at, match.index).replace(match.index, end, by(match[0]));
    at = end;
  }
  return writer.keep(at, old.length).done();
}

/** The share of the larger of both spans that the found one and the true one have in common, from 0 to 1. */
export function agreement(tracked: Tracked, truth: Span, found: Span): number {
  const isTrue = (origin: number | undefined): boolean =>
    origin !== undefined && origin >= truth.start && origin < truth.end;
  const left = tracked.origin.filter(isTrue).length;
  if (left === 0) return 0;
  const common = tracked.origin.slice(found.start, found.end).filter(isTrue).length;
  return common / Math.max(left, found.end - found.start);
}
