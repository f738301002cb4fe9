import type { Span } from '../../src/core/text/span.js';

/** Documents one behind the other in one text, as tools see them that know nothing of documents. */
export class File {
  readonly text: string;
  private readonly starts: readonly number[];
  private readonly lengths: readonly number[];

  /** @param order the indices of the documents, as they follow each other in the file */
  constructor(documents: readonly string[], order: readonly number[]) {
    const starts: number[] = [];
    let at = 0;
    for (const index of order) {
      starts[index] = at;
      at += documents[index]?.length ?? 0;
    }
    this.starts = starts;
    this.lengths = documents.map(({ length }) => length);
    this.text = order.map((index) => documents[index] ?? '').join('');
  }

  startOf(document: number): number {
    return this.starts[document] ?? 0;
  }

  /** A span of the file as one of the document; 'elsewhere' where it is not in there. */
  inDocument(document: number, span: Span): Span | 'elsewhere' {
    const start = span.start - this.startOf(document);
    const end = span.end - this.startOf(document);
    return start < 0 || end > (this.lengths[document] ?? 0) ? 'elsewhere' : { start, end };
  }
}
