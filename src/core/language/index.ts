import { ENGLISH } from './english/index.js';
import { GERMAN } from './german/index.js';
import { compileLexicon, type Lexicon } from './lexicon.js';
import type { Language } from './types.js';

const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN];

const compiled = new Map<string, Lexicon>();

/** The lexicon for a BCP 47 tag: its language if it is known, else English. Compiled at first use. */
export function lexiconFor(tag?: string): Lexicon {
  const primary = (tag ?? 'en').toLowerCase().split('-')[0];
  const language = LANGUAGES.find((one) => one.tag === primary) ?? ENGLISH;
  const known = compiled.get(language.tag);
  if (known) return known;
  const lexicon = compileLexicon(language);
  compiled.set(language.tag, lexicon);
  return lexicon;
}
