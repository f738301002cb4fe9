import { CharacterClass, classOf, compatibilityForm, swapped } from './characterClass.js';
import { Shadow, type Fold } from './shadow.js';

/** A character of more parts than this is an attack, and is folded in pieces. */
const LONGEST_CHARACTER = 32;

/** Sets of classes, one bit each. */
const SPACES = 1 << CharacterClass.Space;
const BLANK = SPACES | (1 << CharacterClass.Drop);
const DASHES = 1 << CharacterClass.Dash;
const WORD = (1 << CharacterClass.Letter) | (1 << CharacterClass.Mark);

/**
 * A text as it is compared, with a map back. What printing, wrapping and typesetting change is folded:
 * - runs of white space and line ends become one blank;
 * - marks of quotation become `"` and `'`, dashes and runs of them become `-`;
 * - a hyphen between two letters goes, with the line break behind it: "child-centred", "childcentred"
 *   and "child-" over a line end are one word (a re-wrapped text hyphenates where it likes);
 * - zero-width characters and soft hyphens go;
 * - everything else takes its compatibility form (NFKC), character by character, so that the map stays
 *   exact; eszett becomes "ss".
 *
 * Case, digits and punctuation stay: they tell quotes apart.
 */
export function normalise(text: string): Shadow {
  const normaliser = new Normaliser(text);
  normaliser.advance(text.length);
  return normaliser.finish();
}

/** The same in steps: call `advance` with growing limits up to the text's length, then `finish`. */
export class Normaliser {
  private readonly parts: string[] = [];
  private readonly folds: Fold[] = [];
  /** The text up to here has gone into the parts. */
  private copied = 0;
  private shadowLength = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  /** Reads on to the limit, or a little past it where a run of blanks or marks crosses it. */
  advance(limit: number): void {
    const { text } = this;
    const end = Math.min(limit, text.length);
    let at = this.at;
    while (at < end) {
      const code = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      // Letters and single blanks between ASCII characters are nearly everything there is.
      if (code < 0x80 && !(next >= 0x80) && isPlainAscii(code, next)) at += 1;
      else at = this.step(at);
    }
    this.at = at;
  }

  /** The shadow of all that was read. */
  finish(): Shadow {
    this.copy(this.text.length);
    return new Shadow(this.parts.join(''), this.folds);
  }

  /** Takes one character or run at the offset; returns the offset behind it. */
  private step(at: number): number {
    const { text } = this;
    const kind = classOf(text.charCodeAt(at));
    switch (kind) {
      case CharacterClass.Space:
        return this.space(at);
      case CharacterClass.Dash:
        return this.dash(at);
      case CharacterClass.Drop:
        return this.fold(at, at + 1, '');
      case CharacterClass.Swap:
        if (this.isMark(at + 1)) return this.character(at);
        return this.fold(at, at + 1, swapped(text.charAt(at)));
      case CharacterClass.Unknown:
      case CharacterClass.Plain:
      case CharacterClass.Letter:
        return this.isMark(at + 1) ? this.character(at) : at + 1;
      case CharacterClass.Mark:
      case CharacterClass.Compatibility:
        return this.character(at);
    }
  }

  private space(at: number): number {
    const end = this.skip(at, BLANK);
    if (end === at + 1 && this.text.charCodeAt(at) === 0x20) return end;
    return this.fold(at, end, ' ');
  }

  private dash(at: number): number {
    const end = this.skip(at, DASHES);
    const next = this.skip(end, SPACES);
    const joins = this.isWord(at - 1) && this.isWord(next) && oneLineEndAtMost(this.text, end, next);
    return joins ? this.fold(at, next, '') : this.fold(at, end, '-');
  }

  /** One character with the marks that belong to it. */
  private character(at: number): number {
    const { text } = this;
    const first = text.charCodeAt(at);
    const wide = first >= 0xd800 && first < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1));
    let end = at + (wide ? 2 : 1);
    const longest = at + LONGEST_CHARACTER;
    while (end < longest && (this.isMark(end) || (isJamo(first) && isJamo(text.charCodeAt(end))))) end += 1;
    const original = text.slice(at, end);
    const form = compatibilityForm(original);
    return form === original ? end : this.fold(at, end, form);
  }

  private skip(from: number, classes: number): number {
    let at = from;
    while (at < this.text.length && (1 << classOf(this.text.charCodeAt(at))) & classes) at += 1;
    return at;
  }

  private isMark(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code >= 0x300 && classOf(code) === CharacterClass.Mark;
  }

  private isWord(at: number): boolean {
    return ((1 << classOf(this.text.charCodeAt(at))) & WORD) !== 0;
  }

  private fold(start: number, end: number, folded: string): number {
    this.copy(start);
    // One for one needs no entry in the map.
    if (end - start !== 1 || folded.length !== 1) {
      const textLength = end - start;
      this.folds.push({ at: this.shadowLength, length: folded.length, textAt: start, textLength });
    }
    this.parts.push(folded);
    this.shadowLength += folded.length;
    this.copied = end;
    return end;
  }

  private copy(end: number): void {
    if (end <= this.copied) return;
    this.parts.push(this.text.slice(this.copied, end));
    this.shadowLength += end - this.copied;
    this.copied = end;
  }
}

/** Neither of the ASCII characters that are folded, nor a blank that may begin a run. */
function isPlainAscii(code: number, next: number): boolean {
  if (code === 0x20) return next > 0x20 && next < 0x7f;
  return code > 0x20 && code !== 0x2d && code !== 0x60;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

function isJamo(code: number): boolean {
  if (code < 0x1100 || code > 0xd7ff) return false;
  return code <= 0x11ff || code >= 0xd7b0 || (code >= 0xa960 && code <= 0xa97f);
}

/** A blank line ends a paragraph, and no word goes on behind it. */
function oneLineEndAtMost(text: string, start: number, end: number): boolean {
  let found = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === 0x0a) found += 1;
  return found <= 1;
}
