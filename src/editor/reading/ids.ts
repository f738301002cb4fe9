import type { CorpusDocument, Dialect } from '../../core/corpus/types.js';

const LONGEST_ID = 60;
const COMBINING = /\p{M}/gu;
const NOT_IN_AN_ID = /[^\p{L}\p{N}]+/gu;

/** The id with the lowest number behind it that no document has yet, or the id itself if it is free. */
export function freeId(id: string, documents: readonly Pick<CorpusDocument, 'id'>[]): string {
  const taken = new Set(documents.map((document) => document.id));
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

/** A free id made of a title's words; of the document's number where it has no title. */
export function idFromTitle(
  title: string | null,
  number: number,
  documents: readonly Pick<CorpusDocument, 'id'>[],
): string {
  const words = (title ?? '')
    .slice(0, LONGEST_ID * 4)
    .normalize('NFKD')
    .replace(COMBINING, '')
    .toLowerCase();
  const slug = words.replace(NOT_IN_AN_ID, '-').slice(0, LONGEST_ID).replace(/^-|-$/g, '');
  return freeId(slug || `document-${number}`, documents);
}

/** The line that begins a document of that id in a corpus that separates its documents so. */
export function delimiterFor(dialect: Dialect, id: string): string {
  return dialect === 'tail' ? `==> ${id} <==` : `=== ${id}`;
}
