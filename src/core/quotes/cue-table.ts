import { G, S } from '../language/classes.js';
import { clauseSubject } from './clauses.js';
import type { Cue } from './cues.js';
import { phraseEndingAt, phraseStartingAt, type Named } from './phrases.js';
import { subjectBefore, type Subject } from './subjects.js';
import { Kind, Shape } from './tokens.js';

/** Cues with their subjects, looked up by sentence. */
export interface CueTable {
  readonly cues: readonly Cue[];
  /** The subject of each cue, as far as it stands before it. */
  readonly subjects: readonly (Subject | null)[];
  /** By sentence: the index of its first cue. Two more entries than there are sentences. */
  readonly firstOf: Int32Array;
}

/** How many cues of one sentence are tried for a quote. */
export const TRIES = 8;

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

/** The index of a sentence's last cue at or before a token; the one before its first where there is none. */
export function lastCueBefore(table: CueTable, sentence: number, token: number): number {
  let low = table.firstOf[sentence] ?? 0;
  let high = table.firstOf[sentence + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table.cues[middle]?.token ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
