/**
 * A stretch of a text in UTF-16 code units; `end` is exclusive. What the text is (a document, a file)
 * is said by whoever hands the span out.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text: the span goes, `newText` comes. An empty span inserts. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** The number of code units that two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the offset lies in the span, its end included: a caret just behind the last character counts. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The same span, `by` code units further on. */
export function shift<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/**
 * Applies edits to a text.
 * @param edits non-overlapping, in any order, offsets into `text` as it was before all of them
 * @throws RangeError when two edits overlap or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edit ${edit.start}-${edit.end} overlaps another one or leaves the text`);
    }
    parts.push(text.slice(at, edit.start), edit.newText);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
