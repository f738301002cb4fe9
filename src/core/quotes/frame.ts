import { Gap, Kind, Shape, type Tokens } from './tokens.js';
import { endsSentence } from './paragraphs.js';
import type { Marked } from './marks.js';

/** A document as the stages behind the marks see it: quotes are opaque, the rest is the frame. */
export interface Frame {
  readonly tokens: Tokens;
  readonly paragraphs: Int32Array;
  readonly marked: readonly Marked[];
  /** By token: the number of the marked quote that holds it, plus one; 0 outside. */
  readonly quoteAt: Int32Array;
  /** First token of each sentence of the frame, and behind the last one the number of tokens. */
  readonly sentences: Int32Array;
  /** By token: the number of its sentence. */
  readonly sentenceAt: Int32Array;
  /** By token: the number of its paragraph. */
  readonly paragraphAt: Int32Array;
  /** Whether the document's speech stands in single marks. */
  readonly singleMarks: boolean;
}

/** Lays marked quotes over the tokens and parts the frame into sentences. */
export function buildFrame(tokens: Tokens, paragraphs: Int32Array, marked: readonly Marked[]): Frame {
  const quoteAt = new Int32Array(tokens.count);
  for (let index = 0; index < marked.length; index++) {
    const quote = marked[index];
    if (quote) quoteAt.fill(index + 1, quote.first, quote.last + 1);
  }
  const kinds = tokens.kind;
  const sentenceAt = new Int32Array(tokens.count);
  const paragraphAt = new Int32Array(tokens.count);
  const starts: number[] = [];
  let token = 0;
  let begins = true;
  let paragraph = 0;
  let paragraphEnd = paragraphs[1] ?? tokens.count;
  while (token < tokens.count) {
    if (token >= paragraphEnd) {
      while (token >= paragraphEnd) paragraphEnd = paragraphs[++paragraph + 1] ?? tokens.count;
      begins = true;
    }
    if (begins) starts.push(token);
    const number = starts.length - 1;
    const inside = quoteAt[token] ?? 0;
    const quote = inside > 0 ? marked[inside - 1] : undefined;
    const last = quote ? quote.last : token;
    for (; token <= last; token++) {
      while (token >= paragraphEnd) paragraphEnd = paragraphs[++paragraph + 1] ?? tokens.count;
      sentenceAt[token] = number;
      paragraphAt[token] = paragraph;
    }
    if (quote) {
      begins = quoteEndsSentence(tokens, quote);
      continue;
    }
    const kind = kinds[last] ?? 0;
    begins = kind >= Kind.stop && kind <= Kind.question && endsSentence(tokens, last);
    if (!begins) continue;
    const behind = pastClosing(tokens, quoteAt, token);
    for (; token < behind; token++) {
      sentenceAt[token] = number;
      paragraphAt[token] = paragraph;
    }
  }
  starts.push(tokens.count);
  return {
    tokens,
    paragraphs,
    marked,
    quoteAt,
    sentences: Int32Array.from(starts),
    sentenceAt,
    paragraphAt,
    singleMarks: mostlySingle(tokens, marked),
  };
}

/** Behind the closing brackets and further signs that belong to the sentence which ended before `from`. */
function pastClosing(tokens: Tokens, quoteAt: Int32Array, from: number): number {
  let token = from;
  while (token < tokens.count && tokens.gap[token] === Gap.none && quoteAt[token] === 0) {
    const kind = tokens.kind[token] ?? 0;
    if (kind !== Kind.closeBracket && kind !== Kind.stop && kind !== Kind.question) break;
    token++;
  }
  return token;
}

/** Whether a quote that ends in a full stop ends the sentence that it stands in. */
function quoteEndsSentence(tokens: Tokens, quote: Marked): boolean {
  const inner = innerLast(tokens, quote);
  const kind = tokens.kind[inner] ?? 0;
  const next = quote.last + 1;
  if (next >= tokens.count) return true;
  const nextKind = tokens.kind[next] ?? 0;
  if (
    nextKind === Kind.comma ||
    nextKind === Kind.stop ||
    nextKind === Kind.semicolon ||
    nextKind === Kind.colon
  )
    return false;
  const lowerFollows = nextKind === Kind.word && ((tokens.shape[next] ?? 0) & Shape.capital) === 0;
  if (kind === Kind.stop || kind === Kind.ellipsis) return !lowerFollows;
  return kind === Kind.question && !lowerFollows;
}

/** The last token inside the marks of a quote. */
export function innerLast(tokens: Tokens, quote: Marked): number {
  let last = quote.close < 0 ? quote.last : quote.last - 1;
  while (last > quote.first && (tokens.kind[last] ?? 0) >= Kind.double) last--;
  return last;
}

/** The first token inside the marks of a quote. */
export function innerFirst(tokens: Tokens, quote: Marked): number {
  let first = quote.open < 0 ? quote.first : quote.first + 1;
  while (first < quote.last && (tokens.kind[first] ?? 0) >= Kind.double) first++;
  return first;
}

function mostlySingle(tokens: Tokens, marked: readonly Marked[]): boolean {
  let single = 0;
  for (const quote of marked) if ((tokens.kind[quote.first] ?? 0) >= Kind.single) single++;
  return single * 2 > marked.length;
}

/** The marked quote that holds a token; undefined outside of quotes. */
export function quoteOf(frame: Frame, token: number): Marked | undefined {
  const inside = frame.quoteAt[token] ?? 0;
  return inside > 0 ? frame.marked[inside - 1] : undefined;
}
