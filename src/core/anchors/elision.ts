/** Quotes up to this many characters are stored whole. */
export const LONGEST_WHOLE_QUOTE = 4_000;
/** Of a longer one, so much is stored from each end. */
const KEPT = 1_000;
const MARKER = /^ \[\u2026 (\d{1,15}) \u2026\] $/;

/** A quote too long to be stored whole: its two ends, and how many characters lie between them. */
export interface ElidedQuote {
  readonly head: string;
  readonly tail: string;
  readonly omitted: number;
}

/** The quote as it is stored: whole, or as its two ends round "[… 12345 …]", the number left out. */
export function elide(quote: string): string {
  if (quote.length <= LONGEST_WHOLE_QUOTE) return quote;
  const head = quote.slice(0, KEPT);
  const tail = quote.slice(-KEPT);
  return `${head} [\u2026 ${quote.length - 2 * KEPT} \u2026] ${tail}`;
}

/** Reads a stored quote back; null for one that is whole. */
export function readElided(quote: string): ElidedQuote | null {
  if (quote.length > 2 * KEPT + 32) return null;
  const marker = MARKER.exec(quote.slice(KEPT, -KEPT));
  if (marker === null) return null;
  return { head: quote.slice(0, KEPT), tail: quote.slice(-KEPT), omitted: Number(marker[1]) };
}
