import { trimmed } from '../../text/blocks.js';
import { overlap, type Span } from '../../text/span.js';
import type { Furniture } from '../types.js';

/** How far up from a document's end repeated lines are looked for. */
const mostLines = 15;
/** A longer line, or one with speech, is the text's own: two versions of one article share their last paragraphs. */
const longestLine = 200;
const marks = /["“”„«»]/;

/** A line at the foot of a document. Offsets into the document's text. */
export interface FootLine extends Span {
  /** The line in the form that is compared: lower case, single blanks. */
  readonly key: string;
  /** Whether the line is furniture already. */
  readonly known: boolean;
}

/** The foot of a document: its last short lines, up to the first that cannot be furniture. */
export interface Foot {
  /** From the last line upwards. */
  readonly lines: readonly FootLine[];
  /** Whether the lines reach up to the document's first line. */
  readonly isWhole: boolean;
}

/**
 * Reads the foot of a document.
 * @param text the file's text
 * @param textSpan the document's text in it
 * @param furniture what is furniture already, without repeated lines; offsets into the document's text
 */
export function footOf(text: string, textSpan: Span, furniture: readonly Furniture[]): Foot {
  const lines: FootLine[] = [];
  const first = trimmed(text, textSpan.start, textSpan.end).start;
  let end = textSpan.end;
  let at = furniture.length - 1;
  while (end > first && lines.length < mostLines) {
    const feed = Math.max(text.lastIndexOf('\n', end - 1), textSpan.start - 1);
    const line = trimmed(text, feed + 1, end);
    if (line.start === line.end) {
      end = feed;
      continue;
    }
    const span = { start: line.start - textSpan.start, end: line.end - textSpan.start };
    while (at >= 0 && (furniture[at]?.start ?? 0) >= span.end) at--;
    const piece = furniture[at];
    const known = piece !== undefined && overlap(piece, span) > 0;
    const length = line.end - line.start;
    if (!known && (length > longestLine || marks.test(text.slice(line.start, line.end)))) break;
    const key =
      length > longestLine ? '' : text.slice(line.start, line.end).toLowerCase().replace(/\s+/g, ' ');
    lines.push({ ...span, key, known });
    end = feed;
  }
  return { lines, isWhole: end <= first };
}

/** The lines that stand at the foot of two documents or more. */
export function repeatedKeys(feet: readonly Foot[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const foot of feet) {
    for (const key of new Set(foot.lines.map((line) => line.key))) {
      if (seen.has(key)) repeated.add(key);
      else seen.add(key);
    }
  }
  return repeated;
}

/**
 * The furniture of a document with the lines of its foot that other documents have too: those that
 * stand, one above the other, at the very end. A document of nothing else is left as it is.
 * @returns sorted, not overlapping
 */
export function withRepeated(
  furniture: readonly Furniture[],
  foot: Foot,
  isRepeated: (key: string) => boolean,
): readonly Furniture[] {
  const stop = foot.lines.findIndex((line) => !line.known && !isRepeated(line.key));
  const lines = (stop === -1 ? foot.lines : foot.lines.slice(0, stop)).filter((line) => !line.known);
  if (lines.length === 0 || (stop === -1 && foot.isWhole)) return furniture;
  const added = lines.map(({ start, end }): Furniture => ({ kind: 'repeated', start, end }));
  return [...furniture, ...added].sort((a, b) => a.start - b.start);
}
