import type { Span } from '../text/span.js';
import type { Budget, Sliced } from './slices.js';
import type { Anchor, Place } from './types.js';

/** Above this many characters to look at, one pass for all anchors is cheaper than one for each. */
const ONE_BY_ONE = 30_000_000;

/** The anchor's hint, where it can be one: whole numbers in order, not before the text. */
export function usableHint(anchor: Anchor): Span | null {
  const { at } = anchor;
  if (at === null || !Number.isSafeInteger(at.start) || !Number.isSafeInteger(at.end)) return null;
  return at.start < 0 || at.end < at.start ? null : at;
}

/**
 * The anchors that stand just where their hints say, with all of their context, and nowhere else. Most
 * texts have not changed since they were coded, and need no more than this.
 * @param lf the document's text with LF line ends; places are offsets into it
 * @param unchanged true where the text is known to be the one the hints were made for: then the quote at
 *   the hint is enough
 * @returns null for an anchor that must be searched for
 */
export function* atHints(
  lf: string,
  anchors: readonly Anchor[],
  unchanged: boolean,
  budget: Budget,
): Sliced<(Place | null)[]> {
  const tooMuch = !unchanged && anchors.length * lf.length > ONE_BY_ONE;
  const places: (Place | null)[] = [];
  for (const anchor of anchors) {
    places.push(tooMuch ? null : atHint(lf, anchor, unchanged));
    if (!tooMuch && budget.spend(unchanged ? 100 : lf.length >> 2)) yield;
  }
  return places;
}

function atHint(lf: string, anchor: Anchor, unchanged: boolean): Place | null {
  const { prefix, quote, suffix } = anchor;
  const hint = usableHint(anchor);
  if (hint === null || quote.trim() === '' || !lf.startsWith(quote, hint.start)) return null;
  const span = { start: hint.start, end: hint.start + quote.length };
  if (!unchanged) {
    const start = span.start - prefix.length;
    const whole = prefix + quote + suffix;
    if (lf.indexOf(whole) !== start || lf.indexOf(whole, start + 1) !== -1) return null;
  }
  return { outcome: 'located', span, changed: false };
}
