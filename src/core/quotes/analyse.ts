import { findNameRuns } from '../actors/runs.js';
import { lexiconFor } from '../language/index.js';
import { attribute, cueTable, type Attribution } from './attribution.js';
import { findCues } from './cues.js';
import { buildFrame } from './frame.js';
import { kindOf } from './kinds.js';
import { findMarked } from './marks.js';
import { paragraphStarts } from './paragraphs.js';
import type { Named } from './phrases.js';
import { findReported } from './reported.js';
import { tokenise } from './tokens.js';
import type { AnalysisContext, DocumentAnalysis, Quote } from './types.js';
import type { Span } from '../text/span.js';

/**
 * Finds the quotes of a document, who says them, and the actors that it names.
 * @param text the document's text; every offset of the result is into it
 * @param context what is known besides the text
 */
export function analyseDocument(text: string, context: AnalysisContext = {}): DocumentAnalysis {
  const lexicon = lexiconFor(context.language);
  const tokens = tokenise(text, lexicon);
  const paragraphs = paragraphStarts(tokens);
  const marked = findMarked(tokens, paragraphs, lexicon.language.leftMarkCloses);
  const frame = buildFrame(tokens, paragraphs, marked);
  const runs = findNameRuns(tokens, (token) => frame.sentences[frame.sentenceAt[token] ?? 0] === token);
  const named: Named = { ...frame, runs };
  const table = cueTable(named, findCues(named));
  const span = (first: number, last: number): Span => ({
    start: tokens.start[first] ?? 0,
    end: tokens.end[last] ?? 0,
  });
  const quotes: Quote[] = [];
  let previous: { attribution: Attribution; paragraph: number; sentence: number } | null = null;
  for (const quote of marked) {
    let attribution = attribute(named, table, quote);
    const kind = kindOf(named, quote, attribution);
    if (kind === 'direct' && !attribution.phrase && previous && quote.paragraph - previous.paragraph <= 1) {
      attribution = {
        ...previous.attribution,
        cue: null,
        reason: quote.paragraph === previous.paragraph ? 'inherited' : 'continued',
        confidence: 0.8,
      };
    }
    const phrase = attribution.phrase;
    const cue = attribution.cue;
    quotes.push({
      ...span(quote.first, quote.last),
      kind,
      speaker: phrase ? span(phrase.first, phrase.last) : null,
      cue: cue ? span(cue.token, cue.token) : null,
      person: null,
      organisation: null,
      confidence: attribution.confidence,
      reason: attribution.reason,
    });
    if (phrase && kind !== 'scare') previous = { attribution, paragraph: quote.lastParagraph, sentence: 0 };
  }
  for (const one of findReported(named, table)) {
    quotes.push({
      ...span(one.first, one.last),
      kind: 'reported',
      speaker: span(one.phrase.first, one.phrase.last),
      cue: span(one.cue.token, one.cue.token),
      person: null,
      organisation: null,
      confidence: 0.8,
      reason: one.reason,
    });
  }
  quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  return { quotes, mentions: [] };
}
