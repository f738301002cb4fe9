import { GRAM, gramAt, GramTable, nextGram } from './grams.js';
import type { Budget, Sliced } from './slices.js';

/** Of each pattern so many grams are counted, evenly spread, … */
const COUNTED = 64;
/** … and of these the rarest are looked for, … */
const LOOKED_FOR = 24;
/** … as long as they do not occur more often than this altogether: a repetitive text gives no hint. */
const MOST_HITS = 600;
/** Hits whose places agree this far belong together; insertions and deletions shift them a little. */
const SPREAD = 48;
/** So many places are given for each pattern. */
const MOST_PLACES = 8;

interface Seed {
  readonly pattern: number;
  readonly offset: number;
}

/**
 * Where each pattern may begin in the text, likeliest first: one pass over the text counts the grams
 * of all patterns, another notes where the rarest of each stand. Places may lie before the text's start.
 */
export function* findPlaces(
  text: string,
  patterns: readonly string[],
  budget: Budget,
): Sliced<readonly (readonly number[])[]> {
  const hits: number[][] = patterns.map(() => []);
  if (text.length < GRAM || patterns.length === 0) return hits;
  const table = new GramTable(patterns.length * COUNTED);
  for (const pattern of patterns) {
    for (const offset of spread(pattern)) table.add(gramAt(pattern, offset));
    if (budget.spend(COUNTED * GRAM)) yield;
  }
  const counts = yield* countGrams(text, table, budget);
  const seeds: (Seed[] | undefined)[] = [];
  for (const [index, pattern] of patterns.entries()) {
    for (const offset of rarest(pattern, table, counts)) {
      const number = table.find(gramAt(pattern, offset));
      (seeds[number] ??= []).push({ pattern: index, offset });
    }
    if (budget.spend(COUNTED * GRAM)) yield;
  }
  yield* note(text, table, seeds, hits, budget);
  const places: (readonly number[])[] = [];
  for (const found of hits) {
    places.push(likeliest(found));
    if (budget.spend(found.length * 4)) yield;
  }
  return places;
}

/** Offsets of grams, evenly spread over the pattern. */
function spread(pattern: string): number[] {
  const count = pattern.length - GRAM + 1;
  const step = Math.max(1, count / COUNTED);
  const offsets: number[] = [];
  for (let at = 0; at < count; at += step) offsets.push(Math.floor(at));
  return offsets;
}

function* countGrams(text: string, table: GramTable, budget: Budget): Sliced<Int32Array> {
  const counts = new Int32Array(table.size);
  let hash = gramAt(text, 0);
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const number = table.find(hash);
    if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
    if (budget.spend(1)) yield;
    hash = nextGram(hash, text, at);
  }
  return counts;
}

function rarest(pattern: string, table: GramTable, counts: Int32Array): number[] {
  const counted = spread(pattern)
    .map((offset) => ({ offset, count: counts[table.find(gramAt(pattern, offset))] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || a.offset - b.offset);
  const chosen: number[] = [];
  let hits = 0;
  for (const { offset, count } of counted) {
    hits += count;
    if (chosen.length >= LOOKED_FOR || hits > MOST_HITS) break;
    chosen.push(offset);
  }
  return chosen;
}

function* note(
  text: string,
  table: GramTable,
  seeds: readonly (readonly Seed[] | undefined)[],
  hits: readonly number[][],
  budget: Budget,
): Sliced<void> {
  let hash = gramAt(text, 0);
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const number = table.find(hash);
    const found = number < 0 ? undefined : seeds[number];
    if (found !== undefined) {
      for (const seed of found) hits[seed.pattern]?.push(at - seed.offset);
      if (budget.spend(found.length)) yield;
    }
    if (budget.spend(1)) yield;
    hash = nextGram(hash, text, at);
  }
}

/** Puts hits that agree together, and returns the middle of the largest groups. */
function likeliest(hits: number[]): number[] {
  hits.sort((a, b) => a - b);
  const groups: { place: number; votes: number }[] = [];
  for (let start = 0; start < hits.length;) {
    let end = start + 1;
    while (end < hits.length && (hits[end] ?? 0) - (hits[start] ?? 0) <= SPREAD) end += 1;
    groups.push({ place: hits[(start + end) >> 1] ?? 0, votes: end - start });
    start = end;
  }
  groups.sort((a, b) => b.votes - a.votes || a.place - b.place);
  const fewest = (groups[0]?.votes ?? 0) / 4;
  return groups
    .filter(({ votes }) => votes >= fewest)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}
