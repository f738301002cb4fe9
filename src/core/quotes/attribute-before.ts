import { G, S } from '../language/classes.js';
import type { Attribution } from './attribution-types.js';
import { attributeNoun, namesWords } from './attribute-noun.js';
import { clauseSubject } from './clauses.js';
import { lastCueBefore, TRIES, type CueTable } from './cue-table.js';
import type { Cue } from './cues.js';
import type { Marked } from './marks.js';
import { SPEAKING, type Named } from './phrases.js';
import { subjectAfter, type Subject } from './subjects.js';
import { Kind } from './tokens.js';

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
  let weak: Attribution | null = null;
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
      weak ??= attributePassive(frame, cue, quote);
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
    const found: Attribution = {
      phrase,
      cue,
      colon: -1,
      confidence: touches ? 0.95 : far ? 0.7 : 0.85,
      reason,
      touches,
    };
    if (phrase || touches) return found;
    if (namesWords(frame, cue.token, quote.first)) return attributeNoun(frame, sentence, quote) ?? found;
    // Without a subject it may be a noun ("said claims that …"): an earlier verb that has one decides.
    weak ??= found;
  }
  return weak ?? attributeNoun(frame, sentence, quote);
}

/** "was told that it was “unsafe”", "has been called a “danger”": somebody's words, but nobody's by name. */
function attributePassive(frame: Named, cue: Cue, quote: Marked): Attribution | null {
  const sense = frame.tokens.sense[cue.token] ?? 0;
  const named = (sense & S.takesObject) !== 0 && (sense & S.takesClause) === 0 && quote.first - cue.token < 4;
  if ((sense & S.takesAddressee) === 0 && !named) return null;
  return { phrase: null, cue, colon: -1, confidence: 0, reason: 'none', touches: false };
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
