import type { Place } from '../anchors/types.js';
import { sameStatement } from '../sidecar/equal.js';
import type { PlacedStatement } from './types.js';

/**
 * Whether two versions of a statement say the same of the same words, wherever the words and the block in
 * the sidecar have moved to: then nothing that names it need be written anew.
 */
export function saysTheSame(a: PlacedStatement, b: PlacedStatement): boolean {
  return (
    a.key === b.key &&
    a.coder === b.coder &&
    a.corpus === b.corpus &&
    a.document === b.document &&
    a.date === b.date &&
    a.title === b.title &&
    a.place.outcome === b.place.outcome &&
    changed(a.place) === changed(b.place) &&
    (a.stored.statement === b.stored.statement || sameStatement(a.stored.statement, b.stored.statement))
  );
}

/** Whether it also stands at the same place: then nothing need be drawn anew in the text either. */
export function standsTheSame(a: PlacedStatement, b: PlacedStatement): boolean {
  return saysTheSame(a, b) && a.order === b.order && samePlace(a.place, b.place);
}

function samePlace(a: Place, b: Place): boolean {
  if (a.outcome === 'lost' || b.outcome === 'lost') return a.outcome === b.outcome;
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

function changed(place: Place): boolean {
  return place.outcome === 'located' && place.changed;
}
