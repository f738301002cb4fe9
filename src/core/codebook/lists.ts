import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import type { TextEdit } from '../text/span.js';
import { lineStart, nextLine } from '../yaml/lines.js';

/** What to put behind the last item of a list, in both ways in which the list may be written. */
export interface NewItems {
  /** Each item in lines without line ends, for a list with one item a line (or several lines). */
  readonly lines: readonly (readonly string[])[];
  /** Each item on one line, for a list in brackets. */
  readonly inline: readonly string[];
}

/**
 * The edits that put items behind those of a list that is the value of `key` in a map: in the list's own style
 * and column. Null where there is no such key, or where its value is no list.
 */
export function appendItems(
  text: string,
  map: YAMLMap.Parsed,
  key: string,
  items: NewItems,
  eol: string,
): readonly TextEdit[] | null {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair || !isScalar(pair.key)) return null;
  const value: ParsedNode | null = pair.value;
  const keyRange = pair.key.range;
  if (isSeq<ParsedNode>(value) && value.items.length > 0) {
    if (value.flow === true) {
      const at = value.items.at(-1)?.range[1] ?? value.range[1];
      return [{ start: at, end: at, newText: items.inline.map((item) => `, ${item}`).join('') }];
    }
    const column = value.range[0] - lineStart(text, value.range[0]);
    return [insertLines(text, endOf(value), indented(items.lines, column), eol)];
  }
  const empty = value === null || (isScalar(value) && value.value === null) || isSeq(value);
  if (!empty || map.flow === true) return null;
  const column = keyRange[0] - lineStart(text, keyRange[0]);
  const from = isScalar(value) || isSeq(value) ? value.range[0] : keyRange[1];
  const to = isScalar(value) || isSeq(value) ? value.range[1] : from;
  const blanks = /[ \t]*$/.exec(text.slice(lineStart(text, from), from))?.[0].length ?? 0;
  const gone = to > from ? [{ start: from - blanks, end: to, newText: '' }] : [];
  return [...gone, insertLines(text, Math.max(to, keyRange[1] + 1), indented(items.lines, column), eol)];
}

/** The edit that puts lines behind the line on which the offset is (or which ends right before it). */
export function insertLines(text: string, behind: number, lines: readonly string[], eol: string): TextEdit {
  const startsLine = behind > 0 && /[\r\n]/.test(text.charAt(behind - 1));
  const at = startsLine ? behind : nextLine(text, behind);
  const open = at > 0 && !/[\r\n\uFEFF]/.test(text.charAt(at - 1));
  const body = lines.join(eol);
  return { start: at, end: at, newText: open ? eol + body : body + eol };
}

/** Behind the last character of a node that is not a comment or a blank line. */
export function endOf(node: ParsedNode): number {
  let last: unknown = node;
  for (;;) {
    if (isMap(last) && last.flow !== true) last = last.items.at(-1) ?? null;
    else if (isSeq(last) && last.flow !== true) last = last.items.at(-1) ?? null;
    else if (isPair(last)) last = hasText(last.value) ? last.value : last.key;
    else break;
  }
  if (isScalar(last) || isMap(last) || isSeq(last)) return last.range?.[1] ?? node.range[1];
  return node.range[1];
}

function hasText(value: unknown): boolean {
  return !(isScalar(value) && value.source === '') && value !== null;
}

function indented(items: readonly (readonly string[])[], column: number): readonly string[] {
  return items.flat().map((line) => ' '.repeat(column) + line);
}
