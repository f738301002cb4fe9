import { normalise } from './normalise.js';
import type { Anchor } from './types.js';

/** An anchor as it is searched for: its texts in normalised form, without blanks at their outer ends. */
export interface Needle {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** How many characters of the stored quote stand before and behind what is searched for: blanks, hyphens. */
  readonly lead: number;
  readonly trail: number;
}

/** A sidecar written by others may hold any context; more than this makes no place surer. */
const MOST_CONTEXT = 512;

/**
 * Prepares an anchor. Quote and context are normalised in one piece, since what becomes of a blank or a
 * hyphen at the quote's edge depends on what stands beside it.
 */
export function needleOf(anchor: Anchor): Needle {
  const { quote } = anchor;
  const prefix = anchor.prefix.slice(-MOST_CONTEXT);
  const suffix = anchor.suffix.slice(0, MOST_CONTEXT);
  const shadow = normalise(prefix + quote + suffix);
  const { text } = shadow;
  let start = shadow.fromText(prefix.length);
  let end = shadow.fromText(prefix.length + quote.length);
  while (start < end && text[start] === ' ') start += 1;
  while (start < end && text[end - 1] === ' ') end -= 1;
  let from = 0;
  while (from < start && isLoose(text[from])) from += 1;
  let to = text.length;
  while (to > end && isLoose(text[to - 1])) to -= 1;
  const kept = start < end ? shadow.toText({ start, end }) : { start: prefix.length, end: prefix.length };
  return {
    quote: text.slice(start, end),
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
    lead: Math.max(0, kept.start - prefix.length),
    trail: Math.max(0, prefix.length + quote.length - kept.end),
  };
}

/** At the outer end of a context these may have been folded together with what was cut off. */
function isLoose(character: string | undefined): boolean {
  return character === ' ' || character === '-';
}
