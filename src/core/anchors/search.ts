import type { Span } from '../text/span.js';
import { Matcher, type Candidate } from './candidates.js';
import { wholeCharacters } from './characters.js';
import { atHints, usableHint } from './hints.js';
import { isBeyondDoubt, judge, THRESHOLDS, type Verdict } from './judge.js';
import { Moves } from './moves.js';
import { needleOf, type Needle } from './needle.js';
import { Normaliser } from './normalise.js';
import { findOccurrences, MOST_OCCURRENCES } from './occurrences.js';
import { findPlaces } from './seeds.js';
import type { Shadow } from './shadow.js';
import { Budget, type Sliced } from './slices.js';
import { snapToContext } from './snap.js';
import { tellTwinsApart } from './twins.js';
import type { Anchor, Place } from './types.js';
import { cutsNoWord } from './words.js';

/** A longer quote is only found unchanged: comparing it in every form would take too long. */
const LONGEST_CHANGED = 5_000;
/** Quote and context together must be this long for one occurrence to prove anything. */
const LEAST_TELLING = 8;
/** Characters that are normalised between two pauses. */
const CHUNK = 200_000;
const LOST: Place = { outcome: 'lost' };

/** An anchor on its way down the ladder. */
interface Task {
  readonly index: number;
  readonly needle: Needle;
}

/** One that was not found with its context: to be compared with whatever is like it. */
interface Doubt extends Task {
  readonly candidates: Candidate[];
  readonly common: boolean;
}

/**
 * Where anchors are in a text. The ladder: hint with all of the context; quote with all of the context,
 * once; quote with the better part of its context; the likeliest changed form.
 * @param lf the document's text with LF line ends; places are offsets into it
 * @param unchanged true where the text is known to be the one the hints were made for
 */
export function* search(lf: string, anchors: readonly Anchor[], unchanged: boolean): Sliced<Place[]> {
  const budget = new Budget();
  const places = yield* atHints(lf, anchors, unchanged, budget);
  if (places.includes(null)) {
    const shadow = yield* normaliseInSlices(lf, budget);
    yield* new Ladder(lf, shadow, anchors, places, budget).descend();
  }
  return places.map((place) => place ?? LOST);
}

function* normaliseInSlices(text: string, budget: Budget): Sliced<Shadow> {
  const normaliser = new Normaliser(text);
  for (let limit = CHUNK; limit < text.length; limit += CHUNK) {
    normaliser.advance(limit);
    budget.spend(CHUNK);
    yield;
  }
  normaliser.advance(text.length);
  return normaliser.finish();
}

class Ladder {
  private readonly twins = new Map<number, readonly Span[]>();
  private readonly doubts: Doubt[] = [];
  /** Located ones with some of their context gone, by index, with their scores. */
  private readonly shaky = new Map<number, number>();

  constructor(
    private readonly lf: string,
    private readonly shadow: Shadow,
    private readonly anchors: readonly Anchor[],
    /** Filled in on the way; null for those still to be found. */
    private readonly places: (Place | null)[],
    private readonly budget: Budget,
  ) {}

  *descend(): Sliced<void> {
    const tasks = yield* this.tasks();
    const quotes = tasks.map(({ needle }) => needle.quote);
    const occurrences = yield* findOccurrences(this.shadow.text, quotes, this.budget);
    const isCommon = ({ needle }: Task): boolean =>
      (occurrences.get(needle.quote)?.length ?? 0) > MOST_OCCURRENCES;
    const common = tasks.filter(isCommon).map(({ needle }) => wholeOf(needle));
    const wholes = yield* findOccurrences(this.shadow.text, common, this.budget);
    for (const task of tasks) {
      const { needle } = task;
      const found = isCommon(task) ? null : (occurrences.get(needle.quote) ?? []);
      const whole = found
        ? found.filter((at) => this.hasContext(needle, at))
        : (wholes.get(wholeOf(needle)) ?? []).map((at) => at + needle.prefix.length);
      this.unchanged(task, found, whole);
      if (this.budget.spend(100 + (found?.length ?? 0) * 500)) yield;
    }
    yield* this.changed();
    const moves = new Moves(this.anchors, this.places, (index) => this.shaky.has(index));
    this.askAboutFarOnes(moves);
    for (const [index, place] of tellTwinsApart(this.anchors, this.twins, moves)) this.places[index] = place;
  }

  private *tasks(): Sliced<readonly Task[]> {
    const tasks: Task[] = [];
    for (const [index, anchor] of this.anchors.entries()) {
      if (this.places[index] !== null) continue;
      const needle = needleOf(anchor);
      if (needle.quote !== '') tasks.push({ index, needle });
      if (this.budget.spend(100 + anchor.quote.length * 2)) yield;
    }
    return tasks;
  }

  /**
   * Settles what the unchanged quote can settle; the rest becomes a doubt.
   * @param found where the quote stands; null for a common one
   * @param whole where it stands with all of its context
   */
  private unchanged(task: Task, found: readonly number[] | null, whole: readonly number[]): void {
    const { index, needle } = task;
    const [first] = whole;
    if (first === undefined) {
      const matcher = new Matcher(this.shadow.text, needle);
      const fitting = (found ?? []).filter((at) => cutsNoWord(this.shadow.text, needle, at));
      const candidates = fitting.map((at) => matcher.exact(at));
      if (isBeyondDoubt(needle, candidates)) {
        this.settle(task, judge(this.shadow.text, needle, candidates, false));
      } else {
        this.doubts.push({ ...task, candidates, common: found === null });
      }
    } else if (whole.length > 1) {
      this.twins.set(
        index,
        whole.map((at) => this.spanOf(task, { start: at, end: at + needle.quote.length })),
      );
    } else {
      const span = this.spanOf(task, { start: first, end: first + needle.quote.length });
      this.places[index] =
        wholeOf(needle).length < LEAST_TELLING
          ? { outcome: 'suggested', span, score: 1 }
          : { outcome: 'located', span, changed: false };
    }
  }

  /** Compares all doubts with what is like them, found in one pass for all. */
  private *changed(): Sliced<void> {
    const open: Doubt[] = [];
    for (const doubt of this.doubts) {
      if (canBeComparedChanged(doubt.needle.quote)) open.push(doubt);
      if (this.budget.spend(doubt.needle.quote.length * 4)) yield;
    }
    const patterns = open.map(({ needle }) => wholeOf(needle));
    const likely = yield* findPlaces(this.shadow.text, patterns, this.budget);
    for (const [index, doubt] of open.entries()) {
      const { length } = doubt.needle.quote;
      const matcher = new Matcher(this.shadow.text, doubt.needle);
      for (const place of likely[index] ?? []) {
        const candidate = matcher.near(place);
        if (candidate !== null) doubt.candidates.push(candidate);
        if (this.budget.spend((1 + (length >> 5)) * (length + 400))) yield;
      }
    }
    for (const doubt of this.doubts) {
      this.settle(doubt, judge(this.shadow.text, doubt.needle, doubt.candidates, doubt.common));
      if (this.budget.spend(doubt.candidates.length * 100 + doubt.needle.quote.length * 4)) yield;
    }
  }

  /** What has lost some of its context and is far from where it should be by its neighbours may be a twin. */
  private askAboutFarOnes(moves: Moves): void {
    for (const [index, score] of this.shaky) {
      const anchor = this.anchors[index];
      const place = this.places[index];
      const hint = anchor === undefined ? null : usableHint(anchor);
      if (hint === null || place?.outcome !== 'located') continue;
      const off = Math.abs(place.span.start - hint.start - moves.near(hint));
      if (off > THRESHOLDS.far) this.places[index] = { outcome: 'suggested', span: place.span, score };
    }
  }

  private settle(task: Task, verdict: Verdict): void {
    if (verdict.outcome === 'lost') {
      this.places[task.index] = LOST;
      return;
    }
    const { candidate } = verdict;
    const words = candidate.quote < 1 ? snapToContext(this.shadow.text, task.needle, candidate) : candidate;
    const span = this.spanOf(task, words);
    if ((candidate.context ?? 0) < THRESHOLDS.beyondDoubt) this.shaky.set(task.index, candidate.total);
    this.places[task.index] =
      verdict.outcome === 'located'
        ? { outcome: 'located', span, changed: candidate.quote < 1 }
        : { outcome: 'suggested', span, score: candidate.total };
  }

  private hasContext({ prefix, quote, suffix }: Needle, at: number): boolean {
    const { text } = this.shadow;
    return text.startsWith(suffix, at + quote.length) && text.endsWith(prefix, at);
  }

  /** Back to the text: with the blanks and hyphens at the quote's edges where they still stand there. */
  private spanOf({ index, needle }: Task, candidate: Span): Span {
    const span = this.shadow.toText(candidate);
    const stored = this.anchors[index]?.quote ?? '';
    const start = span.start - needle.lead;
    if (stored !== '' && start >= 0 && this.lf.startsWith(stored, start)) {
      return { start, end: start + stored.length };
    }
    return wholeCharacters(this.lf, span);
  }
}

function wholeOf({ prefix, quote, suffix }: Needle): string {
  return prefix + quote + suffix;
}

/** Too long, or too few different characters to tell one place from another. */
function canBeComparedChanged(quote: string): boolean {
  if (quote.length > LONGEST_CHANGED) return false;
  const counts = new Map<string, number>();
  for (const character of quote) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts.size >= 4 && Math.max(...counts.values()) <= quote.length * 0.6;
}
