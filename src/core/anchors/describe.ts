import type { Span } from '../text/span.js';
import { wholeCharacters } from './characters.js';
import { elide } from './elision.js';
import { LineEnds } from './lineEnds.js';
import type { Anchor } from './types.js';

/** Characters of context that are kept on each side, before they grow to a word's edge. */
const CONTEXT = 64;
/** A word longer than this is cut: a text without blanks must not make contexts long. */
const LONGEST_WORD = 32;
/** Context grows up to this while quote and context occur more than once. */
const LONGEST_CONTEXT = 256;

/**
 * What is stored of a place so that it can be found again.
 * @param text the document's text as it is; CRLF and CR are allowed
 * @param span offsets into `text`; it grows to whole characters, and is pulled to the text's ends
 * @returns texts with LF line ends; `at` in LF-normalised units. Context is 64 characters on each side,
 *   grown to the edge of a word and on, up to 256, until it and the quote occur just once. A quote of
 *   more than 4 000 characters is stored as its ends (see `elide`).
 */
export function describePlace(text: string, span: Span): Anchor {
  return describePlaces(text, [span])[0] as Anchor;
}

/** The same for many places of one text, which is read once. */
export function describePlaces(text: string, spans: readonly Span[]): readonly Anchor[] {
  const ends = new LineEnds(text);
  return spans.map((span) => {
    const whole = wholeCharacters(text, span);
    return describe(ends.lf, { start: ends.toLf(whole.start), end: ends.toLf(whole.end) });
  });
}

function describe(lf: string, at: Span): Anchor {
  let context = around(lf, at, CONTEXT);
  for (let size = 2 * CONTEXT; size <= LONGEST_CONTEXT && !isUnique(lf, context); size *= 2) {
    context = around(lf, at, size);
  }
  return {
    at,
    quote: elide(lf.slice(at.start, at.end)),
    prefix: lf.slice(context.start, at.start),
    suffix: lf.slice(at.end, context.end),
  };
}

function isUnique(lf: string, span: Span): boolean {
  const words = lf.slice(span.start, span.end);
  return lf.indexOf(words) === span.start && lf.indexOf(words, span.start + 1) === -1;
}

/** The quote with `size` characters on each side or a little more, up to the edge of a word. */
function around(lf: string, at: Span, size: number): Span {
  const most = Math.min(LONGEST_CONTEXT, size + LONGEST_WORD);
  let start = Math.max(0, at.start - size);
  while (start > Math.max(0, at.start - most) && !isBlank(lf.charCodeAt(start - 1))) start -= 1;
  let end = Math.min(lf.length, at.end + size);
  while (end < Math.min(lf.length, at.end + most) && !isBlank(lf.charCodeAt(end))) end += 1;
  return wholeCharacters(lf, { start, end });
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}
