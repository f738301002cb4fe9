import type { Span } from '../text/span.js';
import { readElided } from './elision.js';
import { LineEnds } from './lineEnds.js';
import { search } from './search.js';
import { finish, type Sliced } from './slices.js';
import type { Anchor, Place } from './types.js';

const LOST: Place = { outcome: 'lost' };

export interface LocateOptions {
  /**
   * True where the text is known to be the one that the hints were made for (its hash has not changed):
   * then a quote at its hint needs no other proof.
   */
  readonly unchanged?: boolean;
}

/** The ends of a long quote must be as far apart as they were, to this part of the distance. */
const MOST_STRETCH = 0.25;

/**
 * Where anchors are in this version of their document. Never throws, whatever the anchors hold.
 * @param text the document's text as it is; CRLF and CR are allowed
 * @returns one place for each anchor; spans are offsets into `text`. Of a located place, `changed` says
 *   that its words are no longer those of the stored quote, typography and line breaks aside; the score
 *   of a suggested one is how much of quote and context agrees, from 0 to 1
 */
export function locateAll(text: string, anchors: readonly Anchor[], options: LocateOptions = {}): Place[] {
  return finish(locateInSlices(text, anchors, options));
}

/** The same, pausing every few milliseconds of work: see `runInSlices`. */
export function* locateInSlices(
  text: string,
  anchors: readonly Anchor[],
  options: LocateOptions = {},
): Sliced<Place[]> {
  const ends = new LineEnds(text);
  const parts = anchors.map(partsOf);
  const found = yield* search(ends.lf, parts.flat(), options.unchanged ?? false);
  let next = 0;
  return parts.map(({ length }, index) => {
    const [first = LOST, last] = found.slice(next, (next += length));
    const omitted = readElided(anchors[index]?.quote ?? '')?.omitted ?? 0;
    const place = last === undefined ? first : joined(first, last, omitted);
    return withSpan(place, (span) => ({ start: ends.fromLf(span.start), end: ends.fromLf(span.end) }));
  });
}

/** A long quote is found by its two ends; any other is one part. */
function partsOf(anchor: Anchor): readonly Anchor[] {
  const elided = readElided(anchor.quote);
  if (elided === null) return [anchor];
  const { at, prefix, suffix } = anchor;
  const { head, tail } = elided;
  return [
    { at: at && { start: at.start, end: at.start + head.length }, quote: head, prefix, suffix: '' },
    { at: at && { start: at.end - tail.length, end: at.end }, quote: tail, prefix: '', suffix },
  ];
}

function joined(head: Place, tail: Place, omitted: number): Place {
  if (head.outcome === 'lost' || tail.outcome === 'lost') return LOST;
  const span = { start: head.span.start, end: tail.span.end };
  const between = tail.span.start - head.span.end;
  if (between < 0) return LOST;
  const fits = Math.abs(between - omitted) <= omitted * MOST_STRETCH;
  if (head.outcome === 'located' && tail.outcome === 'located' && fits) {
    return { outcome: 'located', span, changed: head.changed || tail.changed || between !== omitted };
  }
  return { outcome: 'suggested', span, score: Math.min(scoreOf(head), scoreOf(tail)) };
}

function scoreOf(place: Place): number {
  return place.outcome === 'suggested' ? place.score : 1;
}

function withSpan(place: Place, convert: (span: Span) => Span): Place {
  return place.outcome === 'lost' ? place : { ...place, span: convert(place.span) };
}
