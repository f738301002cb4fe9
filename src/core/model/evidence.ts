import type { Evidence } from '../positions/types.js';
import type { PlacedStatement } from './types.js';

/** A statement as the rules of positions take it, with the way back to its words. */
export interface PlacedEvidence extends Evidence {
  readonly placed: PlacedStatement;
}

/** One wrapper a statement, so that the same statement is the same piece of evidence. */
const made = new WeakMap<PlacedStatement, PlacedEvidence>();

export function evidenceOf(placed: PlacedStatement): PlacedEvidence {
  const known = made.get(placed);
  if (known) return known;
  const evidence = newEvidence(placed);
  made.set(placed, evidence);
  return evidence;
}

/** Another wrapper with each call: for whoever keeps them, as a hundred thousand are costly to keep here. */
export function newEvidence(placed: PlacedStatement): PlacedEvidence {
  return {
    placed,
    statement: placed.stored.statement,
    corpus: placed.corpus,
    date: placed.date,
    documentOrder: placed.order,
    start: placed.place.outcome === 'lost' ? null : placed.place.span.start,
    coder: placed.coder,
  };
}
