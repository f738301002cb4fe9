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

/** One step of the hash that the tokeniser computes while it reads a word (FNV-1a, 32 bits). */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 16777619);
}

export const HASH_START = 2166136261 | 0;

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
  return words.split(/\s+/u).filter((word) => word !== '');
}

/** Every word of a language with its bits. */
function collect(language: Language): Map<string, { grammar: number; sense: number }> {
  const entries = new Map<string, { grammar: number; sense: number }>();
  const add = (words: string, grammar: number, sense: number): void => {
    for (const word of listed(words)) {
      const entry = entries.get(word) ?? { grammar: 0, sense: 0 };
      entries.set(word, { grammar: entry.grammar | grammar, sense: entry.sense | sense });
    }
  };
  for (const [name, words] of Object.entries(language.words) as [WordClass, string][]) {
    if (isGrammarClass(name)) add(words, G[name], 0);
    else add(words, 0, S[name]);
  }
  for (const group of language.cues) {
    add(group.finite, 0, S.cue | takes(group));
    add(group.base, 0, S.cueBase | takes(group));
    add(group.participle, 0, S.cueParticiple | takes(group));
  }
  return entries;
}

/**
 * The first and the last character of a word. With 32 bits of hash and the length they leave one wrong
 * match in some thousand million words, at a fraction of the cost of comparing the words.
 */
function endsOf(first: number, last: number): number {
  return (first << 16) | last;
}

/** Builds the table of a language; done once for each. */
export function compileLexicon(language: Language): Lexicon {
  const entries = [...collect(language)];
  const size = 1 << Math.ceil(Math.log2(entries.length * 4 + 16));
  const slots = new Uint16Array(size);
  const grammar = new Int32Array(entries.length + 1);
  const sense = new Int32Array(entries.length + 1);
  const words: string[] = [''];
  const hashes = new Int32Array(entries.length + 1);
  entries.forEach(([word, bits], index) => {
    const number = index + 1;
    let hash = HASH_START;
    for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
    words.push(word);
    hashes[number] = hash;
    grammar[number] = bits.grammar;
    sense[number] = bits.sense;
  });
  const ends = Int32Array.from(words, (word) => endsOf(word.charCodeAt(0), word.charCodeAt(word.length - 1)));
  const lengths = Uint8Array.from(words, (word) => word.length);
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
  const numbers = new Map(words.map((word, number) => [word, number]));
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
    numberOf: (word) => numbers.get(word) ?? 0,
  };
}
