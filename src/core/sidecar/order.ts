import type { Statement } from './types.js';

/** An entry of the list, or a new statement in it; null for an entry that is no statement. */
export interface Slot {
  readonly statement: Statement | null;
}

/** The place of a document in its corpus; any number for one that is not there, best a large one. */
export type DocumentOrder = (document: string) => number;

/**
 * Where in the list a new statement goes: among those of its document by start, else behind the documents
 * that come before its own, else to the end. What is there stays where it is, in order or not.
 */
export function placeOf(slots: readonly Slot[], added: Statement, order: DocumentOrder | null): number {
  let first = -1;
  let behind = -1;
  for (let i = 0; i < slots.length; i += 1) {
    const statement = slots[i]?.statement;
    if (statement?.document !== added.document) continue;
    if (first === -1) first = i;
    if (startOf(statement) <= startOf(added)) behind = i;
  }
  if (behind !== -1) return behind + 1;
  if (first !== -1) return first;
  if (order === null) return slots.length;
  const ranks = new Map<string, number>();
  const rankOf = (document: string): number => {
    const known = ranks.get(document);
    if (known !== undefined) return known;
    const rank = order(document);
    ranks.set(document, Number.isNaN(rank) ? Infinity : rank);
    return ranks.get(document) ?? rank;
  };
  const rank = rankOf(added.document);
  return slots.findLastIndex(({ statement }) => statement !== null && rankOf(statement.document) <= rank) + 1;
}

/** A statement without a usable hint goes to the head of its document. */
function startOf(statement: Statement): number {
  return statement.at?.start ?? 0;
}
