import type { Span } from '../text/span.js';

/**
 * Far more than any file of ours needs, and far less than what exhausts the stack: a parser that runs out
 * of it while a regular expression is compiled takes the whole process down, past every `catch`.
 */
const deepest = 100;

/**
 * Where the text may nest deeper than 100 levels; null where it cannot. An upper bound, not a parser:
 * brackets count even in quoted text, so a text of a hundred unclosed brackets is refused as well.
 */
export function nestedTooDeep(text: string): Span | null {
  let flow = 0;
  let column = 0;
  let indicators = 0;
  let atStart = true;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === lineFeed) {
      column = 0;
      indicators = 0;
      atStart = true;
    } else if (c === openBracket || c === openBrace) {
      atStart = false;
      flow += 1;
      if (flow > deepest) return { start: i, end: i + 1 };
    } else if (c === closeBracket || c === closeBrace) {
      atStart = false;
      if (flow > 0) flow -= 1;
    } else if (atStart && c !== blank && c !== carriageReturn) {
      if (c === dash || c === question || c === colon) indicators += 1;
      else atStart = false;
      // A block level takes one column at least: an indicator, or a blank of indentation.
      if (indicators > deepest || column > 4 * deepest) return { start: i, end: i + 1 };
    }
    column += 1;
  }
  return null;
}

const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
const dash = 45;
const colon = 58;
const question = 63;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
