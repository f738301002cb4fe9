import type { Mark } from './corpus.js';
import type { Random } from './random.js';
import { replaced, TrackedWriter, type Tracked } from './tracked.js';

/** One way in which a corpus changes behind the annotations. */
export interface Scenario {
  readonly name: string;
  /** One document after the change; null when it is gone. */
  readonly change: (text: string, marks: readonly Mark[], random: Random) => Tracked | null;
  readonly reorder?: true;
  /** True where somebody must look: attaching in silence is an error here. */
  readonly mustAsk?: true;
}

const CONFUSED: Readonly<Record<string, string>> = {
  e: 'c',
  c: 'e',
  i: 'l',
  l: '1',
  o: '0',
  n: 'u',
  u: 'v',
  h: 'b',
  a: 'o',
  t: 'f',
  m: 'rn',
  s: '5',
  r: 'i',
  d: 'cl',
};

const OTHER_WORDS =
  'another rather quickly town ground money people ought hardship answer wherever simple'.split(' ');

export const SCENARIOS: readonly Scenario[] = [
  { name: 'nothing', change: same },
  { name: 'a paragraph inserted in every document', change: inserted },
  { name: 'documents re-ordered', change: same, reorder: true },
  { name: 'CRLF line ends', change: (text) => replaced(text, /\n/g, () => '\r\n') },
  { name: 'hard re-wrap at 70', change: (text) => rewrapped(text, false) },
  { name: 're-wrap with hyphenation', change: (text) => rewrapped(text, true) },
  { name: 'plain quotes and dashes', change: plain },
  { name: 'noise in 2 % of characters', change: (text, _, random) => noisy(text, 0.02, random) },
  { name: 'noise in 5 % of characters', change: (text, _, random) => noisy(text, 0.05, random) },
  { name: 'noise in 10 % of characters', change: (text, _, random) => noisy(text, 0.1, random) },
  { name: 'noise in 5 %, re-ordered', change: (text, _, random) => noisy(text, 0.05, random), reorder: true },
  { name: '"the" replaced everywhere', change: (text) => replaced(text, /\bthe\b/g, () => 'this') },
  { name: '30 % of the quote rewritten', change: (text, marks, random) => rewritten(text, marks, random) },
  { name: 'a number or "not" changed in the quote', change: turned, mustAsk: true },
  { name: 'the quoted sentence deleted', change: deleted },
  {
    name: 'half of the documents deleted',
    change: (text, _, random) => (random.chance(0.5) ? null : same(text)),
  },
];

function same(text: string): Tracked {
  return new TrackedWriter(text).keep(0, text.length).done();
}

function inserted(text: string, _: readonly Mark[], random: Random): Tracked {
  const breaks = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2);
  const at = breaks.length === 0 ? 0 : random.pick(breaks);
  const words = 'This paragraph came later, when the desk had heard from the other side of the dispute.\n\n';
  return new TrackedWriter(text).keep(0, at).insert(words).keep(at, text.length).done();
}

/** Lines of at most 70 characters; with hyphenation long words are broken where the line ends. */
function rewrapped(text: string, hyphenate: boolean): Tracked {
  const writer = new TrackedWriter(text);
  let column = 0;
  for (const { index, 0: piece } of text.matchAll(/\n\n|\s|\S+/g)) {
    const end = index + piece.length;
    if (piece === '\n\n') {
      writer.keep(index, end);
      column = 0;
    } else if (/\s/.test(piece)) {
      const isFull = column > 62;
      writer.replace(index, end, isFull ? '\n' : ' ');
      column = isFull ? 0 : column + 1;
    } else if (hyphenate && column > 58 && /^[a-z]{7,}$/.test(piece)) {
      writer
        .keep(index, index + 4)
        .insert('-\n')
        .keep(index + 4, end);
      column = piece.length - 4;
    } else {
      writer.keep(index, end);
      column += piece.length;
    }
  }
  return writer.done();
}

function plain(text: string): Tracked {
  return replaced(text, /[“”‘’–—]/g, (mark) => (/[“”]/.test(mark) ? '"' : /[‘’]/.test(mark) ? "'" : '-'));
}

function noisy(text: string, share: number, random: Random): Tracked {
  return replaced(text, /[a-zA-Z]/g, (character) => {
    if (!random.chance(share)) return character;
    const kind = random.next();
    if (kind < 0.15) return '';
    if (kind < 0.25) return character + character;
    return CONFUSED[character] ?? 'x';
  });
}

function rewritten(text: string, marks: readonly Mark[], random: Random): Tracked {
  return changedInMarks(text, marks, /\b[a-z]{2,}\b/g, (word) =>
    random.chance(0.3) ? random.pick(OTHER_WORDS) : word,
  );
}

/** Every number in the quotes is another, and every "not" is gone; the other quotes stay. */
function turned(text: string, marks: readonly Mark[]): Tracked {
  return changedInMarks(text, marks, /\b\d+\b|\bnot\b/g, (found) =>
    found === 'not' ? 'now' : String(Number(found) + 17),
  );
}

function changedInMarks(
  text: string,
  marks: readonly Mark[],
  pattern: RegExp,
  by: (found: string) => string,
): Tracked {
  const inMark = new Uint8Array(text.length);
  for (const { start, end } of marks) inMark.fill(1, start, end);
  const writer = new TrackedWriter(text);
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (inMark[match.index] !== 1 || inMark[end - 1] !== 1) continue;
    writer.keep(at, match.index).replace(match.index, end, by(match[0]));
    at = end;
  }
  return writer.keep(at, text.length).done();
}

/** Every sentence that a mark touches goes. */
function deleted(text: string, marks: readonly Mark[]): Tracked {
  const gone = new Uint8Array(text.length);
  for (const { start, end } of marks) {
    const from = Math.max(0, text.slice(0, start).search(/[^.\n]*$/));
    const rest = text.slice(end).search(/[.\n]/);
    gone.fill(1, from, rest === -1 ? text.length : end + rest + 1);
  }
  const writer = new TrackedWriter(text);
  for (let at = 0; at < text.length; at += 1) if (gone[at] === 0) writer.keep(at, at + 1);
  return writer.done();
}
