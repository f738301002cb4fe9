import { G, S } from '../language/classes.js';
import type { CueTable } from './cue-table.js';
import type { Cue } from './cues.js';
import { isPronoun, phraseStartingAt, type Named } from './phrases.js';
import { addresseeEnd } from './addressee.js';
import type { Subject } from './subjects.js';
import { Kind, Shape } from './tokens.js';

/** How far behind a cue its words may begin, in tokens. */
const REACH = 25;
/** How far behind a noun its verb is looked for. */
const VERB_REACH = 14;

/** The first token of what is said behind a cue; -1 where nothing is. */
export function contentStart(frame: Named, cue: Cue, to: number): number {
  const { tokens } = frame;
  const sense = tokens.sense[cue.token] ?? 0;
  const first = addresseeEnd(frame, cue, to);
  if (tokens.kind[first] === Kind.colon && first + 2 < to && frame.quoteAt[first + 1] === 0) return first + 1;
  const matter = (sense & S.takesMatter) !== 0 && ((tokens.grammar[first] ?? 0) & G.matter) !== 0;
  if (matter && frame.quoteAt[first + 1] === 0) return first + 1;
  const opening = tokens.grammar[first] ?? 0;
  const placed =
    tokens.kind[first] === Kind.comma || (opening & (G.preposition | G.time | G.adverb | G.determiner)) !== 0;
  for (let at = first; at < Math.min(to, first + REACH); at++) {
    if (frame.quoteAt[at] !== 0) return -1;
    const kind = tokens.kind[at] ?? 0;
    const grammar = tokens.grammar[at] ?? 0;
    if ((grammar & G.that) !== 0) return at;
    if (kind === Kind.comma && ((tokens.grammar[at + 1] ?? 0) & G.that) !== 0) continue;
    if (kind > Kind.number) return -1;
    if (at > first) {
      if ((grammar & (G.coordinator | G.subordinator | G.auxiliary)) !== 0 && (grammar & G.preposition) === 0)
        return -1;
      if (isPronoun(frame, at) && (grammar & (G.determiner | G.relative)) === 0) return at;
      continue;
    }
    if ((grammar & G.infinitive) !== 0) {
      if ((sense & S.takesInfinitive) !== 0) return at;
      continue;
    }
    if ((grammar & G.matter) !== 0 && (grammar & G.groupLink) !== 0 && (sense & S.sayWord) !== 0) return -1;
    if ((grammar & G.whether) !== 0 || isPronoun(frame, at)) return at;
    if (beginsClause(frame, at, sense, to)) return at;
    if (!placed) return -1;
  }
  return -1;
}

/** Whether a clause, or the noun for what is said, begins at a token. */
function beginsClause(frame: Named, at: number, sense: number, to: number): boolean {
  const { tokens } = frame;
  const grammar = tokens.grammar[at] ?? 0;
  const circumstance =
    G.preposition | G.time | G.coordinator | G.adverb | G.auxiliary | G.verb | G.subordinator;
  if ((grammar & circumstance) !== 0 && (grammar & G.determiner) === 0) return false;
  if ((grammar & G.determiner) !== 0 && ((tokens.grammar[at + 1] ?? 0) & G.time) !== 0) return false;
  const shape = tokens.shape[at] ?? 0;
  if ((shape & Shape.manner) !== 0) return false;
  if ((shape & Shape.participle) !== 0) return (sense & S.sayWord) !== 0;
  if ((sense & (S.takesTopic | S.sayWord)) !== 0) return true;
  const phrase = phraseStartingAt(frame, at, to);
  return phrase !== null && hasVerb(frame, phrase.last + 1, to);
}

function hasVerb(frame: Named, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + VERB_REACH); at++) {
    if (frame.quoteAt[at] !== 0) continue;
    const kind = frame.tokens.kind[at] ?? 0;
    if (kind === Kind.comma && at === from) continue;
    if (kind > Kind.number) return false;
    if (((frame.tokens.grammar[at] ?? 0) & (G.auxiliary | G.verb)) !== 0) return true;
  }
  return false;
}

/**
 * The last token of what is said: before a further cue of the same speaker, before a clause of the writer's
 * own ("…, but …"), before the comma where the cue stands in a subordinate clause; else the sentence's end.
 */
export function contentEnd(
  frame: Named,
  table: CueTable,
  index: number,
  subject: Subject,
  content: number,
  to: number,
): number {
  const nextCue = ownNextCue(frame, table, index, content, to);
  const limit = nextCue < 0 ? to - 1 : nextCue;
  const subordinate = isSubordinate(frame, subject);
  for (let at = content + 1; at < limit; at++) {
    if (frame.quoteAt[at] !== 0) continue;
    const kind = frame.tokens.kind[at] ?? 0;
    if (kind !== Kind.comma && kind !== Kind.dash) continue;
    if (subordinate && kind === Kind.comma) return at - 1;
    if (leavesSpeech(frame, at + 1)) return at - 1;
  }
  return limit;
}

/** Where a further cue of the same speaker ends these words; -1 where none does. */
function ownNextCue(frame: Named, table: CueTable, index: number, content: number, to: number): number {
  const { tokens } = frame;
  for (let next = index + 1; next < Math.min(table.cues.length, index + 6); next++) {
    const cue = table.cues[next];
    if (!cue || cue.token >= to) break;
    if (cue.token <= content) continue;
    let at = cue.token - 1;
    while (at > content && isHelper(tokens.grammar[at] ?? 0)) at--;
    if (cue.form === 'participle' && tokens.kind[at] === Kind.comma) return at - 1;
    const joined = ((tokens.grammar[at] ?? 0) & G.coordinator) !== 0;
    const reports = ((tokens.sense[cue.token] ?? 0) & (S.takesClause | S.takesTopic)) !== 0;
    if (cue.form === 'finite' && reports && table.subjects[next]?.path === 'shared' && joined) return at - 1;
  }
  return -1;
}

function isHelper(grammar: number): boolean {
  return (grammar & (G.adverb | G.auxiliary)) !== 0 && (grammar & G.coordinator) === 0;
}

/** Whether the cue's own clause is subordinate: "While she said …, …". */
function isSubordinate(frame: Named, subject: Subject): boolean {
  const before = subject.phrase.first - 1;
  if (before < 0 || subject.path === 'shared' || subject.path === 'apposed') return false;
  if (subject.path === 'relative') return true;
  if (frame.sentenceAt[before] !== frame.sentenceAt[subject.phrase.first]) return false;
  const grammar = frame.tokens.grammar[before] ?? 0;
  return (grammar & G.subordinator) !== 0;
}

/** Whether the writer takes over behind a comma. */
function leavesSpeech(frame: Named, at: number): boolean {
  const { tokens } = frame;
  const grammar = tokens.grammar[at] ?? 0;
  const sense = tokens.sense[at] ?? 0;
  if ((grammar & G.according) !== 0) return true;
  if ((grammar & G.contrast) !== 0) return true;
  if ((grammar & (G.relative | G.determiner)) !== 0 && (grammar & (G.number | G.that)) === 0) return true;
  if ((grammar & G.coordinator) !== 0 && isPronoun(frame, at + 1)) return true;
  return (sense & S.cueParticiple) !== 0;
}
