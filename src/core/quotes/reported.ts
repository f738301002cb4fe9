import { G, S } from '../language/classes.js';
import type { CueTable } from './attribution.js';
import type { Cue } from './cues.js';
import { isPronoun, phraseStartingAt, type Named, type Phrase } from './phrases.js';
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

/** Finds reported speech: "said that …", "…, she said", "according to …". In text order. */
export function findReported(frame: Named, table: CueTable): Reported[] {
  const found: Reported[] = [];
  let reachedTo = -1;
  table.cues.forEach((cue, index) => {
    if (cue.negated || cue.passive) return;
    const subject = table.subjects[index] ?? null;
    const from = Math.max(frame.sentences[cue.sentence] ?? 0, reachedTo + 1);
    const to = frame.sentences[cue.sentence + 1] ?? frame.tokens.count;
    for (const one of cue.form === 'according'
      ? according(frame, cue, subject, from, to)
      : spoken(frame, table, index, subject, from, to)) {
      if (one.last - one.first + 1 < SHORTEST || one.first <= reachedTo || isQuoteOnly(frame, one)) continue;
      found.push(one);
      reachedTo = one.last;
    }
  });
  return found;
}

function according(frame: Named, cue: Cue, subject: Subject | null, from: number, to: number): Reported[] {
  if (!subject) return [];
  const make = (first: number, last: number): Reported =>
    trimmed(frame, { first, last, phrase: subject.phrase, cue, reason: 'according-to' });
  if (cue.token - from > 2) return [make(from, cue.token - 1)];
  const comma = findComma(frame, subject.phrase.last + 1, to);
  return comma < 0 ? [] : [make(comma + 1, to - 1)];
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
  const sense = frame.tokens.sense[cue.token] ?? 0;
  if ((sense & S.takesClause) === 0) return [];
  const content = contentAfter(frame, cue, to);
  if (content >= 0) {
    if (!subject) return [];
    const last = contentEnd(frame, table, index, content, to);
    return [
      trimmed(frame, { first: content, last, phrase: subject.phrase, cue, reason: 'speaker-cue-quote' }),
    ];
  }
  return parenthetical(frame, cue, subject, from, to);
}

/** The first token of what is said behind a cue; -1 where nothing is. */
function contentAfter(frame: Named, cue: Cue, to: number): number {
  const { tokens } = frame;
  let at = cue.token + 1;
  if (((tokens.sense[cue.token] ?? 0) & S.takesAddressee) !== 0) {
    const addressee = phraseStartingAt(frame, at, to);
    if (addressee) at = addressee.last + 1;
    else if (((tokens.grammar[at] ?? 0) & G.objectPronoun) !== 0) at++;
  }
  const first = at;
  for (; at < to && at < first + 25; at++) {
    if (frame.quoteAt[at] !== 0) return -1;
    const kind = tokens.kind[at] ?? 0;
    const grammar = tokens.grammar[at] ?? 0;
    if ((grammar & G.that) !== 0) return at;
    if (kind === Kind.comma && at > first) continue;
    if (kind > Kind.number) return -1;
    if (at === first && isClauseStart(frame, at)) return at;
    if (at > first && isPronoun(frame, at) && (grammar & (G.determiner | G.relative)) === 0) return at;
    if ((grammar & (G.whether | G.infinitive)) !== 0 && at === first) return at;
  }
  return -1;
}

function isClauseStart(frame: Named, at: number): boolean {
  const { tokens } = frame;
  const grammar = tokens.grammar[at] ?? 0;
  if (isPronoun(frame, at)) return true;
  if ((grammar & (G.auxiliary | G.verb)) !== 0) return false;
  if ((grammar & (G.preposition | G.time | G.coordinator | G.adverb)) !== 0 && (grammar & G.determiner) === 0)
    return false;
  return ((tokens.shape[at] ?? 0) & (Shape.manner | Shape.participle)) === 0;
}

/** Where the content of a cue ends: at the sentence's end, or before a further cue of the same speaker. */
function contentEnd(frame: Named, table: CueTable, index: number, content: number, to: number): number {
  const { tokens } = frame;
  for (let next = index + 1; next < Math.min(table.cues.length, index + 6); next++) {
    const cue = table.cues[next];
    if (!cue || cue.token >= to) break;
    if (cue.token <= content) continue;
    const path = table.subjects[next]?.path;
    let at = cue.token - 1;
    while (
      at > content &&
      ((tokens.grammar[at] ?? 0) & (G.adverb | G.auxiliary)) !== 0 &&
      ((tokens.grammar[at] ?? 0) & G.coordinator) === 0
    )
      at--;
    if (cue.form === 'participle' && tokens.kind[at] === Kind.comma) return at - 1;
    if (cue.form === 'finite' && path === 'shared' && ((tokens.grammar[at] ?? 0) & G.coordinator) !== 0)
      return at - 1;
    if (cue.form === 'according') return to - 1;
  }
  return to - 1;
}

/** "…, she said" and "…, she said, …". */
function parenthetical(
  frame: Named,
  cue: Cue,
  subject: Subject | null,
  from: number,
  to: number,
): Reported[] {
  const { tokens } = frame;
  const inverted = subject ? null : subjectAfter(frame, cue.token, to);
  const phrase = subject?.phrase ?? inverted?.phrase;
  if (!phrase || subject?.path === 'relative' || subject?.path === 'shared') return [];
  const first = subject ? phrase.first : cue.token;
  const comma = first - 1;
  if (comma <= from || tokens.kind[comma] !== Kind.comma) return [];
  const reason = subject ? 'quote-speaker-cue' : 'quote-cue-speaker';
  const pieces = [trimmed(frame, { first: from, last: comma - 1, phrase, cue, reason })];
  const behind = findComma(
    frame,
    Math.max(cue.token, phrase.last) + 1,
    Math.min(to, Math.max(cue.token, phrase.last) + 16),
  );
  if (behind > 0 && frame.quoteAt[behind + 1] === 0 && behind + 3 < to)
    pieces.push(trimmed(frame, { first: behind + 1, last: to - 1, phrase, cue, reason }));
  return pieces;
}

function findComma(frame: Named, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + 40); at++) {
    if (frame.tokens.kind[at] === Kind.comma && frame.quoteAt[at] === 0) return at;
  }
  return -1;
}

/** Without the punctuation and coordinators at either end. */
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
  const quote = frame.marked[(frame.quoteAt[reported.first] ?? 0) - 1];
  return quote !== undefined && quote.last >= reported.last;
}
