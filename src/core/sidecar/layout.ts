/** Where one entry of the list stands. Offsets into the file. */
export interface BlockPlace {
  /** The start of the comment lines right above the dash, or of the dash's line where there are none. */
  readonly lead: number;
  /** The start of the line with the dash. */
  readonly start: number;
  /** Behind the last character of the last line, without its line end. */
  readonly end: number;
  /** The start of the first line that is neither the block's nor blank. A text with `|+` owns these blank lines. */
  readonly next: number;
}

/** Which lines of a sidecar belong to which entry. */
export interface Layout {
  /** The `statements:` line and how its list is written; null where the file has no list as we lay it out. */
  readonly list: ListPlace | null;
  readonly blocks: readonly BlockPlace[];
  /** Where the top level goes on behind the list; the text's length where it does not. */
  readonly tail: number;
}

export interface ListPlace {
  readonly start: number;
  /** Behind the colon of `statements:`. */
  readonly colon: number;
  /** Behind an empty list or a null on the same line (`[]`); the same as `colon` where there is none. */
  readonly value: number;
  /** The start of the next line. */
  readonly end: number;
  /** The column of the dashes. */
  readonly indent: number;
}

// Without the m flag, which takes U+2028 for a line's end.
const listLine =
  /(?:^\uFEFF?|\n)((?:statements|"statements"|'statements')[ \t]*:)([ \t]*(?:\[[ \t]*\]|~|null))?[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|$)/;

/**
 * Finds the entries by their lines alone: an entry begins at a dash in the list's column, and whatever is
 * indented deeper belongs to it, so that no text in an entry can look like the head of one.
 * @param text with no lone CR
 */
export function layOut(text: string): Layout {
  const match = listLine.exec(text);
  const key = match?.[1];
  if (!match || key === undefined) return { list: null, blocks: [], tail: text.length };
  const start = match.index + match[0].indexOf(key);
  const colon = start + key.length;
  const end = match.index + match[0].length;
  const indent = columnOfList(text, end);
  if (indent === 'other') return { list: null, blocks: [], tail: text.length };
  const list = { start, colon, value: colon + (match[2]?.length ?? 0), end, indent: indent ?? 0 };
  if (indent === null) return { list, blocks: [], tail: skipIgnored(text, end) };
  return { list, ...scanBlocks(text, end, text.length, indent) };
}

/** The column of the first dash; null for an empty list; `other` where something else stands there. */
function columnOfList(text: string, from: number): number | 'other' | null {
  const at = skipIgnored(text, from);
  if (at === text.length) return null;
  const first = firstOfLine(text, at);
  if (isDash(text, first)) return first - at;
  return first === at ? null : 'other';
}

/** The start of the first line from `from` on that is neither blank nor a comment nor a conflict marker. */
function skipIgnored(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const first = firstOfLine(text, at);
    if (first < end && text.charCodeAt(first) !== hash && !isBlank(text, first, end) && !isMarker(text, at))
      return at;
    at = end + 1;
  }
  return text.length;
}

/**
 * The entries between two offsets, both at the start of a line of the list.
 * `tail` is where the list ends: `to`, or the start of the first line that cannot be in it.
 */
export function scanBlocks(
  text: string,
  from: number,
  to: number,
  indent: number,
): { readonly blocks: readonly BlockPlace[]; readonly tail: number } {
  const blocks: BlockPlace[] = [];
  let open: { lead: number; start: number; end: number; next: number } | null = null;
  // Comment lines without a blank one between them and the line that is looked at.
  let comments = -1;
  let broken = false;
  let at = from;
  while (at < to) {
    const end = lineEnd(text, at);
    const first = firstOfLine(text, at);
    const column = first - at;
    const c = text.charCodeAt(first);
    if (first >= end || c === carriageReturn || (c === tab && isBlank(text, first, end))) {
      comments = -1;
      if (open && !broken) open.next = Math.min(end + 1, to);
    } else if (column > indent || c === tab) {
      if (open === null) break;
      comments = -1;
      broken = false;
      open.end = contentEnd(text, end);
      open.next = Math.min(end + 1, to);
    } else if (c === hash || (column === 0 && isMarker(text, at))) {
      if (comments === -1) comments = at;
      broken = true;
    } else if (column === indent && isDash(text, first)) {
      if (open) blocks.push(open);
      open = {
        lead: comments === -1 ? at : comments,
        start: at,
        end: contentEnd(text, end),
        next: Math.min(end + 1, to),
      };
      comments = -1;
      broken = false;
    } else break;
    at = end + 1;
  }
  if (open) blocks.push(open);
  return { blocks, tail: Math.min(at, to) };
}

/** The offset of the line feed that ends the line, or the text's length. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}

function contentEnd(text: string, lineEndAt: number): number {
  return text.charCodeAt(lineEndAt - 1) === carriageReturn ? lineEndAt - 1 : lineEndAt;
}

function firstOfLine(text: string, at: number): number {
  let first = at;
  while (text.charCodeAt(first) === blank) first += 1;
  return first;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const c = text.charCodeAt(i);
    if (c !== blank && c !== tab && c !== carriageReturn) return false;
  }
  return true;
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== dash) return false;
  const c = text.charCodeAt(at + 1);
  return at + 1 >= text.length || c === blank || c === tab || c === 10 || c === carriageReturn;
}

/** A line that git leaves in a conflicted file. */
export function isMarker(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== '<' && mark !== '>' && mark !== '|' && mark !== '=') return false;
  if (!text.startsWith(mark.repeat(7), at)) return false;
  const c = text.charCodeAt(at + 7);
  return at + 7 >= text.length || c === blank || c === 10 || c === carriageReturn;
}

const blank = 32;
const tab = 9;
const hash = 35;
const dash = 45;
const carriageReturn = 13;
