import { G, S } from '../language/classes.js';
import { addresseeEnd } from './addressee.js';
import type { Attribution } from './attribution-types.js';
import { lastCueBefore, type CueTable } from './cue-table.js';
import type { Cue } from './cues.js';
import { innerLast } from './frame.js';
import type { Marked } from './marks.js';
import { isNounish, isPronoun, phraseStartingAt, type Named, type Phrase } from './phrases.js';
import { subjectAfter, subjectBefore } from './subjects.js';
import { Gap, Kind, Shape } from './tokens.js';

/** How many tokens may stand between a quote and the cue behind it. */
const TAIL = 45;
/** "…," the minister said; "…," said the minister; "…," according to the minister. */
export function attributeAfter(frame: Named, table: CueTable, quote: Marked): Attribution | null {
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
