import { trimmed } from '../../text/blocks.js';
import type { Span } from '../../text/span.js';
import { findLine, splitAtLines, type DialectReader } from './dialect.js';

const opening = '==> ';
const closing = ' <==';

/** `==> name <==`, what `tail -n +1 *.txt` and `head` print before each file. */
export const tail: DialectReader = {
  dialect: 'tail',
  headKeys: 'known',
  split: (text) => splitAtLines(text, opening, readDelimiter),
  find: (text, from) => findLine(text, from, opening, readDelimiter),
};

function readDelimiter(text: string, lineStart: number, lineEnd: number): Span | null {
  const start = lineStart + opening.length;
  const end = lineEnd - closing.length;
  // An empty name leaves the two marks sharing a blank: `==> <==`.
  if (end < start - 1 || !text.startsWith(closing, end)) return null;
  return trimmed(text, Math.min(start, end), end);
}
