import { G, S } from '../language/classes.js';
import { Gap, Kind, Shape, type Tokens } from '../quotes/tokens.js';

/** Names longer than this are not names: headlines in capitals, hostile text. */
const LONGEST = 14;

/** Words written as names: `first[i]` to `last[i]` are the tokens of run `i`. */
export interface NameRuns {
  readonly count: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By token: the number of its run plus one; 0 where it is in none. */
  readonly runAt: Int32Array;
}

const NEVER_FIRST =
  G.determiner |
  G.preposition |
  G.coordinator |
  G.subordinator |
  G.relative |
  G.subjectPronoun |
  G.objectPronoun |
  G.possessivePronoun |
  G.auxiliary |
  G.negation |
  G.adverb |
  G.that |
  G.common |
  G.number |
  G.according;

/** Finds the runs of capitalised words that can name somebody. One pass. */
export function findNameRuns(tokens: Tokens, startsSentence: (token: number) => boolean): NameRuns {
  const firsts: number[] = [];
  const lasts: number[] = [];
  const runAt = new Int32Array(tokens.count);
  let token = 0;
  while (token < tokens.count) {
    if (!opensRun(tokens, token, startsSentence)) {
      token++;
      continue;
    }
    const last = runEnd(tokens, token);
    if (isJustWords(tokens, token, last, startsSentence)) {
      token = last + 1;
      continue;
    }
    firsts.push(token);
    lasts.push(last);
    runAt.fill(firsts.length, token, last + 1);
    token = last + 1;
  }
  return { count: firsts.length, first: Int32Array.from(firsts), last: Int32Array.from(lasts), runAt };
}

function isCapitalWord(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === Kind.word && ((tokens.shape[token] ?? 0) & Shape.capital) !== 0;
}

function opensRun(tokens: Tokens, token: number, startsSentence: (token: number) => boolean): boolean {
  if (!isCapitalWord(tokens, token)) return handle(tokens, token);
  const grammar = tokens.grammar[token] ?? 0;
  if ((grammar & G.time) !== 0 && ((tokens.sense[token] ?? 0) & (S.givenFemale | S.givenMale)) === 0)
    return false;
  if ((grammar & G.firstPerson) !== 0) return false;
  if ((grammar & NEVER_FIRST) === 0) return true;
  // "The", "In": names only where they are written so within a sentence ("The Hague").
  if (((tokens.shape[token] ?? 0) & Shape.allCapitals) !== 0 && !startsSentence(token)) return true;
  if (((tokens.sense[token] ?? 0) & (S.givenFemale | S.givenMale | S.title)) !== 0)
    return (
      isCapitalWord(tokens, token + 1) ||
      (tokens.kind[token + 1] === Kind.stop && (tokens.gap[token + 1] ?? 1) === 0)
    );
  return (
    !startsSentence(token) &&
    (grammar &
      (G.determiner |
        G.preposition |
        G.coordinator |
        G.subordinator |
        G.relative |
        G.that |
        G.subjectPronoun |
        G.possessivePronoun)) ===
      0
  );
}

function handle(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === Kind.word && tokens.text.charCodeAt(tokens.start[token] ?? 0) === 0x40;
}

/** The last token of the run that begins at `first`. */
function runEnd(tokens: Tokens, first: number): number {
  let last = first;
  let hasHead = ((tokens.sense[first] ?? 0) & S.organisationHead) !== 0;
  let linked = false;
  const limit = Math.min(tokens.count, first + LONGEST);
  for (let next = last + 1; next < limit; next = last + 1) {
    const gap = tokens.gap[next] ?? 0;
    if (gap > Gap.newline) break;
    const kind = tokens.kind[next] ?? 0;
    if (kind === Kind.stop) {
      const shape = tokens.shape[last] ?? 0;
      const short = (shape & Shape.initial) !== 0 || ((tokens.sense[last] ?? 0) & S.abbreviation) !== 0;
      if (
        gap !== Gap.none ||
        !short ||
        !isCapitalWord(tokens, next + 1) ||
        (tokens.gap[next + 1] ?? 0) > Gap.newline
      )
        break;
      if (
        ((tokens.grammar[next + 1] ?? 0) & NEVER_FIRST) !== 0 &&
        ((tokens.shape[next + 1] ?? 0) & Shape.initial) === 0
      )
        break;
      last = next;
      continue;
    }
    if (((tokens.shape[last] ?? 0) & Shape.possessive) !== 0 && !possessiveInside(tokens, last)) break;
    if (isCapitalWord(tokens, next)) {
      const grammar = tokens.grammar[next] ?? 0;
      if (
        (grammar & (G.time | G.firstPerson)) !== 0 &&
        ((tokens.sense[next] ?? 0) & (S.givenFemale | S.givenMale)) === 0
      )
        break;
      hasHead ||= ((tokens.sense[next] ?? 0) & S.organisationHead) !== 0;
      last = next;
      continue;
    }
    if (
      kind === Kind.other &&
      tokens.text.charCodeAt(tokens.start[next] ?? 0) === 0x26 &&
      isCapitalWord(tokens, next + 1)
    ) {
      last = next + 1;
      continue;
    }
    if (isPluralPossessive(tokens, next)) {
      hasHead = true;
      last = next + 1;
      continue;
    }
    const link = linkLength(tokens, next, hasHead, linked);
    if (link === 0) break;
    linked = true;
    last = next + link;
    hasHead ||= ((tokens.sense[last] ?? 0) & S.organisationHead) !== 0;
  }
  return last;
}

/** Whether a possessive stands inside a name: "Children's Services", not "Trump's Republican". */
function possessiveInside(tokens: Tokens, token: number): boolean {
  const sense = tokens.sense[token] ?? 0;
  return (sense & (S.personNoun | S.personPlural | S.organisationNoun)) !== 0 && (sense & S.role) === 0;
}

/** "Harbour Workers’ Union": an apostrophe between a plural and the noun that says what the name is. */
function isPluralPossessive(tokens: Tokens, mark: number): boolean {
  const kind = tokens.kind[mark];
  if ((kind !== Kind.single && kind !== Kind.singleRight) || tokens.gap[mark] !== Gap.none) return false;
  const plural = (tokens.text.charCodeAt((tokens.end[mark - 1] ?? 1) - 1) | 32) === 0x73;
  const next = mark + 1;
  return (
    plural &&
    isCapitalWord(tokens, next) &&
    tokens.gap[next] === Gap.blank &&
    ((tokens.sense[next] ?? 0) & S.organisationHead) !== 0
  );
}

/** How many small words link on to another capital: 0 for none ("Department for Education"). */
function linkLength(tokens: Tokens, token: number, hasHead: boolean, linked: boolean): number {
  if (tokens.kind[token] !== Kind.word || ((tokens.grammar[token] ?? 0) & G.nameLink) === 0) return 0;
  const grammar = tokens.grammar[token] ?? 0;
  const group = (grammar & G.groupLink) !== 0;
  if (group && (!hasHead || ((grammar & G.coordinator) !== 0 && !linked))) return 0;
  if (!group && (grammar & (G.preposition | G.determiner | G.coordinator)) !== 0) return 0;
  if (isCapitalWord(tokens, token + 1) && (tokens.gap[token + 1] ?? 9) <= Gap.newline) {
    return ((tokens.grammar[token + 1] ?? 0) & (G.time | G.firstPerson)) === 0 ? 1 : 0;
  }
  const second = tokens.grammar[token + 1] ?? 0;
  const particle = (second & G.nameLink) !== 0 && (!group || (second & G.determiner) !== 0);
  return particle && isCapitalWord(tokens, token + 2) ? 2 : 0;
}

/** Whether a run of one word at the start of a sentence is just that sentence's first word. */
function isJustWords(
  tokens: Tokens,
  first: number,
  last: number,
  startsSentence: (token: number) => boolean,
): boolean {
  if (first !== last || !startsSentence(first)) return false;
  const sense = tokens.sense[first] ?? 0;
  const grammar = tokens.grammar[first] ?? 0;
  if ((sense & (S.givenFemale | S.givenMale)) !== 0) return false;
  if ((grammar & G.verb) !== 0) return true;
  const shape = tokens.shape[first] ?? 0;
  if ((shape & Shape.allCapitals) !== 0) return false;
  return (sense & ~(S.title | S.abbreviation)) !== 0 || (shape & (Shape.manner | Shape.participle)) !== 0;
}
