import { G, S } from '../language/classes.js';
import type { Marked } from './marks.js';
import { Gap, Kind, Shape, type Tokens } from './tokens.js';

/** How many paragraphs must open with a dash before it is taken for the sign of speech. */
const ENOUGH = 3;

/**
 * Speech that is opened by a dash instead of marks, as in Joyce: the whole paragraph but "— …, said Reed".
 * @returns null where the document does not do so: few paragraphs open with a dash, or as many with marks
 */
export function dashDialogue(tokens: Tokens, paragraphs: Int32Array): Marked[] | null {
  let dashed = 0;
  let marked = 0;
  for (let index = 0; index + 1 < paragraphs.length; index++) {
    const token = paragraphs[index] ?? 0;
    if (opensSpeech(tokens, token)) dashed++;
    else if ((tokens.kind[token] ?? 0) >= Kind.double) marked++;
  }
  if (dashed < ENOUGH || dashed <= marked * 2) return null;
  const found: Marked[] = [];
  for (let paragraph = 0; paragraph + 1 < paragraphs.length; paragraph++) {
    const open = paragraphs[paragraph] ?? 0;
    const to = paragraphs[paragraph + 1] ?? 0;
    if (!opensSpeech(tokens, open)) continue;
    const last = speechEnd(tokens, open, to);
    found.push({ open, close: -1, first: open, last, paragraph, lastParagraph: paragraph });
  }
  return found;
}

function opensSpeech(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== Kind.dash || (tokens.gap[token + 1] ?? 1) !== Gap.none) return false;
  return tokens.kind[token + 1] === Kind.word && ((tokens.shape[token + 1] ?? 0) & Shape.capital) !== 0;
}

/** The last token of the speech: before a comma that a verb of speech and its subject follow. */
function speechEnd(tokens: Tokens, open: number, to: number): number {
  for (let at = open + 1; at + 2 < to; at++) {
    const kind = tokens.kind[at] ?? 0;
    if (kind !== Kind.comma && kind !== Kind.question) continue;
    if (isCue(tokens, at + 1) || (isSubject(tokens, at + 1) && isCue(tokens, at + 2)))
      return kind === Kind.comma ? at - 1 : at;
  }
  return to - 1;
}

function isCue(tokens: Tokens, token: number): boolean {
  const sense = tokens.sense[token] ?? 0;
  return (sense & S.cue) !== 0 && (sense & S.takesQuote) !== 0;
}

function isSubject(tokens: Tokens, token: number): boolean {
  const named = ((tokens.shape[token] ?? 0) & Shape.capital) !== 0;
  return named || ((tokens.grammar[token] ?? 0) & (G.male | G.female)) !== 0;
}
