import { blocksOf } from '../../text/blocks.js';
import type { Span } from '../../text/span.js';
import { dateForm } from '../dates.js';
import { isCredit } from '../furniture/credits.js';
import type { HeadField } from '../types.js';
import { authorsInByline, authorsWithoutBy, looksLikeRole } from './names.js';

/** A head ends at the first line that is longer: no headline, standfirst or by-line is. */
const longestHeadLine = 250;
const mostHeadLines = 12;
/** How many lines that are neither by-line nor date may stand between the title and the first of these. */
const mostStandfirsts = 3;
const kicker =
  /^(?:news|comment|opinion|analysis|politics|society|exclusive|home|uk|world|business|education|health|letters?|editorial|leader|features?|interview)$/i;
const filler =
  /^(?:\d+ (?:comments?|shares?|min(?:ute)?s? read)|share(?: this(?: article)?)?|print|e-?mail|comments?)$/i;
const doubleMarks = /["“”„«»]|''|``/;

interface HeadLine extends Span {
  readonly text: string;
  /** The paragraph that it stands in, counted from zero. */
  readonly block: number;
  readonly byline: Span | null;
  readonly date: Span | null;
  /** Names without "By": they count only next to a date. */
  readonly names: Span | null;
  /** Said nothing of the source's own: a picture credit, a count of comments, the post of an author. */
  readonly passes: boolean;
}

/**
 * Recognises title, author and date in the first lines of a text, as newspapers print them. A by-line or a
 * date alone on a line makes it a head; without either only a short first line that ends as no sentence
 * does is a title. What is not sure is left out.
 * @returns offsets into `text`; at most one field of each kind, in text order
 */
export function inferredHead(text: string, from: number, to: number): HeadField[] {
  const lines = headLines(text, from, to);
  const first = lines.findIndex((line) => line.byline !== null || line.date !== null);
  if (first === -1 || others(lines.slice(0, first)) > mostStandfirsts + 1) {
    return inOrder(asField('title', text, weakTitle(text, lines, to), lines));
  }
  const last = lastOfHead(lines, first);
  const head = lines.slice(0, last + 1);
  const byline = head.find((line) => line.byline !== null)?.byline ?? null;
  const dateAt = head.findIndex((line) => line.date !== null);
  const names = byline === null && dateAt !== -1 ? namesNear(head, dateAt) : null;
  const title = strongTitle(head.filter((line) => line.names === null || line.names !== names));
  return inOrder(
    asField('title', text, title ?? weakTitle(text, lines.slice(last + 1), to), lines),
    asField('author', text, byline ?? names, head),
    asField('date', text, head[dateAt]?.date ?? null, head),
  );
}

function headLines(text: string, from: number, to: number): HeadLine[] {
  const lines: HeadLine[] = [];
  let block = 0;
  for (const { lines: spans } of blocksOf(text, from, to)) {
    for (const span of spans) {
      if (lines.length === mostHeadLines || span.end - span.start > longestHeadLine) return lines;
      lines.push(headLine(text, span, block));
    }
    block++;
  }
  return lines;
}

function headLine(text: string, span: Span, block: number): HeadLine {
  const content = text.slice(span.start, span.end);
  const pieces = piecesOf(content).map((piece) => ({
    start: span.start + piece.start,
    end: span.start + piece.end,
  }));
  const read = (piece: Span) => text.slice(piece.start, piece.end);
  const author = (piece: Span, names: typeof authorsInByline) => {
    const found = names(read(piece));
    return found && { start: piece.start + found.start, end: piece.start + found.end };
  };
  const firstOf = (find: (piece: Span) => Span | null) =>
    pieces.reduce<Span | null>((got, piece) => got ?? find(piece), null);
  const byline = firstOf((piece) => author(piece, authorsInByline));
  return {
    ...span,
    text: content,
    block,
    byline,
    date: firstOf((piece) => (dateForm(read(piece)) ? piece : byline && dateAfter(text, byline, piece))),
    names: byline ? null : firstOf((piece) => author(piece, authorsWithoutBy)),
    passes: isCredit(content) || filler.test(content) || looksLikeRole(content),
  };
}

/** The parts of a line between rules and dots: "Joe Lepper | 17 April 2014". A lone rule in front goes too. */
function piecesOf(line: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const rule of line.matchAll(/ ?[|•·] ?| [–—-] /g)) {
    if (rule.index > start) pieces.push({ start, end: rule.index });
    start = rule.index + rule[0].length;
  }
  if (start < line.length) pieces.push({ start, end: line.length });
  return pieces;
}

/** "By Joe Lepper, 17 April 2014": the date that ends a by-line. */
function dateAfter(text: string, byline: Span, piece: Span): Span | null {
  if (byline.end >= piece.end) return null;
  const rest = text.slice(byline.end, piece.end);
  const lead = /^[,;]? ?(?:on )?/.exec(rest)?.[0].length ?? 0;
  return dateForm(rest.slice(lead)) && { start: byline.end + lead, end: piece.end };
}

function others(lines: readonly HeadLine[]): number {
  return lines.filter((line) => !line.passes && line.names === null).length;
}

/** The last line of the head: a by-line and a date may have one other line (a standfirst) between them. */
function lastOfHead(lines: readonly HeadLine[], first: number): number {
  let last = first;
  let strange = 0;
  for (let index = first + 1; index < lines.length && strange <= 1; index++) {
    const line = lines[index];
    if (line?.byline ?? line?.date) last = index;
    else if (line && !line.passes && !line.names) strange++;
  }
  // A name alone may close the head, if it stands right under the date: "11 June 2014", "Neil Puffett".
  const next = lines[last + 1];
  const under = lines[last];
  const isClosing = under?.date && next?.names && next.block === under.block;
  return isClosing ? last + 1 : last;
}

/** Names on the date's own line, on the line before it (a post may stand between), or right under it. */
function namesNear(head: readonly HeadLine[], dateAt: number): Span | null {
  const date = head[dateAt];
  if (date?.names) return date.names;
  let before = dateAt - 1;
  while (before > 0 && head[before]?.passes) before--;
  const above = head[before];
  // The very first line is the title, unless it stands in one paragraph with the date.
  if (above?.names && (before > 0 || above.block === date?.block)) return above.names;
  const below = head[dateAt + 1];
  return below?.names && below.block === date?.block ? below.names : null;
}

/** The first lines of the head, up to its by-line, its date or the end of their paragraph. */
function strongTitle(head: readonly HeadLine[]): Span | null {
  const own = head.filter((line) => !line.passes);
  const start = own[1] && kicker.test(own[0]?.text ?? '') ? 1 : 0;
  const firstLine = own[start];
  if (!firstLine || firstLine.byline || firstLine.date) return null;
  let end = firstLine.end;
  for (const line of own.slice(start + 1, start + 3)) {
    if (line.block !== firstLine.block || line.byline || line.date) break;
    end = line.end;
  }
  return { start: firstLine.start, end };
}

/**
 * A title that nothing vouches for: one short line alone, no sentence and no speech, over a longer
 * paragraph.
 */
function weakTitle(text: string, lines: readonly HeadLine[], to: number): Span | null {
  const line = lines[0];
  if (!line || line.passes || line.text.length > 120 || lines[1]?.block === line.block) return null;
  if (/[.,;:…-]$/.test(line.text) || doubleMarks.test(line.text)) return null;
  const [next] = blocksOf(text, line.end, to);
  const isOver = next !== undefined && next.end - next.start > Math.max(120, line.text.length);
  return isOver ? { start: line.start, end: line.end } : null;
}

function asField(key: string, text: string, value: Span | null, head: readonly HeadLine[]): HeadField | null {
  if (!value) return null;
  const line = head.find((one) => one.start <= value.start && value.end <= one.end);
  const isShared = line?.date && (line.byline ?? line.names);
  return {
    key,
    value: text.slice(value.start, value.end).replace(/\s+/g, ' '),
    span: line && !isShared ? { start: line.start, end: line.end } : value,
    valueSpan: value,
    inferred: true,
  };
}

function inOrder(...fields: readonly (HeadField | null)[]): HeadField[] {
  return fields.filter((field) => field !== null).sort((a, b) => a.span.start - b.span.start);
}
