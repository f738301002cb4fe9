import type { Language } from '../types.js';
import { ENGLISH_ACTORS } from './actors.js';
import { ENGLISH_CUES } from './cues.js';
import { ENGLISH_KINDS, ENGLISH_ORGANISATIONS } from './organisations.js';
import { ENGLISH_GRAMMAR } from './grammar.js';

export const ENGLISH: Language = {
  tag: 'en',
  words: { ...ENGLISH_GRAMMAR, ...ENGLISH_ACTORS },
  cues: ENGLISH_CUES,
  nounsAreCapitalised: false,
  leftMarkCloses: false,
  impliedOrganisations: { minister: 'government', ministers: 'government' },
  kinds: ENGLISH_KINDS,
  knownOrganisations: ENGLISH_ORGANISATIONS,
};
