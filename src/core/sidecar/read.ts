import { shift } from '../text/span.js';
import type { Span } from '../text/span.js';
import { plainLineEnds } from '../yaml/parse.js';
import { parsingCost } from './block.js';
import { conflictMarkers, damageAt } from './damage.js';
import { faultyAmong, readEntry, storedOf, unreadEntry } from './entry.js';
import type { Entry } from './entry.js';
import { readFrame } from './frame.js';
import type { Frame } from './frame.js';
import { readAgain } from './incremental.js';
import { indexOf, keepIndex } from './index.js';
import type { SidecarIndex } from './index.js';
import { limits } from './keys.js';
import { layOut } from './layout.js';
import { statementOf } from './statement.js';
import type { SidecarFile, SidecarProblem, SidecarProblemCode, StoredStatement } from './types.js';

/**
 * Reads a sidecar as far as it is valid. Never throws. An empty file, or one with comments only, is valid and
 * holds no statements. `writable` is false, with an error among the problems, where the file is no YAML, or
 * laid out so that a splice could lose something: then nothing may be written to it. An entry that is no
 * statement, an odd id or an unknown version does not stop writing: a splice elsewhere leaves it as it is.
 * @param previous an earlier reading of the same file, whose unchanged blocks are taken over
 */
export function readSidecar(text: string, previous?: SidecarFile): SidecarFile {
  const known = previous && indexOf(previous);
  if (previous && known?.text === text) return previous;
  if (text.length > limits.file) {
    const whole = { start: 0, end: 1 };
    return { coder: null, statements: [], problems: [problem('too-large', whole, [])], writable: false };
  }
  const index = (known && readAgain(known, text)) ?? readWhole(text, known);
  const file = fileOf(index);
  keepIndex(file, index);
  return file;
}

function readWhole(text: string, known: SidecarIndex | undefined): SidecarIndex {
  const plain = plainLineEnds(text);
  const layout = layOut(plain);
  const kept = new Map(known?.entries.map((entry) => [entry.text, entry]));
  const indent = layout.list?.indent ?? 0;
  let cost = 0;
  let unread = false;
  const entries = layout.blocks.map((block, i) => {
    const source = plain.slice(block.start, block.next);
    const old = kept.get(source);
    if (old?.indent === indent && old.id !== null) return old;
    if (cost > limits.parsing || i >= limits.statements) {
      const first = !unread;
      unread = true;
      return unreadEntry(source, indent, first);
    }
    const entry = readEntry(source, indent);
    if (entry.parsed) cost += parsingCost(source);
    return entry;
  });
  return {
    text,
    plain,
    layout,
    frame: readFrame(plain, layout),
    entries,
    stored: entries.map((entry, i) => storedOf(entry, layout.blocks[i])),
    faulty: faultyAmong(entries, 0),
    twins: twinsAmong(entries),
    damage: damageAt(text),
    markers: conflictMarkers(plain),
  };
}

function fileOf(index: SidecarIndex): SidecarFile {
  const { layout, frame, entries } = index;
  const problems: SidecarProblem[] = [];
  let sound = frame.writable;
  for (const i of index.faulty) {
    const entry = entries[i];
    const block = layout.blocks[i];
    if (!entry || !block) continue;
    if (!entry.sound) sound = false;
    for (const one of entry.problems) problems.push({ ...one, span: shift(one.span, block.start) });
  }
  const inline = inlineStatements(frame);
  const statements = [...index.stored.filter((one) => one !== null), ...inline.statements];
  if (index.markers.length > 0) return conflicted(statements, index);
  const others = [...damage(index), ...duplicates(index)];
  problems.push(...frame.problems, ...inline.problems, ...others);
  problems.sort((a, b) => a.span.start - b.span.start);
  return {
    coder: frame.coder,
    statements,
    problems,
    writable: sound && others.length === 0,
  };
}

/** Both sides of a conflict are shown where they are whole; whatever else is wrong follows from the markers. */
function conflicted(statements: readonly StoredStatement[], { frame, markers }: SidecarIndex): SidecarFile {
  const problems = markers.map((span) => problem('conflict-markers', span, []));
  return { coder: frame.coder, statements, problems, writable: false };
}

function inlineStatements(frame: Frame): {
  statements: readonly StoredStatement[];
  problems: readonly SidecarProblem[];
} {
  const statements: StoredStatement[] = [];
  const problems: SidecarProblem[] = [];
  for (const { span, pairs } of frame.entries) {
    if (pairs.length === 0) {
      problems.push(problem('statement-invalid', span, ['not-a-map']));
      continue;
    }
    const reading = statementOf(pairs, { start: span.start, end: span.start + 1 });
    problems.push(...reading.problems);
    const values = new Map(pairs.map((pair) => [pair.key, { start: pair.start, end: pair.end }]));
    if (reading.statement) statements.push({ statement: reading.statement, span, values });
  }
  return { statements, problems };
}

function damage({ damage: at }: SidecarIndex): readonly SidecarProblem[] {
  return at === -1 ? [] : [problem('not-utf8', { start: at, end: at + 1 }, [])];
}

function twinsAmong(entries: readonly Entry[]): readonly number[] {
  const first = new Map<string, number>();
  const found = new Set<number>();
  entries.forEach((entry, i) => {
    if (entry.id === null) return;
    const other = first.get(entry.id);
    if (other === undefined) first.set(entry.id, i);
    else found.add(other).add(i);
  });
  return [...found];
}

function duplicates({ layout, entries, twins }: SidecarIndex): readonly SidecarProblem[] {
  return twins.flatMap((i) => {
    const entry = entries[i];
    const block = layout.blocks[i];
    if (!entry || !block) return [];
    return [problem('duplicate-id', shift(entry.idSpan, block.start), [(entry.id ?? '').slice(0, 80)])];
  });
}

function problem(code: SidecarProblemCode, span: Span, values: readonly string[]): SidecarProblem {
  return { code, severity: 'error', span, values };
}
