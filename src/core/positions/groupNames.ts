import type { Codebook } from '../codebook/types.js';
import { Affiliations } from './affiliation.js';
import type { Dimension } from './branch.js';
import type { Evidence } from './types.js';

/** Looks up what the codebook says of ids, once for the whole tree. */
export class GroupNames {
  private readonly labels: Readonly<
    Record<'organisation' | 'issue' | 'stance' | 'speaker', ReadonlyMap<string, string>>
  >;
  private readonly affiliations: Affiliations;
  private readonly stances: ReadonlyMap<string, number>;

  constructor(codebook: Codebook) {
    this.affiliations = new Affiliations(codebook);
    const named = codebook.organisations.map(({ id, name }) => [id, name] as const);
    this.labels = {
      organisation: new Map(named),
      issue: new Map(codebook.issues.map(({ id, label }) => [id, label])),
      stance: new Map(codebook.stances.map(({ id, label }) => [id, label])),
      speaker: new Map([...named, ...codebook.people.map(({ id, name }) => [id, name] as const)]),
    };
    this.stances = new Map(codebook.stances.map(({ id }, index) => [id, index]));
  }

  idOf(evidence: Evidence, dimension: Dimension): string | null {
    switch (dimension) {
      case 'organisation':
        return this.affiliations.organisationOf(evidence);
      case 'issue':
      case 'stance':
      case 'speaker':
      case 'document':
        return evidence.statement[dimension];
      case 'coder':
        return evidence.coder;
    }
  }

  label(dimension: Dimension, id: string | null): string | null {
    if (id === null || dimension === 'document' || dimension === 'coder') return id;
    return this.labels[dimension].get(id) ?? id;
  }

  /** Known ones first, stances as the scale has them; blanks last. */
  rank(dimension: Dimension, id: string | null): number {
    if (id === null) return Number.MAX_SAFE_INTEGER;
    if (dimension === 'document' || dimension === 'coder') return 0;
    if (dimension === 'stance') return this.stances.get(id) ?? this.stances.size;
    return this.labels[dimension].has(id) ? 0 : 1;
  }
}

/** The key of a branch: it holds the id in a form without a slash that cannot be taken for blank; documents with their file. */
export function branchKey(
  parent: string,
  dimension: Dimension,
  id: string | null,
  corpus: string | null,
): string {
  const own = id === null ? '' : `=${corpus === null ? '' : `${escaped(corpus)}:`}${escaped(id)}`;
  return `${parent}/${dimension}:${own}`;
}

function escaped(id: string): string {
  return id.replace(/[%/:]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
