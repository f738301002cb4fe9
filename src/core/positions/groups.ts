import type { Codebook } from '../codebook/types.js';
import { Affiliations } from './affiliation.js';
import { byTime, compare } from './order.js';
import type { Evidence } from './types.js';

/** What statements can be grouped by. */
export type Dimension = 'organisation' | 'issue' | 'stance' | 'speaker' | 'document' | 'coder';

/** One branch of the tree. */
export interface Group<E extends Evidence = Evidence> {
  readonly dimension: Dimension;
  /** The codebook id, the document's id or the coder's; null for statements that have none. */
  readonly id: string | null;
  /** How to call it: the name in the codebook, else the id; null where there is none. */
  readonly label: string | null;
  /** Unique in the tree, and the same as long as the branch is there. */
  readonly key: string;
  /** Branches of the next level; empty at the last one. */
  readonly groups: readonly Group<E>[];
  /** All statements of the branch, in order of time. */
  readonly evidence: readonly E[];
}

/** The groupings that the tree offers, outermost level first. */
export const BY_ORGANISATION: readonly Dimension[] = ['organisation', 'issue'];
export const BY_ISSUE: readonly Dimension[] = ['issue', 'organisation'];
export const BY_STANCE: readonly Dimension[] = ['stance', 'organisation'];

/**
 * Statements as a tree. Branches are in order of their names, stances in the order of the scale,
 * documents in their own order; what is not in the codebook comes behind what is, and what is blank last.
 */
export function group<E extends Evidence>(
  evidence: readonly E[],
  dimensions: readonly Dimension[],
  codebook: Codebook,
): readonly Group<E>[] {
  return branches([...evidence].sort(byTime), dimensions, new Names(codebook), '');
}

function branches<E extends Evidence>(
  evidence: readonly E[],
  dimensions: readonly Dimension[],
  names: Names,
  parent: string,
): readonly Group<E>[] {
  const [dimension, ...rest] = dimensions;
  if (dimension === undefined) return [];
  const byKey = new Map<string, E[]>();
  for (const one of evidence) {
    const key = `${parent}/${dimension}:${names.keyOf(one, dimension)}`;
    const found = byKey.get(key);
    if (found === undefined) byKey.set(key, [one]);
    else found.push(one);
  }
  const made = [...byKey].map(([key, members]) => {
    const id = members[0] === undefined ? null : names.idOf(members[0], dimension);
    const groups = branches(members, rest, names, key);
    const rank = names.rank(dimension, id);
    return {
      rank,
      group: { dimension, id, label: names.label(dimension, id), key, groups, evidence: members },
    };
  });
  const inOwnOrder = dimension === 'document';
  made.sort(
    (a, b) =>
      a.rank - b.rank ||
      (inOwnOrder ? firstOrder(a.group) - firstOrder(b.group) : compareNames(a.group.label, b.group.label)) ||
      compare(a.group.key, b.group.key),
  );
  return made.map((branch) => branch.group);
}

function firstOrder(branch: Group): number {
  return branch.evidence[0]?.documentOrder ?? 0;
}

/** Without regard to case, then by code units: the same on every machine. */
function compareNames(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '', b ?? ''];
  return compare(first.toLowerCase(), second.toLowerCase()) || compare(first, second);
}

/** Looks up what the codebook says of ids, once for the whole tree. */
class Names {
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

  /** The id in a form that holds no slash and cannot be taken for blank; documents with their file. */
  keyOf(evidence: Evidence, dimension: Dimension): string {
    const id = this.idOf(evidence, dimension);
    if (id === null) return '';
    return dimension === 'document' ? `=${escaped(evidence.corpus)}:${escaped(id)}` : `=${escaped(id)}`;
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

function escaped(id: string): string {
  return id.replace(/[%/:]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
