import { formatAffiliation } from '../codebook/format.js';
import { defaultScale } from '../codebook/scale.js';
import type { Section } from '../codebook/sections.js';
import type { Affiliation, Codebook, Issue, Organisation, Person } from '../codebook/types.js';
import { newAliases } from './rename.js';

/** The codebook as it should be once two entries of a section are one: what the edits of the file are held to. */
export function merged(codebook: Codebook, section: Section, fromId: string, intoId: string): Codebook {
  switch (section) {
    case 'stances': {
      const stances = codebook.stances.filter(({ id }) => id !== fromId);
      return { ...codebook, stances: stances.length === 0 ? defaultScale : stances };
    }
    case 'issues':
      return { ...codebook, issues: joined(codebook.issues, fromId, intoId, joinIssues) };
    case 'people':
      return { ...codebook, people: joined(codebook.people, fromId, intoId, joinPeople) };
    case 'organisations':
      return {
        ...codebook,
        organisations: joined(codebook.organisations, fromId, intoId, joinOrganisations).map((one) =>
          one.parent === fromId ? { ...one, parent: intoId } : one,
        ),
        people: codebook.people.map((person) => ({
          ...person,
          affiliations: person.affiliations.map((one) => pointed(one, fromId, intoId)),
        })),
      };
  }
}

function joined<T extends { readonly id: string }>(
  entries: readonly T[],
  fromId: string,
  intoId: string,
  join: (from: T, into: T) => T,
): readonly T[] {
  const from = entries.find(({ id }) => id === fromId);
  return entries.flatMap((one) => {
    if (one.id === fromId) return [];
    return one.id === intoId && from ? [join(from, one)] : [one];
  });
}

function joinIssues(from: Issue, into: Issue): Issue {
  return { ...into, definition: into.definition ?? from.definition };
}

function joinPeople(from: Person, into: Person): Person {
  const known = new Set(into.affiliations.map(formatAffiliation));
  const added = from.affiliations.filter((one) => !known.has(formatAffiliation(one)));
  return { ...into, aliases: namesOf(from, into), affiliations: [...into.affiliations, ...added] };
}

function joinOrganisations(from: Organisation, into: Organisation): Organisation {
  const above = from.parent === into.id || from.parent === from.id ? null : from.parent;
  const parent = into.parent === from.id ? above : (into.parent ?? above);
  return { ...into, aliases: namesOf(from, into), type: into.type ?? from.type, parent };
}

function namesOf(from: Organisation | Person, into: Organisation | Person): readonly string[] {
  return [...into.aliases, ...newAliases(into.aliases, [from.name, ...from.aliases], into.name)];
}

function pointed(affiliation: Affiliation, fromId: string, intoId: string): Affiliation {
  return affiliation.organisation === fromId ? { ...affiliation, organisation: intoId } : affiliation;
}
