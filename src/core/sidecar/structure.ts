import type { TextEdit } from '../text/span.js';
import type { Entry } from './entry.js';
import type { SidecarIndex } from './index.js';
import { insertBlocks } from './insert.js';
import { placeOf } from './order.js';
import type { DocumentOrder } from './order.js';
import { removeBlocks } from './remove.js';
import { newList } from './start.js';
import type { Statement } from './types.js';

/** A block that is to go into the list, without the line end of its last line. */
export interface NewBlock {
  readonly text: string;
  /** What decides its place; null for an entry that is no statement. */
  readonly statement: Statement | null;
}

/**
 * The edits that take blocks (indices) out of the list and put others in. Makes the list, and the header, where
 * the file has none yet.
 * @param changed blocks that other edits change, so that no edit may reach into their last line
 */
export function structureEdits(
  index: SidecarIndex,
  removed: readonly number[],
  added: readonly NewBlock[],
  changed: ReadonlySet<number>,
  order: DocumentOrder | null,
  coder: string | null,
): readonly TextEdit[] {
  const { firstKept, insertions } = insertionsOf(index, new Set(removed), added, order);
  const ascending = [...removed].sort((a, b) => a - b);
  const edits = [...removeBlocks(index, ascending, (at) => insertions.has(at) || changed.has(at))];
  if (added.length === 0) return edits;
  const { list } = index.layout;
  if (!list) return [...edits, ...newList(index, [...insertions.values()].flat(), coder)];
  if (list.value > list.colon) edits.push({ start: list.colon, end: list.value, newText: '' });
  for (const [at, blocks] of insertions)
    edits.push(insertBlocks(index, list, { behind: at, blocks }, firstKept));
  return edits;
}

/** Where each new block goes, and the first block that stays (-1 where none does). */
function insertionsOf(
  { entries }: SidecarIndex,
  gone: ReadonlySet<number>,
  added: readonly NewBlock[],
  order: DocumentOrder | null,
): { readonly firstKept: number; readonly insertions: ReadonlyMap<number, readonly string[]> } {
  const [only] = added;
  if (only?.statement && added.length === 1 && gone.size === 0) {
    const behind = placeOf(entries, only.statement, order) - 1;
    return { firstKept: entries.length === 0 ? -1 : 0, insertions: new Map([[behind, [only.text]]]) };
  }
  const kept = gone.size === 0 ? entries : entries.filter((_, at) => !gone.has(at));
  const slots: (Entry | NewBlock)[] = [...kept];
  for (const one of added)
    slots.splice(one.statement ? placeOf(slots, one.statement, order) : slots.length, 0, one);
  const insertions = new Map<number, string[]>();
  let behind = -1;
  let at = -1;
  for (const slot of slots) {
    if ('sound' in slot) {
      do at += 1;
      while (gone.has(at));
      behind = at;
    } else {
      const here = insertions.get(behind);
      if (here) here.push(slot.text);
      else insertions.set(behind, [slot.text]);
    }
  }
  return { firstKept: entries.findIndex((_, i) => !gone.has(i)), insertions };
}
