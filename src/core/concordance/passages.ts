import { isLocated, type DocumentModel } from '../model/types.js';
import { utterances } from '../passages/quotes.js';
import { blocksOf } from '../text/blocks.js';
import { overlap, type Span } from '../text/span.js';
import type { Scope } from './types.js';

/**
 * The stretches of a document in which all words of a query must stand together, in text order.
 * - `text`: paragraphs, one where a quote runs over several
 * - `quotes`: what somebody says
 * - `statements`: the words of located statements, those that overlap as one
 */
export function passagesOf(model: DocumentModel, scope: Scope): readonly Span[] {
  switch (scope) {
    case 'text':
      return paragraphs(model);
    case 'quotes':
      return utterances(model);
    case 'statements':
      return statementSpans(model);
  }
}

/** The first of some spans, sorted and not overlapping, that ends behind an offset. */
function firstBehind<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}

/** The one of some spans, sorted and not overlapping, that holds an offset. */
export function spanAt<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const found = firstBehind(spans, offset);
  return found && found.start <= offset ? found : undefined;
}

/** Whether one of some spans, sorted and not overlapping, shares a character with another one. */
export function anyOver(spans: readonly Span[], span: Span): boolean {
  return (firstBehind(spans, span.start)?.start ?? Infinity) < span.end;
}

const LONGEST_SENTENCE = 2000;
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence of a paragraph that a stretch of it lies in, without the blanks at its ends. */
export function sentenceAround(text: string, paragraph: Span, span: Span): Span {
  const from = Math.max(paragraph.start, span.start - LONGEST_SENTENCE);
  const to = Math.min(paragraph.end, span.end + LONGEST_SENTENCE);
  const touched = [...sentences.segment(text.slice(from, to))]
    .map(({ segment, index }) => ({ start: from + index, end: from + index + segment.trimEnd().length }))
    .filter((sentence) => overlap(sentence, span) > 0);
  return { start: touched[0]?.start ?? span.start, end: touched.at(-1)?.end ?? span.end };
}

function paragraphs(model: DocumentModel): readonly Span[] {
  const quotes = utterances(model);
  const found: Span[] = [];
  let quote = 0;
  for (const { start, end } of blocksOf(model.text)) {
    while ((quotes[quote]?.end ?? Infinity) <= start) quote++;
    const last = found.at(-1);
    const begun = quotes[quote];
    if (last && begun && begun.start < last.end && overlap(begun, { start, end }) > 0) {
      found[found.length - 1] = { start: last.start, end };
    } else found.push({ start, end });
  }
  return found;
}

function statementSpans({ statements }: DocumentModel): readonly Span[] {
  return merged(statements.filter(isLocated).map(({ place }) => place.span));
}

/** Spans in order, those that overlap as one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last && start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found;
}
