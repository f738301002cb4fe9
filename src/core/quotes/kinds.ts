import { G, S } from '../language/classes.js';
import type { Attribution } from './attribution-types.js';
import { innerFirst, innerLast } from './frame.js';
import type { Marked } from './marks.js';
import type { Named } from './phrases.js';
import { Kind, Shape } from './tokens.js';
import type { QuoteKind } from './types.js';

/** Marks around fewer words are as often irony or a title as speech. */
const FEW = 4;
/** Marks around this many words nearly always hold speech. */
const MANY = 7;
/** Before a mark it makes an attribute of mark-up (`name="value"`). */
const EQUALS = 0x3d;

/** Whether the quote is speech, and whether it is a whole utterance. */
export function kindOf(frame: Named, quote: Marked, attribution: Attribution): QuoteKind {
  const { tokens } = frame;
  const words = wordCount(frame, quote, MANY);
  if (words === 0 || tokens.text.charCodeAt((tokens.start[quote.first] ?? 0) - 1) === EQUALS) return 'scare';
  const title = isTitle(frame, quote);
  if ((title && namesWork(frame, quote)) || isLetter(frame, quote)) return 'scare';
  if (isHeading(frame, quote, attribution)) return 'scare';
  const first = innerFirst(tokens, quote);
  const whole = isWhole(frame, quote);
  const capital = ((tokens.shape[first] ?? 0) & Shape.capital) !== 0 || tokens.kind[first] !== Kind.word;
  if (attribution.touches && (whole || capital)) return 'direct';
  const questioned = tokens.kind[innerLast(tokens, quote)] === Kind.question;
  if (whole && standsAlone(frame, quote) && (!title || questioned || !isParagraph(frame, quote)))
    return 'direct';
  if (title && !isEpithet(frame, quote, attribution)) return 'scare';
  if (attribution.cue) return 'partial';
  if (words >= MANY) {
    if (whole) return capital ? 'direct' : 'partial';
    return tokens.kind[quote.last + 1] === Kind.openBracket ? 'scare' : 'partial';
  }
  const lower = !capital;
  if (words >= FEW) return lower ? 'partial' : 'scare';
  // One word without a verb of speech is at arm's length, whatever stands before the closing mark.
  if (words === 1 && lower && !questioned && !attribution.touches && !isCalled(frame, quote)) return 'scare';
  return (whole && lower) || attribution.touches || (lower && isCalled(frame, quote)) ? 'partial' : 'scare';
}

/** Whether capitals are what somebody calls somebody ("called him “Big Ben”"), not a title. */
function isEpithet(frame: Named, quote: Marked, attribution: Attribution): boolean {
  const { cue } = attribution;
  if (!cue || cue.token > quote.first) return false;
  const sense = frame.tokens.sense[cue.token] ?? 0;
  // "their slogan “Keep Us Afloat”": what is shouted is said, capitals or not.
  if (
    (sense & S.cueNoun) !== 0 &&
    (sense & (S.documentNoun | S.titling)) === 0 &&
    quote.first - cue.token < 4
  )
    return true;
  if (quote.first - cue.token < 2) return false;
  if ((sense & (S.takesObject | S.takesClause)) === S.takesObject && quote.first - cue.token < 9) return true;
  return (
    ((frame.tokens.grammar[quote.first - 1] ?? 0) & G.determiner) !== 0 &&
    (sense & (S.takesClause | S.takesObject)) !== 0
  );
}

/** Whether the quote is a single letter: “R”. */
function isLetter(frame: Named, quote: Marked): boolean {
  const first = innerFirst(frame.tokens, quote);
  const alone = wordCount(frame, quote, 2) === 1;
  return (
    alone && (frame.tokens.end[first] ?? 0) - (frame.tokens.start[first] ?? 0) === 1 && !frame.singleMarks
  );
}

/** "as a “global town square”": what somebody makes of it. */
function isCalled(frame: Named, quote: Marked): boolean {
  const { grammar } = frame.tokens;
  const before = ((grammar[quote.first - 1] ?? 0) & G.determiner) !== 0 ? quote.first - 2 : quote.first - 1;
  return ((grammar[before] ?? 0) & (G.preposition | G.subordinator)) === (G.preposition | G.subordinator);
}

/** Whether a paragraph in single marks stands where speech is in double ones: a heading. */
function isHeading(frame: Named, quote: Marked, attribution: Attribution): boolean {
  const kind = frame.tokens.kind[quote.first] ?? 0;
  if (attribution.phrase || kind < Kind.single || frame.singleMarks || quote.close < 0) return false;
  return isParagraph(frame, quote);
}

function isParagraph(frame: Named, quote: Marked): boolean {
  const starts = (frame.paragraphs[quote.paragraph] ?? 0) === quote.first;
  return starts && (frame.paragraphs[quote.paragraph + 1] ?? 0) === quote.last + 1;
}

/** Whether the words before a quote say that it is a title: "on CNN's …", "the film …", "in his book, …". */
function namesWork(frame: Named, quote: Marked): boolean {
  const { tokens } = frame;
  if ((frame.paragraphs[quote.paragraph] ?? 0) === quote.first) return false;
  const comma = tokens.kind[quote.first - 1] === Kind.comma;
  const before = quote.first - (comma ? 2 : 1);
  if (before < 0 || tokens.kind[before] !== Kind.word) return false;
  const sense = tokens.sense[before] ?? 0;
  if (!comma && (sense & S.titling) !== 0 && (sense & S.takesClause) === 0) return true;
  if ((sense & (S.titling | S.documentNoun)) !== 0 && (sense & (S.cue | S.cueParticiple)) === 0) return true;
  if (comma) return false;
  // "as" gives somebody a name rather than a work a place.
  const places = ((tokens.grammar[before] ?? 0) & (G.preposition | G.subordinator)) === G.preposition;
  return places || ((tokens.shape[before] ?? 0) & Shape.possessive) !== 0;
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

/** The number of words inside the marks of a quote, at most `enough`. */
function wordCount(frame: Named, quote: Marked, enough: number): number {
  let count = 0;
  for (let token = innerFirst(frame.tokens, quote); token <= quote.last && count < enough; token++) {
    if ((frame.tokens.kind[token] ?? 0) <= Kind.number) count++;
  }
  return count;
}
