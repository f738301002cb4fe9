import { G, S } from '../language/classes.js';
import type { Cue } from './cues.js';
import { innerFirst, innerLast } from './frame.js';
import type { Marked } from './marks.js';
import {
  isNounish,
  isPronoun,
  phraseEndingAt,
  phraseStartingAt,
  SPEAKING,
  type Named,
  type Phrase,
} from './phrases.js';
import { addresseeEnd } from './addressee.js';
import { clauseSubject } from './clauses.js';
import { subjectAfter, subjectBefore, type Subject } from './subjects.js';
import { Gap, Kind, Shape } from './tokens.js';
import type { AttributionReason } from './types.js';

/** Who says a quote, by what evidence. */
export interface Attribution {
  readonly phrase: Phrase | null;
  readonly cue: Cue | null;
  /** The colon, where it stands for a cue. */
  readonly colon: number;
  readonly confidence: number;
  readonly reason: AttributionReason;
  /** Whether the cue touches the quote, but for a comma, a colon or the speaker. */
  readonly touches: boolean;
}

/** Cues with their subjects, looked up by sentence. */
export interface CueTable {
  readonly cues: readonly Cue[];
  /** The subject of each cue, as far as it stands before it. */
  readonly subjects: readonly (Subject | null)[];
  /** By sentence: the index of its first cue. Two more entries than there are sentences. */
  readonly firstOf: Int32Array;
}

/** How many tokens may stand between a quote and the cue behind it. */
const TAIL = 45;
/** How far behind a verb like "called" the words that it gives something may stand. */
const NAMING_REACH = 18;
/** How many cues of one sentence are tried for a quote. */
const TRIES = 8;

/** Finds the subject of every cue. */
export function cueTable(frame: Named, cues: readonly Cue[]): CueTable {
  const sentences = frame.sentences.length - 1;
  const firstOf = new Int32Array(sentences + 2);
  let index = 0;
  for (let sentence = 0; sentence <= sentences; sentence++) {
    while (index < cues.length && (cues[index]?.sentence ?? 0) < sentence) index++;
    firstOf[sentence] = index;
  }
  firstOf[sentences + 1] = cues.length;
  const subjects: (Subject | null)[] = [];
  let shared: Subject | null = null;
  let sentence = -1;
  for (const cue of cues) {
    if (cue.sentence !== sentence) shared = null;
    sentence = cue.sentence;
    const subject = findSubject(frame, cue, shared);
    subjects.push(subject);
    if (subject && cue.form !== 'participle') shared = subject;
  }
  return { cues, subjects, firstOf };
}

/** @param earlier the subject of the finite cue before this one in its sentence */
function findSubject(frame: Named, cue: Cue, earlier: Subject | null): Subject | null {
  if (cue.passive) return null;
  const from = frame.sentences[cue.sentence] ?? 0;
  if (cue.form === 'according') {
    const phrase = phraseStartingAt(
      frame,
      cue.last + 1,
      frame.sentences[cue.sentence + 1] ?? frame.tokens.count,
    );
    return phrase ? { phrase, path: 'adjacent' } : null;
  }
  if (cue.form !== 'participle') {
    const own = subjectBefore(frame, cue.token, from);
    return own?.path === 'shared' && earlier ? { phrase: earlier.phrase, path: 'shared' } : own;
  }
  const own = ownSubject(frame, cue.token, from);
  if (own) return own;
  if (earlier) return { phrase: earlier.phrase, path: 'shared' };
  const helped = subjectBefore(frame, cue.token, from);
  if (helped?.path === 'adjacent' && helped.phrase.form !== 'noun') return helped;
  const phrase = clauseSubject(frame, from, cue.token);
  return phrase ? { phrase, path: 'shared' } : null;
}

/**
 * The noun right before a participle, where it speaks for itself: "unions warning that …", "a letter from
 * doctors saying …", "a sign reading …". A bare "statement saying …" is its author's.
 */
function ownSubject(frame: Named, participle: number, from: number): Subject | null {
  const { tokens } = frame;
  const before = participle - 1;
  if (before < from || (tokens.kind[before] ?? 9) > Kind.number || frame.quoteAt[before] !== 0) return null;
  const phrase = phraseEndingAt(frame, before, from);
  if (!phrase || phrase.form !== 'noun' || ((tokens.shape[phrase.first] ?? 0) & Shape.participle) !== 0)
    return null;
  if (((tokens.grammar[phrase.first] ?? 0) & G.possessivePronoun) !== 0) return null;
  const isObject = ((tokens.sense[phrase.first - 1] ?? 0) & (S.cue | S.cueBase)) !== 0;
  const sense = tokens.sense[phrase.head] ?? 0;
  const attached = phrase.head < phrase.last;
  const human =
    (sense & (S.personNoun | S.personPlural | S.organisationNoun | S.role)) !== 0 &&
    (sense & S.documentNoun) === 0;
  const document = (sense & S.documentNoun) !== 0 && (attached || (sense & S.cueNoun) === 0);
  return (human && !isObject) || document ? { phrase, path: 'adjacent' } : null;
}

/** The confidence that nothing before a quote surpasses. */
const BEFORE_AT_MOST = 0.95;

const NOBODY: Attribution = {
  phrase: null,
  cue: null,
  colon: -1,
  confidence: 0,
  reason: 'none',
  touches: false,
};

/** Attributes a quote by what stands in its own sentence, before or behind it. */
export function attribute(frame: Named, table: CueTable, quote: Marked): Attribution {
  const after = attributeAfter(frame, table, quote);
  if (after && after.confidence > BEFORE_AT_MOST) return after;
  const before = attributeBefore(frame, table, quote);
  if (after && before) return after.confidence >= before.confidence ? after : before;
  return after ?? before ?? attributeTail(frame, table, quote) ?? NOBODY;
}

/** "…," the minister said; "…," said the minister; "…," according to the minister. */
function attributeAfter(frame: Named, table: CueTable, quote: Marked): Attribution | null {
  const { tokens } = frame;
  let at = quote.last + 1;
  if (at >= tokens.count || frame.paragraphAt[at] !== quote.lastParagraph) return null;
  const ending = tokens.kind[innerLast(frame.tokens, quote)] ?? 0;
  const between = tokens.kind[at];
  if (between === Kind.comma || between === Kind.dash) at++;
  if (at >= tokens.count || frame.quoteAt[at] !== 0) return null;
  if (
    ((tokens.grammar[at] ?? 0) & G.relative) !== 0 &&
    ((tokens.grammar[at] ?? 0) & G.subjectPronoun) === 0 &&
    between !== Kind.comma
  )
    return null;
  if (between === Kind.openBracket) return null;
  const agent = agentBehind(frame, quote, at);
  if (agent) return agent;
  if (between === Kind.dash && frame.paragraphAt[at] === quote.lastParagraph) {
    const signed = signature(frame, at);
    if (signed) return signed;
  }
  const sentence = frame.sentenceAt[at] ?? 0;
  const to = Math.min(frame.sentences[sentence + 1] ?? tokens.count, at + TAIL, nextQuote(frame, quote));
  const open =
    ending === Kind.comma || ending === Kind.dash || between === Kind.comma || between === Kind.dash;
  const stopped = ending === Kind.stop;
  const bare = !open && !stopped && ending !== Kind.question && ending !== Kind.ellipsis;
  if (bare && !isUtterancePlace(frame, quote)) return null;
  for (let index = lastCueBefore(table, sentence, at - 1) + 1; index < table.cues.length; index++) {
    const cue = table.cues[index];
    if (!cue || cue.token >= to) break;
    if (cue.form === 'according') {
      if (cue.token !== at) continue;
      const phrase = table.subjects[index]?.phrase ?? null;
      return { phrase, cue, colon: -1, confidence: 0.93, reason: 'according-to', touches: true };
    }
    const takes = ((tokens.sense[cue.token] ?? 0) & (S.takesQuote | S.takesAddressee)) !== 0;
    if (!takes || cue.form === 'participle') continue;
    if (startsWithCue(frame, at, cue.token)) {
      const inverted = subjectAfter(
        frame,
        cue.token,
        Math.min(frame.sentences[sentence + 1] ?? tokens.count, cue.token + TAIL),
      );
      if (!inverted || (inverted.phrase.form === 'pronoun' && goesOn(frame, inverted.phrase.last + 1)))
        return null;
      return {
        phrase: inverted.phrase,
        cue,
        colon: -1,
        confidence: 0.97,
        reason: 'quote-cue-speaker',
        touches: true,
      };
    }
    const subject = subjectBefore(frame, cue.token, at);
    if (!subject) continue;
    const phrase = widened(frame, subject.phrase, at);
    if (!leadsOnly(frame, at, phrase.first)) return null;
    const own = bringsOwnWords(frame, cue);
    if (own !== 'none' && !open && (stopped || own === 'colon')) return null;
    const confidence = open ? 0.98 : stopped ? 0.9 : 0.96;
    return { phrase, cue, colon: -1, confidence, reason: 'quote-speaker-cue', touches: true };
  }
  return null;
}

/** "was called “…” by the union": the agent of a passive. */
function agentBehind(frame: Named, quote: Marked, at: number): Attribution | null {
  const { tokens } = frame;
  if (((tokens.grammar[at] ?? 0) & G.agent) === 0) return null;
  const sentence = frame.sentenceAt[quote.first] ?? 0;
  const from = Math.max(frame.sentences[sentence] ?? 0, quote.first - 4);
  for (let token = quote.first - 1; token >= from; token--) {
    if (((tokens.sense[token] ?? 0) & (S.takesObject | S.cue)) !== (S.takesObject | S.cue)) continue;
    const phrase = phraseStartingAt(frame, at + 1, frame.sentences[sentence + 1] ?? tokens.count);
    if (!phrase) return null;
    const cue: Cue = {
      token,
      last: token,
      form: 'finite',
      sentence,
      negated: false,
      infinitive: false,
      passive: true,
    };
    return { phrase, cue, colon: -1, confidence: 0.96, reason: 'same-sentence', touches: false };
  }
  return null;
}

/** "…" — Ann Shaw: a name between a dash and the paragraph's end. */
function signature(frame: Named, at: number): Attribution | null {
  const end = frame.paragraphs[(frame.paragraphAt[at] ?? 0) + 1] ?? frame.tokens.count;
  const phrase = phraseStartingAt(frame, at, end);
  if (!phrase || phrase.form !== 'name') return null;
  const next = phrase.last + 1;
  const ends =
    next >= end ||
    (frame.tokens.gap[next] ?? 0) >= Gap.newline ||
    (frame.tokens.kind[next] === Kind.comma && end - next < 12) ||
    (frame.tokens.kind[next] === Kind.stop && next + 1 >= end);
  return ends
    ? { phrase, cue: null, colon: -1, confidence: 0.9, reason: 'same-sentence', touches: true }
    : null;
}

/** The index of a sentence's last cue at or before a token; the one before its first where there is none. */
function lastCueBefore(table: CueTable, sentence: number, token: number): number {
  let low = table.firstOf[sentence] ?? 0;
  let high = table.firstOf[sentence + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table.cues[middle]?.token ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether a quote without final punctuation stands where an utterance does: at a boundary, or behind a cue. */
function isUtterancePlace(frame: Named, quote: Marked): boolean {
  const { tokens } = frame;
  if (frame.sentences[frame.sentenceAt[quote.first] ?? 0] === quote.first) return true;
  const before = quote.first - 1;
  if ((tokens.kind[before] ?? 0) > Kind.number) return tokens.kind[before] !== Kind.openBracket;
  return ((tokens.sense[before] ?? 0) & S.cue) !== 0 || ((tokens.grammar[before] ?? 0) & G.that) !== 0;
}

/** Whether a verb follows: "said he would" says something of its own, "said he" does not. */
function goesOn(frame: Named, at: number): boolean {
  if (frame.tokens.kind[at] !== Kind.word || frame.quoteAt[at] !== 0) return false;
  const grammar = frame.tokens.grammar[at] ?? 0;
  return (
    (grammar & (G.auxiliary | G.verb | G.negation)) !== 0 || ((frame.tokens.sense[at] ?? 0) & S.cue) !== 0
  );
}

/** Whether only adverbs stand between the quote and the cue. */
function startsWithCue(frame: Named, at: number, cue: number): boolean {
  for (let token = at; token < cue; token++) {
    const grammar = frame.tokens.grammar[token] ?? 0;
    if ((grammar & (G.adverb | G.auxiliary)) === 0 || (grammar & G.subjectPronoun) !== 0) return false;
  }
  return true;
}

/** A speaker behind a quote with all that stands before its name: "Leeds council leader Ann Shaw". */
function widened(frame: Named, phrase: Phrase, from: number): Phrase {
  let first = phrase.first;
  while (first > from && (isNounish(frame, first - 1) || frame.runs.runAt[first - 1] !== 0)) first--;
  return first === from && phrase.form !== 'pronoun' ? { ...phrase, first } : phrase;
}

/** Whether nothing but small words stand before the speaker ("as", "the", "however,"). */
function leadsOnly(frame: Named, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    if ((frame.tokens.kind[token] ?? 0) > Kind.number) continue;
    const grammar = frame.tokens.grammar[token] ?? 0;
    if ((grammar & (G.adverb | G.coordinator | G.subordinator | G.preposition | G.time | G.determiner)) === 0)
      return false;
  }
  return to - from < 12;
}

/** Whether a cue behind a quote goes on to words of its own: a clause, a colon, or nothing. */
export function bringsOwnWords(frame: Named, cue: Cue): 'none' | 'clause' | 'colon' {
  const { tokens } = frame;
  const to = frame.sentences[cue.sentence + 1] ?? tokens.count;
  const at = addresseeEnd(frame, cue, to);
  if (at >= to) return 'none';
  const kind = tokens.kind[at] ?? 0;
  if (kind === Kind.colon) return 'colon';
  if (frame.quoteAt[at] !== 0) return 'clause';
  if (kind > Kind.number) return colonFollows(frame, at, to) ? 'colon' : 'none';
  const grammar = tokens.grammar[at] ?? 0;
  if ((grammar & G.that) !== 0 || isPronoun(frame, at)) return 'clause';
  if ((grammar & (G.preposition | G.adverb | G.time | G.coordinator | G.subordinator)) !== 0)
    return colonFollows(frame, at, to) ? 'colon' : 'none';
  if (((tokens.shape[at] ?? 0) & (Shape.manner | Shape.participle)) !== 0)
    return colonFollows(frame, at, to) ? 'colon' : 'none';
  return 'clause';
}

function colonFollows(frame: Named, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 30); at++) {
    if (frame.quoteAt[at] !== 0) return false;
    if (frame.tokens.kind[at] === Kind.colon) return frame.quoteAt[at + 1] !== 0;
  }
  return false;
}

function nextQuote(frame: Named, quote: Marked): number {
  const index = frame.quoteAt[quote.first] ?? 0;
  return frame.marked[index]?.first ?? frame.tokens.count;
}

/** "The minister said: …", "said that the plan was …", "Minister: …". */
function attributeBefore(frame: Named, table: CueTable, quote: Marked): Attribution | null {
  const { tokens } = frame;
  const before = quote.first - 1;
  if (before < 0) return null;
  const startsParagraph = (frame.paragraphs[quote.paragraph] ?? 0) === quote.first;
  if (startsParagraph)
    return tokens.kind[before] === Kind.colon ? announced(frame, table, before, 'announced-before') : null;
  const sentence = frame.sentenceAt[before] ?? 0;
  if (sentence !== frame.sentenceAt[quote.first]) return null;
  if (tokens.kind[before] === Kind.colon) return announced(frame, table, before, 'colon');
  const last = lastCueBefore(table, sentence, before);
  for (let index = last; index >= Math.max(table.firstOf[sentence] ?? 0, last - TRIES); index--) {
    const cue = table.cues[index];
    if (!cue) continue;
    if (cue.negated && cue.form !== 'finite') continue;
    const subject = table.subjects[index] ?? null;
    if (cue.form === 'according') {
      if (!subject || subject.phrase.last > before) continue;
      return {
        phrase: subject.phrase,
        cue,
        colon: -1,
        confidence: 0.88,
        reason: 'according-to',
        touches: false,
      };
    }
    if (cue.passive) continue;
    const phrase = subject?.phrase ?? invertedBefore(frame, cue, before)?.phrase ?? null;
    const touches = reaches(frame, cue.token, quote.first);
    const onlyQuotes = ((tokens.sense[cue.token] ?? 0) & (S.takesClause | S.takesObject)) === 0;
    if (!touches && onlyQuotes) continue;
    const onlyNames = ((tokens.sense[cue.token] ?? 0) & (S.takesClause | S.takesObject)) === S.takesObject;
    if (onlyNames && quote.first - cue.token > NAMING_REACH) continue;
    const far = quote.first - cue.token > 40;
    const reason =
      cue.form === 'participle' ? 'same-sentence' : subject ? 'speaker-cue-quote' : 'cue-speaker-quote';
    return { phrase, cue, colon: -1, confidence: touches ? 0.95 : far ? 0.7 : 0.85, reason, touches };
  }
  return attributeNoun(frame, sentence, quote);
}

/** How far a noun of speech may stand before the words that it announces, in tokens. */
const NOUN_REACH = 10;

/** "the union's claim that it was …", "her message of …": a noun of speech, and its owner if one is named. */
function attributeNoun(frame: Named, sentence: number, quote: Marked): Attribution | null {
  const { tokens } = frame;
  const from = Math.max(frame.sentences[sentence] ?? 0, quote.first - NOUN_REACH);
  for (let at = quote.first - 1; at >= from; at--) {
    if (frame.quoteAt[at] !== 0) return null;
    if (((tokens.sense[at] ?? 0) & S.cueNoun) === 0) continue;
    const follows = tokens.grammar[at + 1] ?? 0;
    const announces =
      at + 1 === quote.first ||
      (follows & (G.that | G.groupLink | G.infinitive)) !== 0 ||
      tokens.kind[at + 1] === Kind.comma;
    if (!announces) continue;
    const cue: Cue = {
      token: at,
      last: at,
      form: 'participle',
      sentence,
      negated: false,
      infinitive: false,
      passive: false,
    };
    return {
      phrase: ownerOf(frame, at, from),
      cue,
      colon: -1,
      confidence: 0.6,
      reason: 'same-sentence',
      touches: false,
    };
  }
  return null;
}

/** Whose claim it is: "Unison's", "her". */
function ownerOf(frame: Named, noun: number, from: number): Phrase | null {
  const { tokens } = frame;
  for (let at = noun - 1; at >= from && at >= noun - 3; at--) {
    if (((tokens.shape[at] ?? 0) & Shape.possessive) !== 0) return phraseEndingAt(frame, at, from);
    if (((tokens.grammar[at] ?? 0) & G.possessivePronoun) !== 0)
      return { first: at, last: at, head: at, form: 'pronoun', run: -1 };
    if (!isNounish(frame, at)) return null;
  }
  return null;
}

function invertedBefore(frame: Named, cue: Cue, to: number): Subject | null {
  const subject = subjectAfter(frame, cue.token, to + 1);
  return subject && subject.phrase.last < to && cue.token === (frame.sentences[cue.sentence] ?? 0)
    ? subject
    : null;
}

/** Whether between cue and quote stand only an addressee, circumstances, "that", and a comma or colon. */
function reaches(frame: Named, cue: number, quote: number): boolean {
  const { tokens } = frame;
  const before = tokens.kind[quote - 1] ?? 0;
  if (quote - 1 === cue || before === Kind.colon) return true;
  if (before === Kind.comma) return true;
  if (
    quote - cue === 2 &&
    ((tokens.grammar[quote - 1] ?? 0) & G.adverb) !== 0 &&
    ((tokens.grammar[quote - 1] ?? 0) & G.preposition) === 0
  )
    return true;
  return ((tokens.grammar[quote - 1] ?? 0) & G.that) !== 0;
}

/** A quote behind a colon: the speaker of the cue before it, or the subject of that sentence. */
function announced(
  frame: Named,
  table: CueTable,
  colon: number,
  reason: 'colon' | 'announced-before',
): Attribution | null {
  const { tokens } = frame;
  const sentence = frame.sentenceAt[colon] ?? 0;
  const last = lastCueBefore(table, sentence, colon);
  for (let index = last; index >= Math.max(table.firstOf[sentence] ?? 0, last - TRIES); index--) {
    const cue = table.cues[index];
    if (!cue || cue.passive) continue;
    const phrase = table.subjects[index]?.phrase ?? subjectAfter(frame, cue.token, colon)?.phrase ?? null;
    if (!phrase) continue;
    return { phrase, cue, colon, confidence: reason === 'colon' ? 0.95 : 0.9, reason, touches: true };
  }
  const from = frame.sentences[sentence] ?? 0;
  const phrase = clauseSubject(frame, from, colon);
  if (!phrase) return null;
  const alone = phrase.last === colon - 1;
  if (!alone && phrase.form === 'noun' && ((tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0) return null;
  return { phrase, cue: null, colon, confidence: alone ? 0.9 : 0.6, reason, touches: true };
}

/** "The plan is “a step back”, the union said": a cue behind a comma at the end of the sentence. */
function attributeTail(frame: Named, table: CueTable, quote: Marked): Attribution | null {
  const { tokens } = frame;
  const sentence = frame.sentenceAt[quote.last] ?? 0;
  const first = lastCueBefore(table, sentence, quote.last) + 1;
  for (let index = first; index < Math.min(table.firstOf[sentence + 1] ?? 0, first + TRIES); index++) {
    const cue = table.cues[index];
    if (!cue || cue.passive) continue;
    if (cue.form === 'according') {
      const phrase = table.subjects[index]?.phrase ?? null;
      if (phrase) return { phrase, cue, colon: -1, confidence: 0.85, reason: 'according-to', touches: false };
      continue;
    }
    if (cue.form === 'participle' || announcesQuote(frame, cue.token + 1)) continue;
    const subject = table.subjects[index] ?? null;
    if (!subject) {
      const inverted =
        tokens.kind[cue.token - 1] === Kind.comma
          ? subjectAfter(frame, cue.token, frame.sentences[sentence + 1] ?? tokens.count)
          : null;
      if (inverted)
        return {
          phrase: inverted.phrase,
          cue,
          colon: -1,
          confidence: 0.8,
          reason: 'same-sentence',
          touches: false,
        };
      continue;
    }
    const beforeSubject = tokens.kind[subject.phrase.first - 1] ?? 0;
    const parenthetical = beforeSubject === Kind.comma || beforeSubject === Kind.dash;
    if (subject.phrase.first > quote.last && parenthetical) {
      return {
        phrase: subject.phrase,
        cue,
        colon: -1,
        confidence: 0.82,
        reason: 'same-sentence',
        touches: false,
      };
    }
  }
  return null;
}

/** Whether marked words follow a cue at once: it is theirs, not those before it. */
function announcesQuote(frame: Named, at: number): boolean {
  const punctuated = frame.tokens.kind[at] === Kind.comma || frame.tokens.kind[at] === Kind.colon;
  return frame.quoteAt[punctuated ? at + 1 : at] !== 0 && (punctuated ? at + 1 : at) < frame.tokens.count;
}

/** The number of words inside the marks of a quote, at most `enough`. */
export function wordCount(frame: Named, quote: Marked, enough: number): number {
  let count = 0;
  for (let token = innerFirst(frame.tokens, quote); token <= quote.last && count < enough; token++) {
    if ((frame.tokens.kind[token] ?? 0) <= Kind.number) count++;
  }
  return count;
}

/** Whether a word can begin the predicate of a clause. */
export function isVerbal(frame: Named, token: number): boolean {
  return ((frame.tokens.grammar[token] ?? 0) & (G.verb | G.auxiliary)) !== 0 && !isNounish(frame, token);
}
