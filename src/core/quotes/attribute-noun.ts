import { G, S } from '../language/classes.js';
import type { Attribution } from './attribution-types.js';
import type { Cue } from './cues.js';
import type { Marked } from './marks.js';
import { isNounish, phraseEndingAt, phraseStartingAt, type Named, type Phrase } from './phrases.js';
import { Kind, Shape } from './tokens.js';

/** How far a noun of speech may stand before the words that it announces, in tokens. */
const NOUN_REACH = 10;

/** "the union's claim that it was …", "her message of …": a noun of speech, and its owner if one is named. */
export function attributeNoun(frame: Named, sentence: number, quote: Marked): Attribution | null {
  const { tokens } = frame;
  const from = Math.max(frame.sentences[sentence] ?? 0, quote.first - NOUN_REACH);
  for (let at = quote.first - 1; at >= from; at--) {
    if (frame.quoteAt[at] !== 0) return null;
    if (((tokens.sense[at] ?? 0) & S.cueNoun) === 0) continue;
    const follows = tokens.grammar[at + 1] ?? 0;
    const agent = (follows & G.agent) !== 0 ? phraseStartingAt(frame, at + 2, quote.first) : null;
    const announces =
      at + 1 === quote.first ||
      (follows & (G.that | G.groupLink | G.infinitive)) !== 0 ||
      tokens.kind[at + 1] === Kind.comma ||
      (agent !== null && ((tokens.grammar[agent.last + 1] ?? 0) & G.that) !== 0);
    if (!announces) continue;
    const cue: Cue = {
      token: at,
      last: at,
      form: 'participle',
      sentence,
      negated: false,
      infinitive: false,
      passive: false,
    };
    return {
      phrase: agent ?? ownerOf(frame, at, from),
      cue,
      colon: -1,
      confidence: 0.6,
      reason: 'same-sentence',
      touches: false,
    };
  }
  return null;
}

/** Pronouns that tell whose. */
const OWNERS = G.male | G.female | G.neuter | G.plural | G.firstPerson;

/** Whose claim it is: "Unison's", "her". */
function ownerOf(frame: Named, noun: number, from: number): Phrase | null {
  const { tokens } = frame;
  for (let at = noun - 1; at >= from && at >= noun - 3; at--) {
    if (((tokens.shape[at] ?? 0) & Shape.possessive) !== 0) return phraseEndingAt(frame, at, from);
    const grammar = tokens.grammar[at] ?? 0;
    // "your claim" is the reader's, who is nobody here.
    if ((grammar & G.possessivePronoun) !== 0)
      return (grammar & OWNERS) === 0 ? null : { first: at, last: at, head: at, form: 'pronoun', run: -1 };
    if (!isNounish(frame, at)) return null;
  }
  return null;
}

/** "claims of “…”": a noun of speech right before its words, which are not those of whoever speaks of them. */
export function namesWords(frame: Named, noun: number, quote: number): boolean {
  const { sense, grammar } = frame.tokens;
  return (
    noun + 2 === quote &&
    ((sense[noun] ?? 0) & S.cueNoun) !== 0 &&
    ((grammar[noun + 1] ?? 0) & G.groupLink) !== 0
  );
}
