import { G, S } from '../language/classes.js';
import type { Attribution } from './attribution-types.js';
import { clauseSubject } from './clauses.js';
import { lastCueBefore, TRIES, type CueTable } from './cue-table.js';
import type { Cue } from './cues.js';
import type { Marked } from './marks.js';
import { isNounish, phraseEndingAt, phraseStartingAt, SPEAKING, type Named, type Phrase } from './phrases.js';
import { subjectAfter, type Subject } from './subjects.js';
import { Kind, Shape } from './tokens.js';

/** How far behind a verb like "called" the words that it gives something may stand. */
const NAMING_REACH = 18;
/** "The minister said: …", "said that the plan was …", "Minister: …". */
export function attributeBefore(frame: Named, table: CueTable, quote: Marked): Attribution | null {
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
  let passive: Attribution | null = null;
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
    if (cue.passive) {
      passive ??= attributePassive(frame, cue, quote);
      continue;
    }
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
  return passive ?? attributeNoun(frame, sentence, quote);
}

/** "was told that it was “unsafe”", "has been called a “danger”": somebody's words, but nobody's by name. */
function attributePassive(frame: Named, cue: Cue, quote: Marked): Attribution | null {
  const sense = frame.tokens.sense[cue.token] ?? 0;
  const named = (sense & S.takesObject) !== 0 && (sense & S.takesClause) === 0 && quote.first - cue.token < 4;
  if ((sense & S.takesAddressee) === 0 && !named) return null;
  return { phrase: null, cue, colon: -1, confidence: 0, reason: 'none', touches: false };
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
    const agent = (follows & G.agent) !== 0 ? phraseStartingAt(frame, at + 2, quote.first) : null;
    const announces =
      at + 1 === quote.first ||
      (follows & (G.that | G.groupLink | G.infinitive)) !== 0 ||
      tokens.kind[at + 1] === Kind.comma ||
      (agent !== null && ((tokens.grammar[agent.last + 1] ?? 0) & G.that) !== 0);
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
      phrase: agent ?? ownerOf(frame, at, from),
      cue,
      colon: -1,
      confidence: 0.6,
      reason: 'same-sentence',
      touches: false,
    };
  }
  return null;
}

/** Pronouns that tell whose. */
const OWNERS = G.male | G.female | G.neuter | G.plural | G.firstPerson;

/** Whose claim it is: "Unison's", "her". */
function ownerOf(frame: Named, noun: number, from: number): Phrase | null {
  const { tokens } = frame;
  for (let at = noun - 1; at >= from && at >= noun - 3; at--) {
    if (((tokens.shape[at] ?? 0) & Shape.possessive) !== 0) return phraseEndingAt(frame, at, from);
    const grammar = tokens.grammar[at] ?? 0;
    // "your claim" is the reader's, who is nobody here.
    if ((grammar & G.possessivePronoun) !== 0)
      return (grammar & OWNERS) === 0 ? null : { first: at, last: at, head: at, form: 'pronoun', run: -1 };
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
