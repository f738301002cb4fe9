import type { Stance } from '../codebook/types.js';
import type { Evidence } from './types.js';

/** The codebook's stances, for looking up those of statements. */
export class Scale {
  private readonly stances: ReadonlyMap<string, Stance>;

  constructor(stances: readonly Stance[]) {
    this.stances = new Map(stances.map((stance) => [stance.id, stance]));
  }

  /** The statement's stance; null where it has none that the codebook knows. */
  stanceOf({ statement }: Evidence): Stance | null {
    return statement.stance === null ? null : (this.stances.get(statement.stance) ?? null);
  }

  /** Where the statement stands from against (below 0) to for (above 0); null where nobody can say. */
  valueOf(evidence: Evidence): number | null {
    return this.stanceOf(evidence)?.value ?? null;
  }

  /** For (1), against (-1), or neither (0). */
  signOf(evidence: Evidence): number {
    return Math.sign(this.valueOf(evidence) ?? 0);
  }
}
