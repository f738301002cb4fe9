/** How the normaliser treats a UTF-16 code unit. */
export const enum CharacterClass {
  /** Not looked at yet. */
  Unknown = 0,
  Plain = 1,
  Letter = 2,
  Space = 3,
  Dash = 4,
  /** Of the same length when folded: marks of quotation. */
  Swap = 5,
  /** Zero width: soft hyphens, joiners, direction marks, byte order marks. */
  Drop = 6,
  /** Combining mark, which belongs to the character before it. */
  Mark = 7,
  /** Compared in its compatibility form. */
  Compatibility = 8,
}

const SPACE = /^[\s\x85]$/u;
const DASH = /^[-\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]$/u;
const DROP = /^(?:\u034f|[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff])$/u;
const SWAPS: ReadonlyMap<string, string> = new Map([
  ...[...'`\xb4\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\uff07'].map((mark) => [mark, "'"] as const),
  ...[...'\u201c\u201d\u201e\u201f\u2033\u2036\xab\xbb\u300c\u300d\uff02'].map(
    (mark) => [mark, '"'] as const,
  ),
]);

const known = new Uint8Array(0x10000);

/** The class of a code unit; NaN, which stands for the end of a text, is plain. */
export function classOf(code: number): CharacterClass {
  const found: CharacterClass = known[code] ?? CharacterClass.Plain;
  if (found !== CharacterClass.Unknown) return found;
  const made = classify(String.fromCharCode(code));
  known[code] = made;
  return made;
}

/** The plain mark that a curly or otherwise typographic one stands for. */
export function swapped(character: string): string {
  return SWAPS.get(character) ?? character;
}

/** The compatibility form of one character with its marks, with eszett spelt out. */
export function compatibilityForm(character: string): string {
  return character
    .normalize('NFKC')
    .replace(/[\xdf\u1e9e]/g, (eszett) => (eszett === '\xdf' ? 'ss' : 'SS'))
    .replace(/[\ufe00-\ufe0f]/g, '');
}

function classify(character: string): CharacterClass {
  // Before blanks, which the byte order mark is one of in JavaScript.
  if (DROP.test(character)) return CharacterClass.Drop;
  if (SPACE.test(character)) return CharacterClass.Space;
  if (DASH.test(character)) return CharacterClass.Dash;
  if (SWAPS.has(character)) return CharacterClass.Swap;
  if (/^\p{M}$/u.test(character)) return CharacterClass.Mark;
  const surrogateOrJamo = /^[\ud800-\udfff\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u;
  if (surrogateOrJamo.test(character)) return CharacterClass.Compatibility;
  if (compatibilityForm(character) !== character) return CharacterClass.Compatibility;
  return /^\p{L}$/u.test(character) ? CharacterClass.Letter : CharacterClass.Plain;
}
