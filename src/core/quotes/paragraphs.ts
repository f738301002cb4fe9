import { G, S } from '../language/classes.js';
import { Gap, Kind, Shape, type Tokens } from './tokens.js';

/** A share of line ends that run on in lower case above which the text is taken to be wrapped. */
const WRAPPED_SHARE = 0.2;

/**
 * The first token of each paragraph, and behind the last one the number of tokens. Blank lines part
 * paragraphs; single line ends do too unless the text is wrapped, or the next line runs on in lower case.
 */
export function paragraphStarts(tokens: Tokens): Int32Array {
  const wrapped = isWrapped(tokens);
  const starts: number[] = [0];
  for (let token = 1; token < tokens.count; token++) {
    const gap = tokens.gap[token] ?? 0;
    if (gap < Gap.newline) continue;
    if (gap === Gap.blankLine || (!wrapped && !runsOn(tokens, token))) starts.push(token);
  }
  if (tokens.count > 0) starts.push(tokens.count);
  return Int32Array.from(starts);
}

function runsOn(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === Kind.word && ((tokens.shape[token] ?? 0) & Shape.capital) === 0;
}

function isWrapped(tokens: Tokens): boolean {
  let ends = 0;
  let running = 0;
  for (let token = 1; token < tokens.count; token++) {
    if (tokens.gap[token] !== Gap.newline) continue;
    ends++;
    if (runsOn(tokens, token)) running++;
  }
  return running > 1 && running >= ends * WRAPPED_SHARE;
}

/** Whether a token ends a sentence, as far as it and its neighbours tell. */
export function endsSentence(tokens: Tokens, token: number): boolean {
  const kind = tokens.kind[token] ?? 0;
  if (kind === Kind.question) return true;
  if (kind !== Kind.stop) return false;
  const next = token + 1;
  if (next < tokens.count && (tokens.gap[next] ?? 0) === Gap.none && (tokens.kind[next] ?? 0) < Kind.other)
    return false;
  const before = token - 1;
  if (before < 0 || tokens.kind[before] !== Kind.word || (tokens.gap[token] ?? 0) !== Gap.none) return true;
  if (next >= tokens.count || (tokens.gap[next] ?? 0) >= Gap.blankLine) return true;
  const followsCapital = ((tokens.shape[next] ?? 0) & Shape.capital) !== 0;
  if (((tokens.shape[before] ?? 0) & Shape.initial) !== 0)
    return followsCapital && opensSentence(tokens, next);
  if (isAbbreviation(tokens, before)) return false;
  return true;
}

function isAbbreviation(tokens: Tokens, token: number): boolean {
  return ((tokens.sense[token] ?? 0) & S.abbreviation) !== 0;
}

/** Whether the capital of a word after an initial and a stop ("U.S. He …") begins a sentence. */
function opensSentence(tokens: Tokens, token: number): boolean {
  const grammar = tokens.grammar[token] ?? 0;
  return (grammar & (G.determiner | G.subjectPronoun | G.preposition | G.subordinator | G.coordinator)) !== 0;
}
