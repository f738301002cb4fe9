import type { Span } from '../text/span.js';

const MARK = /^\p{M}/u;
const ZERO_WIDTH_JOINER = 0x200d;
/** A character of more parts than this is an attack, not a character. */
const LONGEST = 64;

/**
 * The smallest span around `span` that cuts no character in two: no surrogate pair, no letter and its
 * combining marks, no joined emoji, no CRLF. Offsets outside the text are pulled to its ends.
 */
export function wholeCharacters(text: string, span: Span): Span {
  const [one, other] = [clamp(span.start, text.length), clamp(span.end, text.length)];
  return { start: boundary(text, Math.min(one, other), -1), end: boundary(text, Math.max(one, other), 1) };
}

function clamp(offset: number, length: number): number {
  return Number.isNaN(offset) ? 0 : Math.trunc(Math.min(Math.max(0, offset), length));
}

function boundary(text: string, from: number, step: 1 | -1): number {
  let at = from;
  for (let steps = 0; steps < LONGEST && splitsCharacter(text, at); steps += 1) at += step;
  return at;
}

/** Whether the code units before and after the offset belong to one character. */
function splitsCharacter(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (after < 0x300) return after === 0x0a && before === 0x0d;
  if (isHighSurrogate(before) && isLowSurrogate(after)) return true;
  if (after === ZERO_WIDTH_JOINER || before === ZERO_WIDTH_JOINER) return true;
  return MARK.test(text.slice(offset, offset + 2)) || isEmojiModifier(before, after, text, offset);
}

function isEmojiModifier(before: number, after: number, text: string, offset: number): boolean {
  const skinTone = after === 0xd83c && /^[\udffb-\udfff]/.test(text.slice(offset + 1, offset + 2));
  return skinTone && isLowSurrogate(before);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
