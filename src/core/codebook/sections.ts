import type { Codebook } from './types.js';

/** A list of the codebook, by its key in the file. */
export type Section = keyof Codebook;

/** The top-level keys in the order in which we write them. */
export const sectionOrder = ['standpoint', 'stances', 'issues', 'organisations', 'people'] as const;
export const sections = [
  'stances',
  'issues',
  'organisations',
  'people',
] as const satisfies readonly Section[];

/** The keys of an entry in the order in which we write them. */
export const entryOrder: Readonly<Record<Section, readonly string[]>> = {
  stances: ['id', 'label', 'value', 'key'],
  issues: ['id', 'label', 'definition'],
  organisations: ['id', 'name', 'aliases', 'type', 'parent'],
  people: ['id', 'name', 'aliases', 'affiliations'],
};

/** The key of `CodebookFile.places` for an entry. */
export function placeKey(section: Section, id: string): string {
  return `${section}/${id}`;
}

/** A codebook beyond this (code units) is not read: the parser needs a second for it. */
export const largest = 4 * 1024 * 1024;
