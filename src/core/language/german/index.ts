import type { Language } from '../types.js';
import { GERMAN_ACTORS } from './actors.js';
import { GERMAN_CUES } from './cues.js';
import { GERMAN_GRAMMAR } from './grammar.js';

/** German: „…“ and »…«, verbs behind the quote, and a capital on every noun. */
export const GERMAN: Language = {
  tag: 'de',
  words: { ...GERMAN_GRAMMAR, ...GERMAN_ACTORS },
  cues: GERMAN_CUES,
  nounsAreCapitalised: true,
  leftMarkCloses: true,
  impliedOrganisations: {},
  kinds: {
    gewerkschaft: 'gewerkschaft verdi',
    ministerium: 'ministerium bundesministerium',
    verband: 'verband bundesverband',
    partei: 'partei',
    stiftung: 'stiftung',
  },
  knownOrganisations: ['verdi', 'bundestag', 'bundesrat', 'caritas', 'diakonie'],
};
