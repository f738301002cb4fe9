import { G, S } from '../language/classes.js';
import { attribute } from './attribution.js';
import type { Attribution } from './attribution-types.js';
import type { CueTable } from './cue-table.js';
import { kindOf } from './kinds.js';
import type { Marked } from './marks.js';
import type { Named, Phrase } from './phrases.js';
import { clauseSubject } from './clauses.js';
import type { Reported } from './reported.js';
import { Kind } from './tokens.js';
import type { AttributionReason, QuoteKind } from './types.js';

/** A quote of any kind, in tokens. */
export interface Speech {
  readonly first: number;
  readonly last: number;
  readonly kind: QuoteKind;
  readonly phrase: Phrase | null;
  /** First and last token of the cue; -1 where there is none. */
  readonly cueFirst: number;
  readonly cueLast: number;
  readonly confidence: number;
  readonly reason: AttributionReason;
}

/** The last words that somebody was found to say: what a quote without a cue of its own goes on with. */
interface Thread {
  readonly phrase: Phrase;
  /** The last token of the words and of what says whose they are. */
  readonly end: number;
  readonly paragraph: number;
  readonly confidence: number;
}

/** Puts marked quotes and reported speech into one sequence, and hands speakers on to quotes that go on. */
export function collectSpeech(frame: Named, table: CueTable, reported: readonly Reported[]): Speech[] {
  const speech: Speech[] = [];
  let thread: Thread | null = null as Thread | null;
  let next = 0;
  let previous: Marked | null = null;
  const addReported = (before: number): void => {
    for (; next < reported.length && (reported[next]?.first ?? 0) < before; next++) {
      const one = reported[next];
      if (!one) continue;
      speech.push({
        first: one.first,
        last: one.last,
        kind: 'reported',
        phrase: one.phrase,
        cueFirst: one.cue.token,
        cueLast: one.cue.last,
        confidence: 0.8,
        reason: one.reason,
      });
      thread = {
        phrase: one.phrase,
        end: Math.max(one.last, one.phrase.last, one.cue.token),
        paragraph: frame.paragraphAt[one.last] ?? 0,
        confidence: 0.8,
      };
    }
  };
  for (const quote of frame.marked) {
    addReported(quote.first + 1);
    const attribution = attribute(frame, table, quote);
    const found = kindOf(frame, quote, attribution);
    const kind: QuoteKind = found === 'scare' && isListed(frame, quote, previous) ? 'partial' : found;
    const threaded: Attribution =
      thread && !attribution.phrase ? goOn(frame, quote, kind, thread, attribution) : attribution;
    const handed: Attribution =
      kind === 'direct' && !threaded.phrase ? judgedBefore(frame, table, quote, threaded) : threaded;
    speech.push(toSpeech(quote, kind, handed));
    previous = kind === 'partial' && handed.phrase ? quote : null;
    if (handed.phrase && kind !== 'scare') {
      const end = Math.max(
        quote.last,
        handed.reason === 'inherited' || handed.reason === 'continued'
          ? 0
          : Math.max(handed.phrase.last, handed.cue?.token ?? 0),
      );
      thread = { phrase: handed.phrase, end, paragraph: quote.lastParagraph, confidence: handed.confidence };
    } else if (kind === 'direct') {
      thread = null;
    }
  }
  addReported(Infinity);
  return speech.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** Whether a quote is a further item behind an attributed one: "called it “slow,” “costly” and “a muddle”". */
function isListed(frame: Named, quote: Marked, previous: Marked | null): boolean {
  if (
    !previous ||
    quote.first - previous.last > 4 ||
    frame.sentenceAt[quote.first] !== frame.sentenceAt[previous.first]
  )
    return false;
  for (let token = previous.last + 1; token < quote.first; token++) {
    const isJoint =
      ((frame.tokens.grammar[token] ?? 0) & (G.coordinator | G.determiner | G.preposition)) !== 0;
    if (!isJoint && frame.tokens.kind[token] !== Kind.comma) return false;
  }
  return true;
}

function toSpeech(quote: Marked, kind: QuoteKind, attribution: Attribution): Speech {
  const { cue, colon, phrase, confidence, reason } = attribution;
  const cueFirst = cue ? cue.token : colon;
  const cueLast = cue ? cue.last : colon;
  return { first: quote.first, last: quote.last, kind, phrase, cueFirst, cueLast, confidence, reason };
}

/** Hands a speaker on to a quote that has no cue of its own, where nothing came between that speaks for another. */
function goOn(frame: Named, quote: Marked, kind: QuoteKind, thread: Thread, none: Attribution): Attribution {
  const sameSentence = frame.sentenceAt[quote.first] === frame.sentenceAt[thread.end];
  if (kind !== 'direct' && !(kind === 'partial' && sameSentence && !none.cue)) return none;
  const samePlace = thread.paragraph === quote.paragraph;
  if (!samePlace && quote.paragraph - thread.paragraph > 1) return none;
  if (!samePlace && (frame.paragraphs[quote.paragraph] ?? 0) !== quote.first) return none;
  const lastSentence = frame.sentenceAt[quote.first - 1] ?? 0;
  const between = lastSentence - (frame.sentenceAt[thread.end] ?? 0);
  if (between > 1) return none;
  if (between === 1 && !goesOnWith(frame, lastSentence, quote.first, thread)) return none;
  const confidence = Math.min(thread.confidence, between === 1 ? 0.7 : samePlace ? 0.92 : 0.85);
  return { ...none, phrase: thread.phrase, confidence, reason: samePlace ? 'inherited' : 'continued' };
}

/** "She called the plan hasty. “It ignores the tide.”": the speaker of the sentence before, in one paragraph. */
function judgedBefore(frame: Named, table: CueTable, quote: Marked, none: Attribution): Attribution {
  const before = quote.first - 1;
  if (before < 0 || frame.paragraphAt[before] !== quote.paragraph || frame.quoteAt[before] !== 0) return none;
  const sentence = frame.sentenceAt[before] ?? 0;
  if (sentence === frame.sentenceAt[quote.first]) return none;
  const last = (table.firstOf[sentence + 1] ?? 0) - 1;
  const cue = table.cues[last];
  const subject = table.subjects[last];
  if (!cue || !subject || cue.sentence !== sentence || cue.form === 'according' || cue.negated) return none;
  const judges = ((frame.tokens.sense[cue.token] ?? 0) & (S.takesObject | S.takesClause)) !== 0;
  const human =
    ((frame.tokens.sense[subject.phrase.head] ?? 0) & (S.role | S.personNoun | S.spokesperson)) !== 0;
  if (!judges || (subject.phrase.form === 'noun' && !human)) return none;
  return { ...none, phrase: subject.phrase, confidence: 0.65, reason: 'inherited' };
}

/** Whether the sentence between two quotes is about their speaker: it begins with a pronoun or the same name. */
function goesOnWith(frame: Named, sentence: number, before: number, thread: Thread): boolean {
  const from = frame.sentences[sentence] ?? 0;
  const subject = clauseSubject(frame, from, before);
  if (!subject) return false;
  if (subject.form === 'pronoun')
    return ((frame.tokens.grammar[subject.head] ?? 0) & (G.male | G.female | G.neuter)) !== 0;
  if (subject.form !== 'name' || thread.phrase.form !== 'name') return false;
  return wordAt(frame, subject.last) === wordAt(frame, thread.phrase.last);
}

function wordAt(frame: Named, token: number): string {
  return frame.tokens.text.slice(frame.tokens.start[token], frame.tokens.end[token]);
}
