import { Pattern } from '../../src/core/anchors/myers.js';
import type { Span } from '../../src/core/text/span.js';

/** What the Hypothesis client stores: 32 characters of context on each side. */
export interface QuoteSelector {
  readonly start: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;

export function describeAsHypothesis(text: string, { start, end }: Span): QuoteSelector {
  return {
    start,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * The algorithm of the Hypothesis client as its documentation and our reference describe it, written
 * anew: the position if the text there is the quote, else all exact occurrences, else those with the
 * fewest errors up to min(256, half of the quote); scored (50 quote + 20 prefix + 20 suffix +
 * 2 position) / 92; the best one wins, however bad it is.
 */
export function locateAsHypothesis(text: string, selector: QuoteSelector): Span | null {
  const { start, quote } = selector;
  if (quote === '') return null;
  if (text.startsWith(quote, start)) return { start, end: start + quote.length };
  const found = exactly(text, quote);
  const matches = found.length > 0 ? found : nearly(text, quote);
  let best: Span | null = null;
  let bestScore = -1;
  for (const match of matches) {
    const score = scoreOf(text, selector, match);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
}

interface Match extends Span {
  readonly errors: number;
}

function exactly(text: string, quote: string): readonly Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return found;
}

function nearly(text: string, quote: string): readonly Match[] {
  const distances = new Pattern(quote).distances(text, 0, text.length, false);
  const fewest = distances.reduce((a, b) => Math.min(a, b));
  if (fewest > Math.min(256, quote.length / 2)) return [];
  const backwards = new Pattern(quote, true);
  const found: Match[] = [];
  distances.forEach((errors, end) => {
    if (errors !== fewest || found.length > 500) return;
    const starts = backwards.distances(text, end, Math.max(0, end - quote.length - errors), true);
    found.push({ start: end - starts.lastIndexOf(errors), end, errors });
  });
  return found;
}

function scoreOf(text: string, { start, quote, prefix, suffix }: QuoteSelector, match: Match): number {
  const quoteScore = 1 - match.errors / quote.length;
  const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
  const after = text.slice(match.end, match.end + suffix.length);
  const position = 1 - Math.abs(match.start - start) / text.length;
  return (50 * quoteScore + 20 * likeness(prefix, before) + 20 * likeness(suffix, after) + 2 * position) / 92;
}

/** A missing context counts as a perfect one, as it does there. */
function likeness(stored: string, found: string): number {
  if (stored === '') return 1;
  const fewest = new Pattern(stored)
    .distances(found, 0, found.length, false)
    .reduce((a, b) => Math.min(a, b));
  return Math.max(0, 1 - fewest / stored.length);
}
