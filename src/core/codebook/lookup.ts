import type { ActorLexicon } from '../quotes/types.js';
import type { Affiliation, Codebook, Organisation, Person } from './types.js';

/** The actors of a codebook as the engine needs them: organisations by name, not by id. */
export function lexiconOf(codebook: Codebook): ActorLexicon {
  const names = new Map(codebook.organisations.map(({ id, name }) => [id, name]));
  return {
    organisations: codebook.organisations.map(({ name, aliases }) => ({ name, aliases })),
    people: codebook.people.map(({ name, aliases, affiliations }) => ({
      name,
      aliases,
      affiliations: affiliations.map(({ organisation, from, to }) => ({
        organisation: names.get(organisation) ?? organisation,
        from,
        to,
      })),
    })),
  };
}

/** An entry of the codebook that a name leads to. */
export interface FoundActor {
  readonly kind: 'person' | 'organisation';
  readonly id: string;
  readonly name: string;
}

/**
 * The actor of that id, name or alias, in this order. Case, a leading "the", runs of blanks and the form of
 * apostrophes do not matter. Null where there is none, or where two share what was asked for.
 */
export function findActor(codebook: Codebook, name: string): FoundActor | null {
  const { ids, names, aliases } = directoryOf(codebook);
  const key = nameKey(name);
  const found = ids.get(name) ?? names.get(key) ?? aliases.get(key);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

/** The actors by each way of calling them; more than one where a name is shared. */
interface Directory {
  readonly ids: ReadonlyMap<string, readonly FoundActor[]>;
  readonly names: ReadonlyMap<string, readonly FoundActor[]>;
  readonly aliases: ReadonlyMap<string, readonly FoundActor[]>;
}

const directories = new WeakMap<Codebook, Directory>();

function directoryOf(codebook: Codebook): Directory {
  const known = directories.get(codebook);
  if (known) return known;
  const actors: readonly (readonly [Organisation | Person, FoundActor])[] = [
    ...codebook.organisations.map((entry) => [entry, actorOf(entry, 'organisation')] as const),
    ...codebook.people.map((entry) => [entry, actorOf(entry, 'person')] as const),
  ];
  const made = {
    ids: grouped(actors.map(([{ id }, actor]) => [id, actor] as const)),
    names: grouped(actors.map(([{ name }, actor]) => [nameKey(name), actor])),
    aliases: grouped(
      actors.flatMap(([entry, actor]) => entry.aliases.map((alias) => [nameKey(alias), actor])),
    ),
  };
  directories.set(codebook, made);
  return made;
}

function actorOf({ id, name }: Organisation | Person, kind: FoundActor['kind']): FoundActor {
  return { kind, id, name };
}

/** An actor with two aliases that are the same but for their case counts once. */
function grouped(
  pairs: readonly (readonly [string, FoundActor])[],
): ReadonlyMap<string, readonly FoundActor[]> {
  const groups = new Map<string, FoundActor[]>();
  for (const [key, actor] of pairs) {
    const group = groups.get(key);
    if (!group) groups.set(key, [actor]);
    else if (!group.includes(actor)) group.push(actor);
  }
  return groups;
}

/** A name in the form in which two spellings of it are the same. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word, at) => at > 0 || word !== 'the')
    .join(' ');
}

/** The id of the organisation that a person belonged to at a date. See `affiliationAt`. */
export function organisationOf(codebook: Codebook, personId: string, date: string | null): string | null {
  const person = codebook.people.find(({ id }) => id === personId);
  return person ? affiliationAt(person.affiliations, date) : null;
}

/**
 * The organisation of the affiliations that hold at a date.
 * @param date YYYY-MM-DD, both ends inclusive; null asks for the only one that there ever was
 * @returns null where there is none, or more than one
 */
export function affiliationAt(
  affiliations: readonly Pick<Affiliation, 'organisation' | 'from' | 'to'>[],
  date: string | null,
): string | null {
  const fitting = affiliations.filter(
    ({ from, to }) => date === null || ((from === null || from <= date) && (to === null || date <= to)),
  );
  const [only, ...others] = new Set(fitting.map(({ organisation }) => organisation));
  return others.length === 0 ? (only ?? null) : null;
}

/** Words that a readable id can do without. */
const fillers = new Set(['the', 'of', 'for', 'and', 'a', 'an', 'in', 'to', 'on', 'at', 's']);

/**
 * A readable id for a new entry: ASCII letters and digits in lower case with dashes, 40 at most, none of `taken`.
 * An acronym behind the name in brackets, or a name that is itself one, gives the id: `adcs`. An id begins with a
 * letter, so that no YAML reader takes it for a number.
 */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const acronym = /\(([\p{Lu}\p{N}][\p{L}\p{N}&.-]{1,11})\)\s*$/u.exec(name.slice(-40))?.[1];
  const base = slug(acronym ?? name) || 'entry';
  const lettered = /^[a-z]/.test(base) ? base : `n-${base}`;
  if (!taken.has(lettered) && !reserved.has(lettered)) return lettered;
  for (let n = 2; ; n += 1) if (!taken.has(`${lettered}-${n}`)) return `${lettered}-${n}`;
}

/** Ids that YAML readers take for truth values or for nothing. */
const reserved = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'null', 'nan', 'inf']);

function slug(text: string): string {
  const words = text
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/[\p{M}'\u2019.]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !fillers.has(word));
  let short = '';
  for (const word of telling.length > 0 ? telling : words) {
    if (short !== '' && short.length + word.length >= 40) break;
    short = (short === '' ? word : `${short}-${word}`).slice(0, 40);
  }
  return short;
}
