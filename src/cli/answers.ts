import { parseCorpus, spansWithoutQuotes } from '../core/corpus/parse.js';
import type { CorpusDocument } from '../core/corpus/types.js';
import { analyseDocument } from '../core/quotes/analyse.js';
import type { Quote } from '../core/quotes/types.js';
import type { Span } from '../core/text/span.js';

interface Words extends Span {
  readonly text: string;
}

interface QuoteAnswer extends Span {
  readonly kind: Quote['kind'];
  readonly speaker: Words | null;
  readonly cue: Words | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly confidence: number;
}

/** What `analyse` prints of one document, in this order of keys. */
export interface DocumentAnswer {
  readonly id: string | number;
  /** The path as given; null for standard input. */
  readonly file: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly quotes: readonly QuoteAnswer[];
}

/**
 * The answers for a corpus file, one at a time.
 * @param text the whole file; offsets of the answers are into it
 * @param file the path as given, null for standard input
 * @param fileName the base name
 */
export function* answersForFile(
  text: string,
  file: string | null,
  fileName: string,
): Generator<DocumentAnswer> {
  const { documents } = parseCorpus(text, { fileName });
  for (const document of documents) {
    yield { id: document.id, file, ...answer(text, document) };
  }
}

/** The answer for a text that is one document, whatever it holds; offsets are into it. */
export function answerForText(text: string, id: string | number, file: string | null): DocumentAnswer {
  const [document] = parseCorpus(text, { fileName: String(id), dialect: 'plain' }).documents;
  const rest = document ? answer(text, document) : { title: null, author: null, date: null, quotes: [] };
  return { id, file, ...rest };
}

function answer(text: string, document: CorpusDocument): Omit<DocumentAnswer, 'id' | 'file'> {
  const { start, end } = document.textSpan;
  const { title, author, date } = document;
  const { quotes } = analyseDocument(text.slice(start, end), { skip: spansWithoutQuotes(document), date });
  const words = (span: Span | null): Words | null =>
    span && {
      start: start + span.start,
      end: start + span.end,
      text: text.slice(start + span.start, start + span.end),
    };
  return {
    title,
    author,
    date,
    quotes: quotes.map((quote) => ({
      start: start + quote.start,
      end: start + quote.end,
      kind: quote.kind,
      speaker: words(quote.speaker),
      cue: words(quote.cue),
      person: quote.person,
      organisation: quote.organisation,
      confidence: Math.round(quote.confidence * 1000) / 1000,
    })),
  };
}
