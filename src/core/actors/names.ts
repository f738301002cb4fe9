import { S } from '../language/classes.js';
import { Kind, Shape, type Tokens } from '../quotes/tokens.js';
import type { NameRuns } from './runs.js';

export type Gender = 'male' | 'female' | 'unknown';

/** What a run of capitalised words may name. `other` is a place, an event, a work, or not known. */
export type NameKind = 'person' | 'organisation' | 'acronym' | 'other';

/** A run of capitalised words, read. */
export interface Name {
  readonly kind: NameKind;
  /** First and last token of the name itself, without titles and roles. */
  readonly first: number;
  readonly last: number;
  /** The name as written, its words parted by single blanks, without a final possessive. */
  readonly text: string;
  /** `text` in lower case, for looking up. */
  readonly key: string;
  readonly words: number;
  readonly gender: Gender;
  /** The number of the title's or role's word in the lexicon ("minister"); 0 for none. */
  readonly role: number;
  /** Whether a title or role stands before the name, or a given name begins it. */
  readonly sure: boolean;
}

const TITLES = S.title | S.role | S.spokesperson;
const GIVEN = S.givenMale | S.givenFemale;

/** Reads a run of capitalised words. */
export function readName(tokens: Tokens, runs: NameRuns, run: number): Name {
  const runFirst = runs.first[run] ?? 0;
  const last = runs.last[run] ?? 0;
  let first = runFirst;
  let role = 0;
  if (((tokens.sense[runFirst] ?? 0) & GIVEN) === 0 || ((tokens.sense[runFirst] ?? 0) & S.title) !== 0) {
    for (let token = runFirst; token < last; token++) {
      if (((tokens.sense[token] ?? 0) & TITLES) === 0) continue;
      first = tokens.kind[token + 1] === Kind.stop ? Math.min(last, token + 2) : token + 1;
      role = tokens.word[token] ?? 0;
    }
  }
  const titled = first > runFirst && !isOrganisational(tokens, first, last);
  if (!titled) first = runFirst;
  const text = nameText(tokens, first, last);
  const sense = tokens.sense[first] ?? 0;
  const kind = kindOfName(tokens, first, last, titled);
  return {
    kind,
    first,
    last,
    text,
    key: keyOf(text),
    words: countWords(tokens, first, last),
    gender: kind === 'person' ? genderOf(tokens, runFirst, first) : 'unknown',
    role: titled ? role : 0,
    sure: titled || (sense & GIVEN) !== 0,
  };
}

/** How names are compared: lower case, straight apostrophes. */
export function keyOf(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('\u2019') ? lower.replaceAll('\u2019', "'") : lower;
}

/** The words of a name, parted by single blanks where they are parted, without a final possessive. */
export function nameText(tokens: Tokens, first: number, last: number): string {
  const start = tokens.start[first] ?? 0;
  let end = tokens.end[last] ?? 0;
  if (((tokens.shape[last] ?? 0) & Shape.possessive) !== 0) end -= 2;
  const text = tokens.text.slice(start, end);
  return text.includes('\n') || text.includes('  ') ? text.replace(/\s+/g, ' ') : text;
}

function countWords(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let token = first; token <= last; token++) if (tokens.kind[token] === Kind.word) words++;
  return words;
}

function isOrganisational(tokens: Tokens, first: number, last: number): boolean {
  for (let token = first; token <= last; token++) {
    if (((tokens.sense[token] ?? 0) & S.organisationHead) !== 0 && ((tokens.sense[token] ?? 0) & GIVEN) === 0)
      return true;
  }
  return false;
}

function kindOfName(tokens: Tokens, first: number, last: number, titled: boolean): NameKind {
  const sense = tokens.sense[first] ?? 0;
  const single = first === last;
  const lastSense = tokens.sense[last] ?? 0;
  if (titled) return 'person';
  if (isAcronym(tokens, first, last)) return 'acronym';
  const given = (sense & GIVEN) !== 0;
  const organisational = isOrganisational(tokens, first, last);
  if (organisational && (!single || (lastSense & S.organisationHead) !== 0)) {
    const bareHead = single && (sense & S.organisationHead) !== 0;
    if (bareHead) return 'other';
    if (!given || (lastSense & S.organisationHead) !== 0) return 'organisation';
  }
  if (given && !single && (lastSense & (S.placeWord | S.titling)) === 0) return 'person';
  if ((lastSense & TITLES) !== 0 || (lastSense & S.placeWord) !== 0) return 'other';
  return 'other';
}

/** Two to seven capitals, with at most two small letters among them (DfE), alone. */
function isAcronym(tokens: Tokens, first: number, last: number): boolean {
  if (first !== last || ((tokens.sense[first] ?? 0) & (S.placeWord | S.title)) !== 0) return false;
  const start = tokens.start[first] ?? 0;
  let end = tokens.end[first] ?? 0;
  if (((tokens.shape[first] ?? 0) & Shape.possessive) !== 0) end -= 2;
  const length = end - start;
  if (length < 2 || length > 7) return false;
  let capitals = 0;
  for (let at = start; at < end; at++) {
    const code = tokens.text.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) capitals++;
  }
  const lastCode = tokens.text.charCodeAt(end - 1);
  return capitals >= 2 && capitals >= length - 2 && lastCode >= 0x41 && lastCode <= 0x5a;
}

function genderOf(tokens: Tokens, runFirst: number, first: number): Gender {
  for (let token = runFirst; token < first; token++) {
    const gender = genderOfWord(tokens, token);
    if (gender !== 'unknown') return gender;
  }
  const sense = tokens.sense[first] ?? 0;
  if ((sense & GIVEN) === GIVEN) return 'unknown';
  if ((sense & S.givenMale) !== 0) return 'male';
  return (sense & S.givenFemale) !== 0 ? 'female' : 'unknown';
}

/** What a title, a role or a pronoun says of the person's gender. */
export function genderOfWord(tokens: Tokens, token: number): Gender {
  const sense = tokens.sense[token] ?? 0;
  if ((sense & S.maleWord) !== 0) return 'male';
  return (sense & S.femaleWord) !== 0 ? 'female' : 'unknown';
}
