import { G, S } from '../language/classes.js';
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

/** How many tokens of a clause are looked at for its subject. */
const REACH = 90;
/** How many commas may stand between a subject and its verb. */
const COMMAS = 6;

/**
 * The subject of a verb behind a comma: "Webb, the president, said", "Reed, who chairs the group, said".
 * Of the phrases that end at a comma and begin a clause it is the first.
 */
export function apposed(frame: Named, comma: number, limit: number, from: number): Phrase | null {
  let candidate: Phrase | null = null;
  let commas = 0;
  for (let at = comma - 1; at > limit && commas < COMMAS; at--) {
    if (frame.quoteAt[at] !== 0) break;
    const kind = frame.tokens.kind[at] ?? 0;
    if (kind === Kind.semicolon || kind === Kind.colon) break;
    if (kind !== Kind.comma && kind !== Kind.dash && kind !== Kind.openBracket) continue;
    commas++;
    const phrase = phraseEndingAt(frame, at - 1, limit);
    if (!phrase || !startsClause(frame, phrase.first, limit)) continue;
    if (phrase.form === 'noun' && ((frame.tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0) continue;
    if (isPlaceBehindComma(frame, phrase, limit)) continue;
    candidate = phrase;
    if (phrase.first <= limit || frame.tokens.kind[phrase.first - 1] !== Kind.comma) break;
  }
  return candidate ?? clauseSubject(frame, from, comma);
}

/** Whether nothing that belongs to the phrase stands before it: a boundary, a comma, or a word that opens clauses. */
function startsClause(frame: Named, first: number, limit: number): boolean {
  const before = first - 1;
  if (before < limit || frame.quoteAt[before] !== 0) return true;
  if ((frame.tokens.kind[before] ?? 0) > Kind.number) return true;
  const opens = G.coordinator | G.subordinator | G.relative | G.that | G.adverb;
  const grammar = frame.tokens.grammar[before] ?? 0;
  return (grammar & opens) !== 0 && (grammar & G.preposition) === 0;
}

/** Whether a name is the second half of a place: "in Leeds, Yorkshire, …". */
function isPlaceBehindComma(frame: Named, phrase: Phrase, limit: number): boolean {
  const { tokens } = frame;
  if (phrase.form !== 'name' || tokens.kind[phrase.first - 1] !== Kind.comma) return false;
  const run = (frame.runs.runAt[phrase.first - 2] ?? 0) - 1;
  const first = frame.runs.first[run] ?? 0;
  if (run < 0 || first - 1 < limit) return false;
  return (
    ((tokens.grammar[first - 1] ?? 0) & G.preposition) !== 0 &&
    ((tokens.sense[phrase.last] ?? 0) & (S.abbreviation | S.placeWord)) !== 0
  );
}

/** "she rose and said": the subject of the nearest clause before the coordinator. */
export function sharedSubject(frame: Named, coordinator: number, limit: number): Phrase | null {
  const { tokens } = frame;
  for (let at = coordinator - 1; at >= limit - 1; at--) {
    const atStart = at < limit;
    if (!atStart && frame.quoteAt[at] === 0 && !opensClause(frame, at)) continue;
    let first = at + 1;
    while (
      first < coordinator &&
      ((tokens.grammar[first] ?? 0) & (G.adverb | G.coordinator)) !== 0 &&
      !isPronoun(frame, first)
    )
      first++;
    if (introduces(frame, first)) {
      if (atStart) return clauseSubject(frame, limit, coordinator);
      continue;
    }
    if (!atStart && ((tokens.grammar[at] ?? 0) & G.relative) !== 0 && !isPronoun(frame, first)) {
      const antecedent = phraseEndingAt(frame, tokens.kind[at - 1] === Kind.comma ? at - 2 : at - 1, limit);
      if (antecedent) return antecedent;
    }
    const phrase = phraseStartingAt(frame, first, coordinator);
    if (!phrase || phrase.last + 1 >= coordinator) continue;
    const next = phrase.last + 1;
    // What follows must be its verb: not a further item of a list, nor the end of an apposition.
    if ((tokens.kind[next] ?? 0) > Kind.number && !atStart) continue;
    if (((tokens.grammar[next] ?? 0) & (G.coordinator | G.preposition)) !== 0 && !atStart) continue;
    if (phrase.form === 'noun' && ((tokens.sense[phrase.head] ?? 0) & SPEAKING) === 0 && !atStart) continue;
    return phrase;
  }
  return null;
}

function opensClause(frame: Named, at: number): boolean {
  const kind = frame.tokens.kind[at] ?? 0;
  if (kind === Kind.comma || kind === Kind.dash || kind === Kind.semicolon || kind === Kind.colon)
    return true;
  const grammar = frame.tokens.grammar[at] ?? 0;
  if ((grammar & G.relative) !== 0 && (grammar & G.determiner) === 0) return true;
  return (grammar & G.subordinator) !== 0 && !isNounish(frame, at);
}

const INTRODUCES = G.preposition | G.subordinator | G.adverb | G.time | G.infinitive;

/**
 * The subject of the clause that begins at `from` and runs to `to`: the first phrase behind introductory
 * adverbials ("On Tuesday, …", "However, …", "Speaking in London, …").
 */
export function clauseSubject(frame: Named, from: number, verb: number): Phrase | null {
  const to = Math.min(verb, from + REACH);
  let at = from;
  for (;;) {
    while (at < to && isLead(frame, at)) at++;
    if (at >= to) return null;
    if (!introduces(frame, at)) break;
    const comma = nextComma(frame, at, to);
    if (comma < 0) return clauseTail(frame, at, to);
    at = comma + 1;
  }
  const phrase = phraseStartingAt(frame, at, to);
  const behind = phrase ? nextComma(frame, phrase.last + 1, Math.min(to, phrase.last + 3)) : -1;
  if (phrase && behind >= 0 && ((frame.tokens.sense[phrase.last] ?? 0) & S.abbreviation) !== 0) {
    return phraseStartingAt(frame, behind + 1, to) ?? phrase;
  }
  return phrase;
}

/** Quotes, marks, coordinators and punctuation that stand before a clause's first word. */
function isLead(frame: Named, at: number): boolean {
  if (frame.quoteAt[at] !== 0) return true;
  const kind = frame.tokens.kind[at] ?? 0;
  if (kind > Kind.number) return true;
  return ((frame.tokens.grammar[at] ?? 0) & G.coordinator) !== 0;
}

function introduces(frame: Named, at: number): boolean {
  const { tokens, runs } = frame;
  if (runs.runAt[at] !== 0) return false;
  const grammar = tokens.grammar[at] ?? 0;
  if ((grammar & G.subjectPronoun) !== 0 && (grammar & G.subordinator) === 0) return false;
  if ((grammar & G.determiner) !== 0) return false;
  if ((grammar & (INTRODUCES | G.according)) !== 0) return true;
  if (((tokens.sense[at] ?? 0) & S.cueParticiple) !== 0) return true;
  return (
    ((tokens.shape[at] ?? 0) & (Shape.participle | Shape.manner | Shape.past)) !== 0 &&
    ((tokens.sense[at] ?? 0) & SPEAKING) === 0
  );
}

function nextComma(frame: Named, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (frame.tokens.kind[at] === Kind.comma && frame.quoteAt[at] === 0) return at;
  }
  return -1;
}

/** An introduction without a comma ("In a letter the minister …"): the last phrase before the verb, if it speaks. */
function clauseTail(frame: Named, from: number, to: number): Phrase | null {
  const phrase = phraseEndingAt(frame, to - 1, from);
  if (!phrase || phrase.first <= from + 1) return null;
  return ((frame.tokens.sense[phrase.head] ?? 0) & SPEAKING) !== 0 || phrase.form !== 'noun' ? phrase : null;
}
