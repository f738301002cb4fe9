import type { Span } from '../text/span.js';
import type { ContextLine } from './types.js';

/** Code units of context; few before, so that the keyword is on screen where the line is narrow. */
const BEFORE = 40;
const AFTER = 140;
const LONGEST_KEYWORD = 120;
const ELLIPSIS = '…';

/** Blanks, control characters, and those that would turn round what stands beside them. */
const UNSEEN = /[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * The line of a keyword in its passage.
 * @param marks what to mark in it, the keyword included; sorted, none of them over the keyword's ends
 */
export function lineAround(text: string, keyword: Span, passage: Span, marks: readonly Span[]): ContextLine {
  const from = cutBefore(text, keyword.start, passage.start);
  const to = cutBehind(text, keyword.end, passage.end, AFTER);
  const builder = new Builder(text, marks);
  const opening = from > passage.start ? ELLIPSIS : '';
  const before = opening + builder.piece(from, keyword.start, opening.length);
  const middle = builder.piece(keyword.start, keyword.end, before.length);
  const after = builder.piece(keyword.end, to, before.length + middle.length);
  const closing = to < passage.end ? ELLIPSIS : '';
  return { before, keyword: middle, after: after.trimEnd() + closing, marks: builder.marks };
}

/** The beginning of a passage, where no word of it is looked for. */
export function lineOf(text: string, passage: Span): ContextLine {
  const to = cutBehind(text, passage.start, passage.end, LONGEST_KEYWORD);
  const words = flat(text.slice(passage.start, to)).trim();
  return { before: '', keyword: to < passage.end ? words + ELLIPSIS : words, after: '', marks: [] };
}

/** Makes pieces of a line, and notes where the marks come to stand in it. */
class Builder {
  readonly marks: Span[] = [];

  constructor(
    private readonly text: string,
    private readonly wanted: readonly Span[],
  ) {}

  /** @param at where in the line the piece will stand */
  piece(from: number, to: number, at: number): string {
    let piece = '';
    let done = from;
    for (const { start, end } of this.wanted) {
      if (start < done || end > to) continue;
      piece += flat(this.text.slice(done, start));
      const words = flat(this.text.slice(start, end));
      this.marks.push({ start: at + piece.length, end: at + piece.length + words.length });
      piece += words;
      done = end;
    }
    return piece + flat(this.text.slice(done, to));
  }
}

/** Where context begins: at the passage's start, or behind a blank not too far before. */
function cutBefore(text: string, at: number, first: number): number {
  if (at - first <= BEFORE) return first;
  const blank = /\s\S/.exec(text.slice(at - BEFORE, at));
  return at - BEFORE + (blank ? blank.index + 1 : 0);
}

function cutBehind(text: string, at: number, last: number, most: number): number {
  if (last - at <= most) return last;
  const blank = text.slice(at, at + most).search(/\s\S*$/);
  return at + (blank > 0 ? blank : most);
}

function flat(text: string): string {
  return text.replace(UNSEEN, ' ');
}
