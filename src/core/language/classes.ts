/**
 * The classes of words that the engine asks for. A language lists its words by these names and a
 * lexicon turns them into bits, so that a stage asks "is this a preposition" with one `&`.
 */
const GRAMMAR = [
  'determiner',
  'preposition',
  'coordinator',
  'subordinator',
  'relative',
  'subjectPronoun',
  'objectPronoun',
  'possessivePronoun',
  'auxiliary',
  'negation',
  'adverb',
  'that',
  'infinitive',
  'nameLink',
  'male',
  'female',
  'neuter',
  'plural',
  'firstPerson',
  'time',
  'number',
  'verb',
  'common',
  'elision',
  'matter',
  'whether',
  'groupLink',
  'according',
  'accordingNext',
  'agent',
  'copula',
  'contrast',
] as const;

const SENSE = [
  'cue',
  'cueBase',
  'cueParticiple',
  'takesQuote',
  'takesClause',
  'takesObject',
  'takesAddressee',
  'takesTopic',
  'takesInfinitive',
  'takesMatter',
  'cueNoun',
  'title',
  'role',
  'spokesperson',
  'personNoun',
  'organisationHead',
  'organisationNoun',
  'documentNoun',
  'givenMale',
  'givenFemale',
  'abbreviation',
  'titling',
  'formerly',
  'placeWord',
  'personPlural',
  'sayWord',
  'maleWord',
  'femaleWord',
  'unique',
] as const;

export type GrammarClass = (typeof GRAMMAR)[number];
export type SenseClass = (typeof SENSE)[number];
export type WordClass = GrammarClass | SenseClass;

function bits<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, bit) => [name, 1 << bit])) as Record<Name, number>;
}

/** The bits of what a word does in a sentence. */
export const G = bits(GRAMMAR);

/** The bits of what a word means for quotes and actors. */
export const S = bits(SENSE);

/** Whether the class is one of grammar (else it is one of sense). */
export function isGrammarClass(name: WordClass): name is GrammarClass {
  return (GRAMMAR as readonly string[]).includes(name);
}
