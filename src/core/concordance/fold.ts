import { isSpace } from '../text/blocks.js';
import type { Span } from '../text/span.js';

const BLANK = 0x20;
/** So many characters' foldings are kept: more than a language has, fewer than would weigh. */
const KEPT = 4096;
const folded = new Map<number, string>();

/** A text as it is compared, with the way back. */
export class FoldedText {
  /**
   * @param text case, accents and the forms of marks, dashes and blanks are gone; a run of white space is one blank
   * @param starts for each code unit of `text` where its character begins in the original; one more for the end
   */
  constructor(
    readonly text: string,
    private readonly starts: Uint32Array,
  ) {}

  /** The span of the original, whole characters with their accents. */
  original(start: number, end: number): Span {
    const last = this.starts[end - 1] ?? 0;
    let behind = end;
    while (behind < this.text.length && this.starts[behind] === last) behind++;
    return { start: this.starts[start] ?? 0, end: this.starts[behind] ?? last };
  }
}

/** A text as it is compared: "Café–Bar", "CAFE-BAR" and "cafe-bar" are the same. */
export function fold(text: string): string {
  return foldText(text).text;
}

/** See `fold`. Takes time in proportion to the text. */
export function foldText(text: string): FoldedText {
  const out = new Units(text.length + 16);
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      out.add(code >= 0x41 && code <= 0x5a ? code + 0x20 : code, at);
      at++;
    } else {
      const point = text.codePointAt(at) ?? code;
      const units = foldPoint(point);
      for (let unit = 0; unit < units.length; unit++) out.add(units.charCodeAt(unit), at);
      at += point > 0xffff ? 2 : 1;
    }
  }
  return out.done(text.length);
}

function foldPoint(point: number): string {
  const known = folded.get(point);
  if (known !== undefined) return known;
  const made = madeOf(String.fromCodePoint(point));
  if (folded.size < KEPT) folded.set(point, made);
  return made;
}

function madeOf(character: string): string {
  if (/[‘’‚‛`´ʼ]/.test(character)) return "'";
  if (/[“”„‟«»]/.test(character)) return '"';
  if (/\p{Pd}/u.test(character)) return '-';
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)) return '';
  // Upper case first: it makes one of the letters that have two small forms, and two of ß.
  return character.toUpperCase().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The folded code units as they come. A combining accent that adds none belongs to the character before it. */
class Units {
  #codes: Uint16Array;
  #starts: Uint32Array;
  #count = 0;

  constructor(size: number) {
    this.#codes = new Uint16Array(size);
    this.#starts = new Uint32Array(size);
  }

  add(code: number, start: number): void {
    const unit = isSpace(code) ? BLANK : code;
    if (unit === BLANK && this.#count > 0 && this.#codes[this.#count - 1] === BLANK) return;
    if (this.#count + 1 >= this.#codes.length) this.#grow();
    this.#codes[this.#count] = unit;
    this.#starts[this.#count++] = start;
  }

  done(end: number): FoldedText {
    this.#starts[this.#count] = end;
    const parts: string[] = [];
    for (let at = 0; at < this.#count; at += 8192) {
      const piece = this.#codes.subarray(at, Math.min(at + 8192, this.#count));
      parts.push(Reflect.apply(String.fromCharCode, null, piece) as string);
    }
    return new FoldedText(parts.join(''), this.#starts.subarray(0, this.#count + 1));
  }

  #grow(): void {
    const codes = new Uint16Array(this.#codes.length * 2);
    const starts = new Uint32Array(codes.length);
    codes.set(this.#codes);
    starts.set(this.#starts);
    this.#codes = codes;
    this.#starts = starts;
  }
}
