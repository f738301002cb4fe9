import type { Codebook } from '../codebook/types.js';
import { Branch, type Dimension, type Gathered, type Group } from './branch.js';
import { branchKey, GroupNames } from './groupNames.js';
import { Hierarchy } from './hierarchy.js';
import { areSame, gathered } from './lists.js';
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

  /**
   * The tree of statements as they are now. Branches that hold the very same statements as before are the
   * very same objects.
   */
  take(evidence: readonly E[]): readonly Group<E>[] {
    this.#roots = this.#branches(evidence, 0, '', this.#roots);
    return this.#roots;
  }

  #branches(
    evidence: readonly E[],
    level: number,
    parent: string,
    before: readonly Branch<E>[],
  ): readonly Branch<E>[] {
    const dimension = this.dimensions[level];
    if (dimension === undefined) return [];
    const drafts = this.#drafts(evidence, dimension, parent);
    const old = byKey(before);
    const finish = (draft: Gathered<E>, parts: readonly Branch<E>[]): Branch<E> => {
      const known = old.get(draft.key);
      if (known && areSame(known.members, draft.members) && areSame(known.parts, parts)) return known;
      const inner = known?.madeGroups ?? [];
      return new Branch(draft, parts, () => this.#branches(draft.members, level + 1, draft.key, inner));
    };
    return dimension === 'organisation'
      ? this.#nested(drafts, parent, finish)
      : this.#sorted(drafts.map((draft) => finish(draft, [])));
  }

  #drafts(evidence: readonly E[], dimension: Dimension, parent: string): readonly Gathered<E>[] {
    const corpora =
      dimension === 'document' ? gathered(evidence, ({ corpus }) => corpus) : new Map([[null, evidence]]);
    return [...corpora].flatMap(([corpus, own]) =>
      [...gathered(own, (one) => this.#names.idOf(one, dimension))].map(([id, members]) =>
        this.#draft(dimension, id, branchKey(parent, dimension, id, corpus), members),
      ),
    );
  }

  #draft(dimension: Dimension, id: string | null, key: string, members: readonly E[]): Gathered<E> {
    const label = this.#names.label(dimension, id);
    const rank = this.#rank(dimension, id);
    return { dimension, id, label, key, members, rank, weight: weightOf(members, this.sort, this.#scale) };
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
    return branches
      .map((branch) => ({ branch, name: (branch.label ?? '').toLowerCase(), order: firstOrder(branch) }))
      .sort(
        (a, b) =>
          a.branch.rank - b.branch.rank ||
          b.branch.weight - a.branch.weight ||
          a.order - b.order ||
          compare(a.name, b.name) ||
          compare(a.branch.label ?? '', b.branch.label ?? '') ||
          compare(a.branch.key, b.branch.key),
      )
      .map(({ branch }) => branch);
  }
}

/** Where a document stands among the others; other branches go by their names. */
function firstOrder(branch: Branch<Evidence>): number {
  return branch.dimension === 'document' ? (branch.members[0]?.documentOrder ?? 0) : 0;
}

/** Branches of one level by their keys, parts at any depth among them. */
function byKey<E extends Evidence>(branches: readonly Branch<E>[]): ReadonlyMap<string, Branch<E>> {
  const all = [...branches];
  for (let at = 0; at < all.length; at += 1) for (const part of all[at]?.parts ?? []) all.push(part);
  return new Map(all.map((branch) => [branch.key, branch]));
}
