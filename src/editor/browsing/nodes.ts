import type { PlacedEvidence } from '../../core/model/evidence.js';
import type { Project } from '../../core/model/project.js';
import { saysTheSame } from '../../core/model/same.js';
import type { Dimension, Group } from '../../core/positions/groups.js';
import type { RollUp } from '../../core/positions/rollUp.js';
import type { Position } from '../../core/positions/types.js';

/** A row of the organisations view. */
export type Node = UnplacedNode | BranchNode | StatementNode | MoreNode;

/** A row that others stand under. */
export type ParentNode = UnplacedNode | BranchNode;

/** Heads the statements whose words are not surely found. */
export interface UnplacedNode {
  readonly kind: 'unplaced';
  readonly id: string;
  readonly project: Project;
  readonly parent: null;
  readonly statements: readonly PlacedEvidence[];
}

export interface BranchNode {
  readonly kind: 'branch';
  readonly id: string;
  readonly project: Project;
  readonly group: Group<PlacedEvidence>;
  /** The branch above: of the level before, or the organisation that this one is part of. */
  readonly parent: BranchNode | null;
  /** The position, where the branch is one organisation on one issue. */
  readonly position: Position<PlacedEvidence> | null;
  /** What the organisation's parts hold on the issue, where the branch is such a pair. */
  readonly rolledUp: RollUp<PlacedEvidence> | null;
  /** All positions of the organisation or on the issue, where the pairs stand on the next level. */
  readonly positions: readonly Position<PlacedEvidence>[];
}

export interface StatementNode {
  readonly kind: 'statement';
  readonly id: string;
  /** What commands go by. */
  readonly key: string;
  readonly project: Project;
  readonly shown: PlacedEvidence;
  readonly parent: ParentNode;
  readonly marks: readonly Mark[];
}

/** Stands for the rows that are not drawn until somebody asks for them. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly project: Project;
  readonly parent: ParentNode | null;
  /** How many rows there are yet. */
  readonly left: number;
}

/** Why a statement matters to its position. */
export type Mark = 'decides' | 'change' | 'contradiction' | 'disagreement';

/**
 * What the branches above a row, and the row itself if it is one, say of everything below: the id for each
 * dimension, null where it is blank. Of organisations within each other the innermost counts.
 */
export function codesOf(node: Node | null): ReadonlyMap<Dimension, string | null> {
  const codes = new Map<Dimension, string | null>();
  for (let at: Node | null = node; at !== null; at = at.parent) {
    if (at.kind === 'branch' && !codes.has(at.group.dimension)) codes.set(at.group.dimension, at.group.id);
  }
  return codes;
}

export function leaf(parent: ParentNode, shown: PlacedEvidence): StatementNode {
  const { key } = shown.placed;
  const position = parent.kind === 'branch' ? parent.position : null;
  return {
    kind: 'statement',
    id: `${parent.id}#${key}`,
    key,
    project: parent.project,
    shown,
    parent,
    marks: position ? marksOf(position, shown) : [],
  };
}

function marksOf(position: Position<PlacedEvidence>, shown: PlacedEvidence): readonly Mark[] {
  const marks: Mark[] = [];
  if (position.current?.evidence === shown) marks.push('decides');
  if (position.changes.some(({ after }) => after === shown)) marks.push('change');
  if (position.contradictions.some(({ before, after }) => before === shown || after === shown))
    marks.push('contradiction');
  if (position.disagreements.some(({ before, after }) => before === shown || after === shown))
    marks.push('disagreement');
  return marks;
}

/** Whether two versions of a branch hold the same statements; where exactly their words stand is not seen in a row. */
export function isSameGroup(a: Group<PlacedEvidence>, b: Group<PlacedEvidence>): boolean {
  const [own, others] = [withParts(a), withParts(b)];
  return (
    own.length === others.length &&
    own.every((one, index) => {
      const other = others[index];
      return (
        one === other ||
        (other !== undefined && one.key === other.key && sameStatements(one.evidence, other.evidence))
      );
    })
  );
}

/** A branch with its parts, their parts and so on. */
export function withParts(group: Group<PlacedEvidence>): readonly Group<PlacedEvidence>[] {
  const all = [group];
  for (let at = 0; at < all.length; at += 1) for (const part of all[at]?.parts ?? []) all.push(part);
  return all;
}

/** Whether the same statements follow each other. */
export function sameStatements(a: readonly PlacedEvidence[], b: readonly PlacedEvidence[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return one === other || (other !== undefined && saysTheSame(one.placed, other.placed));
    })
  );
}
