import type { Problem } from '../problems/problem.js';

/** A file's bytes as text. */
export interface DecodedText {
  /** The text without its byte order mark; each piece that is not UTF-8 stands as U+FFFD. */
  readonly text: string;
  /** Whether the file began with a byte order mark. */
  readonly hasMark: boolean;
  /** One problem for each run of bytes that is not UTF-8, at its U+FFFD characters in `text`; the first 100. */
  readonly problems: readonly Problem<'invalid-utf8'>[];
}

const maximumProblems = 100;

/** Reads a file's bytes as UTF-8. Never throws; what cannot be read is replaced and reported. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), hasMark, problems: [] };
  } catch {
    const body = hasMark ? bytes.subarray(3) : bytes;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
    return { text, hasMark, problems: invalidRuns(body) };
  }
}

/** Finds the bytes that are not UTF-8, counting the UTF-16 code units that a decoder makes of all before. */
function invalidRuns(bytes: Uint8Array): Problem<'invalid-utf8'>[] {
  const problems: Problem<'invalid-utf8'>[] = [];
  let at = 0;
  let unit = 0;
  while (at < bytes.length && problems.length < maximumProblems) {
    const start = unit;
    const first = at;
    for (let piece = pieceAt(bytes, at); piece.invalid && at < bytes.length; piece = pieceAt(bytes, at)) {
      at += piece.length;
      unit++;
    }
    if (unit > start) {
      const shown = [...bytes.subarray(first, Math.min(at, first + 4))].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      problems.push({
        code: 'invalid-utf8',
        severity: 'error',
        span: { start, end: unit },
        values: [shown.join(' ').toUpperCase()],
      });
    } else {
      const { length } = pieceAt(bytes, at);
      at += length;
      unit += length === 4 ? 2 : 1;
    }
  }
  return problems;
}

/**
 * The character or the broken piece of one that begins at a byte. A broken piece ends where the WHATWG
 * decoder makes one U+FFFD of it: at the first byte that cannot follow.
 */
function pieceAt(bytes: Uint8Array, at: number): { readonly length: number; readonly invalid: boolean } {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { length: 1, invalid: false };
  const size = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 ? 2 : 1;
  if (size === 1 || lead > 0xf4) return { length: 1, invalid: true };
  // The second byte has a narrower range after these leads: no overlong forms, no surrogates, none past U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let offset = 1; offset < size; offset++) {
    const byte = bytes[at + offset];
    const fits =
      byte !== undefined && (offset === 1 ? byte >= low && byte <= high : byte >= 0x80 && byte <= 0xbf);
    if (!fits) return { length: offset, invalid: true };
  }
  return { length: size, invalid: false };
}
