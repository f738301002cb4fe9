import { G, S } from '../language/classes.js';
import type { Cue } from './cues.js';
import { isPronoun, phraseStartingAt, type Named } from './phrases.js';

/** The token behind whoever is spoken to ("told the council that"), or behind the cue where it takes nobody. */
export function addresseeEnd(frame: Named, cue: Cue, to: number): number {
  const at = cue.token + 1;
  if (((frame.tokens.sense[cue.token] ?? 0) & S.takesAddressee) === 0) return at;
  if (((frame.tokens.grammar[at] ?? 0) & G.objectPronoun) !== 0 && !isPronoun(frame, at)) return at + 1;
  const addressee = phraseStartingAt(frame, at, to);
  return addressee ? addressee.last + 1 : at;
}
