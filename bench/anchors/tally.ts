import type { Span } from '../../src/core/text/span.js';
import type { Mark } from './corpus.js';
import { agreement, type Tracked } from './tracked.js';

/** Found and true place must have this much of the larger of both in common. */
const HALF = 0.5;

/** How the annotations of one method fared. */
export class Tally {
  readonly counts = { right: 0, suggested: 0, wrong: 0, lost: 0 };
  private readonly began = performance.now();

  /** @param found the place in the mark's own document; 'elsewhere' for one in another */
  count(mark: Mark, after: Tracked | null, found: Span | 'elsewhere' | null, isSure: boolean): void {
    if (found === null) this.counts.lost += 1;
    else if (!isSure) this.counts.suggested += 1;
    else if (after === null || found === 'elsewhere') this.counts.wrong += 1;
    else if (agreement(after, mark, found) < HALF) this.counts.wrong += 1;
    else this.counts.right += 1;
  }

  /** A count as it would be for all annotations, when only some were tried. */
  scaled(key: 'right' | 'wrong', step: number): string {
    return String(this.counts[key] * step);
  }

  get milliseconds(): number {
    return performance.now() - this.began;
  }
}
