import { G } from '../language/classes.js';
import { Gap, Kind, type Tokens } from './tokens.js';

/** Which marks close which. */
export const Family = { double: 0, angle: 1, single: 2 } as const;

/** The mark's direction: -1 not a quotation mark (an apostrophe), 0 opens, 1 closes. */
const Role = { apostrophe: -1, opens: 0, closes: 1 } as const;

/** How deep marks may nest before further ones are ignored. */
const DEEPEST = 6;

/** What a document's marks say of its habits. */
export interface Habits {
  /** Speech stands in single marks. */
  readonly single: boolean;
  /** The first angle mark points right: »…«. */
  readonly inwardAngles: boolean;
  /** “ closes, as after „. */
  readonly leftMarkCloses: boolean;
}

export function familyOf(kind: number): number {
  if (kind >= Kind.single) return Family.single;
  return kind === Kind.angleLeft || kind === Kind.angleRight ? Family.angle : Family.double;
}

/** Marked words within one paragraph, as tokens; -1 for a mark that was not printed. */
export interface Piece {
  readonly open: number;
  readonly close: number;
  readonly first: number;
  readonly last: number;
}

/** One left-to-right scan over the marks of a paragraph. */
export class ParagraphScan {
  private readonly stack: number[] = [];
  private readonly families: number[] = [];
  /** For each mark, whether a single mark that can close stands behind it before one that opens. */
  private readonly closesLater: Uint8Array;
  private pieces: Piece[] = [];

  constructor(
    private readonly tokens: Tokens,
    private readonly marks: readonly number[],
    private readonly from: number,
    private readonly to: number,
    private readonly habits: Habits,
  ) {
    this.closesLater = this.lookAhead();
  }

  get depth(): number {
    return this.stack.length;
  }

  /** The outermost mark that is still open; -1 for none. */
  get openMark(): number {
    return this.stack[0] ?? -1;
  }

  /**
   * @param flat an opening mark within an open quote of its own family ends that one, as the mark that
   *   should have closed it was not printed; otherwise it nests
   */
  run(flat: boolean): Piece[] {
    this.pieces = [];
    this.stack.length = 0;
    this.families.length = 0;
    for (let index = 0; index < this.marks.length; index++) this.step(index, flat);
    const open = this.stack[0];
    if (open !== undefined) {
      this.pieces.push({ open, close: -1, first: open, last: this.to - 1 });
    }
    return this.pieces;
  }

  private step(index: number, flat: boolean): void {
    const mark = this.marks[index] ?? 0;
    const family = familyOf(this.tokens.kind[mark] ?? 0);
    const role = family === Family.single ? this.singleRole(mark, index) : this.doubleRole(mark, family);
    if (role === Role.apostrophe) return;
    if (role === Role.opens) this.open(mark, family, flat);
    else this.close(mark, family);
  }

  private open(mark: number, family: number, flat: boolean): void {
    if (flat && this.families[0] === family && this.stack.length > 0) {
      const open = this.stack[0] ?? mark;
      this.pieces.push({ open, close: -1, first: open, last: this.sentenceEnd(open, mark) });
      this.stack.length = 0;
      this.families.length = 0;
    }
    if (this.stack.length >= DEEPEST) return;
    this.stack.push(mark);
    this.families.push(family);
  }

  private close(mark: number, family: number): void {
    const level = this.families.lastIndexOf(family);
    if (level < 0) {
      this.strayClose(mark);
      return;
    }
    const open = this.stack[level] ?? mark;
    this.stack.length = level;
    this.families.length = level;
    if (level === 0) this.pieces.push({ open, close: mark, first: open, last: mark });
  }

  /** A closing mark with none open: the words since the paragraph's start, if they end as speech does. */
  private strayClose(mark: number): void {
    const before = this.tokens.kind[mark - 1] ?? 0;
    const endsSpeech = before === Kind.comma || before === Kind.question || before === Kind.stop;
    if (this.pieces.length > 0 || this.stack.length > 0 || mark - this.from < 3 || !endsSpeech) return;
    if (familyOf(this.tokens.kind[mark] ?? 0) !== Family.double) return;
    this.pieces.push({ open: -1, close: mark, first: this.from, last: mark });
  }

  /** The last token of an unclosed quote: where its first sentence ends, before `limit`. */
  private sentenceEnd(open: number, limit: number): number {
    for (let token = open + 1; token < limit; token++) {
      const kind = this.tokens.kind[token] ?? 0;
      if (
        (kind === Kind.stop || kind === Kind.question) &&
        (token + 1 >= limit || (this.tokens.gap[token + 1] ?? 0) > 0)
      ) {
        return token;
      }
    }
    return limit - 1;
  }

  private touchesBefore(mark: number): boolean {
    if (mark === this.from || (this.tokens.gap[mark] ?? 0) !== Gap.none) return false;
    const kind = this.tokens.kind[mark - 1] ?? 0;
    if (kind === Kind.openBracket) return false;
    return kind < Kind.double || this.stack[this.stack.length - 1] !== mark - 1;
  }

  private touchesAfter(mark: number): boolean {
    if (mark + 1 >= this.to || (this.tokens.gap[mark + 1] ?? 0) !== Gap.none) return false;
    const kind = this.tokens.kind[mark + 1] ?? 0;
    return (
      kind <= Kind.number ||
      kind === Kind.ellipsis ||
      kind === Kind.openBracket ||
      kind === Kind.other ||
      kind >= Kind.double
    );
  }

  private doubleRole(mark: number, family: number): number {
    const kind = this.tokens.kind[mark] ?? 0;
    const before = this.touchesBefore(mark);
    const after = this.touchesAfter(mark);
    const isOpen = this.families.includes(family);
    if (kind === Kind.doubleLow) return Role.opens;
    if (family === Family.angle) {
      const left = kind === Kind.angleLeft;
      return left === this.habits.inwardAngles ? Role.closes : Role.opens;
    }
    if (kind === Kind.doubleLeft) {
      if (this.habits.leftMarkCloses && isOpen) return Role.closes;
      return isOpen && !after ? Role.closes : Role.opens;
    }
    if (kind === Kind.doubleRight)
      return !before && !isOpen && (after || mark === this.from) ? Role.opens : Role.closes;
    if (before && !after) return Role.closes;
    if (after && !before) return Role.opens;
    return isOpen ? Role.closes : Role.opens;
  }

  private singleRole(mark: number, index: number): number {
    const kind = this.tokens.kind[mark] ?? 0;
    if (kind === Kind.singleLow) return Role.opens;
    const before = this.touchesBefore(mark);
    const after = this.touchesAfter(mark);
    const isOpen = this.families.includes(Family.single);
    if (kind === Kind.singleLeft) {
      if (this.habits.leftMarkCloses && isOpen && !after) return Role.closes;
      return this.isElision(mark) && !this.laterClose(index) ? Role.apostrophe : Role.opens;
    }
    const follows = this.dashBefore(mark);
    if (kind === Kind.single && after && (!before || (follows && !isOpen))) {
      if (this.isElision(mark) && (isOpen || !this.habits.single)) return Role.apostrophe;
      if (isOpen && !this.laterClose(index)) return Role.apostrophe;
      return this.laterClose(index) || this.habits.single ? Role.opens : Role.apostrophe;
    }
    if (!before || !isOpen) return Role.apostrophe;
    return this.isPossessive(mark) && this.laterClose(index) ? Role.apostrophe : Role.closes;
  }

  private dashBefore(mark: number): boolean {
    return this.tokens.kind[mark - 1] === Kind.dash;
  }

  /** Whether the mark stands for letters left out: '80s, 'em. */
  private isElision(mark: number): boolean {
    const next = mark + 1;
    if (next >= this.to || (this.tokens.gap[next] ?? 0) !== Gap.none) return false;
    return this.tokens.kind[next] === Kind.number || ((this.tokens.grammar[next] ?? 0) & G.elision) !== 0;
  }

  /** Whether a mark behind a word may be a plural possessive or a cut ending: the workers' rights, goin' home. */
  private isPossessive(mark: number): boolean {
    const next = mark + 1;
    if (this.tokens.kind[mark - 1] !== Kind.word || next >= this.to) return false;
    if (this.tokens.kind[next] !== Kind.word || (this.tokens.gap[next] ?? 0) === Gap.none) return false;
    const last = this.tokens.text.charCodeAt((this.tokens.end[mark - 1] ?? 1) - 1) | 32;
    return (
      last === 0x73 ||
      last === 0x6e ||
      (this.tokens.end[mark - 1] ?? 0) - (this.tokens.start[mark - 1] ?? 0) < 3
    );
  }

  private laterClose(index: number): boolean {
    return this.closesLater[index] === 1;
  }

  private lookAhead(): Uint8Array {
    const later = new Uint8Array(this.marks.length);
    let closes = false;
    for (let index = this.marks.length - 1; index >= 0; index--) {
      later[index] = closes ? 1 : 0;
      const mark = this.marks[index] ?? 0;
      const kind = this.tokens.kind[mark] ?? 0;
      if (kind < Kind.single) {
        // A double mark where speech stands in double marks: a single quote does not reach across it.
        if (!this.habits.single && !this.insideOut(mark)) closes = false;
        continue;
      }
      const touchesWord =
        mark > this.from &&
        (this.tokens.gap[mark] ?? 0) === Gap.none &&
        (this.tokens.kind[mark - 1] ?? 0) !== Kind.openBracket;
      const nextGap = mark + 1 < this.to ? (this.tokens.gap[mark + 1] ?? 0) : Gap.blank;
      const nextKind = mark + 1 < this.to ? (this.tokens.kind[mark + 1] ?? 0) : Kind.stop;
      if (kind !== Kind.singleLeft && touchesWord && (nextGap > Gap.none || nextKind > Kind.number))
        closes = true;
      else if (!touchesWord && nextGap === Gap.none && !this.isElision(mark)) closes = false;
    }
    return later;
  }

  /** Whether a double mark touches a single one, as where inner and outer quotes end together. */
  private insideOut(mark: number): boolean {
    return (
      (this.tokens.kind[mark - 1] ?? 0) >= Kind.single ||
      ((this.tokens.kind[mark + 1] ?? 0) >= Kind.single && mark + 1 < this.to)
    );
  }
}
