import { G, S } from '../language/classes.js';
import { apposed, sharedSubject } from './clauses.js';
import {
  isNounish,
  isPronoun,
  phraseEndingAt,
  phraseStartingAt,
  SPEAKING,
  type Named,
  type Phrase,
} from './phrases.js';
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
    if (isRelative(frame, at, limit)) return relative(frame, at, limit);
    if (isPronoun(frame, at)) return { phrase: phraseEndingAt(frame, at, limit) as Phrase, path: 'adjacent' };
    if ((grammar & G.coordinator) !== 0) return found(sharedSubject(frame, at, limit), 'shared');
    const phrase = phraseEndingAt(frame, at, limit);
    const actual = phrase && actualSubject(frame, phrase, limit);
    if (actual) return { phrase: actual, path: 'shared' };
    return phrase && !isPossessiveEnd(frame, phrase) && agrees(frame, phrase, verb)
      ? { phrase, path: 'adjacent' }
      : null;
  }
  if (kind === Kind.closeBracket) return beforeBracket(frame, at, limit);
  if (kind === Kind.comma || kind === Kind.dash) return found(apposed(frame, at, limit, from), 'apposed');
  return null;
}

function found(phrase: Phrase | null, path: SubjectPath): Subject | null {
  return phrase ? { phrase, path } : null;
}

/** Whether a word relates back to the noun before it: "who", and "that" behind a noun. */
function isRelative(frame: Named, at: number, limit: number): boolean {
  const grammar = frame.tokens.grammar[at] ?? 0;
  if ((grammar & G.relative) === 0) return false;
  if ((grammar & G.determiner) === 0) return true;
  return at - 1 >= limit && (isNounish(frame, at - 1) || frame.runs.runAt[at - 1] !== 0);
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
    if (frame.runs.runAt[at] !== 0 || (grammar & (G.subjectPronoun | G.coordinator)) !== 0) break;
    if (!isAdverb) {
      const before = (grammar & G.time) !== 0 ? skipTime(frame, at, limit) : at;
      if (before === at) break;
      at = before;
      continue;
    }
    at--;
  }
  return at;
}

/** Steps left over a time between subject and verb: "the union on Monday said", "a month later". */
function skipTime(frame: Named, from: number, limit: number): number {
  const { tokens } = frame;
  let at = from - 1;
  for (let steps = 0; at > limit && steps < 3; steps++, at--) {
    const grammar = tokens.grammar[at] ?? 0;
    if (tokens.kind[at] !== Kind.word && tokens.kind[at] !== Kind.number) break;
    if ((grammar & (G.time | G.number | G.determiner | G.preposition)) === 0 || frame.runs.runAt[at] !== 0)
      break;
    if ((grammar & G.preposition) !== 0) return at - 1;
  }
  const isNoun = at >= limit && (isNounish(frame, at) || frame.runs.runAt[at] !== 0);
  return isNoun || frame.tokens.kind[at] === Kind.closeBracket ? at : from;
}

/** "Protesters in the streets chanted": not the streets, as they do not speak, but what the clause begins with. */
function actualSubject(frame: Named, phrase: Phrase, limit: number): Phrase | null {
  const { tokens } = frame;
  const link = phrase.first - 1;
  if (phrase.form !== 'noun' || link <= limit || ((tokens.sense[phrase.head] ?? 0) & SPEAKING) !== 0)
    return null;
  if (((tokens.grammar[link] ?? 0) & G.preposition) === 0) return null;
  const subject = sharedSubject(frame, link, limit);
  return subject && subject.form === 'noun' && ((tokens.sense[subject.head] ?? 0) & SPEAKING) !== 0
    ? subject
    : null;
}

/**
 * Whether a bare noun may be the subject. Verbs that say nothing by themselves ("called") follow nouns as
 * participles ("a class called …"), and many of their forms are nouns ("fresh questions").
 */
function agrees(frame: Named, phrase: Phrase, verb: number): boolean {
  if (phrase.form !== 'noun') return true;
  const { tokens } = frame;
  if (((tokens.shape[phrase.first] ?? 0) & Shape.participle) !== 0) return false;
  const hasDeterminer = ((tokens.grammar[phrase.first] ?? 0) & (G.determiner | G.possessivePronoun)) !== 0;
  const sense = tokens.sense[phrase.head] ?? 0;
  if ((sense & SPEAKING) !== 0)
    return hasDeterminer || (sense & S.documentNoun) === 0 || phrase.first !== phrase.last;
  if (((tokens.sense[verb] ?? 0) & S.sayWord) !== 0) return true;
  // In the present tense the form is that of a plural noun: "his recent reads".
  const isPlural = (tokens.text.charCodeAt((tokens.end[verb] ?? 1) - 1) | 32) === 0x73;
  const lastLetter = tokens.text.charCodeAt((tokens.end[phrase.last] ?? 1) - 1) | 32;
  if (!hasDeterminer && lastLetter === 0x73 && !isPlural)
    return ((tokens.sense[verb] ?? 0) & S.takesClause) !== 0;
  return hasDeterminer && !isPlural && ((tokens.sense[verb] ?? 0) & S.takesObject) === 0;
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
