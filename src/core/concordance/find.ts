import type { CorpusModel } from '../model/corpusModel.js';
import type { Project } from '../model/project.js';
import { isLocated, type DocumentModel, type LocatedStatement } from '../model/types.js';
import { actorsOf, withoutMarks } from '../passages/passage.js';
import { utterances } from '../passages/quotes.js';
import type { Quote } from '../quotes/types.js';
import { overlap, type Span } from '../text/span.js';
import { Filters, type Facts } from './filters.js';
import { foldText } from './fold.js';
import { lineAround, lineOf } from './line.js';
import { firstFrom, occurrencesOf, within } from './occurrences.js';
import { anyOver, merged, passagesOf, sentenceAround, spanAt } from './passages.js';
import type { Hit, Query } from './types.js';

/** So many candidates may be refused before a rest. */
const STRIDE = 100;

/**
 * The hits of a query in a project, corpus by corpus, in text order.
 * @param limit no more than so many
 */
export function findInProject(project: Project, query: Query, limit = Infinity): readonly Hit[] {
  const hits: Hit[] = [];
  if (limit <= 0) return hits;
  for (const hit of searchProject(project, query)) {
    if (hit) hits.push(hit);
    if (hits.length >= limit) break;
  }
  return hits;
}

/**
 * The same in small steps: null is a rest, where a host may do something else, or stop for good. The time between two
 * steps is at most that of reading one document. A query without words finds quotes and the words of statements.
 */
export function* searchProject(project: Project, query: Query): Generator<Hit | null> {
  const filters = new Filters(query, project.codebook);
  for (const corpus of project.corpora) {
    for (const model of corpus.documents) {
      // A second document of the same id cannot be named, and is a problem of its own.
      const isNamed = corpus.document(model.document.id) === model;
      if (isNamed && filters.takesDate(model.document.date)) {
        yield* searchDocument(project, corpus, model, query, filters);
      }
      yield null;
    }
  }
}

interface Candidate {
  readonly span: Span;
  readonly passage: Span;
  readonly marks: readonly Span[];
  /** What there is to tag; null for the quote or the sentence. */
  readonly toTag: Span | null;
}

function* searchDocument(
  { codebook }: Project,
  corpus: CorpusModel,
  model: DocumentModel,
  query: Query,
  filters: Filters,
): Generator<Hit | null> {
  const { id, title, date } = model.document;
  const candidates = query.terms.length > 0 ? keywords(model, query) : wholePassages(model, query);
  let surroundings: Surroundings | null = null;
  let facts: Facts | null = null;
  let said: Quote | null | undefined;
  let tries = 0;
  for (const { span, passage, marks, toTag } of candidates) {
    surroundings ??= new Surroundings(model);
    const quote = surroundings.quoteAt(span.start);
    // Neighbours lie in one quote more often than not.
    if (facts === null || quote === null || quote !== said) {
      const { person, organisation } = actorsOf(model, codebook, quote);
      facts = { speaker: person, organisation, statements: surroundings.statementsOn(quote ?? span) };
      said = quote;
    }
    if (filters.take(facts)) {
      const words =
        toTag ?? (quote ? withoutMarks(model.text, quote) : sentenceAround(model.text, passage, span));
      const line = marks.length > 0 ? lineAround(model.text, span, passage, marks) : lineOf(model.text, span);
      yield {
        corpus: corpus.address,
        document: id,
        title,
        date,
        span,
        passage: words,
        line,
        quote,
        ...facts,
      };
    }
    if (++tries % STRIDE === 0) yield null;
  }
}

/** Each place of the first term, in the passages that hold all of them; furniture is nobody's words. */
function* keywords(model: DocumentModel, { terms, wholeWords, scope }: Query): Generator<Candidate> {
  const folded = foldText(model.text);
  const foreign = merged(model.document.furniture);
  const found: (readonly Span[])[] = [];
  for (const term of terms) {
    const places = occurrencesOf(folded, term, wholeWords).filter((span) => !anyOver(foreign, span));
    // The quotes of a document are looked for only where its words are there.
    if (places.length === 0) return;
    found.push(places);
  }
  const [first = [], ...others] = found;
  for (const passage of passagesOf(model, scope)) {
    if ((first[firstFrom(first, passage.start)]?.end ?? Infinity) > passage.end) continue;
    const toTag = scope === 'statements' ? passage : null;
    const beside = others.map((places) => within(places, passage));
    if (beside.some((places) => places.length === 0)) continue;
    const all = beside.flat().sort((a, b) => a.start - b.start || b.end - a.end);
    for (const span of within(first, passage)) yield { span, passage, marks: marksNear(span, all), toTag };
  }
}

/** More than a line shows. */
const NEAR = 300;

function marksNear(keyword: Span, others: readonly Span[]): readonly Span[] {
  const marks: Span[] = [keyword];
  for (let at = firstFrom(others, keyword.start - NEAR); at < others.length; at++) {
    const other = others[at];
    if (!other || other.start > keyword.end + NEAR) break;
    if (overlap(other, keyword) === 0) marks.push(other);
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Quotes and the words of statements outside of them; those of statements alone where the query says so. */
function* wholePassages(model: DocumentModel, { scope }: Query): Generator<Candidate> {
  const quotes = scope === 'statements' ? [] : utterances(model);
  const tagged = scope === 'quotes' ? [] : passagesOf(model, 'statements');
  const others = tagged.filter((span) => !anyOver(quotes, span));
  const all = [...quotes, ...others].sort((a, b) => a.start - b.start);
  for (const passage of all) {
    const span = withoutMarks(model.text, passage);
    if (span.start < span.end) yield { span, passage, marks: [], toTag: span };
  }
}

/** The quotes and statements of a document, for looking up what lies where. */
class Surroundings {
  readonly #quotes: readonly Quote[];
  readonly #statements: readonly LocatedStatement[];
  readonly #spans: readonly Span[];
  readonly #longest: number;

  constructor(model: DocumentModel) {
    this.#quotes = utterances(model);
    this.#statements = model.statements
      .filter(isLocated)
      .sort((a, b) => a.place.span.start - b.place.span.start);
    this.#spans = this.#statements.map(({ place }) => place.span);
    this.#longest = this.#spans.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  quoteAt(offset: number): Quote | null {
    return spanAt(this.#quotes, offset) ?? null;
  }

  statementsOn(span: Span): readonly LocatedStatement[] {
    const found: LocatedStatement[] = [];
    for (let at = firstFrom(this.#spans, span.start - this.#longest); at < this.#spans.length; at++) {
      const statement = this.#statements[at];
      if (!statement || statement.place.span.start >= span.end) break;
      if (overlap(statement.place.span, span) > 0) found.push(statement);
    }
    return found;
  }
}
