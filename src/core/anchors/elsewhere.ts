import type { Span } from '../text/span.js';
import { THRESHOLDS } from './judge.js';
import { locateInSlices } from './locate.js';
import { finish, type Sliced } from './slices.js';
import type { Anchor } from './types.js';

/** A place in another document than the anchor's own: never sure, a person confirms. */
export interface PlaceElsewhere {
  /** The key that the document was given under. */
  readonly document: string;
  readonly span: Span;
  /** How much of quote and context agrees, from 0 to 1. */
  readonly score: number;
}

/** A changed quote that would be located in its own document agrees by this much or more. */
const CHANGED = THRESHOLDS.changed.total;

/**
 * Where else an anchor may be: for one whose document is gone or no longer holds it.
 * @param texts the documents to search, as they are
 * @returns best first, then in the order of `texts`; spans are offsets into that document's text
 */
export function locateElsewhere(
  texts: ReadonlyMap<string, string>,
  anchor: Anchor,
): readonly PlaceElsewhere[] {
  return finish(locateElsewhereInSlices(texts, anchor));
}

/** The same, pausing every few milliseconds of work: see `runInSlices`. */
export function* locateElsewhereInSlices(
  texts: ReadonlyMap<string, string>,
  anchor: Anchor,
): Sliced<readonly PlaceElsewhere[]> {
  return (yield* locateAllElsewhereInSlices(texts, [anchor]))[0] ?? [];
}

/** The same for many anchors at once, in one pass over each text; one list for each anchor. */
export function* locateAllElsewhereInSlices(
  texts: ReadonlyMap<string, string>,
  anchors: readonly Anchor[],
): Sliced<readonly (readonly PlaceElsewhere[])[]> {
  // A hint is of the anchor's own document.
  const unhinted = anchors.map((anchor) => ({ ...anchor, at: null }));
  const found = anchors.map((): PlaceElsewhere[] => []);
  for (const [document, text] of texts) {
    const places = yield* locateInSlices(text, unhinted);
    places.forEach((place, index) => {
      if (place.outcome === 'lost') return;
      const score = place.outcome === 'suggested' ? place.score : place.changed ? CHANGED : 1;
      found[index]?.push({ document, span: place.span, score });
    });
    yield;
  }
  return found.map((places) => places.sort((a, b) => b.score - a.score));
}
