import type { DocumentModel } from '../model/types.js';
import { inFile, isLocated } from '../model/types.js';
import type { Quote } from '../quotes/types.js';
import { contains, overlap, touches, type Span } from '../text/span.js';

/** The marks and blanks that stand before the first word of a quote. */
const BEFORE_THE_WORDS = /^[\s"'`´‘’‚‛“”„‟«»‹›]*/;
const MOST_MARKS = 40;

/**
 * What somebody says in a document, one quote an utterance: titles and the so-called are not said, and
 * marked words inside reported speech are part of it.
 */
export function utterances({ analysis }: Pick<DocumentModel, 'analysis'>): readonly Quote[] {
  let end = -1;
  return analysis.quotes.filter((quote) => {
    if (quote.kind === 'scare' || quote.start < end) return false;
    end = quote.end;
    return true;
  });
}

/** The offset in the file of a quote's first word, behind its marks. */
export function firstWord(model: DocumentModel, quote: Quote): number {
  const opening = model.text.slice(quote.start, Math.min(quote.end, quote.start + MOST_MARKS));
  const marks = BEFORE_THE_WORDS.exec(opening)?.[0].length ?? 0;
  return inFile(model.document, quote).start + Math.min(marks, quote.end - quote.start);
}

/** The innermost quote at an offset of the document's text; undefined where there is none. */
export function quoteAt({ analysis }: Pick<DocumentModel, 'analysis'>, offset: number): Quote | undefined {
  return smallest(analysis.quotes.filter((quote) => touches(quote, offset)));
}

/** The quote that holds a stretch of the document's text, or at least half of it. */
export function quoteAround({ analysis }: Pick<DocumentModel, 'analysis'>, span: Span): Quote | undefined {
  const half = (span.end - span.start) / 2;
  return (
    smallest(analysis.quotes.filter((quote) => contains(quote, span))) ??
    analysis.quotes.find((quote) => overlap(quote, span) > half)
  );
}

function smallest(quotes: readonly Quote[]): Quote | undefined {
  return quotes.reduce<Quote | undefined>(
    (best, quote) => (best && best.end - best.start <= quote.end - quote.start ? best : quote),
    undefined,
  );
}

/** Whether no located statement, of any coder, has words of the quote. */
export function isUntagged(model: DocumentModel, quote: Quote): boolean {
  return !model.statements.some(
    (statement) => isLocated(statement) && overlap(statement.place.span, quote) > 0,
  );
}

/** Who says a quote, by the best name there is; null when nobody is known. */
export function nameOfSpeaker(model: DocumentModel, quote: Quote): string | null {
  const { speaker } = quote;
  return quote.person ?? quote.organisation ?? (speaker && model.text.slice(speaker.start, speaker.end));
}
