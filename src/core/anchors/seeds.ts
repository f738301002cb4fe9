import { GRAM, gramAt, GramTable, nextGram } from './grams.js';
import type { Budget, Sliced } from './slices.js';

/** Of each pattern so many grams are looked for, evenly spread; fewer where there are many patterns. */
const SEEDS = 64;
const MANY = 1_000;
const SEEDS_OF_MANY = 24;
/** The places of a gram that is more common than this tell nothing. */
const MOST_OF_A_GRAM = 32;
/** Of the grams that are there so many count, the rarest, … */
const RAREST = 16;
/** … as long as they have no more places than this altogether: a repetitive text gives no hint. */
const MOST_HITS = 100;
/** A place must show this part of the grams that count: fewer are there by chance. */
const LEAST_SHARE = 0.25;
/** Hits whose places agree this far belong together; insertions and deletions shift them a little. */
const SPREAD = 48;
/** So many places are given for each pattern. */
const MOST_PLACES = 8;

/**
 * Where each pattern may begin in the text, likeliest first. One pass over the text notes the places
 * of all grams of all patterns. A pattern may begin before the text does.
 */
export function* findPlaces(
  text: string,
  patterns: readonly string[],
  budget: Budget,
): Sliced<readonly (readonly number[])[]> {
  if (text.length < GRAM || patterns.length === 0) return patterns.map(() => []);
  const count = patterns.length > MANY ? SEEDS_OF_MANY : SEEDS;
  const places = new GramPlaces(patterns.length * count);
  for (const pattern of patterns) {
    for (const offset of spread(pattern, count)) places.lookFor(gramAt(pattern, offset));
    if (budget.spend(count * GRAM)) yield;
  }
  yield* places.read(text, budget);
  const found: (readonly number[])[] = [];
  for (const pattern of patterns) {
    const seeds = spread(pattern, count).map((offset) => ({ offset, hash: gramAt(pattern, offset) }));
    found.push(likeliest(seeds.map(({ offset, hash }) => ({ offset, at: places.of(hash) }))));
    if (budget.spend(count * GRAM * 4)) yield;
  }
  return found;
}

/** The places of many grams in a text. */
class GramPlaces {
  private readonly table: GramTable;
  /** For each gram, how often it was met, and the entry of its last place; entries link to the one before. */
  private readonly met: Int32Array;
  private readonly last: Int32Array;
  private readonly at: number[] = [];
  private readonly previous: number[] = [];

  constructor(most: number) {
    this.table = new GramTable(most);
    this.met = new Int32Array(most);
    this.last = new Int32Array(most).fill(-1);
  }

  lookFor(hash: number): void {
    this.table.add(hash);
  }

  *read(text: string, budget: Budget): Sliced<void> {
    let hash = gramAt(text, 0);
    for (let at = 0; at + GRAM <= text.length; at += 1) {
      const gram = this.table.find(hash);
      if (gram >= 0) this.note(gram, at);
      if (budget.spend(1)) yield;
      hash = nextGram(hash, text, at);
    }
  }

  /** Nothing for a gram that is too common. */
  of(hash: number): readonly number[] {
    const gram = this.table.find(hash);
    if (gram < 0 || (this.met[gram] ?? 0) > MOST_OF_A_GRAM) return [];
    const places: number[] = [];
    for (let entry = this.last[gram] ?? -1; entry >= 0; entry = this.previous[entry] ?? -1) {
      places.push(this.at[entry] ?? 0);
    }
    return places;
  }

  private note(gram: number, at: number): void {
    const met = (this.met[gram] ?? 0) + 1;
    this.met[gram] = met;
    if (met > MOST_OF_A_GRAM) return;
    this.at.push(at);
    this.previous.push(this.last[gram] ?? -1);
    this.last[gram] = this.at.length - 1;
  }
}

/** Offsets of grams, evenly spread over the pattern. */
function spread(pattern: string, count: number): number[] {
  const all = pattern.length - GRAM + 1;
  const step = Math.max(1, all / count);
  const offsets: number[] = [];
  for (let at = 0; at < all && offsets.length < count; at += step) offsets.push(Math.floor(at));
  return offsets;
}

interface Seed {
  readonly offset: number;
  /** Where its gram stands in the text. */
  readonly at: readonly number[];
}

/** Puts hits that agree together, and returns the middle of the largest groups. */
function likeliest(seeds: readonly Seed[]): readonly number[] {
  const present = seeds.filter(({ at }) => at.length > 0).sort((a, b) => a.at.length - b.at.length);
  let count = 0;
  const rarest = present.slice(0, RAREST).filter(({ at }) => (count += at.length) <= MOST_HITS);
  const hits = rarest.flatMap(({ offset, at }) => at.map((place) => place - offset)).sort((a, b) => a - b);
  const groups: { place: number; votes: number }[] = [];
  for (let start = 0; start < hits.length;) {
    let end = start + 1;
    while (end < hits.length && (hits[end] ?? 0) - (hits[start] ?? 0) <= SPREAD) end += 1;
    groups.push({ place: hits[(start + end) >> 1] ?? 0, votes: end - start });
    start = end;
  }
  groups.sort((a, b) => b.votes - a.votes || a.place - b.place);
  const fewest = LEAST_SHARE * Math.max(rarest.length, groups[0]?.votes ?? 0);
  return groups
    .filter(({ votes }) => votes >= fewest)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}
