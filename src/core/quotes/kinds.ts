import { G, S } from '../language/classes.js';
import { wordCount, type Attribution } from './attribution.js';
import { innerFirst, innerLast } from './frame.js';
import type { Marked } from './marks.js';
import type { Named } from './phrases.js';
import { Kind, Shape } from './tokens.js';
import type { QuoteKind } from './types.js';

/** Marks around fewer words are as often irony or a title as speech. */
const FEW = 4;
/** Marks around this many words nearly always hold speech. */
const MANY = 7;

/** Whether the quote is speech, and whether it is a whole utterance. */
export function kindOf(frame: Named, quote: Marked, attribution: Attribution): QuoteKind {
  const { tokens } = frame;
  const words = wordCount(frame, quote, MANY);
  if (words === 0) return 'scare';
  const first = innerFirst(tokens, quote);
  const whole = isWhole(frame, quote);
  const capital = ((tokens.shape[first] ?? 0) & Shape.capital) !== 0 || tokens.kind[first] !== Kind.word;
  if (attribution.touches && (whole || capital)) return 'direct';
  if (whole && standsAlone(frame, quote)) return 'direct';
  if (isTitle(frame, quote)) return 'scare';
  if (attribution.cue && attribution.phrase) return 'partial';
  if (words >= MANY) return whole && capital ? 'direct' : 'partial';
  if (words >= FEW) return 'partial';
  return attribution.touches ? 'partial' : 'scare';
}

/** Whether the quote ends as an utterance does: in a stop, a question, or the comma before "she said". */
function isWhole(frame: Named, quote: Marked): boolean {
  const kind = frame.tokens.kind[innerLast(frame.tokens, quote)] ?? 0;
  if (
    kind === Kind.stop ||
    kind === Kind.question ||
    kind === Kind.comma ||
    kind === Kind.ellipsis ||
    kind === Kind.dash
  )
    return true;
  return quote.close < 0;
}

/** Whether the quote makes up its sentence, or begins it. */
function standsAlone(frame: Named, quote: Marked): boolean {
  const sentence = frame.sentenceAt[quote.first] ?? 0;
  return (
    (frame.sentences[sentence] ?? 0) === quote.first && (frame.sentences[sentence + 1] ?? 0) <= quote.last + 1
  );
}

/** Whether the words are the title of a work: capitals throughout, or behind "entitled". */
function isTitle(frame: Named, quote: Marked): boolean {
  const { tokens } = frame;
  let capitals = 0;
  let words = 0;
  for (let token = innerFirst(tokens, quote); token <= quote.last && words < 12; token++) {
    if (tokens.kind[token] !== Kind.word) continue;
    const small = ((tokens.grammar[token] ?? 0) & (G.preposition | G.determiner | G.coordinator)) !== 0;
    const capital = ((tokens.shape[token] ?? 0) & Shape.capital) !== 0;
    if (small && !capital && words > 0) continue;
    words++;
    if (capital) capitals++;
  }
  if (
    ((tokens.sense[quote.first - 1] ?? 0) & S.titling) !== 0 &&
    words < 12 &&
    ((tokens.sense[quote.first - 1] ?? 0) & S.takesQuote) === 0
  )
    return capitals >= words;
  return words > 1 && capitals === words;
}
