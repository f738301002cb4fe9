/** Texts are looked up by stretches of this many characters: short enough to survive one error in ten. */
export const GRAM = 8;

const BASE = 0x01000193;
const BASE_TO_THE_GRAM = Array.from({ length: GRAM }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The hash of the gram at the offset, which must be whole. */
export function gramAt(text: string, offset: number): number {
  let hash = 0;
  for (let at = offset; at < offset + GRAM; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

/** The hash of the gram one further on, from that of the gram at the offset (Karp and Rabin, 1987). */
export function nextGram(hash: number, text: string, offset: number): number {
  const shifted = Math.imul(hash, BASE) + text.charCodeAt(offset + GRAM);
  return (shifted - Math.imul(text.charCodeAt(offset), BASE_TO_THE_GRAM)) | 0;
}

/** Numbers grams from zero in the order in which they come. An open hash table of fixed size. */
export class GramTable {
  size = 0;
  private readonly mask: number;
  private readonly hashes: Int32Array;
  /** The number of the gram, plus one; zero where the place is free. */
  private readonly numbers: Int32Array;

  /** @param most how many grams will be added at most */
  constructor(most: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, most * 3)));
    this.mask = places - 1;
    this.hashes = new Int32Array(places);
    this.numbers = new Int32Array(places);
  }

  /** The gram's number; a new one for a new gram. */
  add(hash: number): number {
    const place = this.placeOf(hash);
    if (this.numbers[place] === 0) {
      this.hashes[place] = hash;
      this.size += 1;
      this.numbers[place] = this.size;
    }
    return (this.numbers[place] ?? 0) - 1;
  }

  /** The gram's number; -1 for one that was not added. */
  find(hash: number): number {
    return (this.numbers[this.placeOf(hash)] ?? 0) - 1;
  }

  private placeOf(hash: number): number {
    let place = (Math.imul(hash, 0x9e3779b1) >>> 7) & this.mask;
    while (this.numbers[place] !== 0 && this.hashes[place] !== hash) place = (place + 1) & this.mask;
    return place;
  }
}
