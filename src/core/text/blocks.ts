import type { Span } from './span.js';

/** A paragraph: lines with no blank line between them. */
export interface Block extends Span {
  /** Each line without the white space at its ends. */
  readonly lines: readonly Span[];
}

/**
 * Walks the paragraphs of a text. A line of nothing but white space (no-break spaces too) is blank.
 * @param from where to begin, an offset into `text`
 * @param to where to end, exclusive
 */
export function* blocksOf(text: string, from = 0, to = text.length): Generator<Block> {
  let lines: Span[] = [];
  for (const line of linesOf(text, from, to)) {
    if (line.start < line.end) lines.push(line);
    else if (lines.length > 0) {
      yield asBlock(lines);
      lines = [];
    }
  }
  if (lines.length > 0) yield asBlock(lines);
}

/** Walks the lines of a text, each without the white space at its ends; a blank line is an empty span. */
export function* linesOf(text: string, from = 0, to = text.length): Generator<Span> {
  let start = from;
  while (start < to) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 || feed > to ? to : feed;
    yield trimmed(text, start, end);
    start = end + 1;
  }
}

/** Where the line after the one that holds `at` begins; the text's length where it is the last. */
export function afterLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}

/** A stretch of a text without the white space at its ends; empty, at `end`, when there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  let first = start;
  while (first < end && isSpace(text.charCodeAt(first))) first++;
  let last = end;
  while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

/** The white space of Unicode's basic plane that texts hold, the byte order mark and zero-width space included. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function asBlock(lines: readonly Span[]): Block {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0, lines };
}
