import type { Affiliations } from './affiliation.js';
import { byTime, dateOf, daysBetween, isSameDocument } from './order.js';
import type { Change, Contradiction, Evidence, Pair } from './types.js';
import type { Scale } from './scale.js';

/**
 * The history without what would count twice or mislead: of words that several coders read alike only
 * the first reading, of words that they read differently none. Statements without a value (a stance
 * that is blank, unknown or unclear) say neither for nor against, and go too.
 */
export function settled<E extends Evidence>(history: readonly E[], scale: Scale): readonly E[] {
  if (history.length === 1) return history.filter((evidence) => scale.valueOf(evidence) !== null);
  const disputed = new Set(disagreementsIn(history, scale).map(({ after }) => wordsKey(after)));
  const seen = new Set<string>();
  return history.filter((evidence) => {
    const key = wordsKey(evidence);
    const reading = JSON.stringify([key, evidence.statement.stance]);
    if (scale.valueOf(evidence) === null || disputed.has(key) || seen.has(reading)) return false;
    seen.add(reading);
    return true;
  });
}

/**
 * Stances that gave way to others: neighbours in time with different stances.
 * @param history as {@link settled} gives it
 */
export function changesIn<E extends Evidence>(history: readonly E[], scale: Scale): readonly Change<E>[] {
  return history.flatMap((after, index) => {
    const before = history[index - 1];
    const from = before && scale.stanceOf(before);
    const to = scale.stanceOf(after);
    return before && from && to && from.id !== to.id ? [{ before, after, from, to }] : [];
  });
}

/**
 * For and against, once for each turn: a statement is set against the one before it that takes a side.
 * @param history as {@link settled} gives it
 * @param period in days
 */
export function contradictionsIn<E extends Evidence>(
  history: readonly E[],
  scale: Scale,
  organisation: string,
  affiliations: Affiliations,
  period: number,
): readonly Contradiction<E>[] {
  const found: Contradiction<E>[] = [];
  const sided = history.filter((evidence) => scale.valueOf(evidence) !== 0);
  for (const [index, after] of sided.entries()) {
    const before = sided[index - 1];
    if (before === undefined || scale.signOf(before) === scale.signOf(after)) continue;
    const days = daysBetween(before, after);
    if (isSameDocument(before, after)) found.push({ kind: 'document', before, after });
    else if (days !== null && days <= period) found.push({ kind: 'period', before, after });
  }
  const apart = speakersApart(sided, scale, organisation, affiliations);
  const isKnown = found.some(({ before, after }) => before === apart?.before && after === apart.after);
  return apart === null || isKnown ? found : [...found, apart];
}

/** Pairs of the same words that different coders gave different stances. */
export function disagreementsIn<E extends Evidence>(history: readonly E[], scale: Scale): readonly Pair<E>[] {
  const pairs: Pair<E>[] = [];
  // One coder alone disagrees with nobody, and most have coded alone.
  if (history.every(({ coder }) => coder === history[0]?.coder)) return pairs;
  const firstReadings = new Map<string, E>();
  for (const after of history) {
    if (scale.stanceOf(after) === null) continue;
    const key = wordsKey(after);
    const before = firstReadings.get(key);
    if (before === undefined) firstReadings.set(key, after);
    else if (before.coder !== after.coder && before.statement.stance !== after.statement.stance) {
      pairs.push({ before, after });
    }
  }
  return pairs;
}

/** The latest for and the latest against, each the last word of somebody who still speaks. */
function speakersApart<E extends Evidence>(
  sided: readonly E[],
  scale: Scale,
  organisation: string,
  affiliations: Affiliations,
): Contradiction<E> | null {
  const lastWords = new Map<string, E>();
  for (const evidence of sided) {
    const { speaker } = evidence.statement;
    if (speaker !== null) lastWords.set(speaker, evidence);
  }
  const now = sided.map(dateOf).findLast((date) => date !== null) ?? null;
  const speaking = [...lastWords]
    .filter(([speaker]) => affiliations.stillSpeaksFor(speaker, organisation, now))
    .map(([, evidence]) => evidence)
    .sort(byTime);
  const after = speaking.at(-1);
  const before = after && speaking.findLast((evidence) => scale.signOf(evidence) !== scale.signOf(after));
  return after && before ? { kind: 'speakers', before, after } : null;
}

/** The same for the same words only: lengths stand in front, so that no text can pass for another's end. */
function wordsKey({ corpus, start, statement: { document, quote } }: Evidence): string {
  return `${corpus.length}:${document.length}:${start}:${corpus}${document}${quote}`;
}
