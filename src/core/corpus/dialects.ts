import { afterLine, isSpace } from '../text/blocks.js';
import { keyedHead } from './heads/keyed.js';
import type { Dialect } from './types.js';
import type { DialectReader } from './dialects/dialect.js';
import { native } from './dialects/native.js';
import { plain } from './dialects/plain.js';
import { tail } from './dialects/tail.js';

const delimited: readonly DialectReader[] = [native, tail];

const readers: Readonly<Record<Dialect, DialectReader>> = { native, tail, plain };

export function readerOf(dialect: Dialect): DialectReader {
  return readers[dialect];
}

/**
 * Says how a file separates its documents. Its first line that is not blank decides. Where that is no
 * delimiter, a delimiter further down counts in a `.corpus` file (what stands before it is then reported);
 * in any other file only if it cannot be a heading of the text itself (`=== History ===` in a page from a
 * wiki): `==> name <==`, or a delimiter with a keyed head under it.
 * @param fileName the file's name with its extension
 */
export function recogniseDialect(text: string, fileName = ''): Dialect {
  const isCorpus = fileName.toLowerCase().endsWith('.corpus');
  const start = firstLineAt(text);
  let best: { readonly dialect: Dialect; readonly start: number } | null = null;
  for (const reader of delimited) {
    const line = reader.find(text, start);
    if (!line || (best && best.start < line.start)) continue;
    const sure = isCorpus || line.start === start || reader.dialect === 'tail' || hasHead(text, line.end);
    if (sure) best = { dialect: reader.dialect, start: line.start };
  }
  return best?.dialect ?? (isCorpus && text.trim() === '' ? 'native' : 'plain');
}

/** Whether a text's first line that is not blank is a delimiter. The beginning of the text is enough. */
export function looksDelimited(text: string): boolean {
  const start = firstLineAt(text);
  return delimited.some((reader) => reader.find(text, start)?.start === start);
}

/** Where the first line begins that holds anything but white space; indented, it is no delimiter. */
function firstLineAt(text: string): number {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  const before = at === 0 ? -1 : text.lastIndexOf('\n', at - 1);
  return text.charCodeAt(before + 1) === 0xfeff ? before + 2 : before + 1;
}

function hasHead(text: string, lineEnd: number): boolean {
  return keyedHead(text, afterLine(text, lineEnd), text.length, 'known').fields.length > 0;
}
