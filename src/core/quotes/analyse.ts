import type { AnalysisContext, DocumentAnalysis, Quote } from './types.js';

/**
 * Finds the quotes of a document, who says them, and the actors that it names.
 * @param text the document's text; every offset of the result is into it
 * @param context what is known besides the text
 */
export function analyseDocument(text: string, context: AnalysisContext = {}): DocumentAnalysis {
  const skip = context.skip ?? [];
  const quotes: Quote[] = [];
  for (const match of text.matchAll(/["“][^"“”\n]{1,2000}["”]/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (skip.some((span) => span.start < end && start < span.end)) continue;
    quotes.push(attribute(text, start, end));
  }
  return { quotes, mentions: [] };
}

function attribute(text: string, start: number, end: number): Quote {
  const after = /^,? ((?:[A-Z][\w'’.-]*|[Hh]e|[Ss]he|[Tt]hey)(?: [A-Z][\w'’.-]*){0,3}) (said|says)\b/.exec(
    text.slice(end, end + 80),
  );
  if (!after) {
    const kind = text.slice(start, end).split(' ').length > 3 ? 'direct' : 'scare';
    return {
      start,
      end,
      kind,
      speaker: null,
      cue: null,
      person: null,
      organisation: null,
      confidence: 0,
      reason: 'none',
    };
  }
  const speakerStart = end + after[0].indexOf(after[1] ?? '');
  const speaker = { start: speakerStart, end: speakerStart + (after[1] ?? '').length };
  const cueEnd = end + after[0].length;
  const cue = { start: cueEnd - (after[2] ?? '').length, end: cueEnd };
  const person = /^[A-Z]/.test(after[1] ?? '') ? (after[1] ?? null) : null;
  return {
    start,
    end,
    kind: 'direct',
    speaker,
    cue,
    person,
    organisation: null,
    confidence: 0.9,
    reason: 'quote-speaker-cue',
  };
}
