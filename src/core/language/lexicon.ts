import { G, S, isGrammarClass, type WordClass } from './classes.js';
import { lowerCode } from './letters.js';
import type { CueGroup, Language } from './types.js';

/** A language made ready for the tokeniser: a hash table from words to bits. */
export interface Lexicon {
  readonly language: Language;
  /** Bits of grammar by word number; number 0 is the unknown word. */
  readonly grammar: Int32Array;
  /** Bits of sense by word number. */
  readonly sense: Int32Array;
  /** For a noun that says what an organisation is, the words by which names show it. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** Organisations known by name alone, in lower case. */
  readonly knownOrganisations: ReadonlySet<string>;
  /** All those words. */
  readonly kindWords: ReadonlySet<string>;
  /** The number of a word whose letters are `text[start..end)` in any case; 0 when it is not known. */
  find(text: string, start: number, end: number, hash: number): number;
  /** The number of a word in lower case; 0 when it is not known. */
  numberOf(word: string): number;
}

/** The start and the factor of the hash that the tokeniser computes while it reads a word (FNV-1a, 32 bits). */
export const HASH_START = 2166136261 | 0;
export const HASH_PRIME = 16777619;

/** The bits of sense for what a group of cues takes. */
function takes(group: CueGroup): number {
  let sense = 0;
  if (group.takes.includes('quote')) sense |= S.takesQuote;
  if (group.takes.includes('clause')) sense |= S.takesClause;
  if (group.takes.includes('object')) sense |= S.takesObject;
  if (group.takes.includes('addressee')) sense |= S.takesAddressee;
  if (group.takes.includes('topic')) sense |= S.takesTopic;
  if (group.takes.includes('matter')) sense |= S.takesMatter;
  if (group.takes.includes('infinitive')) sense |= S.takesInfinitive;
  return sense;
}

function listed(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

/** Words with the bits that they share. */
interface Listing {
  readonly words: readonly string[];
  readonly grammar: number;
  readonly sense: number;
}

/** Every word of a language with its bits, a listing a class. A word may stand in several. */
function listings(language: Language): Listing[] {
  const found: Listing[] = [];
  for (const [name, words] of Object.entries(language.words) as [WordClass, string][]) {
    const isGrammar = isGrammarClass(name);
    found.push({ words: listed(words), grammar: isGrammar ? G[name] : 0, sense: isGrammar ? 0 : S[name] });
  }
  for (const group of language.cues) {
    const taken = takes(group);
    found.push({ words: listed(group.finite), grammar: 0, sense: S.cue | taken });
    found.push({ words: listed(group.base), grammar: 0, sense: S.cueBase | taken });
    found.push({ words: listed(group.participle), grammar: 0, sense: S.cueParticiple | taken });
  }
  return found;
}

/**
 * The first and the last character of a word. With 32 bits of hash and the length they leave one wrong
 * match in some thousand million words, at a fraction of the cost of comparing the words.
 */
function endsOf(first: number, last: number): number {
  return (first << 16) | last;
}

function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  return hash;
}

/** Builds the table of a language; done once for each, so without a map or an object a word. */
export function compileLexicon(language: Language): Lexicon {
  const lists = listings(language);
  const most = lists.reduce((sum, { words }) => sum + words.length, 0);
  const size = 1 << Math.ceil(Math.log2(most * 4 + 16));
  const slots = new Uint16Array(size);
  const grammar = new Int32Array(most + 1);
  const sense = new Int32Array(most + 1);
  const hashes = new Int32Array(most + 1);
  const ends = new Int32Array(most + 1);
  const lengths = new Uint8Array(most + 1);
  const find = (text: string, start: number, end: number, hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    for (;;) {
      const number = slots[slot] ?? 0;
      if (number === 0) return 0;
      if (
        hashes[number] === hash &&
        lengths[number] === end - start &&
        ends[number] === endsOf(lowerCode(text.charCodeAt(start)), lowerCode(text.charCodeAt(end - 1)))
      ) {
        return number;
      }
      slot = (slot + 1) & (size - 1);
    }
  };
  let count = 0;
  const add = (word: string): number => {
    const hash = hashOf(word);
    const known = find(word, 0, word.length, hash);
    if (known > 0) return known;
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = ++count;
    hashes[count] = hash;
    ends[count] = endsOf(word.charCodeAt(0), word.charCodeAt(word.length - 1));
    lengths[count] = word.length;
    return count;
  };
  for (const { words, grammar: grammarBits, sense: senseBits } of lists) {
    for (const word of words) {
      const number = add(word);
      grammar[number] = (grammar[number] ?? 0) | grammarBits;
      sense[number] = (sense[number] ?? 0) | senseBits;
    }
  }
  const kinds = new Map(Object.entries(language.kinds).map(([noun, names]) => [noun, listed(names)]));
  const kindWords = new Set([...kinds.values()].flat());
  return {
    language,
    grammar,
    sense,
    kinds,
    kindWords,
    knownOrganisations: new Set(language.knownOrganisations),
    find,
    numberOf: (word) => find(word, 0, word.length, hashOf(word)),
  };
}
