import { affiliationAt } from '../codebook/lookup.js';
import { keyOf } from './names.js';
import type { ActorLexicon } from '../quotes/types.js';

/** An actor of the codebook. */
export interface CodebookEntry {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** The organisation of a person at the document's date; null where there is none, or several hold. */
  readonly organisation: string | null;
}

/** The names and aliases of a codebook in lower case. Names win over aliases, earlier entries over later ones. */
export function codebookIndex(
  codebook: ActorLexicon | undefined,
  date: string | null,
): ReadonlyMap<string, CodebookEntry> {
  const index = new Map<string, CodebookEntry>();
  if (!codebook) return index;
  const entries: { entry: CodebookEntry; aliases: readonly string[] }[] = [];
  for (const { name, aliases } of codebook.organisations) {
    entries.push({ entry: { kind: 'organisation', name, organisation: null }, aliases });
  }
  for (const { name, aliases, affiliations } of codebook.people) {
    entries.push({
      entry: { kind: 'person', name, organisation: affiliationAt(affiliations, date) },
      aliases,
    });
  }
  const add = (name: string, entry: CodebookEntry): void => {
    const key = normalised(name);
    if (key !== '' && !index.has(key)) index.set(key, entry);
  };
  for (const { entry } of entries) add(entry.name, entry);
  for (const { entry, aliases } of entries) for (const alias of aliases) add(alias, entry);
  return index;
}

/** How names are looked up: lower case, single blanks, no article, straight apostrophes. */
function normalised(name: string): string {
  return keyOf(name.trim().replace(/\s+/g, ' ')).replace(/^the /, '');
}
