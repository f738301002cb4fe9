import { G, S } from '../language/classes.js';
import { isPronoun, phraseEndingAt, phraseStartingAt, SPEAKING, type Named, type Phrase } from './phrases.js';
import { Kind, Shape } from './tokens.js';

/** How the subject of a verb was found. */
export type SubjectPath = 'adjacent' | 'apposed' | 'relative' | 'shared' | 'inverted';

export interface Subject {
  readonly phrase: Phrase;
  readonly path: SubjectPath;
}

/** How far back a subject may stand from its verb, in tokens. */
const REACH = 90;

/** The subject of the verb at `verb`, looked for to its left and not before `from`; null where none is found. */
export function subjectBefore(frame: Named, verb: number, from: number): Subject | null {
  const limit = Math.max(from, verb - REACH);
  const at = skipHelpers(frame, verb - 1, limit);
  if (at < limit) return null;
  const { tokens } = frame;
  if (frame.quoteAt[at] !== 0) return null;
  const kind = tokens.kind[at];
  const grammar = tokens.grammar[at] ?? 0;
  if (kind === Kind.word || kind === Kind.number) {
    if ((grammar & G.relative) !== 0 && (grammar & G.determiner) === 0) return relative(frame, at, limit);
    if (isPronoun(frame, at)) return { phrase: phraseEndingAt(frame, at, limit) as Phrase, path: 'adjacent' };
    if ((grammar & G.coordinator) !== 0) return shared(frame, at, from);
    const phrase = phraseEndingAt(frame, at, limit);
    if (phrase && isPossessiveEnd(frame, phrase)) return null;
    if (phrase) return { phrase, path: 'adjacent' };
    return null;
  }
  if (kind === Kind.closeBracket) return beforeBracket(frame, at, limit);
  if (kind === Kind.comma || kind === Kind.dash) return acrossComma(frame, at, from);
  return null;
}

/** Steps left over auxiliaries, adverbs and negations: "has also since". */
export function skipHelpers(frame: Named, from: number, limit: number): number {
  const { tokens } = frame;
  let at = from;
  while (at >= limit && tokens.kind[at] === Kind.word && frame.quoteAt[at] === 0) {
    const grammar = tokens.grammar[at] ?? 0;
    const isAdverb =
      (grammar & (G.adverb | G.auxiliary | G.negation)) !== 0 ||
      ((tokens.shape[at] ?? 0) & Shape.manner) !== 0;
    if (!isAdverb || (grammar & (G.subjectPronoun | G.coordinator)) !== 0) break;
    if (frame.runs.runAt[at] !== 0) break;
    at--;
  }
  return at;
}

function isPossessiveEnd(frame: Named, phrase: Phrase): boolean {
  return ((frame.tokens.shape[phrase.last] ?? 0) & Shape.possessive) !== 0;
}

/** "Andrew Webb, who chairs the group, said": the noun before "who". */
function relative(frame: Named, who: number, limit: number): Subject | null {
  let at = who - 1;
  if (frame.tokens.kind[at] === Kind.comma || frame.tokens.kind[at] === Kind.closeBracket) {
    if (frame.tokens.kind[at] === Kind.closeBracket) return beforeBracket(frame, at, limit);
    at--;
  }
  if (at < limit) return null;
  const phrase = phraseEndingAt(frame, at, limit);
  return phrase ? { phrase, path: 'relative' } : null;
}

/** "Webb (Lab) said". */
function beforeBracket(frame: Named, close: number, limit: number): Subject | null {
  let at = close - 1;
  while (at >= limit && frame.tokens.kind[at] !== Kind.openBracket) at--;
  if (at <= limit) return null;
  const phrase = phraseEndingAt(frame, at - 1, limit);
  return phrase ? { phrase, path: 'adjacent' } : null;
}

/** "Webb, the president, said": of two phrases joined by a comma the first is the subject. */
function acrossComma(frame: Named, comma: number, from: number): Subject | null {
  const phrase = clauseSubject(frame, from, comma);
  return phrase ? { phrase, path: 'apposed' } : null;
}

/** "rose and said": the subject of the clause that the verb shares. */
function shared(frame: Named, coordinator: number, from: number): Subject | null {
  const phrase = clauseSubject(frame, from, coordinator);
  return phrase ? { phrase, path: 'shared' } : null;
}

const INTRODUCES = G.preposition | G.subordinator | G.adverb | G.time | G.infinitive;

/**
 * The subject of the clause that begins at `from` and runs to `to`: the first phrase behind introductory
 * adverbials ("On Tuesday, …", "However, …", "Speaking in London, …").
 */
export function clauseSubject(frame: Named, from: number, verb: number): Phrase | null {
  const to = Math.min(verb, from + REACH);
  let at = from;
  for (;;) {
    while (at < to && isLead(frame, at)) at++;
    if (at >= to) return null;
    if (!introduces(frame, at)) break;
    const comma = nextComma(frame, at, to);
    if (comma < 0) return clauseTail(frame, at, to);
    at = comma + 1;
  }
  return phraseStartingAt(frame, at, to);
}

/** Quotes, marks, coordinators and punctuation that stand before a clause's first word. */
function isLead(frame: Named, at: number): boolean {
  if (frame.quoteAt[at] !== 0) return true;
  const kind = frame.tokens.kind[at] ?? 0;
  if (kind > Kind.number) return true;
  return ((frame.tokens.grammar[at] ?? 0) & G.coordinator) !== 0;
}

function introduces(frame: Named, at: number): boolean {
  const { tokens, runs } = frame;
  if (runs.runAt[at] !== 0) return false;
  const grammar = tokens.grammar[at] ?? 0;
  if ((grammar & G.subjectPronoun) !== 0 && (grammar & G.subordinator) === 0) return false;
  if ((grammar & G.determiner) !== 0) return false;
  if ((grammar & (INTRODUCES | G.according)) !== 0) return true;
  if (((tokens.sense[at] ?? 0) & S.cueParticiple) !== 0) return true;
  return (
    ((tokens.shape[at] ?? 0) & (Shape.participle | Shape.manner | Shape.past)) !== 0 &&
    ((tokens.sense[at] ?? 0) & SPEAKING) === 0
  );
}

function nextComma(frame: Named, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (frame.tokens.kind[at] === Kind.comma && frame.quoteAt[at] === 0) return at;
  }
  return -1;
}

/** An introduction without a comma ("In a letter the minister …"): the last phrase before the verb, if it speaks. */
function clauseTail(frame: Named, from: number, to: number): Phrase | null {
  const phrase = phraseEndingAt(frame, to - 1, from);
  if (!phrase || phrase.first <= from + 1) return null;
  return ((frame.tokens.sense[phrase.head] ?? 0) & SPEAKING) !== 0 || phrase.form !== 'noun' ? phrase : null;
}

/** The subject behind the verb: "said the minister"; null where none stands there. */
export function subjectAfter(frame: Named, verb: number, to: number): Subject | null {
  const { tokens } = frame;
  let at = verb + 1;
  while (
    at < to &&
    tokens.kind[at] === Kind.word &&
    frame.runs.runAt[at] === 0 &&
    ((tokens.grammar[at] ?? 0) & G.adverb) !== 0 &&
    ((tokens.grammar[at] ?? 0) & (G.determiner | G.preposition)) === 0
  )
    at++;
  const phrase = phraseStartingAt(frame, at, to);
  return phrase ? { phrase, path: 'inverted' } : null;
}
