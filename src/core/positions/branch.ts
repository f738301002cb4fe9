import { inTime } from './order.js';
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
  /** Branches of the next level; empty at the last one. Made when first asked for. */
  readonly groups: readonly Group<E>[];
  /** All statements of the branch itself, in order of time; none for an organisation that is there for its parts only. */
  readonly evidence: readonly E[];
  /** The branches of organisations that are parts of this one. */
  readonly parts: readonly Group<E>[];
  /** How many statements the branch itself has. */
  readonly count: number;
  /** How many statements there are with those of its parts, their parts and so on. */
  readonly total: number;
}

/** What stands fast of a branch as soon as its statements are gathered. */
export interface Gathered<E extends Evidence> extends Pick<Group<E>, 'dimension' | 'id' | 'label' | 'key'> {
  /** The label as names are compared. */
  readonly name: string;
  /** In no particular order. */
  readonly members: readonly E[];
  /** Where it stands among its siblings: the smaller rank first, then the greater weight, then the smaller order. */
  readonly rank: number;
  readonly weight: number;
  readonly order: number;
}

/** A branch whose statements are put in order, and whose branches are made, when somebody looks. */
export class Branch<E extends Evidence> implements Group<E> {
  readonly dimension: Dimension;
  readonly id: string | null;
  readonly label: string | null;
  readonly key: string;
  readonly name: string;
  readonly total: number;
  readonly members: readonly E[];
  readonly rank: number;
  readonly weight: number;
  readonly order: number;
  #evidence: readonly E[] | null = null;
  #groups: readonly Branch<E>[] | null = null;

  /** @param below makes the branches of the next level; called once at most */
  constructor(
    gathered: Gathered<E>,
    readonly parts: readonly Branch<E>[],
    private below: (() => readonly Branch<E>[]) | null,
  ) {
    this.dimension = gathered.dimension;
    this.id = gathered.id;
    this.label = gathered.label;
    this.key = gathered.key;
    this.name = gathered.name;
    this.members = gathered.members;
    this.rank = gathered.rank;
    this.weight = gathered.weight;
    this.order = gathered.order;
    this.total = parts.reduce((sum, part) => sum + part.total, gathered.members.length);
  }

  get count(): number {
    return this.members.length;
  }

  get evidence(): readonly E[] {
    this.#evidence ??= inTime(this.members);
    return this.#evidence;
  }

  get groups(): readonly Branch<E>[] {
    this.#groups ??= this.below?.() ?? [];
    // What the branches were made from, older branches among it, is not needed again.
    this.below = null;
    return this.#groups;
  }

  /** The branches of the next level as far as somebody has looked. */
  get madeGroups(): readonly Branch<E>[] {
    return this.#groups ?? [];
  }
}
