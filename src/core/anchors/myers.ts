/**
 * Edit distances by the bit-parallel method of Myers (A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming, Journal of the ACM 46(3), 1999), in blocks of 32 rows. Unlike
 * a library call that returns the best matches alone, it gives the distance at every place, which the
 * runner-up is known by.
 */
export class Pattern {
  readonly length: number;
  /** Blocks of 32 rows. */
  private readonly blocks: number;
  /** For each different character of the pattern from 1 on, the rows where it stands, one bit each. */
  private readonly rows: Int32Array;
  private readonly ascii = new Uint8Array(0x80);
  private readonly others: ReadonlyMap<number, number>;
  private readonly plus: Int32Array;
  private readonly minus: Int32Array;

  /** @param backwards reads the pattern from its end, for texts that are read backwards as well */
  constructor(text: string, backwards = false) {
    this.length = text.length;
    this.blocks = Math.max(1, Math.ceil(text.length / 32));
    this.plus = new Int32Array(this.blocks);
    this.minus = new Int32Array(this.blocks);
    const others = new Map<number, number>();
    this.others = others;
    let different = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.numberOf(code) > 0) continue;
      different += 1;
      if (code < 0x80) this.ascii[code] = different;
      else others.set(code, different);
    }
    this.rows = new Int32Array((different + 1) * this.blocks);
    for (let row = 0; row < text.length; row += 1) {
      const code = text.charCodeAt(backwards ? text.length - 1 - row : row);
      const at = this.numberOf(code) * this.blocks + (row >> 5);
      this.rows[at] = (this.rows[at] ?? 0) | (1 << (row & 31));
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
    const { blocks, rows, plus, minus } = this;
    const count = Math.abs(to - from);
    const found = new Int32Array(count + 1);
    plus.fill(-1);
    minus.fill(0);
    const lastBit = 1 << ((this.length - 1) & 31);
    let distance = this.length;
    found[0] = distance;
    for (let n = 1; n <= count; n += 1) {
      const first = this.numberOf(text.charCodeAt(to < from ? from - n : from + n - 1)) * blocks;
      let carry = anchored ? 1 : 0;
      for (let block = 0; block < blocks; block += 1) {
        const mask = block === blocks - 1 ? lastBit : 1 << 31;
        carry = advance(plus, minus, block, rows[first + block] ?? 0, carry, mask);
      }
      distance += carry;
      found[n] = distance;
    }
    return found;
  }

  /** The character's number; 0 for one that is not in the pattern. */
  private numberOf(code: number): number {
    return (code < 0x80 ? this.ascii[code] : this.others.get(code)) ?? 0;
  }
}

/** One block of one column: takes and gives the difference to the row above, -1, 0 or 1. */
function advance(
  plus: Int32Array,
  minus: Int32Array,
  block: number,
  rows: number,
  carry: number,
  mask: number,
): number {
  const up = plus[block] ?? 0;
  const down = minus[block] ?? 0;
  const carriedDown = carry < 0 ? 1 : 0;
  const vertical = rows | down;
  const equal = rows | carriedDown;
  const horizontal = (((equal & up) + up) ^ up) | equal;
  let grows = down | ~(horizontal | up);
  let shrinks = up & horizontal;
  const out = (grows & mask ? 1 : 0) - (shrinks & mask ? 1 : 0);
  grows = (grows << 1) | (carry > 0 ? 1 : 0);
  shrinks = (shrinks << 1) | carriedDown;
  plus[block] = shrinks | ~(vertical | grows);
  minus[block] = grows & vertical;
  return out;
}
