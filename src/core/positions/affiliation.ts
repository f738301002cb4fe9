import { affiliationAt } from '../codebook/lookup.js';
import type { Codebook, Person } from '../codebook/types.js';
import type { Evidence } from './types.js';

/** Who belonged where, looked up by id. */
export class Affiliations {
  private readonly people: ReadonlyMap<string, Person>;
  private readonly organisations: ReadonlySet<string>;

  constructor(codebook: Codebook) {
    this.people = new Map(codebook.people.map((person) => [person.id, person]));
    this.organisations = new Set(codebook.organisations.map(({ id }) => id));
  }

  /**
   * Whose position a statement tells of: the organisation that the coder named; else the one its speaker
   * belonged to at the document's date, if there is just one; else the speaker, where that is itself an
   * organisation. Null where nobody can say.
   */
  organisationOf({ statement, date }: Pick<Evidence, 'statement' | 'date'>): string | null {
    const { organisation, speaker } = statement;
    if (organisation !== null || speaker === null) return organisation;
    const person = this.people.get(speaker);
    if (person !== undefined) return affiliationAt(person.affiliations, date);
    return this.organisations.has(speaker) ? speaker : null;
  }

  /**
   * Whether a speaker still speaks for an organisation at a date, as far as is known: only an
   * affiliation that is over says no.
   */
  stillSpeaksFor(speaker: string, organisation: string, date: string | null): boolean {
    const all = this.people.get(speaker)?.affiliations ?? [];
    const own = all.filter((affiliation) => affiliation.organisation === organisation);
    return date === null || own.length === 0 || own.some(({ to }) => to === null || date <= to);
  }
}
