/**
 * The classes of words that the engine asks for. A language lists its words by these names and a
 * lexicon turns them into bits, so that a stage asks "is this a preposition" with one `&`. They are
 * written out, as the engine that runs us folds the constants of an object literal and of no other.
 */

/** The bits of what a word does in a sentence. */
export const G = {
  determiner: 1 << 0,
  preposition: 1 << 1,
  coordinator: 1 << 2,
  subordinator: 1 << 3,
  relative: 1 << 4,
  subjectPronoun: 1 << 5,
  objectPronoun: 1 << 6,
  possessivePronoun: 1 << 7,
  auxiliary: 1 << 8,
  negation: 1 << 9,
  adverb: 1 << 10,
  that: 1 << 11,
  infinitive: 1 << 12,
  nameLink: 1 << 13,
  male: 1 << 14,
  female: 1 << 15,
  neuter: 1 << 16,
  plural: 1 << 17,
  firstPerson: 1 << 18,
  time: 1 << 19,
  number: 1 << 20,
  verb: 1 << 21,
  common: 1 << 22,
  elision: 1 << 23,
  matter: 1 << 24,
  whether: 1 << 25,
  groupLink: 1 << 26,
  according: 1 << 27,
  accordingNext: 1 << 28,
  agent: 1 << 29,
  copula: 1 << 30,
  contrast: 1 << 31,
} as const;

/** The bits of what a word means for quotes and actors. */
export const S = {
  cue: 1 << 0,
  cueBase: 1 << 1,
  cueParticiple: 1 << 2,
  takesQuote: 1 << 3,
  takesClause: 1 << 4,
  takesObject: 1 << 5,
  takesAddressee: 1 << 6,
  takesTopic: 1 << 7,
  takesInfinitive: 1 << 8,
  takesMatter: 1 << 9,
  cueNoun: 1 << 10,
  title: 1 << 11,
  role: 1 << 12,
  spokesperson: 1 << 13,
  personNoun: 1 << 14,
  organisationHead: 1 << 15,
  organisationNoun: 1 << 16,
  documentNoun: 1 << 17,
  givenMale: 1 << 18,
  givenFemale: 1 << 19,
  abbreviation: 1 << 20,
  titling: 1 << 21,
  formerly: 1 << 22,
  placeWord: 1 << 23,
  personPlural: 1 << 24,
  sayWord: 1 << 25,
  maleWord: 1 << 26,
  femaleWord: 1 << 27,
  unique: 1 << 28,
} as const;

export type GrammarClass = keyof typeof G;
export type SenseClass = keyof typeof S;
export type WordClass = GrammarClass | SenseClass;

/** Whether the class is one of grammar (else it is one of sense). */
export function isGrammarClass(name: WordClass): name is GrammarClass {
  return Object.hasOwn(G, name);
}
