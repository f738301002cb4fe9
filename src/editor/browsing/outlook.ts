import type { PlacedEvidence } from '../../core/model/evidence.js';
import type { Project } from '../../core/model/project.js';
import { PositionBook } from '../../core/positions/book.js';
import { Grouping, type Dimension, type Group, type Sort } from '../../core/positions/groups.js';
import { inTime } from '../../core/positions/order.js';
import type { RollUp } from '../../core/positions/rollUp.js';
import type { Position } from '../../core/positions/types.js';
import { filterText, matcherOf, type Filter } from './filter.js';
import { Ledger } from './ledger.js';
import {
  codesOf,
  isSameGroup,
  leaf,
  sameStatements,
  type BranchNode,
  type Node,
  type ParentNode,
  withParts,
} from './nodes.js';

/** How the statements are laid out. */
export interface Arrangement {
  /** The levels, outermost first. */
  readonly dimensions: readonly Dimension[];
  readonly sort: Sort;
  readonly filter: Filter;
}

/** How many rows are drawn under another at first, and with each step more. */
export const PAGE = 500;

/**
 * What one project shows in the tree. After a change it takes the statements anew and keeps all branches
 * and positions in which nothing changed; rows are made when somebody looks at them.
 */
export class Outlook {
  readonly #isFiltered: boolean;
  #codebook: Project['codebook'];
  #grouping: Grouping<PlacedEvidence>;
  #book: PositionBook<PlacedEvidence>;
  #ledger = new Ledger();
  #groups: readonly Group<PlacedEvidence>[] = [];
  #unplaced: readonly PlacedEvidence[] = [];
  /** Organisations whose positions changed when statements were taken last. */
  #turned: ReadonlySet<string> = new Set();
  /** Rows as they are now, by id, and those under each. */
  readonly #nodes = new Map<string, Node>();
  readonly #children = new Map<string, readonly Node[]>();

  /** @param limits how many rows to draw under a row, by its id, where it is not {@link PAGE} */
  constructor(
    readonly project: Project,
    private readonly arrangement: Arrangement,
    private readonly limits: ReadonlyMap<string, number>,
  ) {
    this.#isFiltered = filterText(arrangement.filter) !== '';
    this.#codebook = project.codebook;
    this.#grouping = new Grouping(arrangement.dimensions, this.#codebook, arrangement.sort);
    this.#book = new PositionBook(this.#codebook);
    this.take();
  }

  /** Statements whose words are not surely found, lost ones first. They also stand in their groups. */
  get unplaced(): readonly PlacedEvidence[] {
    return this.#unplaced;
  }

  /** Takes the project's statements as they are now. */
  take(): void {
    const { codebook } = this.project;
    if (codebook !== this.#codebook) {
      this.#codebook = codebook;
      this.#grouping = new Grouping(this.arrangement.dimensions, codebook, this.arrangement.sort);
      this.#book = new PositionBook(codebook);
      this.#ledger = new Ledger();
    }
    const turnover = this.#ledger.take(this.project);
    const turned = this.#book
      .update(turnover)
      .filter(({ before, after }) => !sameStatements(inTime(before), inTime(after)));
    this.#turned = this.#withWholes(turned.map(({ organisation }) => organisation));
    const passes = matcherOf(this.arrangement.filter, codebook);
    const shown = (all: readonly PlacedEvidence[]): readonly PlacedEvidence[] =>
      this.#isFiltered ? all.filter(({ placed }) => passes(placed)) : all;
    this.#groups = this.#grouping.update({ gone: shown(turnover.gone), come: shown(turnover.come) });
    this.#unplaced = [...this.#ledger.unplaced].sort((a, b) => rank(a) - rank(b));
    this.forget();
  }

  /** Makes rows anew when they are next looked at. */
  forget(): void {
    this.#nodes.clear();
    this.#children.clear();
  }

  /** The rows of the first level. */
  get roots(): readonly Node[] {
    return this.#rows(this.project.root, null, () => {
      const { project } = this;
      const lost: Node[] =
        this.#unplaced.length === 0
          ? []
          : [
              {
                kind: 'unplaced',
                id: `${project.root}?unplaced`,
                project,
                parent: null,
                statements: this.#unplaced,
              },
            ];
      return {
        count: lost.length + this.#groups.length,
        row: (index) => lost[index] ?? this.#branch(this.#groups[index - lost.length], null),
      };
    });
  }

  childrenOf(node: ParentNode): readonly Node[] {
    return this.#rows(node.id, node, () => {
      const groups = node.kind === 'unplaced' ? [] : node.group.groups;
      const statements =
        node.kind === 'unplaced' ? node.statements : groups.length > 0 ? [] : node.group.evidence;
      const parts = node.kind === 'unplaced' ? [] : node.group.parts;
      const branches = [...groups, ...parts];
      return {
        count: statements.length + branches.length,
        row: (index) => {
          const shown = statements[index];
          if (shown !== undefined) return leaf(node, shown);
          return node.kind === 'branch' ? this.#branch(branches[index - statements.length], node) : undefined;
        },
      };
    });
  }

  /** The row of the same id as it is now; undefined where there is none any more. */
  current(node: Node): Node | undefined {
    if (this.#nodes.size === 0) void this.roots;
    const known = this.#nodes.get(node.id);
    if (known || node.parent === null) return known;
    const parent = this.current(node.parent);
    if (parent?.kind === 'branch' || parent?.kind === 'unplaced') this.childrenOf(parent);
    return this.#nodes.get(node.id);
  }

  /** Whether a row of the first level shows something else than before the statements were last taken. */
  hasChanged(before: Node, now: Node): boolean {
    if (before.kind === 'unplaced' && now.kind === 'unplaced')
      return !sameStatements(before.statements, now.statements);
    if (before.kind === 'more' && now.kind === 'more') return before.left !== now.left;
    if (before.kind !== 'branch' || now.kind !== 'branch') return true;
    // A filter hides statements, but not what they make of a position.
    return (
      (before.group !== now.group && !isSameGroup(before.group, now.group)) ||
      (this.#isFiltered && this.#isTurned(now.group))
    );
  }

  #isTurned(group: Group<PlacedEvidence>): boolean {
    return withParts(group).some(
      (one) =>
        (one.dimension === 'organisation' && one.id !== null && this.#turned.has(one.id)) ||
        one.groups.some((inner) => this.#isTurned(inner)),
    );
  }

  #withWholes(organisations: readonly string[]): ReadonlySet<string> {
    const all = new Set<string>();
    for (const organisation of organisations) {
      for (let at: string | null = organisation; at !== null && !all.has(at);) {
        all.add(at);
        at = this.#book.hierarchy.wholeOf(at);
      }
    }
    return all;
  }

  /** The rows under a row as far as they are drawn, made once. */
  #rows(
    id: string,
    parent: ParentNode | null,
    list: () => { readonly count: number; readonly row: (index: number) => Node | undefined },
  ): readonly Node[] {
    const known = this.#children.get(id);
    if (known) return known;
    const { count, row } = list();
    const drawn = Math.min(count, this.limits.get(id) ?? PAGE);
    const rows: Node[] = [];
    for (let index = 0; index < drawn; index += 1) {
      const made = row(index);
      if (made) rows.push(made);
    }
    if (count > drawn) {
      rows.push({ kind: 'more', id: `${id}?more`, project: this.project, parent, left: count - drawn });
    }
    for (const made of rows) this.#nodes.set(made.id, made);
    this.#children.set(id, rows);
    return rows;
  }

  #branch(group: Group<PlacedEvidence> | undefined, parent: BranchNode | null): BranchNode | undefined {
    const { dimensions } = this.arrangement;
    const hasPairs = dimensions.includes('organisation') && dimensions.includes('issue');
    return group && new LazyBranch(this.project, hasPairs ? this.#book : null, group, parent);
  }
}

/** A branch that looks up its positions when it is drawn. */
class LazyBranch implements BranchNode {
  readonly kind = 'branch';
  readonly id: string;

  /** @param book null where no branch is an organisation on an issue */
  constructor(
    readonly project: Project,
    private readonly book: PositionBook<PlacedEvidence> | null,
    readonly group: Group<PlacedEvidence>,
    readonly parent: BranchNode | null,
  ) {
    this.id = project.root + group.key;
  }

  get position(): Position<PlacedEvidence> | null {
    const { organisation, issue } = this.#pair();
    return this.book?.position(organisation, issue) ?? null;
  }

  get rolledUp(): RollUp<PlacedEvidence> | null {
    const { organisation, issue } = this.#pair();
    return organisation === null || issue === null
      ? null
      : (this.book?.rolledUp(organisation, issue) ?? null);
  }

  get positions(): readonly Position<PlacedEvidence>[] {
    if (this.book === null) return [];
    return this.group.groups.flatMap(
      (inner) => new LazyBranch(this.project, this.book, inner, this).position ?? [],
    );
  }

  #pair(): { readonly organisation: string | null; readonly issue: string | null } {
    const codes = codesOf(this);
    return { organisation: codes.get('organisation') ?? null, issue: codes.get('issue') ?? null };
  }
}

function rank({ placed }: PlacedEvidence): number {
  return placed.place.outcome === 'lost' ? 0 : 1;
}
