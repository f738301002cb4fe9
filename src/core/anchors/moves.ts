import type { Span } from '../text/span.js';
import { usableHint } from './hints.js';
import type { Anchor, Place } from './types.js';

interface Move {
  readonly from: Span;
  readonly by: number;
}

/** How far surely located anchors have moved from their hints: what others near them have done, too. */
export class Moves {
  private readonly moves: readonly Move[];

  /**
   * @param places in the units of the hints; null for those that are not settled
   * @param isDoubtful tells the indices of anchors that are not to be gone by
   */
  constructor(
    anchors: readonly Anchor[],
    places: readonly (Place | null)[],
    isDoubtful: (index: number) => boolean,
  ) {
    const moves: Move[] = [];
    for (const [index, anchor] of anchors.entries()) {
      const from = usableHint(anchor);
      const place = places[index];
      if (from === null || place?.outcome !== 'located' || isDoubtful(index)) continue;
      moves.push({ from, by: place.span.start - from.start });
    }
    this.moves = moves.sort((a, b) => a.from.start - b.from.start);
  }

  /** The move of both neighbours of the hint; null where one is missing or they disagree. */
  around(hint: Span): number | null {
    const { before, behind } = this.neighbours(hint);
    if (before === undefined || behind === undefined) return null;
    const apart = before.from.end <= hint.start && behind.from.start >= hint.end;
    return apart && before.by === behind.by ? before.by : null;
  }

  /** The move of the nearest neighbour of the hint; none where there is no neighbour. */
  near(hint: Span): number {
    const { before, behind } = this.neighbours(hint);
    if (before === undefined || behind === undefined) return (before ?? behind)?.by ?? 0;
    return hint.start - before.from.start <= behind.from.start - hint.start ? before.by : behind.by;
  }

  private neighbours({ start }: Span): {
    readonly before: Move | undefined;
    readonly behind: Move | undefined;
  } {
    let low = 0;
    let high = this.moves.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.moves[middle]?.from.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return { before: this.moves[low - 1], behind: this.moves[low] };
  }
}
