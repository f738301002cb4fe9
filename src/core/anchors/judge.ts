import { LEAST_SIMILAR, ranked, type Candidate } from './candidates.js';
import { saysTheSame } from './meaning.js';
import type { Needle } from './needle.js';

/** The verdict on one anchor, in the normalised text. */
export type Verdict =
  | { readonly outcome: 'located'; readonly candidate: Candidate }
  | { readonly outcome: 'suggested'; readonly candidate: Candidate }
  | { readonly outcome: 'lost' };

/** Measured with `npm run bench:anchors`; docs/anchors.md gives the reasons. */
export const THRESHOLDS = {
  /** An unchanged quote needs so much of its context, by the quote's length: short ones occur by chance. */
  exact: [
    { from: 48, context: 0.45 },
    { from: 20, context: 0.6 },
    { from: 0, context: 0.75 },
  ],
  /** Or one side of it whole, and nothing like it beside the quote elsewhere: something was put in between. */
  oneSide: { whole: 0.95, length: 32, margin: 0.25 },
  /** The best place must be so much better than the next one. */
  margin: 0.1,
  /** What agrees with a quote less than this is no rival to the unchanged one: any two sentences agree by half. */
  rival: 0.65,
  /** Elsewhere, without the quote, so much context says that the quote was there and is gone. */
  gap: { context: 0.5, apart: 24 },
  /** So many characters from where it should be, with some of its context gone: two doubts are too many. */
  far: 250,
  /** Below this a better context elsewhere may exist: look for it. */
  beyondDoubt: 0.9,
  /** A changed quote: its own words, words and context together, and either side of the context. */
  changed: { quote: 0.8, total: 0.8, better: 0.8, worse: 0.4 },
  /** Quotes shorter than this need both sides of their context when they have changed. */
  short: 16,
  shortSide: 0.9,
  /** What is worth showing to a person. */
  suggested: { total: 0.6, shortContext: 0.5 },
} as const;

/** Whether the unchanged quote is sure enough not to look for changed forms of it. */
export function isBeyondDoubt(needle: Needle, candidates: readonly Candidate[]): boolean {
  const [best, ...others] = ranked(candidates);
  return (
    best !== undefined && (best.context ?? 0) >= THRESHOLDS.beyondDoubt && exactHolds(needle, best, others)
  );
}

/**
 * Judges the places of one needle.
 * @param text the normalised text
 * @param common true where the quote occurs too often to be told apart: then never more than suggested
 */
export function judge(
  text: string,
  needle: Needle,
  candidates: readonly Candidate[],
  common: boolean,
): Verdict {
  const [best, ...others] = ranked(candidates.filter(({ quote }) => quote >= LEAST_SIMILAR));
  if (best === undefined) return { outcome: 'lost' };
  const gaps = candidates.filter(({ quote }) => quote < LEAST_SIMILAR);
  const holds =
    best.quote === 1
      ? exactHolds(needle, best, others)
      : changedHolds(needle, best, others[0]) && saysTheSame(needle.quote, text.slice(best.start, best.end));
  const isSure = holds && !common && !gaps.some((gap) => speaksAgainst(gap, best));
  if (isSure) return { outcome: 'located', candidate: best };
  return isWorthShowing(needle, best) ? { outcome: 'suggested', candidate: best } : { outcome: 'lost' };
}

function exactHolds(needle: Needle, best: Candidate, others: readonly Candidate[]): boolean {
  const least = THRESHOLDS.exact.find(({ from }) => needle.quote.length >= from)?.context ?? 1;
  const context = best.context ?? 0;
  const rivals = others.filter(({ quote }) => quote >= THRESHOLDS.rival);
  const { oneSide, margin } = THRESHOLDS;
  const byBoth = rivals.every((rival) => context - (rival.context ?? 0) >= margin);
  const side = wholeSide(needle, best);
  const byOne = side !== null && rivals.every((rival) => (rival[side] ?? 0) <= 1 - oneSide.margin);
  return (context >= least && byBoth) || byOne;
}

/** Whether the context fits another place as well, where the quote is missing: then this may be its twin. */
function speaksAgainst(gap: Candidate, best: Candidate): boolean {
  const { context, apart } = THRESHOLDS.gap;
  const isThere = gap.start <= best.end + apart && gap.end >= best.start - apart;
  const own = gap.context ?? 0;
  return !isThere && own >= context && own > (best.context ?? 0) - THRESHOLDS.margin;
}

/** A side of the context that is whole, and long enough to prove something. */
function wholeSide(needle: Needle, { before, after }: Candidate): 'before' | 'after' | null {
  const { whole, length } = THRESHOLDS.oneSide;
  if ((before ?? 0) >= whole && needle.prefix.length >= length) return 'before';
  return (after ?? 0) >= whole && needle.suffix.length >= length ? 'after' : null;
}

function changedHolds(needle: Needle, best: Candidate, second: Candidate | undefined): boolean {
  const { quote, total, better, worse } = THRESHOLDS.changed;
  const sides = [best.before, best.after].filter((side) => side !== null);
  if (sides.length === 0 || best.quote < quote || best.total < total) return false;
  const leastWorse = needle.quote.length < THRESHOLDS.short ? THRESHOLDS.shortSide : worse;
  if (Math.max(...sides) < better || Math.min(...sides) < leastWorse) return false;
  return second === undefined || best.total - second.total >= THRESHOLDS.margin;
}

function isWorthShowing(needle: Needle, best: Candidate): boolean {
  const { total, shortContext } = THRESHOLDS.suggested;
  if (best.quote === 1 && needle.quote.length >= THRESHOLDS.short) return true;
  if (best.total < total) return false;
  return needle.quote.length >= 20 || best.context === null || best.context >= shortContext;
}
