import { GRAM, gramAt, GramTable, nextGram } from './grams.js';
import type { Budget, Sliced } from './slices.js';

/** With more occurrences than this a quote is common, and no place of it is told from the others. */
export const MOST_OCCURRENCES = 200;

/** Above this many characters to look at, one pass for all needles is cheaper than one for each. */
const ONE_BY_ONE = 30_000_000;

/** Where each needle occurs, overlapping ones included; a list stops one past {@link MOST_OCCURRENCES}. */
export type Occurrences = ReadonlyMap<string, readonly number[]>;

/** Finds all needles, exactly. Empty ones occur nowhere. */
export function* findOccurrences(
  text: string,
  needles: readonly string[],
  budget: Budget,
): Sliced<Occurrences> {
  const found = new Map<string, number[]>();
  for (const needle of needles) found.set(needle, []);
  const inOnePass = found.size * text.length > ONE_BY_ONE;
  const together: string[] = [];
  for (const [needle, places] of found) {
    if (inOnePass && needle.length >= GRAM) together.push(needle);
    else if (needle.length > 0) {
      findOne(text, needle, places);
      if (budget.spend(text.length >> 2)) yield;
    }
  }
  if (together.length > 0) yield* findTogether(text, together, found, budget);
  return found;
}

function findOne(text: string, needle: string, places: number[]): void {
  let at = text.indexOf(needle);
  while (at !== -1 && places.length <= MOST_OCCURRENCES) {
    places.push(at);
    at = text.indexOf(needle, at + 1);
  }
}

/** One gram from the middle of each needle is looked up at every place of the text. */
function* findTogether(
  text: string,
  needles: readonly string[],
  found: ReadonlyMap<string, number[]>,
  budget: Budget,
): Sliced<void> {
  const table = new GramTable(needles.length);
  const byGram: string[][] = [];
  for (const needle of needles) {
    const number = table.add(gramAt(needle, middle(needle)));
    (byGram[number] ??= []).push(needle);
  }
  if (text.length < GRAM) return;
  let hash = gramAt(text, 0);
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const number = table.find(hash);
    if (number >= 0) {
      const sharing = byGram[number] ?? [];
      if (check(text, at, sharing, found))
        byGram[number] = sharing.filter((needle) => !isFull(found, needle));
      if (budget.spend(sharing.length * 4)) yield;
    }
    if (budget.spend(1)) yield;
    hash = nextGram(hash, text, at);
  }
}

/** Notes the needles that are here; true when one of them has occurred often enough. */
function check(
  text: string,
  at: number,
  needles: readonly string[],
  found: ReadonlyMap<string, number[]>,
): boolean {
  let full = false;
  for (const needle of needles) {
    const start = at - middle(needle);
    if (start < 0 || !text.startsWith(needle, start)) continue;
    found.get(needle)?.push(start);
    full ||= isFull(found, needle);
  }
  return full;
}

function isFull(found: ReadonlyMap<string, number[]>, needle: string): boolean {
  return (found.get(needle)?.length ?? 0) > MOST_OCCURRENCES;
}

function middle(needle: string): number {
  return (needle.length - GRAM) >> 1;
}
