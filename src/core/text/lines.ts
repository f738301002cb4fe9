/** A place in a text as people count it, but from zero; `character` is in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back. Line ends are LF, CRLF and a lone CR, as in an editor. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  /** The number of lines; an empty text has one. */
  get count(): number {
    return this.starts.length;
  }

  /** The offset of a line's first character; the text's length for a line past the last. */
  startOf(line: number): number {
    return this.starts[Math.max(0, line)] ?? this.text.length;
  }

  /** The place of an offset; offsets outside the text are pulled to its ends. */
  positionAt(offset: number): Position {
    const wanted = Math.min(Math.max(0, offset), this.text.length);
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: wanted - (this.starts[low] ?? 0) };
  }

  /** The offset of a place; a character past the line's end is pulled to the next line's start. */
  offsetAt(position: Position): number {
    const start = this.startOf(position.line);
    return Math.min(start + Math.max(0, position.character), this.startOf(position.line + 1));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  let next = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (next !== -1 || carriage !== -1) {
    if (carriage !== -1 && (next === -1 || carriage < next)) {
      const end = carriage + (text[carriage + 1] === '\n' ? 2 : 1);
      starts.push(end);
      carriage = text.indexOf('\r', end);
      if (next !== -1 && next < end) next = text.indexOf('\n', end);
    } else {
      starts.push(next + 1);
      next = text.indexOf('\n', next + 1);
    }
  }
  return starts;
}
