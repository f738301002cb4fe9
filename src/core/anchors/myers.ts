/**
 * Edit distances by the bit-parallel method of Myers (A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming, Journal of the ACM 46(3), 1999), in blocks of 32 rows. Unlike
 * a library call that returns the best matches alone, it gives the distance at every place, which the
 * runner-up is known by.
 */
export class Pattern {
  readonly length: number;
  private readonly words: number;
  /** For each character of the pattern, the rows where it stands, one bit each. */
  private readonly ascii: (Int32Array | undefined)[] = [];
  private readonly others = new Map<number, Int32Array>();
  private readonly none: Int32Array;

  /** @param backwards reads the pattern from its end, for texts that are read backwards as well */
  constructor(text: string, backwards = false) {
    this.length = text.length;
    this.words = Math.max(1, Math.ceil(text.length / 32));
    this.none = new Int32Array(this.words);
    for (let row = 0; row < text.length; row += 1) {
      const rows = this.rowsToFill(text.charCodeAt(backwards ? text.length - 1 - row : row));
      rows[row >> 5] = (rows[row >> 5] ?? 0) | (1 << (row & 31));
    }
  }

  /**
   * The distance of the whole pattern to each stretch of the text that ends at a place.
   * @param from where reading starts; with `to` before it the text is read backwards, from `from - 1`
   * @param anchored true: stretches start at `from`; false: wherever they fit best
   * @returns one more entry than characters are read; entry n is for the stretch that ends behind the
   *   nth of them
   */
  distances(text: string, from: number, to: number, anchored: boolean): Int32Array {
    const count = Math.abs(to - from);
    const found = new Int32Array(count + 1);
    const plus = new Int32Array(this.words).fill(-1);
    const minus = new Int32Array(this.words);
    const lastBit = 1 << ((this.length - 1) & 31);
    let distance = this.length;
    found[0] = distance;
    for (let n = 1; n <= count; n += 1) {
      const rows = this.rowsOf(text.charCodeAt(to < from ? from - n : from + n - 1));
      let carry = anchored ? 1 : 0;
      for (let word = 0; word < this.words; word += 1) {
        const mask = word === this.words - 1 ? lastBit : 1 << 31;
        carry = advance(plus, minus, word, rows[word] ?? 0, carry, mask);
      }
      distance += carry;
      found[n] = distance;
    }
    return found;
  }

  private rowsOf(code: number): Int32Array {
    return (code < 0x80 ? this.ascii[code] : this.others.get(code)) ?? this.none;
  }

  private rowsToFill(code: number): Int32Array {
    const found = this.rowsOf(code);
    if (found !== this.none) return found;
    const made = new Int32Array(this.words);
    if (code < 0x80) this.ascii[code] = made;
    else this.others.set(code, made);
    return made;
  }
}

/** One block of one column: takes and gives the difference to the row above, -1, 0 or 1. */
function advance(
  plus: Int32Array,
  minus: Int32Array,
  word: number,
  rows: number,
  carry: number,
  mask: number,
): number {
  const up = plus[word] ?? 0;
  const down = minus[word] ?? 0;
  const carriedDown = carry < 0 ? 1 : 0;
  const vertical = rows | down;
  const equal = rows | carriedDown;
  const horizontal = (((equal & up) + up) ^ up) | equal;
  let grows = down | ~(horizontal | up);
  let shrinks = up & horizontal;
  const out = (grows & mask ? 1 : 0) - (shrinks & mask ? 1 : 0);
  grows = (grows << 1) | (carry > 0 ? 1 : 0);
  shrinks = (shrinks << 1) | carriedDown;
  plus[word] = shrinks | ~(vertical | grows);
  minus[word] = grows & vertical;
  return out;
}
