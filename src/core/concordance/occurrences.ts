import { isWord } from '../anchors/words.js';
import type { Span } from '../text/span.js';
import type { FoldedText } from './fold.js';

/** Where a term stands in a text, from first to last; spans of the text as it was before folding. */
export function occurrencesOf(folded: FoldedText, term: string, wholeWords: boolean): readonly Span[] {
  const { text } = folded;
  const found: Span[] = [];
  let at = text.indexOf(term);
  while (at !== -1) {
    const end = at + term.length;
    const isFound = !wholeWords || isWhole(text, at, end);
    if (isFound) found.push(folded.original(at, end));
    at = text.indexOf(term, isFound ? end : at + 1);
  }
  return found;
}

/** The first of some spans, sorted and not overlapping, that begins at an offset or behind it: its index. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some spans, sorted and not overlapping, that lie in another one. */
export function within(spans: readonly Span[], outer: Span): readonly Span[] {
  const first = firstFrom(spans, outer.start);
  let behind = first;
  while ((spans[behind]?.end ?? Infinity) <= outer.end) behind++;
  return spans.slice(first, behind);
}

function isWhole(text: string, start: number, end: number): boolean {
  const cutsBefore = isWord(text[start]) && isWord(text[start - 1]);
  const cutsBehind = isWord(text[end - 1]) && isWord(text[end]);
  return !cutsBefore && !cutsBehind;
}
