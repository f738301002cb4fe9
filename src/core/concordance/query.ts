import { fold } from './fold.js';
import { ANYTHING, type Query, type Scope } from './types.js';

/** Longer input is cut: nobody types it, and each word costs time. */
const LONGEST = 1000;
const LONGEST_TERM = 100;
const MOST_TERMS = 20;

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const scopes: ReadonlyMap<string, Scope> = new Map([
  ['text', 'text'],
  ['quotes', 'quotes'],
  ['statements', 'statements'],
]);

/** A query with the parts of the input that mean nothing. */
export interface ReadQuery {
  readonly query: Query;
  readonly unread: readonly string[];
}

/**
 * Reads what somebody typed: words, phrases in marks, and filters.
 * - `speaker:`, `organisation:` (`org:`), `issue:`, `stance:` take an id or part of a name, in marks where it has blanks
 * - `from:` and `to:` take a date or its beginning
 * - `in:quotes`, `in:statements` look only there; `is:tagged`, `is:untagged`, `is:whole` (whole words)
 *
 * A colon behind any other word is part of that word.
 */
export function readQuery(text: string): ReadQuery {
  const terms: string[] = [];
  const unread: string[] = [];
  let query: Query = ANYTHING;
  for (const { key, value, written } of partsOf(text.slice(0, LONGEST))) {
    const filtered = key === null ? null : withFilter(query, key, value);
    if (filtered) query = filtered;
    else if (key !== null && value !== '') unread.push(written);
    else if (key === null && fold(value).trim() !== '') terms.push(fold(value).trim().slice(0, LONGEST_TERM));
  }
  return { query: { ...query, terms: [...new Set(terms)].slice(0, MOST_TERMS) }, unread };
}

/** A filter as it is typed: `organisation:"Harbour Board"`. */
export function filterText(key: 'speaker' | 'organisation' | 'issue' | 'stance', value: string): string {
  return /[\s"“”]/.test(value) ? `${key}:"${value.replace(/["“”]/g, ' ').trim()}"` : `${key}:${value}`;
}

/** Whether a query says nothing of what is to be found. */
export function isBlank(query: Query): boolean {
  return JSON.stringify({ ...query, wholeWords: false }) === JSON.stringify(ANYTHING);
}

interface Part {
  readonly key: string | null;
  readonly value: string;
  readonly written: string;
}

const KEYS = new Set(['speaker', 'organisation', 'org', 'issue', 'stance', 'from', 'to', 'in', 'is']);

function* partsOf(text: string): Generator<Part> {
  for (let at = 0; at < text.length;) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const start = at;
    const colon = keyEnd(text, at);
    const key = colon === null ? null : text.slice(at, colon).toLowerCase();
    if (colon !== null) at = colon + 1;
    const isMarked = isMark(text.charAt(at));
    const from = isMarked ? at + 1 : at;
    at = from;
    while (at < text.length && !(isMarked ? isMark(text.charAt(at)) : /[\s"“”„]/.test(text.charAt(at)))) at++;
    const value = text.slice(from, at);
    if (isMarked) at++;
    yield { key, value, written: text.slice(start, at) };
  }
}

/** Where the colon of a known key stands that begins at an offset. */
function keyEnd(text: string, at: number): number | null {
  const key = /^([a-z]{2,12}):/i.exec(text.slice(at, at + 13))?.[1];
  return key !== undefined && KEYS.has(key.toLowerCase()) ? at + key.length : null;
}

function isMark(character: string): boolean {
  return /^["“”„]$/.test(character);
}

function withFilter(query: Query, key: string, value: string): Query | null {
  if (value.trim() === '') return null;
  switch (key) {
    case 'speaker':
    case 'issue':
    case 'stance':
      return { ...query, [key]: value };
    case 'organisation':
    case 'org':
      return { ...query, organisation: value };
    case 'from':
    case 'to':
      return DATE.test(value) ? { ...query, [key]: value } : null;
    case 'in': {
      const scope = scopes.get(value.toLowerCase());
      return scope ? { ...query, scope } : null;
    }
    default:
      return withKind(query, value.toLowerCase());
  }
}

function withKind(query: Query, value: string): Query | null {
  if (value === 'tagged') return { ...query, tagged: true };
  if (value === 'untagged') return { ...query, tagged: false };
  return value === 'whole' ? { ...query, wholeWords: true } : null;
}
