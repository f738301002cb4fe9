import { findActor, organisationOf, type FoundActor } from '../codebook/lookup.js';
import type { Codebook } from '../codebook/types.js';
import type { DocumentModel } from '../model/types.js';
import type { Quote } from '../quotes/types.js';
import type { Basis } from '../sidecar/types.js';
import type { Span } from '../text/span.js';
import { quoteAround, quoteAt } from './quotes.js';

/** Below this an attribution is offered, never filled in. */
export const SURE_ENOUGH = 0.6;

/** Marks that may stand round a quote, opening or closing. */
const MARKS = /["“”„‟«»‹›'‘’‚‛`]/;

/** An actor as far as it is known: a codebook id, or only a name that the text gives. */
export interface ActorGuess {
  readonly id: string | null;
  readonly name: string;
}

/** What a reader is about to tag. */
export interface Passage {
  /** Relative to the document's text. */
  readonly span: Span;
  /** The quote that the passage is, or lies in; null for other text. */
  readonly quote: Quote | null;
  readonly basis: Basis;
  readonly person: ActorGuess | null;
  readonly organisation: ActorGuess | null;
  /** Whether what is known of person and organisation may be filled in without asking. */
  readonly sure: boolean;
}

/**
 * The passage at a selection in a document's text: the quote at the caret, or the selected words without
 * the blanks and marks round them. Null where there is neither.
 */
export function passageAt(document: DocumentModel, codebook: Codebook, selection: Span): Passage | null {
  const isCaret = selection.start === selection.end;
  const quote = (isCaret ? quoteAt(document, selection.start) : quoteAround(document, selection)) ?? null;
  if (isCaret && !quote) return null;
  const span = isCaret && quote ? quote : selection;
  const words = withoutMarks(document.text, span);
  if (words.start >= words.end) return null;
  return { span: words, quote, basis: basisOf(quote), ...actorsOf(document, codebook, quote) };
}

/** The span without the quotation marks and blanks at its two ends. */
export function withoutMarks(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text, start)) start++;
  while (start < end && isBlank(text, end - 1)) end--;
  const before = start;
  while (start < end && MARKS.test(text.charAt(start))) start++;
  // A closing mark goes only with an opening one, so that a selection keeps the apostrophe it ends on.
  while (end > start && MARKS.test(text.charAt(end - 1)) && (start > before || isPlainDouble(text, end - 1)))
    end--;
  while (start < end && isBlank(text, start)) start++;
  while (start < end && isBlank(text, end - 1)) end--;
  return { start, end };
}

function basisOf(quote: Quote | null): Basis {
  return quote && (quote.kind === 'direct' || quote.kind === 'partial') ? 'quoted' : 'reported';
}

/** Who says a quote, as far as the text and the codebook tell. */
export function actorsOf(
  document: DocumentModel,
  codebook: Codebook,
  quote: Quote | null,
): Pick<Passage, 'person' | 'organisation' | 'sure'> {
  if (!quote) return { person: null, organisation: null, sure: false };
  const person = quote.person === null ? null : guess(codebook, 'person', quote.person);
  let organisation = quote.organisation === null ? null : guess(codebook, 'organisation', quote.organisation);
  if (!organisation && person?.id) {
    const id = organisationOf(codebook, person.id, document.document.date);
    const known = codebook.organisations.find((one) => one.id === id);
    if (known) organisation = { id: known.id, name: known.name };
  }
  const known = person !== null || organisation !== null;
  return { person, organisation, sure: known && quote.confidence >= SURE_ENOUGH };
}

/** How many organisations of the text are offered. */
const OFFERED = 6;

/**
 * Organisations that a passage may speak for: what the text says of its speaker, the person's affiliations
 * in the codebook, then those that the document names, the nearest first.
 */
export function organisationsNear(
  document: DocumentModel,
  codebook: Codebook,
  passage: Passage,
  personId: string | null,
): readonly ActorGuess[] {
  const person = codebook.people.find((one) => one.id === personId);
  const affiliated = person?.affiliations.map((affiliation) => affiliation.organisation) ?? [];
  const named = document.analysis.mentions
    .filter((mention) => mention.kind === 'organisation')
    .map((mention) => ({ name: mention.name, far: Math.abs(mention.start - passage.span.start) }))
    .sort((a, b) => a.far - b.far);
  const guesses = [
    ...(passage.organisation ? [passage.organisation] : []),
    ...codebook.organisations
      .filter((one) => affiliated.includes(one.id))
      .map(({ id, name }) => ({ id, name })),
    ...named.map(({ name }) => guess(codebook, 'organisation', name)),
  ];
  const distinct = new Map(guesses.map((one) => [one.name, one]));
  return [...distinct.values()].slice(0, OFFERED);
}

/** An entry of the other kind may bear the same name, and is not meant. */
function guess(codebook: Codebook, kind: FoundActor['kind'], name: string): ActorGuess {
  const found = findActor(codebook, name);
  return found?.kind === kind ? { id: found.id, name: found.name } : { id: null, name };
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function isPlainDouble(text: string, at: number): boolean {
  return /["“”«»]/.test(text.charAt(at));
}
