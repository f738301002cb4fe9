import type { Affiliation, Issue, Organisation, Person, Stance } from './types.js';

/** A map of the file with all scalars as texts; see `textsOf`. What is wrong in it counts as absent. */
export type Raw = { readonly [key: string]: unknown };

export function stanceOf(raw: Raw, id: string): Stance {
  const value = Number(text(raw.value) ?? NaN);
  return { id, label: text(raw.label) ?? id, value: Math.abs(value) <= 1 ? value : null, key: text(raw.key) };
}

export function issueOf(raw: Raw, id: string): Issue {
  return { id, label: text(raw.label) ?? id, definition: text(raw.definition) };
}

export function organisationOf(raw: Raw, id: string): Organisation {
  return {
    id,
    name: text(raw.name) ?? id,
    aliases: texts(raw.aliases),
    type: text(raw.type),
    parent: text(raw.parent),
  };
}

export function personOf(raw: Raw, id: string): Person {
  const affiliations = Array.isArray(raw.affiliations) ? raw.affiliations : [];
  return {
    id,
    name: text(raw.name) ?? id,
    aliases: texts(raw.aliases),
    affiliations: affiliations.flatMap((each) => affiliationOf(each)),
  };
}

function affiliationOf(raw: unknown): readonly Affiliation[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const map = raw as Raw;
  const organisation = text(map.organisation);
  if (organisation === null) return [];
  return [{ organisation, role: text(map.role), from: dateOf(map.from), to: dateOf(map.to) }];
}

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

function dateOf(value: unknown): string | null {
  const date = text(value);
  return date !== null && isoDate.test(date) ? date : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => text(each) ?? []) : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
