/** What a character is to the tokeniser. */
export const Letter = {
  other: 0,
  lower: 1,
  upper: 2,
  digit: 3,
  blank: 4,
  newline: 5,
  apostrophe: 6,
  hyphen: 7,
  symbol: 8,
} as const;

const TABLE_SIZE = 0x2100;

/** The class of each character below `TABLE_SIZE`, by code unit. */
export const LETTERS = new Uint8Array(TABLE_SIZE);

/** The lower-case code of each character below `TABLE_SIZE`; the curly apostrophe becomes the straight one. */
const LOWER = new Uint16Array(TABLE_SIZE);

const ALL = Array.from({ length: TABLE_SIZE }, (_, code) => String.fromCharCode(code)).join('');

/** Marks every character of the table that a pattern finds. One search over all is much faster than one each. */
function mark(pattern: RegExp, letter: number): void {
  for (const { index, 0: found } of ALL.matchAll(pattern)) LETTERS.fill(letter, index, index + found.length);
}

mark(/[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069]+/gu, Letter.blank);
mark(/[\n\r\u2028\u2029]+/gu, Letter.newline);
mark(/\p{Nd}+/gu, Letter.digit);
mark(/[\p{L}\p{M}]+/gu, Letter.lower);
for (let code = 0; code < TABLE_SIZE; code++) {
  LOWER[code] = code;
  if (LETTERS[code] !== Letter.lower) continue;
  const character = ALL.charAt(code);
  const lower = character.toLowerCase();
  if (lower.length !== 1 || lower === character) continue;
  LOWER[code] = lower.charCodeAt(0);
  LETTERS[code] = Letter.upper;
}
LETTERS[0x27] = Letter.apostrophe;
LETTERS[0x2019] = Letter.apostrophe;
LETTERS[0x2d] = Letter.hyphen;
LETTERS[0x2010] = Letter.hyphen;
LETTERS[0x2011] = Letter.hyphen;
LETTERS[0xad] = Letter.lower;
LETTERS[0x5f] = Letter.blank;
LETTERS[0x40] = Letter.symbol;
LETTERS[0x23] = Letter.symbol;
LOWER[0x2019] = 0x27;

/** The class of a character. Beyond the table letters without case are taken to be words. */
export function letterClass(code: number): number {
  if (code < TABLE_SIZE) return LETTERS[code] ?? 0;
  if (code === 0x3000 || code === 0xfeff) return Letter.blank;
  return code >= 0x2c00 && code < 0xfe00 ? Letter.lower : Letter.other;
}

/** The lower-case form of a character that has one of a single code unit. */
export function lowerCode(code: number): number {
  return code < TABLE_SIZE ? (LOWER[code] ?? code) : code;
}
