import { HASH_PRIME, HASH_START, type Lexicon } from '../language/lexicon.js';
import { LETTERS, Letter, letterClass, lowerCode } from '../language/letters.js';

/** What a token is. Marks come last, so that one comparison finds them. */
export const Kind = {
  word: 0,
  number: 1,
  stop: 2,
  question: 3,
  ellipsis: 4,
  comma: 5,
  colon: 6,
  semicolon: 7,
  dash: 8,
  openBracket: 9,
  closeBracket: 10,
  other: 11,
  /** A double mark that looks the same at both ends: `"` and two single marks. */
  double: 12,
  /** “ and two grave accents. */
  doubleLeft: 13,
  /** ” */
  doubleRight: 14,
  /** „ */
  doubleLow: 15,
  /** « */
  angleLeft: 16,
  /** » */
  angleRight: 17,
  /** ' */
  single: 18,
  /** ‘ */
  singleLeft: 19,
  /** ’ */
  singleRight: 20,
  /** ‚ */
  singleLow: 21,
} as const;

/** How a word is written. */
export const Shape = {
  capital: 1,
  allCapitals: 2,
  possessive: 4,
  manner: 8,
  /** One capital letter, as before the stop of an initial. */
  initial: 16,
  past: 32,
  participle: 64,
} as const;

/** What stands between a token and the one before it. */
export const Gap = { none: 0, blank: 1, newline: 2, blankLine: 3 } as const;

/** A text's words and signs, as columns: entry `i` of each array describes token `i`, up to `count`. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  /** Bits of `G` (see the language's classes). */
  readonly grammar: Int32Array;
  /** Bits of `S`. */
  readonly sense: Int32Array;
  /** The word's number in the lexicon; 0 for an unknown word. */
  readonly word: Uint16Array;
}

const SIGNS = new Uint8Array(0x2100).fill(Kind.other);
for (const [signs, kind] of [
  ['.', Kind.stop],
  ['!?', Kind.question],
  ['\u2026', Kind.ellipsis],
  [',', Kind.comma],
  [':', Kind.colon],
  [';', Kind.semicolon],
  ['\u2013\u2014\u2015-', Kind.dash],
  ['([{', Kind.openBracket],
  [')]}', Kind.closeBracket],
  ['"\u2033', Kind.double],
  ['\u201c\u201f', Kind.doubleLeft],
  ['\u201d', Kind.doubleRight],
  ['\u201e', Kind.doubleLow],
  ['\u00ab', Kind.angleLeft],
  ['\u00bb', Kind.angleRight],
  ["'", Kind.single],
  ['`\u2018\u201b', Kind.singleLeft],
  ['\u2019', Kind.singleRight],
  ['\u201a', Kind.singleLow],
] as const) {
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = kind;
}

function signKind(code: number): number {
  return code < 0x2100 ? (SIGNS[code] ?? Kind.other) : Kind.other;
}

/** The length of the sign at `at`, and its kind: `--`, `...`, `''` and two grave accents are one sign each. */
function readSign(text: string, at: number, code: number): { kind: number; length: number } {
  const next = text.charCodeAt(at + 1);
  if (code === 0x2e && next === 0x2e) {
    let end = at + 2;
    while (text.charCodeAt(end) === 0x2e) end++;
    return { kind: Kind.ellipsis, length: end - at };
  }
  if (code === 0x2d && next === 0x2d) {
    let end = at + 2;
    while (text.charCodeAt(end) === 0x2d) end++;
    return { kind: Kind.dash, length: end - at };
  }
  if (code === 0x27 && next === 0x27) {
    // Three in a row close an inner quote first, but open the outer one first.
    const closesInner =
      text.charCodeAt(at + 2) === 0x27 && at > 0 && letterClass(text.charCodeAt(at - 1)) < 4;
    return closesInner ? { kind: Kind.single, length: 1 } : { kind: Kind.double, length: 2 };
  }
  if (code === 0x60 && next === 0x60) return { kind: Kind.doubleLeft, length: 2 };
  return { kind: signKind(code), length: 1 };
}

/** Splits a text into tokens in one pass. Never fails; linear in the length of the text. */
export function tokenise(text: string, lexicon: Lexicon): Tokens {
  const length = text.length;
  let capacity = (length >> 2) + 16;
  let columns = columnsOf(capacity);
  let { start, end, kind, shape, gap, grammar, sense, word } = columns;
  const grammarOf = lexicon.grammar;
  const senseOf = lexicon.sense;
  let count = 0;
  let at = 0;
  let before: number = Gap.blankLine;
  while (at < length) {
    const code = text.charCodeAt(at);
    const letter = code < 0x2100 ? (LETTERS[code] ?? 0) : letterClass(code);
    if (letter === Letter.blank) {
      if (before === Gap.none) before = Gap.blank;
      at++;
      continue;
    }
    if (letter === Letter.newline) {
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
      before = before >= Gap.newline ? Gap.blankLine : Gap.newline;
      at++;
      continue;
    }
    if (count === capacity) {
      capacity *= 2;
      columns = grow(columns, capacity);
      ({ start, end, kind, shape, gap, grammar, sense, word } = columns);
    }
    start[count] = at;
    gap[count] = before;
    before = Gap.none;
    const isWord =
      letter === Letter.lower ||
      letter === Letter.upper ||
      letter === Letter.digit ||
      (letter === Letter.symbol && wordFollows(text, at + 1));
    if (!isWord) {
      const sign = readSign(text, at, code);
      kind[count] = sign.kind;
      at += sign.length;
      end[count++] = at;
      continue;
    }
    const first = at;
    let hash = HASH_START;
    let capitals = 0;
    let part = 0;
    let possessiveAt = 0;
    let current: number = letter;
    let currentCode = code;
    for (;;) {
      if (current === Letter.upper) capitals++;
      hash = Math.imul(hash ^ lowerCode(currentCode), HASH_PRIME);
      currentCode = text.charCodeAt(++at);
      // Most of a text are the letters a to z, which need no table.
      while (currentCode >= 0x61 && currentCode <= 0x7a) {
        hash = Math.imul(hash ^ currentCode, HASH_PRIME);
        currentCode = text.charCodeAt(++at);
      }
      current = at < length ? letterClass(currentCode) : Letter.other;
      if (current === Letter.lower || current === Letter.upper || current === Letter.digit) continue;
      if (current === Letter.apostrophe) {
        const next = letterClass(text.charCodeAt(at + 1));
        if (next !== Letter.lower && next !== Letter.upper) break;
        possessiveAt = at;
        continue;
      }
      if (current === Letter.hyphen) {
        const next = letterClass(text.charCodeAt(at + 1));
        if (next !== Letter.lower && next !== Letter.upper && next !== Letter.digit) break;
        part = at + 1;
        continue;
      }
      // Inside a number: 1,000 and 4.5.
      if (
        (currentCode === 0x2e || currentCode === 0x2c) &&
        letterClass(text.charCodeAt(at - 1)) === Letter.digit
      ) {
        if (letterClass(text.charCodeAt(at + 1)) === Letter.digit) continue;
      }
      break;
    }
    end[count] = at;
    kind[count] = letter === Letter.digit ? Kind.number : Kind.word;
    let shapeBits = letter === Letter.upper ? Shape.capital : 0;
    if (capitals > 1 && capitals >= (possessiveAt > 0 ? possessiveAt : at) - first - 1)
      shapeBits |= Shape.allCapitals;
    let bare = at;
    if (possessiveAt > 0 && at - possessiveAt === 2 && (text.charCodeAt(at - 1) | 32) === 0x73) {
      shapeBits |= Shape.possessive;
      bare = possessiveAt;
    }
    if (letter === Letter.upper && bare - first === 1) shapeBits |= Shape.initial;
    let number = letter === Letter.digit ? 0 : lexicon.find(text, first, at, hash);
    if (number === 0 && bare < at) number = findFrom(lexicon, text, first, bare);
    if (number === 0 && part > 0) number = findFrom(lexicon, text, part, bare);
    if (number === 0 && bare - first > 4) shapeBits |= endingShape(text, bare);
    if (number !== 0) {
      word[count] = number;
      grammar[count] = grammarOf[number] ?? 0;
      sense[count] = senseOf[number] ?? 0;
    }
    shape[count++] = shapeBits;
  }
  return { text, count, ...columns };
}

function wordFollows(text: string, at: number): boolean {
  const next = letterClass(text.charCodeAt(at));
  return next === Letter.lower || next === Letter.upper;
}

function findFrom(lexicon: Lexicon, text: string, start: number, end: number): number {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerCode(text.charCodeAt(at)), HASH_PRIME);
  return lexicon.find(text, start, end, hash);
}

/** What the ending of an unknown word says of it: -ly, -ed, -ing. */
function endingShape(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const second = text.charCodeAt(end - 2);
  if (last === 0x79 && second === 0x6c) return Shape.manner;
  if (last === 0x64 && second === 0x65) return Shape.past;
  if (last === 0x67 && second === 0x6e && text.charCodeAt(end - 3) === 0x69) return Shape.participle;
  return 0;
}

type Columns = Omit<Tokens, 'text' | 'count'>;

/** Columns for as many tokens, all zero. One block of memory holds them: to get one costs more than to fill it. */
function columnsOf(capacity: number): Columns {
  const size = (capacity + 3) & ~3;
  const memory = new ArrayBuffer(size * 21);
  return {
    start: new Int32Array(memory, 0, size),
    end: new Int32Array(memory, size * 4, size),
    grammar: new Int32Array(memory, size * 8, size),
    sense: new Int32Array(memory, size * 12, size),
    word: new Uint16Array(memory, size * 16, size),
    kind: new Uint8Array(memory, size * 18, size),
    shape: new Uint8Array(memory, size * 19, size),
    gap: new Uint8Array(memory, size * 20, size),
  };
}

function grow(from: Columns, capacity: number): Columns {
  const to = columnsOf(capacity);
  to.start.set(from.start);
  to.end.set(from.end);
  to.grammar.set(from.grammar);
  to.sense.set(from.sense);
  to.word.set(from.word);
  to.kind.set(from.kind);
  to.shape.set(from.shape);
  to.gap.set(from.gap);
  return to;
}
