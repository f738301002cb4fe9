import type { Span } from '../text/span.js';
import type { Needle } from './needle.js';

/** So much of the context next to the quote must stand unchanged to show where the quote begins or ends. */
const LEAST_CONTEXT = 8;
const MOST_CONTEXT = 16;
/** An edge moves by no more than this, or half the quote's length: further off stands something else. */
const MOST_MOVED = 20;

/**
 * Draws the edges of changed words to the unchanged context beside them. The likest stretch of text is not
 * always all of it: of "The old boats" for "The boats" it leaves out "The".
 * @param shadow the normalised text
 * @param span where the changed quote was found in it
 */
export function snapToContext(shadow: string, { prefix, quote, suffix }: Needle, span: Span): Span {
  const reach = Math.max(MOST_MOVED, quote.length >> 1);
  const start = startBehind(shadow, prefix.slice(-MOST_CONTEXT), span, reach);
  const end = endBefore(shadow, suffix.slice(0, MOST_CONTEXT), span, reach);
  return start < end ? { start, end } : span;
}

function startBehind(shadow: string, context: string, { start, end }: Span, reach: number): number {
  if (context.length < LEAST_CONTEXT) return start;
  const from = Math.max(0, start - reach - context.length);
  const nearby = shadow.slice(from, Math.min(end, start + reach));
  const at = onlyPlace(nearby, context);
  return at === -1 ? start : from + at + context.length;
}

function endBefore(shadow: string, context: string, { start, end }: Span, reach: number): number {
  if (context.length < LEAST_CONTEXT) return end;
  const from = Math.max(start, end - reach);
  const at = onlyPlace(shadow.slice(from, end + reach + context.length), context);
  return at === -1 ? end : from + at;
}

/** Where a text holds another, if it does so once; else -1. */
function onlyPlace(text: string, wanted: string): number {
  const first = text.indexOf(wanted);
  return first === text.lastIndexOf(wanted) ? first : -1;
}
