import type { Codebook, Issue, Organisation, Person, Stance } from './types.js';

/** The entries of a codebook by their ids; the first one where two have the same. */
export interface Directory {
  readonly stances: ReadonlyMap<string, Stance>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly people: ReadonlyMap<string, Person>;
}

const made = new WeakMap<Codebook, Directory>();

/** The directory of a codebook, made once for each: rows by the thousand ask for names. */
export function directoryOf(codebook: Codebook): Directory {
  const known = made.get(codebook);
  if (known) return known;
  const directory = {
    stances: byId(codebook.stances),
    issues: byId(codebook.issues),
    organisations: byId(codebook.organisations),
    people: byId(codebook.people),
  };
  made.set(codebook, directory);
  return directory;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const entry of entries) if (!found.has(entry.id)) found.set(entry.id, entry);
  return found;
}
