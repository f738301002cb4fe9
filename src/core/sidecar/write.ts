import { applyEdits, shift } from '../text/span.js';
import type { Span, TextEdit } from '../text/span.js';
import { lineEndOf } from '../yaml/lines.js';
import { changeBlock } from './change.js';
import { damageAt } from './damage.js';
import { readEntry } from './entry.js';
import { sameStatement } from './equal.js';
import { fold } from './fold.js';
import type { Fate } from './fold.js';
import { formatBlock } from './format.js';
import { indexOf } from './index.js';
import type { SidecarIndex } from './index.js';
import { limits } from './keys.js';
import { scanBlocks } from './layout.js';
import type { DocumentOrder } from './order.js';
import { readSidecar } from './read.js';
import { structureEdits } from './structure.js';
import type { NewBlock } from './structure.js';
import type { SidecarFile, SidecarOperation, Statement } from './types.js';

export { newSidecar } from './format.js';
export { invertOperation } from './invert.js';

/**
 * Why a sidecar is left as it is:
 * - `not-writable`: see the problems of the file; the span is that of the first error
 * - `unknown-id`, `duplicate-id`: there is no such statement, or there is another one with this id
 * - `statement-invalid`: the entry is no statement that we can read
 * - `layout`: the change cannot be made by a splice that keeps everything else
 * - `too-large`: the entry or the file would grow beyond what we read
 */
export type EditRefusal =
  'not-writable' | 'unknown-id' | 'duplicate-id' | 'statement-invalid' | 'layout' | 'too-large';

/** Edits to a text, or why there are none. */
export type EditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: EditRefusal; readonly span?: Span; readonly id?: string };

export interface EditOptions {
  /** The file as read from this very text: saves reading it again. */
  readonly file?: SidecarFile;
  /** Who writes, for the header of a file that has none yet. */
  readonly coder?: string | null;
}

/** The edits for one operation. See `editSidecarAll`. */
export function editSidecar(
  text: string,
  operation: SidecarOperation,
  order?: DocumentOrder,
  options?: EditOptions,
): EditResult {
  return editSidecarAll(text, [operation], order, options);
}

/**
 * The edits that apply operations, one after the other, to a sidecar: all of them, or none. Lines that no
 * operation concerns stay byte for byte; existing blocks stay where they are. Adding a statement that is there
 * already, in the same words, changes nothing.
 * @param order the place of a document in its corpus: new statements go in document order, then by start
 * @returns edits that do not overlap, offsets into `text`
 */
export function editSidecarAll(
  text: string,
  operations: readonly SidecarOperation[],
  order?: DocumentOrder,
  options: EditOptions = {},
): EditResult {
  const file = readSidecar(text, options.file);
  const index = indexOf(file);
  if (!file.writable || !index) {
    const error = file.problems.find((problem) => problem.severity === 'error');
    return { ok: false, reason: 'not-writable', ...(error && { span: error.span }) };
  }
  const find = finder(index, operations.length);
  const fates = fold(operations, (id) => index.entries[find(id)]?.statement);
  if ('reason' in fates) return { ok: false, ...fates };
  const edits: TextEdit[] = [];
  const removed: number[] = [];
  const changed = new Set<number>();
  const added: NewBlock[] = [];
  const eol = lineEndOf(text);
  for (const [id, fate] of fates) {
    const at = find(id);
    const entry = index.entries[at];
    const block = index.layout.blocks[at];
    if (fate.kind === 'changed' && entry && block) {
      const result = changeBlock(entry, fate.change, eol);
      if (!result.ok)
        return { ok: false, reason: result.reason, id, span: { start: block.start, end: block.end } };
      edits.push(...result.edits.map((edit) => shift(edit, block.start)));
      changed.add(at);
    } else if (fate.kind === 'added') {
      if (fate.replaces) removed.push(at);
      const source = blockFor(fate, index.layout.list?.indent ?? 0, eol);
      if (typeof source !== 'string') return { ok: false, reason: source.reason, id };
      added.push({ statement: fate.statement, text: source });
    } else removed.push(at);
  }
  edits.push(...structureEdits(index, removed, added, changed, order ?? null, options.coder ?? null));
  return checked(index, edits, added);
}

/** Finds an entry by its id; -1 where there is none. */
function finder({ entries }: SidecarIndex, calls: number): (id: string) => number {
  const known = new Map<string | null, number>();
  if (calls >= 5) entries.forEach((entry, i) => known.set(entry.id, i));
  return (id) => {
    const at = known.get(id) ?? (calls >= 5 ? -1 : entries.findIndex((entry) => entry.id === id));
    known.set(id, at);
    return at;
  };
}

/** The text of a new block: as it once was, if that still says the same, else in our own form. */
function blockFor(
  fate: Extract<Fate, { kind: 'added' }>,
  indent: number,
  eol: string,
): string | { readonly reason: 'too-large' | 'statement-invalid' } {
  if (fate.block !== null && saysOnly(fate.block, fate.statement, indent)) return fate.block;
  const text = formatBlock(fate.statement, indent, eol);
  if (text.length > limits.entry) return { reason: 'too-large' };
  return saysOnly(text, fate.statement, indent) ? text : { reason: 'statement-invalid' };
}

/** Whether a text is one block in this column, and says what the statement says. */
function saysOnly(text: string, statement: Statement, indent: number): boolean {
  const plain = text.replace(/\r(?!\n)/g, '\n');
  const { blocks, tail } = scanBlocks(plain, 0, plain.length, indent);
  const block = blocks[0];
  if (!block || blocks.length > 1 || tail !== plain.length || block.end !== plain.length) return false;
  if (block.lead !== 0 || damageAt(text) !== -1) return false;
  const entry = readEntry(plain.slice(block.start), indent);
  return entry.sound && entry.statement !== null && sameStatement(entry.statement, statement);
}

/** Files without a block yet are small, and the first one goes between lines that are not ours: read them again. */
function checked(index: SidecarIndex, edits: readonly TextEdit[], added: readonly NewBlock[]): EditResult {
  const grown = edits.reduce(
    (sum, edit) => sum + edit.newText.length - (edit.end - edit.start),
    index.text.length,
  );
  if (grown > limits.file) return { ok: false, reason: 'too-large' };
  if (overlapping(edits)) return { ok: false, reason: 'layout' };
  if (added.length === 0 || index.entries.length > 0) return { ok: true, edits };
  const after = readSidecar(applyEdits(index.text, edits));
  const ids = new Set(after.statements.map(({ statement }) => statement.id));
  const good = after.writable && added.every(({ statement }) => statement && ids.has(statement.id));
  return good ? { ok: true, edits } : { ok: false, reason: 'layout' };
}

/** Edits are made so that they never overlap; were there a case that nobody thought of, nothing is written. */
function overlapping(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some((edit, i) => edit.start < (ordered[i - 1]?.end ?? 0));
}
