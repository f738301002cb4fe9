import type { Stance } from '../codebook/types.js';
import type { Hierarchy } from './hierarchy.js';
import type { Evidence, Position } from './types.js';

/** What the parts of an organisation hold on an issue, beside its own position, which they never change. */
export interface RollUp<E extends Evidence = Evidence> {
  readonly organisation: string;
  readonly issue: string;
  /** The organisation's own position; null where it has said nothing itself. */
  readonly own: Position<E> | null;
  /** The positions of its parts, their parts and so on: a whole before its parts. Never empty. */
  readonly parts: readonly Position<E>[];
  /** Statements of all parts, claims among them; none of its own. */
  readonly statements: number;
  /** How many parts hold each stance now, in the order of the scale; parts without a stance are not here. */
  readonly stances: readonly { readonly stance: Stance; readonly parts: number }[];
  /** Whether, of the organisation and its parts, some are for (value above 0) and some against (below 0). */
  readonly divided: boolean;
}

/**
 * Gathers what the parts of an organisation hold on an issue; null where none of them has a position on it.
 * The rules are in docs/positions.md.
 * @param scale the stances of the codebook
 * @param positionOf the position of an organisation on an issue
 */
export function rollUp<E extends Evidence>(
  hierarchy: Hierarchy,
  scale: readonly Stance[],
  organisation: string,
  issue: string,
  positionOf: (organisation: string, issue: string) => Position<E> | undefined,
): RollUp<E> | null {
  const parts = hierarchy.allPartsOf(organisation).flatMap((part) => positionOf(part, issue) ?? []);
  if (parts.length === 0) return null;
  const own = positionOf(organisation, issue) ?? null;
  const counts = new Map<string, number>();
  const signs = new Set<number>();
  for (const { current } of own === null ? parts : [own, ...parts]) {
    if (current) signs.add(Math.sign(current.stance.value ?? 0));
  }
  for (const { current } of parts) {
    if (current) counts.set(current.stance.id, (counts.get(current.stance.id) ?? 0) + 1);
  }
  return {
    organisation,
    issue,
    own,
    parts,
    statements: parts.reduce((sum, { history, claimed }) => sum + history.length + claimed.length, 0),
    stances: scale.flatMap((stance) => {
      const count = counts.get(stance.id);
      return count === undefined ? [] : [{ stance, parts: count }];
    }),
    divided: signs.has(1) && signs.has(-1),
  };
}
