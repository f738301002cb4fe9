/**
 * Offsets that do not depend on line ends. Sidecars count as if every line ended in LF; editors and
 * files may hold CRLF. A lone CR is a line end too, of the same length as LF.
 */
export class LineEnds {
  /** The text with LF line ends: the very same string where it has no CR. */
  readonly lf: string;
  /** For each CRLF, the offset that its LF has in `lf`, in order. */
  private readonly pairs: readonly number[];

  constructor(text: string) {
    if (!text.includes('\r')) {
      this.lf = text;
      this.pairs = [];
      return;
    }
    this.lf = withLf(text);
    const pairs: number[] = [];
    for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) {
      pairs.push(at - pairs.length);
    }
    this.pairs = pairs;
  }

  /** The LF offset of an offset into the text; between CR and LF it is that of the line end. */
  toLf(offset: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The CR of pair `middle` stands at its LF offset plus the CRs before it.
      if ((this.pairs[middle] ?? 0) + middle < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  /** The offset into the text of an LF offset; the offset of a line end is that of its CR. */
  fromLf(offset: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }
}

/** The text with LF line ends in place of CRLF and lone CR. */
export function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The LF offset of an offset into `text`. For many offsets of one text, keep a {@link LineEnds}. */
export function toLf(text: string, offset: number): number {
  return new LineEnds(text).toLf(offset);
}

/** The offset into `text` of an LF offset. For many offsets of one text, keep a {@link LineEnds}. */
export function fromLf(text: string, offset: number): number {
  return new LineEnds(text).fromLf(offset);
}
