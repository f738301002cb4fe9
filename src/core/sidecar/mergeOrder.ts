import type { Entry } from './entry.js';
import type { DocumentOrder } from './order.js';

/**
 * The order of the documents that two lists show together: ours as they come, and each that only they have
 * behind the one that it follows in their list.
 */
export function documentsInOrder(ours: readonly Entry[], theirs: readonly Entry[]): DocumentOrder {
  const order = [...new Set(ours.flatMap(({ statement }) => statement?.document ?? []))];
  const known = new Set(order);
  let previous: string | null = null;
  for (const { statement } of theirs) {
    if (statement === null) continue;
    const { document } = statement;
    if (!known.has(document)) {
      order.splice(previous === null ? 0 : order.indexOf(previous) + 1, 0, document);
      known.add(document);
    }
    previous = document;
  }
  const ranks = new Map(order.map((document, rank) => [document, rank]));
  return (document) => ranks.get(document) ?? Infinity;
}
