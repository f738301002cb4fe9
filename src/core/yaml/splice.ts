import type { TextEdit } from '../text/span.js';
import { lineStart, nextLine } from './lines.js';
import type { Pair } from './pairs.js';

/** A map in a text, as far as its keys can be changed one by one. */
export interface MapPlace {
  /** In file order. */
  readonly pairs: readonly Pair[];
  /** Whether the map is written in braces. */
  readonly flow: boolean;
}

/**
 * The edits that give `key` the value `value` (already formatted, one line) in a map, or that take the key
 * away (null). A new key goes behind the last one that comes before it in
 * `order`, one that is not in it behind all. Everything else stays
 * byte for byte. Null where this cannot be done by a small edit: a value that is a list or map on lines
 * of its own, or behind a tag or an anchor. The caller parses the result and compares.
 */
export function setKey(
  text: string,
  map: MapPlace,
  key: string,
  value: string | null,
  order: readonly string[],
  eol: string,
): readonly TextEdit[] | null {
  const index = map.pairs.findIndex((pair) => pair.key === key);
  const pair = map.pairs[index];
  if (value === null) return pair === undefined ? [] : removeKey(text, map, index);
  if (pair === undefined) return insertKey(text, map, key, value, order, eol);
  if (pair.style === 'nested' || pair.style === 'tagged') return null;
  if (pair.style === 'empty') return [{ start: pair.start, end: pair.start, newText: ` ${value}` }];
  if (text.slice(pair.start, pair.end) === value) return [];
  const newText = pair.style === 'open' && endsLine(text, pair.end) ? value + eol : value;
  return [{ start: pair.start, end: pair.end, newText }];
}

function insertKey(
  text: string,
  map: MapPlace,
  key: string,
  value: string,
  order: readonly string[],
  eol: string,
): readonly TextEdit[] | null {
  const rank = order.indexOf(key);
  const before = map.pairs.filter(
    (pair) => rank === -1 || (order.includes(pair.key) && order.indexOf(pair.key) < rank),
  );
  const previous = before.at(-1) ?? map.pairs[0];
  if (previous === undefined) return null;
  if (map.flow) return [{ start: previous.end, end: previous.end, newText: `, ${key}: ${value}` }];
  const first = map.pairs[0] ?? previous;
  const column = first.keyStart - lineStart(text, first.keyStart);
  const line = `${' '.repeat(column)}${key}: ${value}`;
  const at = behindLine(text, previous);
  if (!endsLine(text, at)) return [{ start: at, end: at, newText: eol + line }];
  return [{ start: at, end: at, newText: line + eol }];
}

function removeKey(text: string, map: MapPlace, index: number): readonly TextEdit[] | null {
  const pair = map.pairs[index];
  if (pair === undefined) return null;
  const next = map.pairs[index + 1];
  const previous = map.pairs[index - 1];
  if (map.flow) {
    if (next) return [{ start: pair.keyStart, end: next.keyStart, newText: '' }];
    return previous ? [{ start: previous.end, end: pair.end, newText: '' }] : null;
  }
  if (previous === undefined) {
    // The key shares its line with the dash: the next key moves up to it.
    return next ? [{ start: pair.keyStart, end: next.keyStart, newText: '' }] : null;
  }
  const start = lineStart(text, pair.keyStart);
  const end = behindLine(text, pair);
  if (endsLine(text, end) || start === 0) return [{ start, end, newText: '' }];
  // The last line of a file without a final line end: the end before it goes instead.
  const cut = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  return [{ start: cut, end, newText: '' }];
}

/** The start of the line behind a pair's last one; texts and lists over several lines hold their line end. */
function behindLine(text: string, pair: Pair): number {
  return pair.end > pair.start && endsLine(text, pair.end) ? pair.end : nextLine(text, pair.end);
}

/** Whether a line end stands right before the offset. */
function endsLine(text: string, at: number): boolean {
  const c = text.charCodeAt(at - 1);
  return at > 0 && (c === 10 || c === 13);
}
