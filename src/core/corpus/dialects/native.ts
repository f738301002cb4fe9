import type { Span } from '../../text/span.js';
import { findLine, splitAtLines, type DialectReader } from './dialect.js';

/** `=== id`, with an optional closing run: `=== id ===`. Keyed heads follow. */
export const native: DialectReader = {
  dialect: 'native',
  headKeys: 'any',
  split: (text) => splitAtLines(text, '===', readDelimiter),
  find: (text, from) => findLine(text, from, '===', readDelimiter),
};

/** Reads by hand, from both ends: a line may be megabytes long. */
function readDelimiter(text: string, lineStart: number, lineEnd: number): Span | null {
  let start = lineStart;
  while (start < lineEnd && text[start] === '=') start++;
  if (start - lineStart < 3 || !isBlank(text[start])) return null;
  while (start < lineEnd && isBlank(text[start])) start++;
  const end = backOverBlanks(text, start, lineEnd);
  let run = end;
  while (run > start && text[run - 1] === '=') run--;
  const closes = run < end && (run === start || isBlank(text[run - 1]));
  return { start, end: closes ? backOverBlanks(text, start, run) : end };
}

function backOverBlanks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isBlank(text[last - 1])) last--;
  return last;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
