import { G, S } from '../language/classes.js';
import type { CueTable } from './cue-table.js';
import type { Cue } from './cues.js';
import { quoteOf } from './frame.js';
import { contentEnd, contentStart } from './content.js';
import type { Named, Phrase } from './phrases.js';
import { subjectAfter, type Subject } from './subjects.js';
import { Kind, Shape } from './tokens.js';

/** Speech without marks. `first` and `last` are tokens. */
export interface Reported {
  readonly first: number;
  readonly last: number;
  readonly phrase: Phrase;
  readonly cue: Cue;
  readonly reason: 'speaker-cue-quote' | 'quote-speaker-cue' | 'quote-cue-speaker' | 'according-to';
}

/** Fewer words than this report nothing. */
const SHORTEST = 2;
/** How far behind a cue the comma may stand that closes a parenthesis ("…, she said on Monday, …"). */
const ASIDE = 16;

/** Finds reported speech: "said that …", "…, she said", "according to …". In text order. */
export function findReported(frame: Named, table: CueTable): Reported[] {
  const found: Reported[] = [];
  let reachedTo = -1;
  table.cues.forEach((cue, index) => {
    // What is said holds further cues; they are not looked at, so that the work stays linear.
    if (cue.negated || cue.passive || cue.infinitive || cue.token <= reachedTo) return;
    const subject = table.subjects[index] ?? null;
    const from = Math.max(frame.sentences[cue.sentence] ?? 0, reachedTo + 1);
    const to = frame.sentences[cue.sentence + 1] ?? frame.tokens.count;
    const pieces =
      cue.form === 'according'
        ? according(frame, cue, subject, from, to)
        : spoken(frame, table, index, subject, from, to);
    for (const one of pieces) {
      if (one.last - one.first + 1 < SHORTEST || one.first <= reachedTo || isQuoteOnly(frame, one)) continue;
      found.push(one);
      reachedTo = one.last;
    }
  });
  return found;
}

/** "…, according to the report" and "According to the report, …". */
function according(frame: Named, cue: Cue, subject: Subject | null, from: number, to: number): Reported[] {
  if (!subject) return [];
  const make = (first: number, last: number): Reported =>
    trimmed(frame, { first, last, phrase: subject.phrase, cue, reason: 'according-to' });
  if (cue.token - from > 2) {
    const wordsOf = quoteOf(frame, from);
    return wordsOf && cue.token - wordsOf.last < 6 ? [] : [make(from, cue.token - 1)];
  }
  const comma = findComma(frame, subject.phrase.last + 1, to);
  return [make(comma < 0 ? subject.phrase.last + 1 : comma + 1, to - 1)];
}

function spoken(
  frame: Named,
  table: CueTable,
  index: number,
  subject: Subject | null,
  from: number,
  to: number,
): Reported[] {
  const cue = table.cues[index];
  if (!cue) return [];
  const { tokens } = frame;
  const sense = tokens.sense[cue.token] ?? 0;
  if (
    (sense & (S.takesClause | S.takesTopic | S.takesMatter)) === 0 ||
    speaksForReader(frame, subject, sense)
  )
    return [];
  const behindComma = tokens.kind[cue.token - 1] === Kind.comma;
  const trusted = subject !== null && (subject.path !== 'apposed' || isApposition(frame, subject));
  const inverted = (behindComma && !trusted) || !subject ? invertedSubject(frame, cue, to) : null;
  if (inverted) return aside(frame, cue, inverted, cue.token, from, to);
  if (!subject) return [];
  const content = contentStart(frame, cue, to);
  if (content >= 0) {
    if (
      subject.path === 'relative' &&
      tokens.kind[subject.phrase.last + 1] !== Kind.comma &&
      (sense & S.sayWord) === 0
    )
      return [];
    const last = contentEnd(frame, table, index, subject, content, to);
    return [
      trimmed(frame, { first: content, last, phrase: subject.phrase, cue, reason: 'speaker-cue-quote' }),
    ];
  }
  if (subject.path === 'relative' || subject.path === 'shared') return [];
  return aside(frame, cue, subject, subject.phrase.first, from, to);
}

/** The writer ("I think") and the reader ("you know") report nobody, unless they say so. */
function speaksForReader(frame: Named, subject: Subject | null, sense: number): boolean {
  if (subject?.phrase.form !== 'pronoun') return false;
  const grammar = frame.tokens.grammar[subject.phrase.head] ?? 0;
  const isReader =
    (grammar & (G.firstPerson | G.objectPronoun)) === G.objectPronoun &&
    (grammar & (G.male | G.female | G.neuter)) === 0;
  return isReader || ((grammar & G.firstPerson) !== 0 && (sense & S.takesQuote) === 0);
}

/** Whether something stands in commas between the subject and its verb: "Ann Shaw, who chairs it, said". */
function isApposition(frame: Named, subject: Subject): boolean {
  const behind = frame.tokens.kind[subject.phrase.last + 1] ?? 0;
  const isRelative = ((frame.tokens.grammar[subject.phrase.last + 1] ?? 0) & G.relative) !== 0;
  return (
    subject.phrase.form !== 'pronoun' &&
    (isRelative || behind === Kind.comma || behind === Kind.dash || behind === Kind.openBracket)
  );
}

/** "…, said Ann Shaw": a speaker behind the cue who does not go on to a verb. */
function invertedSubject(frame: Named, cue: Cue, to: number): Subject | null {
  const sense = frame.tokens.sense[cue.token] ?? 0;
  if (cue.form !== 'finite' || (sense & (S.takesAddressee | S.takesQuote)) !== S.takesQuote) return null;
  const subject = subjectAfter(frame, cue.token, to);
  const behindComma = frame.tokens.kind[cue.token - 1] === Kind.comma;
  if (
    !subject ||
    (!behindComma &&
      subject.phrase.form === 'noun' &&
      ((frame.tokens.sense[subject.phrase.head] ?? 0) &
        (S.role | S.personNoun | S.spokesperson | S.documentNoun)) ===
        0)
  )
    return null;
  const next = subject.phrase.last + 1;
  if (next >= to) return subject;
  const kind = frame.tokens.kind[next] ?? 0;
  if (kind === Kind.comma || kind === Kind.stop || kind === Kind.dash) return subject;
  return ((frame.tokens.grammar[next] ?? 0) & (G.relative | G.preposition | G.time)) !== 0 &&
    frame.tokens.kind[cue.token - 1] === Kind.comma
    ? subject
    : null;
}

/** "…, she said", "…, she said, …" and "As she said, …". */
function aside(
  frame: Named,
  cue: Cue,
  subject: Subject,
  first: number,
  from: number,
  to: number,
): Reported[] {
  const { tokens } = frame;
  const { phrase } = subject;
  const reason = subject.path === 'inverted' ? 'quote-cue-speaker' : 'quote-speaker-cue';
  const end = Math.max(cue.token, phrase.last) + 1;
  if (((tokens.sense[cue.token] ?? 0) & S.takesClause) === 0 || !closes(frame, end, to)) return [];
  const asLead = ((tokens.grammar[first - 1] ?? 0) & G.subordinator) !== 0;
  const comma = first - (asLead ? 2 : 1);
  const make = (start: number, last: number): Reported =>
    trimmed(frame, { first: start, last, phrase, cue, reason });
  const behind = findComma(frame, end, Math.min(to, end + ASIDE));
  const goesOn =
    subject.path !== 'inverted' && behind > 0 && behind + 3 < to && frame.quoteAt[behind + 1] === 0;
  const pieces: Reported[] = [];
  const stands = comma > from && (tokens.kind[comma] === Kind.comma || tokens.kind[comma] === Kind.dash);
  const quoteFollows = behind > 0 && frame.quoteAt[behind + 1] !== 0;
  if (stands && !((quoteFollows || endsInColon(frame, end, to)) && isLeadIn(frame, from, comma)))
    pieces.push(make(from, comma - 1));
  if (goesOn && (stands || asLead)) pieces.push(make(behind + 1, to - 1));
  return pieces;
}

/** Whether behind "she said" only circumstances follow: "on Monday", "in a statement". */
function closes(frame: Named, at: number, to: number): boolean {
  if (at >= to || (frame.tokens.kind[at] ?? 0) > Kind.number) return true;
  const grammar = frame.tokens.grammar[at] ?? 0;
  const circumstance = G.preposition | G.time | G.adverb | G.coordinator | G.subordinator | G.relative;
  return (
    (grammar & circumstance) !== 0 ||
    ((frame.tokens.shape[at] ?? 0) & (Shape.manner | Shape.participle)) !== 0
  );
}

function endsInColon(frame: Named, from: number, to: number): boolean {
  return frame.tokens.kind[from] === Kind.colon || frame.tokens.kind[to - 1] === Kind.colon;
}

/** Whether the words before "she said" only place it: "In a speech, she said, …", "Asked about it, …". */
function isLeadIn(frame: Named, from: number, comma: number): boolean {
  const { tokens } = frame;
  const grammar = tokens.grammar[from] ?? 0;
  if ((grammar & (G.preposition | G.time)) !== 0 && comma - from < 12) return true;
  if ((grammar & (G.adverb | G.number)) !== 0 && comma - from < 5) return true;
  return (
    ((tokens.shape[from] ?? 0) & (Shape.past | Shape.participle)) !== 0 ||
    ((tokens.sense[from] ?? 0) & (S.cue | S.cueParticiple)) !== 0
  );
}

function findComma(frame: Named, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 40); at++) {
    if (frame.tokens.kind[at] === Kind.comma && frame.quoteAt[at] === 0) return at;
  }
  return -1;
}

/** Without the punctuation at either end. */
function trimmed(frame: Named, reported: Reported): Reported {
  const { tokens } = frame;
  let { first, last } = reported;
  const isEdge = (at: number): boolean =>
    frame.quoteAt[at] === 0 && (tokens.kind[at] ?? 0) > Kind.number && tokens.kind[at] !== Kind.closeBracket;
  while (first < last && isEdge(first)) first++;
  while (last > first && isEdge(last)) last--;
  return { ...reported, first, last };
}

function isQuoteOnly(frame: Named, reported: Reported): boolean {
  const quote = quoteOf(frame, reported.first);
  return quote !== undefined && quote.last >= reported.last;
}
