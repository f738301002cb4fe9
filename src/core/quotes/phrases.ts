import { G, S } from '../language/classes.js';
import type { NameRuns } from '../actors/runs.js';
import { quoteOf, type Frame } from './frame.js';
import { Gap, Kind, Shape } from './tokens.js';

/** A noun phrase that may speak. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** The token that says what it is: the noun, the pronoun, or the last word of the name. */
  readonly head: number;
  readonly form: 'name' | 'pronoun' | 'noun';
  /** The number of the name run, for a name. */
  readonly run: number;
}

/** A document with its name runs. */
export interface Named extends Frame {
  readonly runs: NameRuns;
}

/** The most words that a noun phrase may have before its head. */
const MODIFIERS = 12;
/** The most "of …", "for …" that are followed. */
const ATTACHMENTS = 4;

const BOUNDARY =
  G.preposition |
  G.coordinator |
  G.subordinator |
  G.relative |
  G.auxiliary |
  G.negation |
  G.that |
  G.infinitive |
  G.subjectPronoun |
  G.objectPronoun;
const HUMAN = S.role | S.personNoun | S.spokesperson | S.title;
export const SPEAKING = HUMAN | S.organisationNoun | S.organisationHead | S.documentNoun;

/** Whether a token can be the noun of a phrase, or stand before one. */
export function isNounish(frame: Frame, token: number): boolean {
  const tokens = frame.tokens;
  const kind = tokens.kind[token];
  if (kind !== Kind.word && kind !== Kind.number) return false;
  if (frame.quoteAt[token] !== 0) return false;
  const grammar = tokens.grammar[token] ?? 0;
  const sense = tokens.sense[token] ?? 0;
  if ((sense & SPEAKING) !== 0) return (grammar & (G.preposition | G.coordinator)) === 0;
  if ((grammar & (BOUNDARY | G.determiner | G.possessivePronoun)) !== 0) return false;
  if ((grammar & (G.time | G.verb)) !== 0) return false;
  if ((grammar & G.adverb) !== 0) return false;
  if (((tokens.shape[token] ?? 0) & Shape.manner) !== 0) return false;
  return (sense & S.cue) === 0 || (sense & S.documentNoun) !== 0;
}

function isDeterminer(frame: Frame, token: number): boolean {
  return ((frame.tokens.grammar[token] ?? 0) & (G.determiner | G.possessivePronoun)) !== 0;
}

/** Whether a "that" opens a clause rather than pointing: it does behind a noun, a verb or a quote. */
function relates(frame: Frame, token: number, limit: number): boolean {
  return ((frame.tokens.grammar[token] ?? 0) & G.that) !== 0 && token > limit;
}

export function isPronoun(frame: Frame, token: number): boolean {
  return (
    frame.tokens.kind[token] === Kind.word &&
    ((frame.tokens.grammar[token] ?? 0) & G.subjectPronoun) !== 0 &&
    frame.quoteAt[token] === 0
  );
}

function pronoun(token: number): Phrase {
  return { first: token, last: token, head: token, form: 'pronoun', run: -1 };
}

/** The noun phrase whose last word is `last`, none of it before `limit`; null where there is none. */
export function phraseEndingAt(frame: Named, last: number, limit: number): Phrase | null {
  const core = coreEndingAt(frame, last, limit);
  return core && core.form !== 'pronoun' ? attachLeft(frame, core, limit) : core;
}

function coreEndingAt(frame: Named, last: number, limit: number): Phrase | null {
  if (last < limit || frame.quoteAt[last] !== 0) return null;
  const { tokens, runs } = frame;
  const run = (runs.runAt[last] ?? 0) - 1;
  if (run >= 0) {
    const first = Math.max(limit, runs.first[run] ?? last);
    return { first: premodified(frame, first, limit), last, head: last, form: 'name', run };
  }
  if (isPronoun(frame, last) && !isNounish(frame, last)) return pronoun(last);
  if (((tokens.grammar[last] ?? 0) & G.number) !== 0)
    return { first: last, last, head: last, form: 'noun', run: -1 };
  if (!isNounish(frame, last)) return null;
  let first = last;
  for (let steps = 0; steps < MODIFIERS && first > limit; steps++) {
    const before = first - 1;
    if ((tokens.gap[first] ?? 0) > Gap.newline) break;
    if (isDeterminer(frame, before)) {
      return {
        first: relates(frame, before, limit) ? first : before,
        last,
        head: last,
        form: 'noun',
        run: -1,
      };
    }
    const beforeRun = (runs.runAt[before] ?? 0) - 1;
    if (beforeRun >= 0) {
      // A name before the noun: "the Trump campaign", "BASW's response"; then what modifies it.
      first = Math.max(limit, runs.first[beforeRun] ?? before);
      continue;
    }
    if (!isNounish(frame, before)) break;
    first = before;
  }
  if (first > limit && isDeterminer(frame, first - 1) && !relates(frame, first - 1, limit)) first--;
  return { first, last, head: last, form: 'noun', run: -1 };
}

/** The start of a name with what stands before it: "the economist", "campaign manager", "Post's". */
function premodified(frame: Named, nameFirst: number, limit: number): number {
  const { tokens, runs } = frame;
  let first = nameFirst;
  if (first <= limit) return first;
  if (isDeterminer(frame, first - 1)) return first - 1;
  for (let steps = 0; steps < MODIFIERS && first > limit; steps++) {
    const before = first - 1;
    if (isDeterminer(frame, before)) return before;
    const grammar = tokens.grammar[before] ?? 0;
    const sense = tokens.sense[before] ?? 0;
    const run = (runs.runAt[before] ?? 0) - 1;
    const adjacent = steps === 0;
    if (run >= 0) {
      if (adjacent && ((tokens.shape[before] ?? 0) & Shape.possessive) === 0) break;
      first = Math.max(limit, runs.first[run] ?? before);
      continue;
    }
    if (adjacent && (sense & HUMAN) === 0 && ((tokens.shape[before] ?? 0) & Shape.possessive) === 0) break;
    if (!isNounish(frame, before) && (sense & S.formerly) === 0) {
      // "secretary of state Hillary Clinton", "vice president for policy Anna Reed".
      const joins = (grammar & G.groupLink) !== 0 && (grammar & G.preposition) !== 0;
      if (!joins || before - 1 < limit || ((tokens.sense[before - 1] ?? 0) & HUMAN) === 0) break;
    }
    first = before;
  }
  return first;
}

/** Follows "of …", "for …" to the left: "the leader of the council". */
function attachLeft(frame: Named, core: Phrase, limit: number): Phrase {
  const { tokens } = frame;
  let phrase = core;
  for (let depth = 0; depth < ATTACHMENTS; depth++) {
    const link = phrase.first - 1;
    if (link - 1 < limit || frame.quoteAt[link] !== 0) return phrase;
    const grammar = tokens.grammar[link] ?? 0;
    if ((grammar & G.coordinator) !== 0 && (grammar & G.nameLink) !== 0) {
      const joined = coordinated(frame, phrase, link, limit);
      if (!joined) return phrase;
      phrase = joined;
      continue;
    }
    if ((grammar & G.preposition) === 0 || tokens.kind[link] !== Kind.word) return phrase;
    const left = coreEndingAt(frame, link - 1, limit);
    if (!left || left.form === 'pronoun') return phrase;
    const speaks = ((tokens.sense[left.head] ?? 0) & SPEAKING) !== 0 || left.form === 'name';
    const bareName = phrase.form === 'name' && phrase.first === (frame.runs.first[phrase.run] ?? -1);
    const close = (grammar & G.groupLink) !== 0;
    if (!close && (!speaks || (bareName && ((tokens.sense[left.head] ?? 0) & HUMAN) === 0))) return phrase;
    if (close && !speaks && bareName && (grammar & G.determiner) === 0 && !isDeterminer(frame, left.first))
      return phrase;
    // "a number of unions": the noun behind "of" is the one that speaks.
    phrase = speaks || !close ? { ...left, last: phrase.last } : { ...phrase, first: left.first };
  }
  return phrase;
}

/** "Reed and Shaw": two names joined are one phrase, headed by the first. */
function coordinated(frame: Named, phrase: Phrase, link: number, limit: number): Phrase | null {
  if (phrase.form !== 'name') return null;
  const left = coreEndingAt(frame, link - 1, limit);
  if (!left || left.form !== 'name') return null;
  return { first: left.first, last: phrase.last, head: left.head, form: 'noun', run: -1 };
}

/** The noun phrase that begins at `first`; it does not reach `limit`. Null where none begins there. */
export function phraseStartingAt(frame: Named, first: number, limit: number): Phrase | null {
  const core = coreStartingAt(frame, first, limit);
  return core && core.form !== 'pronoun' ? attachRight(frame, core, limit) : core;
}

function coreStartingAt(frame: Named, first: number, limit: number): Phrase | null {
  const { tokens, runs } = frame;
  if (first >= limit || frame.quoteAt[first] !== 0) return null;
  let token = first;
  if (isDeterminer(frame, token) && runs.runAt[token] === 0) token++;
  else if (isPronoun(frame, token)) return pronoun(token);
  let head = -1;
  for (let steps = 0; steps < MODIFIERS && token < limit; steps++) {
    if (token > first && (tokens.gap[token] ?? 0) > Gap.newline) break;
    const inner = quoteOf(frame, token);
    if (inner) {
      // "her “clawback” plan": marked words inside the phrase.
      if (token === first || inner.last - inner.first > MODIFIERS) break;
      head = inner.last;
      token = inner.last + 1;
      continue;
    }
    const run = (runs.runAt[token] ?? 0) - 1;
    if (run >= 0) {
      const last = Math.min(limit - 1, runs.last[run] ?? token);
      const goesOn = last + 1 < limit && isNounish(frame, last + 1) && tokens.gap[last + 1] !== Gap.none;
      const possessive = ((tokens.shape[last] ?? 0) & Shape.possessive) !== 0;
      const nounFollows = goesOn && ((tokens.sense[last + 1] ?? 0) & SPEAKING) !== 0;
      if (!possessive && !nounFollows) return { first, last, head: last, form: 'name', run };
      head = last;
      token = last + 1;
      continue;
    }
    // "Protesters marching through the streets": what the noun does is no part of it.
    const doing = ((tokens.shape[token] ?? 0) & (Shape.participle | Shape.past)) !== 0;
    if (doing && head >= 0 && ((tokens.sense[head] ?? 0) & SPEAKING) !== 0) break;
    const dated = token > first && head < 0 && ((tokens.grammar[token] ?? 0) & (G.time | G.number)) !== 0;
    if (!isNounish(frame, token) && ((tokens.sense[token] ?? 0) & S.formerly) === 0 && !dated) break;
    head = token++;
  }
  if (head < 0) return isPronoun(frame, first) ? pronoun(first) : null;
  return { first, last: head, head, form: 'noun', run: -1 };
}

function attachRight(frame: Named, core: Phrase, limit: number): Phrase {
  const { tokens } = frame;
  let phrase = core;
  for (let depth = 0; depth < ATTACHMENTS; depth++) {
    const link = phrase.last + 1;
    if (link >= limit || frame.quoteAt[link] !== 0 || tokens.kind[link] !== Kind.word) return phrase;
    const grammar = tokens.grammar[link] ?? 0;
    const close = (grammar & G.groupLink) !== 0 && (grammar & G.preposition) !== 0;
    if (
      !close ||
      (phrase.form === 'name' &&
        ((tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0 &&
        !isDeterminer(frame, link + 1) &&
        frame.runs.runAt[link + 1] === 0)
    )
      return phrase;
    if (
      ((tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0 &&
      phrase.form === 'noun' &&
      tokens.grammar[link] !== undefined &&
      !isOf(frame, link)
    )
      return phrase;
    const right = coreStartingAt(frame, link + 1, limit);
    if (!right || right.form === 'pronoun') return phrase;
    if (((tokens.grammar[right.first] ?? 0) & G.time) !== 0) return phrase;
    const counted =
      phrase.form === 'noun' && ((tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0 && right.form === 'noun';
    phrase = { ...phrase, last: right.last, head: counted ? right.head : phrase.head };
  }
  return phrase;
}

/** "of", which binds closer than the rest: it is a link inside names and never an adverb. */
function isOf(frame: Frame, token: number): boolean {
  const { tokens } = frame;
  return (
    (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0) === 2 &&
    (tokens.text.charCodeAt(tokens.start[token] ?? 0) | 32) === 0x6f
  );
}
