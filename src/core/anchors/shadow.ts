import type { Span } from '../text/span.js';

/** Where the shadow is not of the same length as its text: a stretch of the one stands for one of the other. */
export interface Fold {
  /** Offset and length in the shadow. */
  readonly at: number;
  readonly length: number;
  /** Offset and length in the text. */
  readonly textAt: number;
  readonly textLength: number;
}

/**
 * A text as it is compared: see `normalise`. Between two folds both run side by side, so that a map
 * back costs a few numbers per fold and not two per character.
 */
export class Shadow {
  constructor(
    /** The normalised text. */
    readonly text: string,
    private readonly folds: readonly Fold[],
  ) {}

  /** The stretch of the text that a non-empty span of the shadow stands for. */
  toText(span: Span): Span {
    return { start: this.textStart(span.start), end: this.textEnd(span.end) };
  }

  /** The shadow's offset for an offset into the text; inside a fold it is the fold's start. */
  fromText(offset: number): number {
    const fold = this.lastFold((candidate) => candidate.textAt <= offset);
    if (fold === undefined) return offset;
    const past = offset - fold.textAt - fold.textLength;
    return past < 0 ? fold.at : fold.at + fold.length + past;
  }

  private textStart(offset: number): number {
    const fold = this.lastFold((candidate) => candidate.at <= offset);
    if (fold === undefined) return offset;
    const past = offset - fold.at - fold.length;
    return past < 0 ? fold.textAt : fold.textAt + fold.textLength + past;
  }

  /** The end of the last character before the offset: what is dropped behind it stays outside. */
  private textEnd(offset: number): number {
    if (offset <= 0) return 0;
    const fold = this.lastFold((candidate) => candidate.at < offset);
    if (fold === undefined) return offset;
    const past = offset - fold.at - fold.length;
    return fold.textAt + fold.textLength + Math.max(0, past);
  }

  private lastFold(isBefore: (fold: Fold) => boolean): Fold | undefined {
    let low = 0;
    let high = this.folds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const fold = this.folds[middle];
      if (fold !== undefined && isBefore(fold)) low = middle + 1;
      else high = middle;
    }
    return this.folds[low - 1];
  }
}
