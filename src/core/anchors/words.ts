import type { Needle } from './needle.js';

const LONGEST_WORD = 40;

/** Whether the character is part of a word; none is not. */
export function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
}

/** The edge of the word round the offset, before (-1) or behind it (1). */
export function wordEdge(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  const isInside = (): boolean => isWord(text[step < 0 ? at - 1 : at]);
  while (Math.abs(at - offset) < LONGEST_WORD && isInside()) at += step;
  return at;
}

/**
 * Whether the quote, standing at the offset, cuts no word that it did not cut when it was stored: "a tax"
 * is not in "extra tax". Where no context is stored nothing is known of that.
 */
export function cutsNoWord(text: string, { prefix, quote, suffix }: Needle, at: number): boolean {
  const end = at + quote.length;
  const cutsBefore = isWord(quote[0]) && isWord(text[at - 1]) && prefix !== '' && !isWord(prefix.at(-1));
  const cutsBehind = isWord(quote.at(-1)) && isWord(text[end]) && suffix !== '' && !isWord(suffix[0]);
  return !cutsBefore && !cutsBehind;
}
