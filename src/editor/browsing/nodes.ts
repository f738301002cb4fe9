import type { Project } from '../../core/model/project.js';
import { saysTheSame } from '../../core/model/same.js';
import type { Group } from '../../core/positions/groups.js';
import type { Position } from '../../core/positions/types.js';
import type { PlacedEvidence } from '../../core/model/evidence.js';
import type { Outlook } from './outlook.js';

/** A row of the organisations view. */
export type Node = UnplacedNode | BranchNode | StatementNode;

/** Heads the statements whose words are not surely found. */
export interface UnplacedNode {
  readonly kind: 'unplaced';
  readonly id: string;
  readonly project: Project;
  readonly statements: readonly PlacedEvidence[];
}

export interface BranchNode {
  readonly kind: 'branch';
  readonly id: string;
  readonly project: Project;
  readonly group: Group<PlacedEvidence>;
  readonly parent: BranchNode | null;
  /** The position, where the branch is one organisation on one issue. */
  readonly position: Position<PlacedEvidence> | null;
  /** All positions of the organisation or on the issue, for a branch of the first level. */
  readonly positions: readonly Position<PlacedEvidence>[];
}

export interface StatementNode {
  readonly kind: 'statement';
  readonly id: string;
  /** What commands go by. */
  readonly key: string;
  readonly project: Project;
  readonly shown: PlacedEvidence;
  readonly parent: BranchNode | UnplacedNode;
  readonly marks: readonly Mark[];
}

/** Why a statement matters to its position. */
export type Mark = 'decides' | 'change' | 'contradiction' | 'disagreement';

/** The rows of the first level. */
export function rootsOf(outlook: Outlook): readonly Node[] {
  const { project, unplaced } = outlook;
  const lost: Node[] =
    unplaced.length === 0
      ? []
      : [{ kind: 'unplaced', id: `${project.root}?unplaced`, project, statements: unplaced }];
  return [...lost, ...outlook.groups.map((group) => branch(outlook, group, null))];
}

export function childrenOf(outlook: Outlook, node: Node): readonly Node[] {
  if (node.kind === 'statement') return [];
  if (node.kind === 'unplaced') return node.statements.map((shown) => leaf(node, shown, []));
  const { groups, evidence } = node.group;
  if (groups.length > 0) return groups.map((group) => branch(outlook, group, node));
  return evidence.map((shown) => leaf(node, shown, node.position ? marksOf(node.position, shown) : []));
}

/** Whether two rows of the same id show the same. A filter hides statements, but not what they make of a position. */
export function isSame(a: Node, b: Node): boolean {
  if (a.kind === 'unplaced' && b.kind === 'unplaced') return sameStatements(a.statements, b.statements);
  return (
    a.kind === 'branch' &&
    b.kind === 'branch' &&
    sameStatements(a.group.evidence, b.group.evidence) &&
    sameStatements(evidenceOf(a), evidenceOf(b))
  );
}

function evidenceOf({ positions }: BranchNode): readonly PlacedEvidence[] {
  return positions.flatMap(({ history, claimed }) => [...history, ...claimed]);
}

function branch(outlook: Outlook, group: Group<PlacedEvidence>, parent: BranchNode | null): BranchNode {
  const { project } = outlook;
  const position = parent ? (positionAt(outlook, parent.group, group) ?? null) : null;
  const positions = parent ? [] : group.groups.flatMap((inner) => positionAt(outlook, group, inner) ?? []);
  return { kind: 'branch', id: project.root + group.key, project, group, parent, position, positions };
}

function positionAt(outlook: Outlook, outer: Group, inner: Group): Position<PlacedEvidence> | undefined {
  const id = (dimension: string): string | null | undefined =>
    [outer, inner].find((one) => one.dimension === dimension)?.id;
  const [organisation, issue] = [id('organisation'), id('issue')];
  return organisation === undefined || issue === undefined
    ? undefined
    : outlook.position(organisation, issue);
}

function leaf(
  parent: BranchNode | UnplacedNode,
  shown: PlacedEvidence,
  marks: readonly Mark[],
): StatementNode {
  const { key } = shown.placed;
  return { kind: 'statement', id: `${parent.id}#${key}`, key, project: parent.project, shown, parent, marks };
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

/** Whether the same statements follow each other; where exactly their words stand is not seen in a row. */
function sameStatements(a: readonly PlacedEvidence[], b: readonly PlacedEvidence[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return one === other || (other !== undefined && saysTheSame(one.placed, other.placed));
    })
  );
}
