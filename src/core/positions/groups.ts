import type { Codebook } from '../codebook/types.js';
import { Branch, type Dimension, type Gathered, type Group } from './branch.js';
import { branchKey, GroupNames } from './groupNames.js';
import { Hierarchy } from './hierarchy.js';
import { areSame, gathered, turnOver, type Turnover } from './lists.js';
import { compare } from './order.js';
import { Scale } from './scale.js';
import { joined, weightOf, type Sort } from './sorting.js';
import type { Evidence } from './types.js';

export type { Dimension, Group } from './branch.js';
export type { Sort } from './sorting.js';

/** The groupings that the tree offers at one touch, outermost level first. */
export const BY_ORGANISATION: readonly Dimension[] = ['organisation', 'issue'];
export const BY_ISSUE: readonly Dimension[] = ['issue', 'organisation'];
export const BY_STANCE: readonly Dimension[] = ['stance', 'organisation'];

/** Statements as a tree, once: see {@link Grouping}. */
export function group<E extends Evidence>(
  evidence: readonly E[],
  dimensions: readonly Dimension[],
  codebook: Codebook,
  sort: Sort = 'name',
): readonly Group<E>[] {
  return new Grouping<E>(dimensions, codebook, sort).take(evidence);
}

/**
 * Statements as a tree. Branches are in order of their names, stances in the order of the scale, documents
 * in their own order; what is not in the codebook comes behind what is. Sorted otherwise, what has most
 * comes first, and these orders decide between equals. What is blank always comes last. Organisations that
 * are parts of another stand under it, also where the other has no statement itself.
 */
export class Grouping<E extends Evidence> {
  readonly #names: GroupNames;
  readonly #hierarchy: Hierarchy;
  readonly #scale: Scale;
  /** The statements of each branch of the first level, and what is known of it before its parts are. */
  readonly #members = new Map<string | null, readonly E[]>();
  readonly #drafts = new Map<string | null, Gathered<E>>();
  #roots: readonly Branch<E>[] = [];

  constructor(
    private readonly dimensions: readonly Dimension[],
    codebook: Codebook,
    private readonly sort: Sort,
  ) {
    this.#names = new GroupNames(codebook);
    this.#hierarchy = new Hierarchy(codebook.organisations);
    this.#scale = new Scale(codebook.stances);
  }

  /** The tree of all statements, whatever there was before. */
  take(evidence: readonly E[]): readonly Group<E>[] {
    this.#members.clear();
    this.#drafts.clear();
    return this.update({ gone: [], come: evidence });
  }

  /**
   * The tree after statements came and went. Branches that hold the very same statements as before are the
   * very same objects.
   */
  update(turnover: Turnover<E>): readonly Group<E>[] {
    const [dimension] = this.dimensions;
    if (dimension === undefined) return [];
    const touched = turnOver(this.#members, turnover, (one) => this.#sortOf(one, dimension));
    for (const key of touched) {
      const members = this.#members.get(key);
      if (members) this.#drafts.set(key, this.#draftOf(dimension, '', members));
      else this.#drafts.delete(key);
    }
    this.#roots = this.#branches([...this.#drafts.values()], 0, '', this.#roots);
    return this.#roots;
  }

  #branches(
    drafts: readonly Gathered<E>[],
    level: number,
    parent: string,
    before: readonly Branch<E>[],
  ): readonly Branch<E>[] {
    const old = byKey(before);
    const next = this.dimensions[level + 1];
    const finish = (draft: Gathered<E>, parts: readonly Branch<E>[]): Branch<E> => {
      const known = old.get(draft.key);
      if (known && areSame(known.members, draft.members) && areSame(known.parts, parts)) return known;
      const inner = known?.madeGroups ?? [];
      const { key, members } = draft;
      return new Branch(draft, parts, () =>
        next === undefined ? [] : this.#branches(this.#draftsOf(members, next, key), level + 1, key, inner),
      );
    };
    return this.dimensions[level] === 'organisation'
      ? this.#nested(drafts, parent, finish)
      : this.#sorted(drafts.map((draft) => finish(draft, [])));
  }

  #draftsOf(evidence: readonly E[], dimension: Dimension, parent: string): readonly Gathered<E>[] {
    const lists = gathered(evidence, (one) => this.#sortOf(one, dimension));
    return [...lists.values()].map((members) => this.#draftOf(dimension, parent, members));
  }

  /** What statements of one branch have in common. */
  #sortOf(evidence: E, dimension: Dimension): string | null {
    if (dimension !== 'document') return this.#names.idOf(evidence, dimension);
    const { corpus, statement } = evidence;
    return `${corpus.length}:${corpus}${statement.document}`;
  }

  #draftOf(dimension: Dimension, parent: string, members: readonly E[]): Gathered<E> {
    const [first] = members;
    const id = first ? this.#names.idOf(first, dimension) : null;
    const corpus = first && dimension === 'document' ? first.corpus : null;
    return this.#draft(dimension, id, branchKey(parent, dimension, id, corpus), members);
  }

  #draft(dimension: Dimension, id: string | null, key: string, members: readonly E[]): Gathered<E> {
    const label = this.#names.label(dimension, id);
    const rank = this.#rank(dimension, id);
    const name = (label ?? '').toLowerCase();
    const weight = weightOf(members, this.sort, this.#scale);
    const order = dimension === 'document' ? firstOrder(members) : 0;
    return { dimension, id, label, name, key, members, rank, weight, order };
  }

  #rank(dimension: Dimension, id: string | null): number {
    return this.sort === 'name' || id === null ? this.#names.rank(dimension, id) : 0;
  }

  /** Organisations under those that they are part of, from the innermost outwards, however deep that goes. */
  #nested(
    drafts: readonly Gathered<E>[],
    parent: string,
    finish: (draft: Gathered<E>, parts: readonly Branch<E>[]) => Branch<E>,
  ): readonly Branch<E>[] {
    const all = new Map(drafts.map((draft) => [draft.id, draft]));
    for (const { id } of drafts) {
      let whole = id === null ? null : this.#hierarchy.wholeOf(id);
      for (; whole !== null && !all.has(whole); whole = this.#hierarchy.wholeOf(whole)) {
        const key = branchKey(parent, 'organisation', whole, null);
        all.set(whole, this.#draft('organisation', whole, key, []));
      }
    }
    const wholeOf = ({ id }: Gathered<E>): string | null =>
      id === null ? null : this.#hierarchy.wholeOf(id);
    const partsOf = gathered([...all.values()], wholeOf);
    const order = [...(partsOf.get(null) ?? [])];
    const outermost = order.length;
    for (let at = 0; at < order.length; at += 1) {
      const id = order[at]?.id ?? null;
      if (id !== null) for (const part of partsOf.get(id) ?? []) order.push(part);
    }
    const finished = new Map<Gathered<E>, Branch<E>>();
    const finishedOnes = (some: readonly Gathered<E>[]): readonly Branch<E>[] =>
      this.#sorted(some.flatMap((draft) => finished.get(draft) ?? []));
    for (const draft of order.reverse()) {
      const parts = draft.id === null ? [] : finishedOnes(partsOf.get(draft.id) ?? []);
      const weight = joined(this.sort, [draft.weight, ...parts.map((part) => part.weight)]);
      finished.set(draft, finish(parts.length === 0 ? draft : { ...draft, weight }, parts));
    }
    return finishedOnes(order.slice(order.length - outermost));
  }

  #sorted(branches: readonly Branch<E>[]): readonly Branch<E>[] {
    return [...branches].sort(
      (a, b) =>
        a.rank - b.rank ||
        b.weight - a.weight ||
        a.order - b.order ||
        compare(a.name, b.name) ||
        compare(a.label ?? '', b.label ?? '') ||
        compare(a.key, b.key),
    );
  }
}

/** Where a document stands among the others, whichever of its statements is asked first. */
function firstOrder(members: readonly Evidence[]): number {
  return members.reduce((least, { documentOrder }) => Math.min(least, documentOrder), Infinity);
}

/** Branches of one level by their keys, parts at any depth among them. */
function byKey<E extends Evidence>(branches: readonly Branch<E>[]): ReadonlyMap<string, Branch<E>> {
  const all = [...branches];
  for (let at = 0; at < all.length; at += 1) for (const part of all[at]?.parts ?? []) all.push(part);
  return new Map(all.map((branch) => [branch.key, branch]));
}
