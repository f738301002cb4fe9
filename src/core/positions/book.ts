import type { Codebook } from '../codebook/types.js';
import { Hierarchy } from './hierarchy.js';
import { turnOver, type Turnover } from './lists.js';
import { PositionRules } from './positions.js';
import { rollUp, type RollUp } from './rollUp.js';
import type { Evidence, Position } from './types.js';

/**
 * The positions of many organisations, drawn when they are first asked for, and again only when statements of
 * the organisation come or go.
 */
export class PositionBook<E extends Evidence> {
  readonly hierarchy: Hierarchy;
  readonly #rules: PositionRules;
  /** All statements, by organisation. */
  readonly #statements = new Map<string | null, readonly E[]>();
  /** Positions by organisation and issue, as far as somebody has asked. */
  readonly #positions = new Map<string, ReadonlyMap<string, Position<E>>>();

  constructor(private readonly codebook: Codebook) {
    this.hierarchy = new Hierarchy(codebook.organisations);
    this.#rules = new PositionRules(codebook);
  }

  /**
   * Takes statements that came and lets go of those that went; all others stay as they are.
   * @returns the organisations of either, with their statements before and after
   */
  update(turnover: Turnover<E>): readonly PageTurn<E>[] {
    const before = new Map(this.#statements);
    const touched = turnOver(this.#statements, turnover, (one) =>
      this.#rules.affiliations.organisationOf(one),
    );
    return [...touched].flatMap((organisation) => {
      if (organisation === null) return [];
      this.#positions.delete(organisation);
      const [old, now] = [before.get(organisation) ?? [], this.#statements.get(organisation) ?? []];
      return [{ organisation, before: old, after: now }];
    });
  }

  /** The positions of an organisation, in the order of the issues' ids; none where it has said nothing. */
  positionsOf(organisation: string | null): readonly Position<E>[] {
    return organisation === null ? [] : [...this.#of(organisation).values()];
  }

  /** The position of an organisation on an issue; undefined where it has none. */
  position(organisation: string | null, issue: string | null): Position<E> | undefined {
    return organisation === null || issue === null ? undefined : this.#of(organisation).get(issue);
  }

  /** What the parts of an organisation hold on an issue; null where none of them holds anything. */
  rolledUp(organisation: string, issue: string): RollUp<E> | null {
    const { hierarchy, codebook } = this;
    return rollUp(hierarchy, codebook.stances, organisation, issue, (one, on) => this.position(one, on));
  }

  #of(organisation: string): ReadonlyMap<string, Position<E>> {
    const known = this.#positions.get(organisation);
    if (known) return known;
    const made = this.#rules.positionsOf(organisation, this.#statements.get(organisation) ?? []);
    this.#positions.set(organisation, made);
    return made;
  }
}

/** The statements of an organisation before and after a change. */
export interface PageTurn<E extends Evidence> {
  readonly organisation: string;
  readonly before: readonly E[];
  readonly after: readonly E[];
}
