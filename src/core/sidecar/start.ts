import type { TextEdit } from '../text/span.js';
import { plainText } from '../yaml/format.js';
import { lineEndOf, lineStart } from '../yaml/lines.js';
import type { SidecarIndex } from './index.js';

/**
 * The edit that gives a file without a list (an empty one, one with comments only) the header that it lacks and
 * its first blocks, behind whatever it holds.
 */
export function newList(
  index: SidecarIndex,
  blocks: readonly string[],
  coder: string | null,
): readonly TextEdit[] {
  const { text, frame } = index;
  const eol = lineEndOf(text);
  const has = (key: string): boolean => frame.pairs.some((pair) => pair.key === key);
  const header = [
    ...(has('standpoint') ? [] : ['standpoint: 1']),
    ...(coder === null || has('coder') ? [] : [`coder: ${plainText(coder)}`]),
  ];
  const lines = [
    ...header,
    ...(header.length > 0 ? [''] : []),
    'statements:',
    '',
    blocks.join(eol + eol),
    '',
  ];
  return [{ start: text.length, end: text.length, newText: gap(text, eol) + lines.join(eol) }];
}

/** What brings about a blank line behind a text that holds anything. */
function gap(text: string, eol: string): string {
  if (text.replace('\uFEFF', '').trim() === '') return '';
  const last = lineStart(text, text.length);
  if (last < text.length) return eol + eol;
  const above = lineStart(text, last - (text.endsWith('\r\n') ? 2 : 1));
  return text.slice(above).trim() === '' ? '' : eol;
}
