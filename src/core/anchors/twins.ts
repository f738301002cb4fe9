import type { Span } from '../text/span.js';
import { usableHint } from './hints.js';
import type { Moves } from './moves.js';
import type { Anchor, Place } from './types.js';

/**
 * Chooses between places with the same quote and the same context. Words cannot tell them apart, but
 * neighbours can: where the nearest surely located anchors before and behind have moved by the same
 * distance, nothing was put in between, and the anchor has moved by that distance too.
 * @param twins the places of each such anchor, by its index; in the units of the hints
 * @returns located by its neighbours, else suggested at the place nearest to its hint
 */
export function tellTwinsApart(
  anchors: readonly Anchor[],
  twins: ReadonlyMap<number, readonly Span[]>,
  moves: Moves,
): ReadonlyMap<number, Place> {
  const told = new Map<number, Place>();
  for (const [index, spans] of twins) {
    const anchor = anchors[index];
    const hint = anchor === undefined ? null : usableHint(anchor);
    const move = hint === null ? null : moves.around(hint);
    const wanted = (hint?.start ?? 0) + (move ?? 0);
    const there = move === null ? undefined : spans.find(({ start }) => start === wanted);
    if (there !== undefined) told.set(index, { outcome: 'located', span: there, changed: false });
    else told.set(index, { outcome: 'suggested', span: nearest(spans, wanted), score: 1 });
  }
  return told;
}

function nearest(spans: readonly Span[], wanted: number): Span {
  return spans.reduce((best, span) =>
    Math.abs(span.start - wanted) < Math.abs(best.start - wanted) ? span : best,
  );
}
