import type { Statement } from './types.js';

/** An entry of the list as far as its order goes. */
export interface Slot {
  /** Null for an entry that is no statement. */
  readonly document: string | null;
  readonly start: number;
}

/** The place of a document in its corpus; any number for one that is not there, best a large one. */
export type DocumentOrder = (document: string) => number;

export function slotOf(statement: Statement | null): Slot {
  return { document: statement?.document ?? null, start: statement?.at?.start ?? 0 };
}

/**
 * Where in the list a new statement goes: among those of its document by start, else behind the documents
 * that come before its own, else to the end. What is there stays where it is, in order or not.
 */
export function placeOf(slots: readonly Slot[], added: Slot, order: DocumentOrder | null): number {
  let first = -1;
  let behind = -1;
  slots.forEach((slot, i) => {
    if (slot.document !== added.document) return;
    if (first === -1) first = i;
    if (slot.start <= added.start) behind = i;
  });
  if (behind !== -1) return behind + 1;
  if (first !== -1) return first;
  if (order === null || added.document === null) return slots.length;
  const ranks = new Map<string, number>();
  const rankOf = (document: string): number => {
    const known = ranks.get(document);
    if (known !== undefined) return known;
    const rank = order(document);
    ranks.set(document, Number.isNaN(rank) ? Infinity : rank);
    return ranks.get(document) ?? rank;
  };
  const rank = rankOf(added.document);
  return slots.findLastIndex((slot) => slot.document !== null && rankOf(slot.document) <= rank) + 1;
}
