import { directoryOf } from '../../core/codebook/directory.js';
import type { Codebook } from '../../core/codebook/types.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { Affiliations } from '../../core/positions/affiliation.js';
import { coderSlug } from '../../core/sidecar/names.js';

/** What is shown of the statements. Within a list one must fit, between lists all; an empty list asks for nothing. */
export interface Filter {
  /** They must all stand somewhere in what is said of a statement; without regard to case. */
  readonly words: readonly string[];
  /** Coders as they stand in file names; '' for statements without one. */
  readonly coders: readonly string[];
  /** Ids of stances and issues; '' for statements without one. */
  readonly stances: readonly string[];
  readonly issues: readonly string[];
  /** Types of organisations as the codebook has them; '' for statements of an organisation without one, or of none. */
  readonly types: readonly string[];
  /** The first and the last date of documents, or just the year or month; null for no end. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A part of a filter that is chosen from a list. */
export type Facet = 'coders' | 'stances' | 'issues' | 'types';

/** What names a coder in a filter's text: `coder:ann`. */
export const CODER = 'coder:';

export const NO_FILTER: Filter = {
  words: [],
  coders: [],
  stances: [],
  issues: [],
  types: [],
  from: null,
  to: null,
};

const FACETS: readonly (readonly [Facet, string])[] = [
  ['stances', 'stance:'],
  ['issues', 'issue:'],
  ['types', 'type:'],
  ['coders', CODER],
];

/** A date, or its year or month. */
export const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** A filter from its text: words, and `stance:oppose issue:tolls type:union coder:ann from:2025-03 to:2025`. */
export function parseFilter(text: string): Filter {
  const parts = text.split(/\s+/).filter(Boolean);
  const having = (prefix: string): readonly string[] =>
    parts.filter((part) => startsWith(part, prefix)).map((part) => decoded(part.slice(prefix.length)));
  const date = (prefix: string): string | null =>
    having(prefix).findLast((value) => PARTIAL_DATE.test(value)) ?? null;
  const prefixes = [...FACETS.map(([, prefix]) => prefix), 'from:', 'to:'];
  return {
    words: parts
      .filter((part) => !prefixes.some((prefix) => startsWith(part, prefix)))
      .map((word) => word.toLowerCase()),
    coders: having(CODER).map((coder) => coder.toLowerCase()),
    stances: having('stance:'),
    issues: having('issue:'),
    types: having('type:'),
    from: date('from:'),
    to: date('to:'),
  };
}

/** The text of a filter, from which it can be read again. */
export function filterText(filter: Filter): string {
  const facets = FACETS.flatMap(([facet, prefix]) =>
    filter[facet].map((value) => prefix + value.replace(/[%\s]/g, encodeURIComponent)),
  );
  return [
    ...filter.words,
    ...facets,
    ...(filter.from === null ? [] : [`from:${filter.from}`]),
    ...(filter.to === null ? [] : [`to:${filter.to}`]),
  ].join(' ');
}

/** A coder as a filter names them: as in a file name. */
export function coderKey(coder: string | null): string {
  return coder === null ? '' : (coderSlug(coder) ?? '');
}

/** What tells the statements that pass a filter; made once for many. */
export function matcherOf(filter: Filter, codebook: Codebook): (placed: PlacedStatement) => boolean {
  const { words, coders, stances, issues, types, from, to } = filter;
  const { organisations } = directoryOf(codebook);
  const affiliations = types.length > 0 ? new Affiliations(codebook) : null;
  const typeOf = (placed: PlacedStatement): string => {
    const id =
      affiliations?.organisationOf({ statement: placed.stored.statement, date: placed.date }) ?? null;
    return (id === null ? null : organisations.get(id)?.type) ?? '';
  };
  return (placed) => {
    const { statement } = placed.stored;
    return (
      (stances.length === 0 || stances.includes(statement.stance ?? '')) &&
      (issues.length === 0 || issues.includes(statement.issue ?? '')) &&
      (coders.length === 0 || coders.includes(coderKey(placed.coder))) &&
      (types.length === 0 || types.includes(typeOf(placed))) &&
      isWithin(placed.date, from, to) &&
      (words.length === 0 || holdsAll(textsOf(placed, codebook), words))
    );
  };
}

function isWithin(date: string | null, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date.slice(0, to.length) <= to);
}

/** Everything that is said of a statement, in words or as its codes. */
function textsOf(placed: PlacedStatement, codebook: Codebook): readonly string[] {
  const { statement } = placed.stored;
  const { stances, issues, organisations, people } = directoryOf(codebook);
  const name = <T>(entries: ReadonlyMap<string, T>, id: string | null, of: (entry: T) => string) => {
    const entry = id === null ? undefined : entries.get(id);
    return entry === undefined ? id : of(entry);
  };
  const { claimedBy } = statement;
  return [
    statement.quote,
    statement.note,
    statement.document,
    placed.title,
    placed.date,
    placed.coder,
    name(people, statement.speaker, (one) => one.name),
    name(organisations, statement.organisation, (one) => one.name),
    name(issues, statement.issue, (one) => one.label),
    name(stances, statement.stance, (one) => one.label),
    claimedBy === null ? null : ((people.get(claimedBy) ?? organisations.get(claimedBy))?.name ?? claimedBy),
  ].flatMap((text) => (text === null ? [] : [text.toLowerCase()]));
}

function holdsAll(texts: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => texts.some((text) => text.includes(word)));
}

function startsWith(part: string, prefix: string): boolean {
  return part.slice(0, prefix.length).toLowerCase() === prefix;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
