import type { WordClass } from './classes.js';

/** The verbs of speech that share what may follow them, one verb an entry. */
export interface CueGroup {
  /**
   * What the verbs take:
   * - `quote`: words in marks ("she said: …")
   * - `clause`: reported speech ("she said that …")
   * - `object`: somebody or something to which marked words are applied ("she called it …")
   * - `addressee`: the person spoken to, before the words ("she told the council …")
   * - `topic`: a noun for what is said ("she announced a review")
   * - `matter`: a preposition and what it is about ("she called for a review")
   * - `infinitive`: what somebody will do ("she promised to …")
   */
  readonly takes: readonly (
    'quote' | 'clause' | 'object' | 'addressee' | 'topic' | 'matter' | 'infinitive'
  )[];
  /** Finite forms, parted by blanks: "said says". */
  readonly finite: string;
  /** Base forms ("say"), which need a plural subject or an auxiliary. */
  readonly base: string;
  /** Present participles ("saying"). */
  readonly participle: string;
}

/** All that the engine knows of a language. Words are in lower case, parted by blanks. */
export interface Language {
  /** BCP 47 primary tag. */
  readonly tag: string;
  readonly words: Readonly<Partial<Record<WordClass, string>>>;
  readonly cues: readonly CueGroup[];
  /** Whether every noun is written with a capital, so that a capital alone does not make a name. */
  readonly nounsAreCapitalised: boolean;
  /** Whether “ closes (as after „) when nothing else decides. */
  readonly leftMarkCloses: boolean;
  /** Roles that speak for an organisation which stands in the text as a common noun: "minister" for the government. */
  readonly impliedOrganisations: Readonly<Record<string, string>>;
  /** For a noun ("union") the words by which a name shows that it is one: "the union" finds "Care Workers' Union". */
  readonly kinds: Readonly<Record<string, string>>;
  /** Organisations so well known that texts give no other sign of what they are. In lower case. */
  readonly knownOrganisations: readonly string[];
}
