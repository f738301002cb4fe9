import { afterLine } from '../../text/blocks.js';
import type { Span } from '../../text/span.js';
import type { Dialect } from '../types.js';

/** One document as its delimiter marks it off; nothing of it has been read yet. Offsets into the file. */
export interface DocumentSlice {
  readonly id: string;
  readonly idSpan: Span;
  /** From the delimiter line to the next one. */
  readonly span: Span;
  /** What follows the delimiter line. */
  readonly bodyStart: number;
}

/** How one dialect separates documents. A new dialect is one module with one of these. */
export interface DialectReader {
  readonly dialect: Dialect;
  /**
   * Which `key: value` lines under a delimiter are a head: any, as people write them for us, or only
   * those with a key that we know, since the text there is somebody else's.
   */
  readonly headKeys: 'any' | 'known';
  /** Marks the documents off, in file order, each up to the next. One linear pass. */
  split(text: string, fileName: string): DocumentSlice[];
  /** The first delimiter with an id at or after `from`; null where there is none. */
  find(text: string, from: number): Span | null;
}

/** The id that a delimiter line gives, its place, or null when the line is no delimiter. */
export type ReadDelimiter = (text: string, start: number, end: number) => Span | null;

/**
 * Splits a text at its delimiter lines.
 * @param opening what every delimiter line begins with
 */
export function splitAtLines(text: string, opening: string, read: ReadDelimiter): DocumentSlice[] {
  const found: { readonly line: Span; readonly idSpan: Span }[] = [];
  for (const line of linesThatBegin(text, opening)) {
    const idSpan = read(text, line.start, line.end);
    if (idSpan) found.push({ line, idSpan });
  }
  return found.map(({ line, idSpan }, index) => ({
    id: text.slice(idSpan.start, idSpan.end),
    idSpan,
    span: { start: line.start, end: found[index + 1]?.line.start ?? text.length },
    bodyStart: afterLine(text, line.end),
  }));
}

/** The first line at or after `from` that is a delimiter with an id. */
export function findLine(text: string, from: number, opening: string, read: ReadDelimiter): Span | null {
  for (const line of linesThatBegin(text, opening, from)) {
    const id = read(text, line.start, line.end);
    if (id && id.end > id.start) return line;
  }
  return null;
}

/** Where the text proper begins: behind the byte order mark, if there is one. */
export function textStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** Lines that begin with `opening`, without their line ends. `from` is taken for the start of a line. */
function* linesThatBegin(text: string, opening: string, from = textStart(text)): Generator<Span> {
  const onNewLine = `\n${opening}`;
  let start = text.startsWith(opening, from) ? from : nextLine(text, onNewLine, from);
  while (start !== -1) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 ? text.length : feed;
    const end = text.charCodeAt(stop - 1) === 0x0d ? stop - 1 : stop;
    yield { start, end };
    start = nextLine(text, onNewLine, stop);
  }
}

function nextLine(text: string, onNewLine: string, from: number): number {
  const found = text.indexOf(onNewLine, from);
  return found === -1 ? -1 : found + 1;
}
