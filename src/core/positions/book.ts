import type { Codebook } from '../codebook/types.js';
import { Hierarchy } from './hierarchy.js';
import { areSame, gathered } from './lists.js';
import { PositionRules } from './positions.js';
import { rollUp, type RollUp } from './rollUp.js';
import type { Evidence, Position } from './types.js';

/**
 * The positions of many organisations, each drawn when it is first asked for. When statements come and go,
 * those of organisations whose statements are the very same objects in the same order are kept.
 */
export class PositionBook<E extends Evidence> {
  readonly hierarchy: Hierarchy;
  readonly #rules: PositionRules;
  #pages: ReadonlyMap<string, Page<E>> = new Map();

  constructor(private readonly codebook: Codebook) {
    this.hierarchy = new Hierarchy(codebook.organisations);
    this.#rules = new PositionRules(codebook);
  }

  /** Takes all statements as they are now. */
  take(evidence: readonly E[]): void {
    const old = this.#pages;
    const pages = new Map<string, Page<E>>();
    for (const [id, own] of gathered(evidence, (one) => this.#rules.affiliations.organisationOf(one))) {
      const page = id === null ? undefined : old.get(id);
      if (id !== null)
        pages.set(id, page && areSame(page.evidence, own) ? page : { evidence: own, positions: null });
    }
    this.#pages = pages;
  }

  /** The positions of an organisation, in the order of the issues' ids; none where it has said nothing. */
  positionsOf(organisation: string | null): readonly Position<E>[] {
    const page = organisation === null ? undefined : this.#pages.get(organisation);
    return page && organisation !== null ? [...this.#read(organisation, page).values()] : [];
  }

  /** The position of an organisation on an issue; undefined where it has none. */
  position(organisation: string | null, issue: string | null): Position<E> | undefined {
    if (organisation === null || issue === null) return undefined;
    const page = this.#pages.get(organisation);
    return page && this.#read(organisation, page).get(issue);
  }

  /** What the parts of an organisation hold on an issue; null where none of them holds anything. */
  rolledUp(organisation: string, issue: string): RollUp<E> | null {
    const { hierarchy, codebook } = this;
    return rollUp(hierarchy, codebook.stances, organisation, issue, (one, on) => this.position(one, on));
  }

  #read(organisation: string, page: Page<E>): ReadonlyMap<string, Position<E>> {
    page.positions ??= this.#rules.positionsOf(organisation, page.evidence);
    return page.positions;
  }
}

/** The statements of one organisation, with the positions by issue once somebody has asked. */
interface Page<E extends Evidence> {
  readonly evidence: readonly E[];
  positions: ReadonlyMap<string, Position<E>> | null;
}
