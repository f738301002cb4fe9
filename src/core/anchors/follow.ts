import type { Span, TextEdit } from '../text/span.js';

/** A replacement of more than this says too little about what became of the words in it. */
const MOST_REPLACED = 2_000;
const MOST_LINES = 20;

/**
 * Moves places along with edits typed in an editor. Typing inside a place makes it longer, typing at its
 * edges does not; replacing words that touch an edge from inside belongs to the place, an edit that
 * crosses an edge cuts it there.
 * @param places in any order, offsets into the text before the edits
 * @param edits non-overlapping, in any order, offsets into the text before all of them (as an editor's
 *   change event gives them)
 * @returns one for each place, null where all of it was deleted or replaced: locate it anew. Places that
 *   did not move are the very same objects.
 */
export function followEdits(places: readonly Span[], edits: readonly TextEdit[]): (Span | null)[] {
  const ordered = new OrderedEdits(edits);
  return places.map((place) => ordered.follow(place));
}

/**
 * Whether places may simply follow an edit. Reloading a file arrives as one edit from the first changed
 * line to the last, and everything in between would be taken for rewritten: after such an edit, locate.
 * A long paste or a long deletion alone moves nothing that it does not hold, and can be followed.
 * @param removedLines line ends in the text that the edit replaces, where known
 */
export function trustworthy(edit: TextEdit, removedLines = 0): boolean {
  const removed = edit.end - edit.start;
  if (removed === 0 || edit.newText.length === 0) return true;
  if (Math.max(removed, edit.newText.length) > MOST_REPLACED) return false;
  return removedLines <= MOST_LINES && edit.newText.split('\n').length - 1 <= MOST_LINES;
}

class OrderedEdits {
  private readonly edits: readonly TextEdit[];
  /** How far the text behind the first n edits has moved. */
  private readonly moved: Float64Array;

  constructor(edits: readonly TextEdit[]) {
    this.edits = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    this.moved = new Float64Array(edits.length + 1);
    this.edits.forEach((edit, index) => {
      this.moved[index + 1] = (this.moved[index] ?? 0) + edit.newText.length - (edit.end - edit.start);
    });
  }

  follow(place: Span): Span | null {
    const start = this.start(place);
    const end = this.end(place);
    if (start === null || (end <= start && place.end > place.start)) return null;
    if (start === place.start && end === place.end) return place;
    return { start, end: Math.max(start, end) };
  }

  /** Null where one edit replaces the whole place. */
  private start({ start, end }: Span): number | null {
    const before = this.countEndingBy(start);
    const moved = start + this.movedBy(before);
    const edit = this.edits[before];
    if (edit === undefined || edit.start > start) return moved;
    if (edit.end >= end && edit.end > edit.start) return null;
    if (edit.start === start) return moved;
    return edit.start + this.movedBy(before) + edit.newText.length;
  }

  private end({ end }: Span): number {
    let before = this.countEndingBy(end);
    // Insertions at the very end stay outside; a replacement that ends there is inside.
    while (before > 0 && this.edits[before - 1]?.start === end) before -= 1;
    const edit = this.edits[before];
    return (edit === undefined || edit.start >= end ? end : edit.start) + this.movedBy(before);
  }

  /** How many edits end at the offset or before it. */
  private countEndingBy(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private movedBy(count: number): number {
    return this.moved[count] ?? 0;
  }
}
