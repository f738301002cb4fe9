/** A few milliseconds of work at most, in characters looked at. */
const SLICE = 30_000;

/** Tells long work when to pause. It counts work and not time, so that results and pauses repeat. */
export class Budget {
  private left = SLICE;

  /** Counts the characters looked at; true when it is time to pause. */
  spend(characters: number): boolean {
    this.left -= characters;
    if (this.left > 0) return false;
    this.left = SLICE;
    return true;
  }
}

/** Work that pauses every few milliseconds, and returns its result at the end. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** Runs sliced work to its end at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What {@link runInSlices} needs of its host. */
export interface SliceHost {
  /** Lets others work; resolves when it is our turn again. */
  readonly pause: () => Promise<void>;
  /** True when the result is no longer wanted. */
  readonly cancelled?: () => boolean;
  /** Milliseconds of work between two pauses; 10 where not given. */
  readonly milliseconds?: number;
}

/** Runs sliced work with pauses, so that nobody waits for long; null when it was cancelled. */
export async function runInSlices<T>(work: Sliced<T>, host: SliceHost): Promise<T | null> {
  const longest = host.milliseconds ?? 10;
  let since = Date.now();
  for (;;) {
    if (host.cancelled?.() === true) return null;
    const step = work.next();
    if (step.done === true) return step.value;
    if (Date.now() - since >= longest) {
      await host.pause();
      since = Date.now();
    }
  }
}
