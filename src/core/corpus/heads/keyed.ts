import { afterLine, linesOf } from '../../text/blocks.js';
import type { Span } from '../../text/span.js';
import type { HeadField } from '../types.js';

const knownKeys: ReadonlySet<string> = new Set(['title', 'author', 'date', 'source', 'url']);

/** One to three words and a colon; the value must be set off by white space. Bounded on purpose. */
const keyPattern = /^([\p{L}][\p{L}\p{N}_.-]{0,39}(?: [\p{L}\p{N}_.-]{1,40}){0,2}):(?=\s|$)/u;
const tightPattern = /^(title|author|date|source|url):/i;

/** A value is shown in a list: nobody means more than this by a line of a head. */
const longestLine = 2000;

export interface KeyedHead {
  readonly fields: readonly HeadField[];
  /** Behind the blank line that ends the head, or at the first line that is none of it. */
  readonly end: number;
}

/**
 * Reads `key: value` lines from `from` on, up to the first blank line. Without a known key (title,
 * author, date, source, url) a single line counts only if its key is one word in lower case, since
 * "Minister: I will stay" is a headline.
 * @param keys `known` asks for at least one known key, and that it come first
 * @returns offsets into `text`; no fields, and `end` at `from`, when this is no head
 */
export function keyedHead(text: string, from: number, to: number, keys: 'any' | 'known'): KeyedHead {
  const none: KeyedHead = { fields: [], end: from };
  const fields: HeadField[] = [];
  let end = from;
  for (const line of linesOf(text, from, to)) {
    const next = Math.min(afterLine(text, line.end), to);
    if (line.start === line.end) {
      // Under our own delimiter a blank line ends the head even if the head is empty.
      if (fields.length === 0 && keys === 'any') return { fields, end: next };
      end = next;
      break;
    }
    const rawStart = end;
    const last = fields.at(-1);
    const isIndented = line.start > rawStart;
    if (isIndented && last) fields[fields.length - 1] = continued(last, text, line);
    else {
      const field = isIndented || line.end - line.start > longestLine ? null : fieldAt(text, line);
      if (!field) break;
      if (fields.length === 0 && keys === 'known' && !knownKeys.has(field.key)) return none;
      fields.push(field);
    }
    end = next;
  }
  return isHead(fields) ? { fields, end } : none;
}

function isHead(fields: readonly HeadField[]): boolean {
  if (fields.some((field) => knownKeys.has(field.key))) return true;
  const [first] = fields;
  if (!first || first.key.includes(' ')) return false;
  return fields.length > 1 || first.key === first.key.toLowerCase();
}

function fieldAt(text: string, line: Span): HeadField | null {
  const content = text.slice(line.start, line.end);
  const key = (keyPattern.exec(content) ?? tightPattern.exec(content))?.[1];
  if (key === undefined) return null;
  let start = line.start + key.length + 1;
  while (start < line.end && /\s/.test(text[start] ?? '')) start++;
  const lower = key.toLowerCase();
  return {
    key: knownKeys.has(lower) ? lower : key,
    value: text.slice(start, line.end),
    span: line,
    valueSpan: { start, end: line.end },
    inferred: false,
  };
}

function continued(field: HeadField, text: string, line: Span): HeadField {
  const more = text.slice(line.start, line.end);
  return {
    ...field,
    value: field.value === '' ? more : `${field.value} ${more}`,
    span: { start: field.span.start, end: line.end },
    valueSpan: { start: field.value === '' ? line.start : field.valueSpan.start, end: line.end },
  };
}
