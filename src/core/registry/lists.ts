import { isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import { appendItems, endOf } from '../codebook/lists.js';
import { entryOrder } from '../codebook/sections.js';
import type { TextEdit } from '../text/span.js';
import { flowText } from '../yaml/format.js';
import { lineEndOf, lineStart, nextLine } from '../yaml/lines.js';
import { pairsOf } from '../yaml/pairs.js';
import { setKey } from '../yaml/splice.js';
import type { EntryNode } from './entryNodes.js';

/** The edits that put names behind those of a list of an entry; see {@link appendFormatted}. */
export function appendTexts(
  text: string,
  node: EntryNode,
  key: string,
  names: readonly string[],
): readonly TextEdit[] | null {
  return appendFormatted(
    text,
    node,
    key,
    names.map((name) => flowText(name)),
  );
}

/**
 * The edits that put items, already formatted on one line each, behind those of a list of an entry, in the list's
 * own style; the list is made where there is none. Null where its layout does not allow that.
 */
export function appendFormatted(
  text: string,
  { map, section }: EntryNode,
  key: string,
  items: readonly string[],
): readonly TextEdit[] | null {
  if (items.length === 0) return [];
  const eol = lineEndOf(text);
  const lines = items.map((item) => [`- ${item}`]);
  const appended = appendItems(text, map, key, { lines, inline: items }, eol);
  if (appended) return appended;
  const place = { pairs: pairsOf(map), flow: map.flow === true };
  const pair = place.pairs.find((one) => one.key === key);
  if (pair && pair.text === null && pair.style !== 'flow' && pair.style !== 'empty') return null;
  if (pair && pair.style === 'flow' && Array.isArray(pair.data) && pair.data.length > 0) return null;
  return setKey(text, place, key, `[${items.join(', ')}]`, entryOrder[section], eol);
}

/**
 * The edit that takes an entry out of its list: its own lines and the blank ones behind it. Comments above it stay, since
 * nobody can say whether they speak of it alone. Null where its place cannot be told.
 */
export function removalOf(text: string, { list, map }: EntryNode): TextEdit | null {
  const items: readonly ParsedNode[] = isSeq<ParsedNode>(list) ? list.items : [];
  const at = items.indexOf(map);
  if (at === -1) return null;
  if (list.flow === true) {
    const next = items[at + 1];
    const previous = items[at - 1];
    const start = next || !previous ? map.range[0] : previous.range[1];
    return { start, end: next ? next.range[0] : map.range[1], newText: '' };
  }
  let dash = map.range[0] - 1;
  while (dash >= 0 && /\s/.test(text.charAt(dash))) dash -= 1;
  if (text.charAt(dash) !== '-') return null;
  const start = lineStart(text, dash);
  const last = endOf(map);
  let end = /[\r\n]/.test(text.charAt(last - 1)) ? last : nextLine(text, last);
  while (end < text.length && /^[ \t]*\r?$/.test(text.slice(end, nextLine(text, end)).replace(/\n$/, ''))) {
    end = nextLine(text, end);
  }
  return { start, end, newText: '' };
}
