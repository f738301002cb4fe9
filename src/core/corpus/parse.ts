import { shift, type Span } from '../text/span.js';
import { readerOf, recogniseDialect } from './dialects.js';
import type { DialectReader, DocumentSlice } from './dialects/dialect.js';
import { readDocument } from './document.js';
import { footOf, repeatedKeys, withRepeated } from './furniture/foot.js';
import { problemsOf } from './problems.js';
import type { CorpusDocument, CorpusFile, Dialect, HeadField } from './types.js';

export { looksDelimited, recogniseDialect } from './dialects.js';
export type { DocumentSlice } from './dialects/dialect.js';

export interface ParseOptions {
  /** The file's base name with its extension: the id of a plain file's document. */
  readonly fileName: string;
  /** How documents are separated; recognised by content where absent. */
  readonly dialect?: Dialect;
  /** Lines seen at the foot of documents of the corpus's other files, as {@link footLines} gives them. */
  readonly footLinesElsewhere?: ReadonlySet<string>;
}

/** A version of a file that was parsed before. */
export interface ParsedVersion {
  readonly text: string;
  readonly file: CorpusFile;
}

/**
 * Reads a corpus file. Never throws: what is wrong is among the problems.
 * @param previous another version of the file; its documents at the start and at the end whose text is the
 *   same are taken over (the very same objects where their offsets did not move), not read again. The
 *   result is the same as without it.
 */
export function parseCorpus(text: string, options: ParseOptions, previous?: ParsedVersion): CorpusFile {
  const dialect = options.dialect ?? recogniseDialect(text, options.fileName);
  const reader = readerOf(dialect);
  const slices = reader.split(text, options.fileName);
  const known = previous?.file.dialect === dialect ? previous : undefined;
  const documents = withFeet(text, readAll(text, slices, reader, known), options.footLinesElsewhere);
  return { dialect, documents, problems: problemsOf(text, documents) };
}

/** Marks the documents of a file off without reading them: cheap, for a caller that needs only a few. */
export function splitDocuments(text: string, options: ParseOptions): DocumentSlice[] {
  const dialect = options.dialect ?? recogniseDialect(text, options.fileName);
  return readerOf(dialect).split(text, options.fileName);
}

/**
 * The stretches of a document's text that hold no quotes: its furniture, and the lines of its head that
 * stand in the text. A title counts only under a by-line or a date: without them it is a guess.
 * @returns offsets into the document's text, sorted, not overlapping
 */
export function spansWithoutQuotes(document: CorpusDocument): Span[] {
  const { textSpan, fields } = document;
  const isPrinted = fields.some((field) => field.inferred && field.key !== 'title');
  const counts = (field: HeadField) =>
    field.span.start >= textSpan.start && (!field.inferred || field.key !== 'title' || isPrinted);
  const spans = fields.filter(counts).map((field) => shift<Span>(field.span, -textSpan.start));
  return merged([...spans, ...document.furniture].map(({ start, end }) => ({ start, end })));
}

/** The lines at the feet of a file's documents, for `footLinesElsewhere` of the corpus's other files. */
export function footLines(text: string, file: CorpusFile): Set<string> {
  const keys = file.documents.flatMap((document) => feetOf(text, document).lines.map((line) => line.key));
  return new Set(keys);
}

function readAll(
  text: string,
  slices: readonly DocumentSlice[],
  reader: DialectReader,
  previous: ParsedVersion | undefined,
): CorpusDocument[] {
  if (!previous) return slices.map((slice) => readDocument(text, slice, reader));
  const old = previous.file.documents;
  const most = Math.min(old.length, slices.length);
  const sameAt = (index: number, oldIndex: number) =>
    isSame(text, slices[index], previous.text, old[oldIndex]);
  let head = 0;
  while (head < most && sameAt(head, head)) head++;
  let tail = 0;
  while (tail < most - head && sameAt(slices.length - 1 - tail, old.length - 1 - tail)) tail++;
  return slices.map((slice, index) => {
    const fromEnd = slices.length - index;
    const kept = index < head ? old[index] : fromEnd <= tail ? old[old.length - fromEnd] : undefined;
    return kept ? moved(kept, slice.span.start - kept.span.start) : readDocument(text, slice, reader);
  });
}

function isSame(
  text: string,
  slice: DocumentSlice | undefined,
  oldText: string,
  old: CorpusDocument | undefined,
): boolean {
  if (!slice || slice.id !== old?.id) return false;
  return text.slice(slice.span.start, slice.span.end) === oldText.slice(old.span.start, old.span.end);
}

/** The same document `by` code units further on. */
function moved(document: CorpusDocument, by: number): CorpusDocument {
  if (by === 0) return document;
  return {
    ...document,
    idSpan: shift(document.idSpan, by),
    span: shift(document.span, by),
    headSpan: shift(document.headSpan, by),
    textSpan: shift(document.textSpan, by),
    fields: document.fields.map((field) => ({
      ...field,
      span: shift(field.span, by),
      valueSpan: shift(field.valueSpan, by),
    })),
  };
}

/** Adds the lines that repeat at the feet, anew for all: one document's foot tells on the others'. */
function withFeet(
  text: string,
  documents: readonly CorpusDocument[],
  elsewhere: ReadonlySet<string> | undefined,
): CorpusDocument[] {
  const feet = documents.map((document) => feetOf(text, document));
  const repeated = repeatedKeys(feet);
  const isRepeated = (key: string) => repeated.has(key) || (elsewhere?.has(key) ?? false);
  return documents.map((document, index) => {
    const own = ownFurniture(document);
    const foot = feet[index];
    const furniture = foot ? withRepeated(own, foot, isRepeated) : own;
    const isUnchanged =
      furniture.length === document.furniture.length &&
      furniture.every(
        (piece, at) =>
          piece.start === document.furniture[at]?.start && piece.kind === document.furniture[at].kind,
      );
    return isUnchanged ? document : { ...document, furniture };
  });
}

function feetOf(text: string, document: CorpusDocument) {
  return footOf(text, document.textSpan, ownFurniture(document));
}

function ownFurniture(document: CorpusDocument) {
  return document.furniture.filter((piece) => piece.kind !== 'repeated');
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
