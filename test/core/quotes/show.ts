import { analyseDocument } from '../../../src/core/quotes/analyse.js';
import type { AnalysisContext, Quote } from '../../../src/core/quotes/types.js';

/** A quote with its words instead of offsets. */
export interface Shown {
  readonly kind: Quote['kind'];
  readonly words: string;
  readonly speaker: string | null;
  readonly cue: string | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly reason: Quote['reason'];
}

/** The quotes of a text, with the words that their spans hold. */
export function show(text: string, context?: AnalysisContext): Shown[] {
  return analyseDocument(text, context).quotes.map((quote) => ({
    kind: quote.kind,
    words: text.slice(quote.start, quote.end),
    speaker: quote.speaker && text.slice(quote.speaker.start, quote.speaker.end),
    cue: quote.cue && text.slice(quote.cue.start, quote.cue.end),
    person: quote.person,
    organisation: quote.organisation,
    reason: quote.reason,
  }));
}

/** The quotes in marks alone. */
export function showMarked(text: string, context?: AnalysisContext): Shown[] {
  return show(text, context).filter(({ kind }) => kind !== 'reported');
}
