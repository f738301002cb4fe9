import type { Span } from '../text/span.js';
import { shift } from '../text/span.js';
import { readBlock } from './block.js';
import type { BlockFault } from './block.js';
import type { BlockPlace } from './layout.js';
import { statementOf } from './statement.js';
import type { SidecarProblem, SidecarProblemCode, Statement, StoredStatement } from './types.js';

/** One entry of the list, read. It does not know where in the file it is, so that it outlives edits elsewhere. */
export interface Entry {
  /** The block from the start of its first line; see `BlockPlace`. */
  readonly text: string;
  readonly indent: number;
  /** Even where there is no statement: two entries must not share one. */
  readonly id: string | null;
  readonly statement: Statement | null;
  /** Offsets into `text`, like those of the problems. */
  readonly idSpan: Span;
  readonly problems: readonly SidecarProblem[];
  /** False where YAML itself does not have it, so that other programs cannot read the file. */
  readonly sound: boolean;
  /** Whether it took the YAML parser to read it. */
  readonly parsed: boolean;
}

/** Reads one block of the list. */
export function readEntry(text: string, indent: number): Entry {
  const { pairs, faults, parsed } = readBlock(text, indent);
  const dash = { start: indent, end: indent + 1 };
  const idPair = pairs.find((pair) => pair.key === 'id');
  const idSpan = idPair ? { start: idPair.start, end: idPair.end } : dash;
  const found = faults.map(problemOf);
  const base = {
    text,
    indent,
    id: idPair?.text ?? null,
    idSpan,
    parsed,
    sound: faults.every((fault) => !unsound.has(fault.code)),
  };
  if (faults.some((fault) => fault.code !== 'comment-in-text')) {
    return { ...base, statement: null, problems: found };
  }
  const { statement, problems } = statementOf(pairs, idPair ? idSpan : dash);
  return { ...base, statement, problems: [...found, ...problems] };
}

/** An entry that is not read, since there was too much before it; only the first of them says so. */
export function unreadEntry(text: string, indent: number, first: boolean): Entry {
  const idSpan = { start: indent, end: indent + 1 };
  const problem: SidecarProblem = { code: 'too-large', severity: 'error', span: idSpan, values: [] };
  return {
    text,
    indent,
    id: null,
    statement: null,
    idSpan,
    problems: first ? [problem] : [],
    sound: false,
    parsed: false,
  };
}

const unsound: ReadonlySet<BlockFault['code']> = new Set([
  'syntax',
  'tab',
  'several-documents',
  'duplicate-key',
  'alias',
  'nesting',
]);

const codes: Readonly<Record<BlockFault['code'], SidecarProblemCode>> = {
  syntax: 'yaml',
  tab: 'tab',
  'several-documents': 'several-documents',
  'duplicate-key': 'duplicate-key',
  alias: 'yaml',
  nesting: 'yaml',
  'too-large': 'too-large',
  'not-a-map': 'statement-invalid',
  'comment-in-text': 'statement-invalid',
};

function problemOf(fault: BlockFault): SidecarProblem {
  const severity = fault.code === 'comment-in-text' ? 'warning' : 'error';
  const values = fault.code === 'comment-in-text' ? [fault.detail, fault.code] : [fault.detail || fault.code];
  return { code: codes[fault.code], severity, span: fault.span, values };
}

/** The places in the list of the entries with problems; the first of the entries has the place `first`. */
export function faultyAmong(entries: readonly Entry[], first: number): readonly number[] {
  return entries.flatMap((entry, i) => (entry.problems.length > 0 ? [first + i] : []));
}

/** The statement of an entry with its place; null where it is none. */
export function storedOf(entry: Entry, block: BlockPlace | undefined): StoredStatement | null {
  return entry.statement && block ? new StoredEntry(entry.statement, entry, block.start, block.end) : null;
}

/** A statement with its place. The places of its values are found when somebody asks: few do. */
class StoredEntry implements StoredStatement {
  readonly span: Span;

  constructor(
    readonly statement: Statement,
    private readonly entry: Entry,
    private readonly start: number,
    end: number,
  ) {
    this.span = { start: start + entry.indent, end };
  }

  get values(): ReadonlyMap<string, Span> {
    const { pairs } = readBlock(this.entry.text, this.entry.indent);
    return new Map(pairs.map((pair) => [pair.key, shift({ start: pair.start, end: pair.end }, this.start)]));
  }
}
