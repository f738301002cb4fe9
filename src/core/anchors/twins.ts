import type { Span } from '../text/span.js';
import { usableHint } from './hints.js';
import type { Anchor, Place } from './types.js';

/**
 * Chooses between places with the same quote and the same context. Words cannot tell them apart, but
 * neighbours can: where the nearest surely located anchors before and behind have moved by the same
 * distance, nothing was put in between, and the anchor has moved by that distance too.
 * @param twins the places of each such anchor, by its index
 * @param places where the others are; all in the units of the hints
 * @returns located by its neighbours, else suggested at the place nearest to its hint
 */
export function tellTwinsApart(
  anchors: readonly Anchor[],
  twins: ReadonlyMap<number, readonly Span[]>,
  places: readonly (Place | null)[],
): ReadonlyMap<number, Place> {
  const told = new Map<number, Place>();
  if (twins.size === 0) return told;
  const moves = sureMoves(anchors, places);
  for (const [index, spans] of twins) {
    const anchor = anchors[index];
    const hint = anchor === undefined ? null : usableHint(anchor);
    const wanted = hint === null ? null : hint.start + (movedBetween(moves, hint) ?? 0);
    const isMoved = hint !== null && movedBetween(moves, hint) !== null;
    const there = spans.find(({ start }) => isMoved && start === wanted);
    if (there !== undefined) told.set(index, { outcome: 'located', span: there, changed: false });
    else told.set(index, { outcome: 'suggested', span: nearest(spans, wanted ?? 0), score: 1 });
  }
  return told;
}

interface Move {
  readonly from: Span;
  readonly by: number;
}

/** How far each located anchor has moved, in the order of the hints. */
function sureMoves(anchors: readonly Anchor[], places: readonly (Place | null)[]): readonly Move[] {
  const moves: Move[] = [];
  for (const [index, anchor] of anchors.entries()) {
    const from = usableHint(anchor);
    const place = places[index];
    if (from !== null && place?.outcome === 'located')
      moves.push({ from, by: place.span.start - from.start });
  }
  return moves.sort((a, b) => a.from.start - b.from.start);
}

/** The move of both neighbours of the hint; null where one is missing or they disagree. */
function movedBetween(moves: readonly Move[], hint: Span): number | null {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moves[middle]?.from.start ?? 0) < hint.start) low = middle + 1;
    else high = middle;
  }
  const before = moves[low - 1];
  const behind = moves[low];
  if (before === undefined || behind === undefined) return null;
  const apart = before.from.end <= hint.start && behind.from.start >= hint.end;
  return apart && before.by === behind.by ? before.by : null;
}

function nearest(spans: readonly Span[], wanted: number): Span {
  return spans.reduce((best, span) =>
    Math.abs(span.start - wanted) < Math.abs(best.start - wanted) ? span : best,
  );
}
