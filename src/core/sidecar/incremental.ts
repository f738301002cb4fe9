import { plainLineEnds } from '../yaml/parse.js';
import { damageAt, conflictMarkers } from './damage.js';
import { faultyAmong, readEntry, storedOf } from './entry.js';
import type { Entry } from './entry.js';
import type { SidecarIndex } from './index.js';
import { scanBlocks } from './layout.js';
import type { BlockPlace } from './layout.js';

/**
 * Reads a new version of a text in which only blocks have changed: those that are the same at the start and at
 * the end are taken over unseen. Null where more has changed than that; then the whole text is to be read.
 */
export function readAgain(known: SidecarIndex, text: string): SidecarIndex | null {
  const { layout, entries } = known;
  const { list, blocks } = layout;
  const first = blocks[0];
  const clean = known.damage === -1 && known.markers.length + known.twins.length === 0;
  if (!clean || !list || !first || layout.tail !== known.plain.length) return null;
  const plain = plainLineEnds(text);
  if (!plain.startsWith(known.plain.slice(0, first.start))) return null;
  // The last of the equal blocks is read anew: what follows it may now belong to it.
  const same = Math.max(0, equalFromStart(known.plain, plain, blocks) - 1);
  const from = blocks[same]?.start ?? first.start;
  const delta = plain.length - known.plain.length;
  const kept = equalFromEnd(known.plain, plain, blocks, from);
  const moved = blocks.slice(blocks.length - kept).map((block) => moveBlock(block, delta));
  const to = moved[0]?.start ?? plain.length;
  const changed = plain.slice(from, to);
  const scanned = scanBlocks(plain, from, to, list.indent);
  const middle = [...scanned.blocks];
  if (scanned.tail !== to || middle.length === 0) return null;
  if (damageAt(changed) !== -1 || conflictMarkers(changed).length > 0) return null;
  const begin = middle[0];
  if (begin) middle[0] = { ...begin, lead: leadOf(plain, begin.start, blocks[same - 1]?.next ?? list.end) };
  const end = moved[0];
  if (end) moved[0] = { ...end, lead: leadOf(plain, end.start, middle.at(-1)?.next ?? from) };
  const read = middle.map((block) => readEntry(plain.slice(block.start, block.next), list.indent));
  const before = entries.slice(0, same);
  const behind = entries.slice(entries.length - kept);
  if (sharesAnId(read, [before, behind])) return null;
  const stored = [
    ...known.stored.slice(0, same),
    ...read.map((entry, i) => storedOf(entry, middle[i])),
    ...behind.map((entry, i) => storedOf(entry, moved[i])),
  ];
  const shifted = entries.length - kept;
  const faulty = [
    ...known.faulty.filter((i) => i < same),
    ...faultyAmong(read, same),
    ...known.faulty.filter((i) => i >= shifted).map((i) => i - shifted + same + read.length),
  ];
  return {
    ...known,
    text,
    plain,
    layout: { list, blocks: [...blocks.slice(0, same), ...middle, ...moved], tail: plain.length },
    entries: [...before, ...read, ...behind],
    stored,
    faulty,
  };
}

/** Whether an entry has the id of another one, or of one of the others. */
function sharesAnId(entries: readonly Entry[], others: readonly (readonly Entry[])[]): boolean {
  const ids = new Set(entries.map(({ id }) => id));
  const named = entries.filter(({ id }) => id !== null).length;
  if (ids.size - (ids.has(null) ? 1 : 0) < named) return true;
  ids.delete(null);
  return others.some((list) => list.some(({ id }) => ids.has(id)));
}

/** How many blocks, each up to the next one, are the same in both texts. */
function equalFromStart(old: string, plain: string, blocks: readonly BlockPlace[]): number {
  const startOf = (i: number): number => blocks[i]?.start ?? old.length;
  return longest(blocks.length - 1, (from, to) => {
    const [start, end] = [startOf(from), startOf(to)];
    return old.slice(start, end) === plain.slice(start, end);
  });
}

/** How many blocks at the end are the same and begin a line, none before `from`. */
function equalFromEnd(old: string, plain: string, blocks: readonly BlockPlace[], from: number): number {
  const delta = plain.length - old.length;
  const startOf = (count: number): number => blocks[blocks.length - count]?.start ?? old.length;
  const count = longest(blocks.length - 1, (less, more) => {
    const [start, end] = [startOf(more), startOf(less)];
    return start + delta > from && old.slice(start, end) === plain.slice(start + delta, end + delta);
  });
  const startsLine = plain.charCodeAt(startOf(count) + delta - 1) === 10;
  return count === 0 || startsLine ? count : count - 1;
}

/**
 * The largest n up to `most` for which all stretches before n are equal; looks at each stretch about once, and
 * compares few and long ones, which costs a tenth of many short ones.
 */
function longest(most: number, equal: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = Math.max(0, most);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (equal(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function moveBlock(block: BlockPlace, by: number): BlockPlace {
  return { lead: block.lead + by, start: block.start + by, end: block.end + by, next: block.next + by };
}

/** The start of the comment lines right above a block, none before `from`. */
function leadOf(plain: string, start: number, from: number): number {
  let lead = start;
  while (lead > from) {
    const above = plain.lastIndexOf('\n', lead - 2) + 1;
    if (above < from || !/^ *#/.test(plain.slice(above, Math.min(lead, above + 400)))) break;
    lead = above;
  }
  return lead;
}
