import { dashDialogue } from './dash-dialogue.js';
import { ParagraphScan, type Habits, type Piece } from './mark-scan.js';
import { Gap, Kind, type Tokens } from './tokens.js';

/** Words in marks, as tokens. */
export interface Marked {
  /** The opening mark; -1 where only the closing one was printed and `first` begins the paragraph. */
  readonly open: number;
  /** The closing mark; -1 where the quote never closes. */
  readonly close: number;
  /** First and last token of the quote, marks included. */
  readonly first: number;
  readonly last: number;
  /** Number of the paragraph that it begins in, and of the one that it ends in. */
  readonly paragraph: number;
  readonly lastParagraph: number;
}

/** A quote that its paragraph left open and the next one opens anew. */
interface Carried {
  readonly open: number;
  readonly paragraph: number;
}

/** Whether speech in this document stands in single marks: more of them open a paragraph than double ones. */
function habitsOf(tokens: Tokens, paragraphs: Int32Array, leftMarkCloses: boolean): Habits {
  let single = 0;
  let double = 0;
  for (let index = 0; index + 1 < paragraphs.length; index++) {
    const token = paragraphs[index] ?? 0;
    const kind = tokens.kind[token] ?? 0;
    if (kind < Kind.double || (tokens.gap[token + 1] ?? 1) !== Gap.none) continue;
    if (kind === Kind.single || kind === Kind.singleLeft || kind === Kind.singleLow) single++;
    else if (kind < Kind.single) double++;
  }
  const left = tokens.text.indexOf('\u00ab');
  const right = tokens.text.indexOf('\u00bb');
  const inwardAngles = right >= 0 && (left < 0 || right < left);
  return { single: single > double, inwardAngles, leftMarkCloses };
}

/** Pairs the marks of a document, in text order. Inner quotes are part of the outer one. */
export function findMarked(tokens: Tokens, paragraphs: Int32Array, leftMarkCloses: boolean): Marked[] {
  const dialogue = dashDialogue(tokens, paragraphs);
  if (dialogue) return dialogue;
  const habits = habitsOf(tokens, paragraphs, leftMarkCloses);
  const found: Marked[] = [];
  const marks: number[] = [];
  let carried: Carried | null = null;
  for (let paragraph = 0; paragraph + 1 < paragraphs.length; paragraph++) {
    const from = paragraphs[paragraph] ?? 0;
    const to = paragraphs[paragraph + 1] ?? 0;
    marks.length = 0;
    for (let token = from; token < to; token++)
      if ((tokens.kind[token] ?? 0) >= Kind.double) marks.push(token);
    const pieces = marks.length > 0 ? scan(tokens, marks, from, to, habits) : [];
    const goesOn = (piece: Piece): boolean =>
      piece.close < 0 && piece.last === to - 1 && reopens(tokens, to, piece.open);
    let index = 0;
    const first = pieces[0];
    if (carried && first?.open === from && tokens.kind[from] === tokens.kind[carried.open]) {
      if (goesOn(first)) continue;
      index = 1;
      found.push({
        open: carried.open,
        close: first.close,
        first: carried.open,
        last: first.last,
        paragraph: carried.paragraph,
        lastParagraph: paragraph,
      });
    } else if (carried) {
      found.push(unclosed(carried, from - 1, paragraph - 1));
    }
    carried = null;
    for (; index < pieces.length; index++) {
      const piece = pieces[index];
      if (!piece) continue;
      if (index === pieces.length - 1 && goesOn(piece)) carried = { open: piece.open, paragraph };
      else
        found.push({
          open: piece.open,
          close: piece.close,
          first: piece.first,
          last: piece.last,
          paragraph,
          lastParagraph: paragraph,
        });
    }
  }
  if (carried) found.push(unclosed(carried, tokens.count - 1, paragraphs.length - 2));
  return found;
}

/** The quotes of a paragraph; where its marks do not pair, those that should have closed are supplied. */
function scan(tokens: Tokens, marks: readonly number[], from: number, to: number, habits: Habits): Piece[] {
  const paragraph = new ParagraphScan(tokens, marks, from, to, habits);
  const pieces = paragraph.run(false);
  const balanced =
    paragraph.depth === 0 || (paragraph.depth === 1 && reopens(tokens, to, paragraph.openMark));
  return balanced ? pieces : paragraph.run(true);
}

function unclosed(carried: Carried, last: number, lastParagraph: number): Marked {
  return {
    open: carried.open,
    close: -1,
    first: carried.open,
    last,
    paragraph: carried.paragraph,
    lastParagraph,
  };
}

/** Whether the paragraph that begins at `token` opens with the same mark as a quote that is open. */
function reopens(tokens: Tokens, token: number, open: number): boolean {
  const kind = tokens.kind[token] ?? 0;
  if (token >= tokens.count || kind < Kind.double || kind !== tokens.kind[open]) return false;
  return kind !== Kind.singleRight && (tokens.gap[token + 1] ?? 1) === Gap.none;
}
