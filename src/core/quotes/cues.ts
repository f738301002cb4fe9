import { G, S } from '../language/classes.js';
import type { Named } from './phrases.js';
import { Kind, Shape } from './tokens.js';

/** A word that reports, outside marks. */
export interface Cue {
  readonly token: number;
  /** Its last token: the "to" of "according to", else `token`. */
  readonly last: number;
  readonly form: 'finite' | 'base' | 'participle' | 'according';
  readonly sentence: number;
  /** Whether it is negated ("did not say"). */
  readonly negated: boolean;
  /** Whether it follows "to" ("to say that"): what will or may be said. */
  readonly infinitive: boolean;
  /** Whether it is passive ("was called"), so that what stands before it does not speak. */
  readonly passive: boolean;
}

/** All cues of a document in text order. */
export function findCues(frame: Named): Cue[] {
  const { tokens } = frame;
  const cues: Cue[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const sense = tokens.sense[token] ?? 0;
    const grammar = tokens.grammar[token] ?? 0;
    const isVerb = (sense & (S.cue | S.cueBase | S.cueParticiple)) !== 0;
    if (!isVerb && (grammar & G.according) === 0) continue;
    if (frame.quoteAt[token] !== 0 || frame.runs.runAt[token] !== 0) continue;
    const cue = isVerb ? verbCue(frame, token, sense) : accordingCue(frame, token);
    if (cue) cues.push(cue);
  }
  return cues;
}

/** "according to", or one word that means it ("laut"). */
function accordingCue(frame: Named, token: number): Cue | null {
  const { grammar } = frame.tokens;
  const alone = ((grammar[token] ?? 0) & G.accordingNext) !== 0;
  if (!alone && ((grammar[token + 1] ?? 0) & G.accordingNext) === 0) return null;
  return {
    token,
    last: alone ? token : token + 1,
    form: 'according',
    sentence: frame.sentenceAt[token] ?? 0,
    negated: false,
    infinitive: false,
    passive: false,
  };
}

function verbCue(frame: Named, token: number, sense: number): Cue | null {
  const { tokens } = frame;
  const sentence = frame.sentenceAt[token] ?? 0;
  const first = frame.sentences[sentence] ?? 0;
  const before = token - 1;
  const follows = before >= first;
  const grammar = follows ? (tokens.grammar[before] ?? 0) : 0;
  const isWord = follows && tokens.kind[before] === Kind.word && frame.quoteAt[before] === 0;
  const nominal = G.determiner | G.possessivePronoun | G.preposition | G.number;
  const isAdverb = (grammar & (G.adverb | G.relative | G.subjectPronoun)) !== 0;
  const written = (sense & S.cue) !== 0 ? 'finite' : (sense & S.cueBase) !== 0 ? 'base' : 'participle';
  // "to call it …" has the subject of the clause around it, as a participle has.
  const form = written === 'base' && isWord && (grammar & G.infinitive) !== 0 ? 'participle' : written;
  if (isWord && form === 'finite' && !isAdverb && (grammar & nominal) !== 0) return null;
  if (
    isWord &&
    form !== 'participle' &&
    ((tokens.shape[before] ?? 0) & Shape.possessive) !== 0 &&
    (grammar & (G.subjectPronoun | G.relative)) === 0
  ) {
    return null;
  }
  if (
    isWord &&
    form === 'participle' &&
    (grammar & (G.determiner | G.possessivePronoun)) !== 0 &&
    (grammar & G.subjectPronoun) === 0
  )
    return null;
  let at = before;
  let negated = false;
  let passive = false;
  let helped = false;
  while (at >= first && tokens.kind[at] === Kind.word && frame.quoteAt[at] === 0) {
    const bits = tokens.grammar[at] ?? 0;
    const helper =
      (bits & (G.adverb | G.auxiliary | G.negation)) !== 0 || ((tokens.shape[at] ?? 0) & Shape.manner) !== 0;
    if (!helper) break;
    negated ||= (bits & G.negation) !== 0;
    passive ||= (bits & G.copula) !== 0 && form === 'finite';
    helped ||= (bits & G.auxiliary) !== 0;
    at--;
  }
  if (form === 'base' && !helped && !baseSubject(frame, at, first, token)) return null;
  return { token, last: token, form, sentence, negated, infinitive: form !== written, passive };
}

/** Whether a base form has a subject that it agrees with, or follows "went on to". */
function baseSubject(frame: Named, at: number, first: number, verb: number): boolean {
  const { tokens } = frame;
  if (at < first || tokens.kind[at] !== Kind.word || frame.quoteAt[at] !== 0) return false;
  const grammar = tokens.grammar[at] ?? 0;
  const notASubject = G.infinitive | G.coordinator | G.preposition | G.possessivePronoun;
  if (((tokens.sense[verb] ?? 0) & S.sayWord) !== 0 && (grammar & notASubject) === 0) return true;
  if ((grammar & G.infinitive) !== 0)
    return at - 1 >= first && ((tokens.grammar[at - 1] ?? 0) & G.adverb) !== 0;
  if ((grammar & (G.subjectPronoun | G.relative)) !== 0) return true;
  if ((grammar & (G.coordinator | G.preposition | G.determiner | G.possessivePronoun)) !== 0) return false;
  const last = tokens.text.charCodeAt((tokens.end[at] ?? 1) - 1) | 32;
  return (
    last === 0x73 || ((tokens.sense[at] ?? 0) & (S.personPlural | S.personNoun | S.organisationNoun)) !== 0
  );
}
