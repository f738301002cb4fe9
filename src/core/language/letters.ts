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

for (let code = 0; code < TABLE_SIZE; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  const folds = lower.length === 1 && lower !== character;
  LOWER[code] = folds ? lower.charCodeAt(0) : code;
  if (/\p{L}|\p{M}/u.test(character)) LETTERS[code] = folds ? Letter.upper : Letter.lower;
  else if (/\p{Nd}/u.test(character)) LETTERS[code] = Letter.digit;
  else if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) LETTERS[code] = Letter.newline;
  else if (/[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069]/u.test(character)) LETTERS[code] = Letter.blank;
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
