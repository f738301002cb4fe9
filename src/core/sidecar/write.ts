import { applyEdits, shift } from '../text/span.js';
import type { Span, TextEdit } from '../text/span.js';
import { lineEndOf } from '../yaml/lines.js';
import { changeBlock } from './change.js';
import { damageAt } from './damage.js';
import { readEntry } from './entry.js';
import type { Entry } from './entry.js';
import { sameStatement } from './equal.js';
import { fold } from './fold.js';
import type { Fate } from './fold.js';
import { formatBlock, members } from './format.js';
import { indexOf } from './index.js';
import type { SidecarIndex } from './index.js';
import { insertBlocks } from './insert.js';
import { limits } from './keys.js';
import { scanBlocks } from './layout.js';
import { placeOf } from './order.js';
import type { DocumentOrder } from './order.js';
import { readSidecar } from './read.js';
import { removeBlocks } from './remove.js';
import { newList } from './start.js';
import type { SidecarFile, SidecarOperation, Statement } from './types.js';

export { newSidecar } from './format.js';

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
  const added: { readonly statement: Statement; readonly text: string }[] = [];
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
    } else if (fate.kind === 'added') {
      if (fate.replaces) removed.push(at);
      const source = blockFor(fate, index.layout.list?.indent ?? 0, eol);
      if (typeof source !== 'string') return { ok: false, reason: source.reason, id };
      added.push({ statement: fate.statement, text: source });
    } else removed.push(at);
  }
  edits.push(...structureEdits(index, removed, added, order ?? null, options.coder ?? null));
  return checked(index, edits, added);
}

/** Takes back one operation: what to do to the file after it to have the statements of the file before it. */
export function invertOperation(before: SidecarFile, operation: SidecarOperation): SidecarOperation {
  if (operation.kind === 'add') return { kind: 'remove', id: operation.statement.id };
  const stored = before.statements.find(({ statement }) => statement.id === operation.id);
  if (!stored) return { kind: 'set', id: operation.id, change: {} };
  if (operation.kind === 'set') {
    const keys = Object.values(members).filter((member) => operation.change[member] !== undefined);
    const change = Object.fromEntries(keys.map((member) => [member, stored.statement[member]]));
    return { kind: 'set', id: operation.id, change: change };
  }
  const index = indexOf(before);
  const place = index?.layout.blocks.find(
    (block) => block.start <= stored.span.start && stored.span.end <= block.end,
  );
  const block = place && index?.text.slice(place.lead, place.end);
  return { kind: 'add', statement: stored.statement, ...(block !== undefined && { block }) };
}

/** Finds an entry by its id; -1 where there is none. */
function finder({ entries }: SidecarIndex, calls: number): (id: string) => number {
  if (calls < 5) return (id) => entries.findIndex((entry) => entry.id === id);
  const byId = new Map(entries.map((entry, i) => [entry.id, i]));
  return (id) => byId.get(id) ?? -1;
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

function structureEdits(
  index: SidecarIndex,
  removed: readonly number[],
  added: readonly { readonly statement: Statement; readonly text: string }[],
  order: DocumentOrder | null,
  coder: string | null,
): readonly TextEdit[] {
  const { firstKept, insertions } = insertionsOf(index, new Set(removed), added, order);
  const ascending = [...removed].sort((a, b) => a - b);
  const edits = [...removeBlocks(index, ascending, (behind) => insertions.has(behind))];
  if (added.length === 0) return edits;
  const { list } = index.layout;
  if (!list) return [...edits, ...newList(index, [...insertions.values()].flat(), coder)];
  if (list.value > list.colon) edits.push({ start: list.colon, end: list.value, newText: '' });
  for (const [at, blocks] of insertions)
    edits.push(insertBlocks(index, list, { behind: at, blocks }, firstKept));
  return edits;
}

/** Where each new block goes, and the first block that stays (-1 where none does). */
function insertionsOf(
  { entries }: SidecarIndex,
  gone: ReadonlySet<number>,
  added: readonly { readonly statement: Statement; readonly text: string }[],
  order: DocumentOrder | null,
): { readonly firstKept: number; readonly insertions: ReadonlyMap<number, readonly string[]> } {
  const kept = gone.size === 0 ? entries : entries.filter((_, at) => !gone.has(at));
  const slots: (Entry | (typeof added)[number])[] = [...kept];
  for (const one of added) slots.splice(placeOf(slots, one.statement, order), 0, one);
  const insertions = new Map<number, string[]>();
  let behind = -1;
  let at = -1;
  for (const slot of slots) {
    if ('sound' in slot) {
      do at += 1;
      while (gone.has(at));
      behind = at;
    } else insertions.set(behind, [...(insertions.get(behind) ?? []), slot.text]);
  }
  return { firstKept: entries.findIndex((_, i) => !gone.has(i)), insertions };
}

/** Files without a block yet are small, and the first one goes between lines that are not ours: read them again. */
function checked(
  index: SidecarIndex,
  edits: readonly TextEdit[],
  added: readonly { readonly statement: Statement }[],
): EditResult {
  const grown = edits.reduce(
    (sum, edit) => sum + edit.newText.length - (edit.end - edit.start),
    index.text.length,
  );
  if (grown > limits.file) return { ok: false, reason: 'too-large' };
  if (added.length === 0 || index.entries.length > 0) return { ok: true, edits };
  const after = readSidecar(applyEdits(index.text, edits));
  const ids = new Set(after.statements.map(({ statement }) => statement.id));
  const good = after.writable && added.every(({ statement }) => ids.has(statement.id));
  return good ? { ok: true, edits } : { ok: false, reason: 'layout' };
}
