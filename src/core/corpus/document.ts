import type { DialectReader, DocumentSlice } from './dialects/dialect.js';
import { readDate } from './dates.js';
import { furnitureOf } from './furniture/furniture.js';
import { inferredHead } from './heads/inferred.js';
import { keyedHead } from './heads/keyed.js';
import type { CorpusDocument, HeadField } from './types.js';

/**
 * Reads the head and the furniture of one document. Nothing outside its slice plays a part, so an
 * unchanged slice gives the same document, further up or down.
 */
export function readDocument(text: string, slice: DocumentSlice, reader: DialectReader): CorpusDocument {
  const { span, bodyStart } = slice;
  const keyed = keyedHead(text, bodyStart, span.end, reader.headKeys);
  // Under somebody else's delimiter, and in plain text, keyed lines stay part of the text.
  const textStart = reader.headKeys === 'any' ? keyed.end : bodyStart;
  const inText = reader.headKeys === 'any' ? keyedHead(text, textStart, span.end, 'known') : keyed;
  const known = keyed.fields.length > 0 ? keyed.fields : inText.fields;
  const isNamed = known.some((field) => ['title', 'author', 'date'].includes(field.key));
  const fields = isNamed
    ? known
    : [...known, ...inferredHead(text, Math.max(textStart, keyed.end), span.end)];
  return {
    id: slice.id,
    idSpan: slice.idSpan,
    span,
    headSpan: { start: span.start, end: textStart },
    textSpan: { start: textStart, end: span.end },
    fields,
    furniture: furnitureOf(text.slice(textStart, span.end)),
    title: valueOf(fields, 'title'),
    author: valueOf(fields, 'author'),
    date: readDate(valueOf(fields, 'date') ?? ''),
    source: valueOf(fields, 'source'),
    url: valueOf(fields, 'url'),
  };
}

/** The first value of a key; null where there is none or it is empty. */
export function valueOf(fields: readonly HeadField[], key: string): string | null {
  return fields.find((field) => field.key === key && field.value !== '')?.value ?? null;
}
