import { applyEdits } from '../text/span.js';
import type { Span, TextEdit } from '../text/span.js';
import { lineEndOf } from '../yaml/lines.js';
import { readBlock } from './block.js';
import type { Entry } from './entry.js';
import { indexOf } from './index.js';
import type { SidecarIndex } from './index.js';
import { mergeBlock, noteConflict } from './mergeBlock.js';
import { mergeHead } from './mergeHead.js';
import type { MergeConflict } from './mergeConflict.js';
import { documentsInOrder } from './mergeOrder.js';
import { readSidecar } from './read.js';
import { structureEdits } from './structure.js';
import type { NewBlock } from './structure.js';

export { splitConflicted } from './conflicted.js';
export type { MergeConflict } from './mergeConflict.js';

export type MergeResult =
  | { readonly ok: true; readonly text: string; readonly conflicts: readonly MergeConflict[] }
  | {
      readonly ok: false;
      readonly reason: 'not-writable' | 'layout';
      /** The text that stands in the way; `layout` is said of ours. */
      readonly side: 'base' | 'ours' | 'theirs';
      readonly span?: Span;
    };

/**
 * Merges two versions of a sidecar by the ids of the statements and, within a statement, by its keys. The result
 * is our text, byte for byte, with what they added, changed and removed; what they left as it was at the base
 * stays as we have it.
 *
 * What both sides changed differently stays valid YAML. Our value keeps its key, and theirs is put at the end of
 * the block with what was there before both:
 *
 *     stance: oppose
 *     conflict: {theirs: {stance: support}, base: {stance: mixed}}
 *
 * Of a statement that one side changed and the other removed, the changed version stays, with
 * `conflict: {ours: removed}` or `conflict: {theirs: removed}`. Whoever settles it takes the key away. A conflict in
 * a key of the top level is told in a comment above it.
 *
 * @param base null where there is none: then whatever stands on one side only is kept
 */
export function mergeSidecars(base: string | null, ours: string, theirs: string): MergeResult {
  if (ours === theirs || theirs === base) return { ok: true, text: ours, conflicts: [] };
  if (ours === base || ours.trim() === '') return { ok: true, text: theirs, conflicts: [] };
  const sides = { base: base ?? '', ours, theirs };
  for (const side of ['ours', 'theirs', 'base'] as const) {
    const file = readSidecar(sides[side]);
    const span = file.problems.find(({ severity }) => severity === 'error')?.span;
    const whole = indexOf(file)?.entries.every((entry) => entry.id !== null);
    if (!file.writable || whole !== true)
      return { ok: false, reason: 'not-writable', side, ...(span && { span }) };
  }
  const [b, o, t] = [sides.base, ours, theirs].map((text) => indexOf(readSidecar(text)));
  if (!b || !o || !t) return { ok: false, reason: 'layout', side: 'ours' };
  const merge = new Merge(b, o, t, base !== null);
  const text = merge.run();
  const after = text === null ? null : readSidecar(text);
  if (text === null || after?.writable !== true) return { ok: false, reason: 'layout', side: 'ours' };
  return { ok: true, text, conflicts: merge.conflicts };
}

/** A block of one side: its entry, and its text with the comment lines above it. */
interface Version {
  readonly at: number;
  readonly entry: Entry;
  readonly whole: string;
}

class Merge {
  readonly conflicts: MergeConflict[] = [];
  private readonly edits: TextEdit[] = [];
  private readonly removed: number[] = [];
  private readonly changed = new Set<number>();
  private readonly added: NewBlock[] = [];
  private readonly eol: string;

  constructor(
    private readonly base: SidecarIndex,
    private readonly ours: SidecarIndex,
    private readonly theirs: SidecarIndex,
    private readonly hasBase: boolean,
  ) {
    this.eol = lineEndOf(ours.text);
  }

  /** The merged text; null where it cannot be had by splices. */
  run(): string | null {
    const head = mergeHead(this.base, this.ours, this.theirs, this.hasBase);
    if (head === null) return null;
    this.edits.push(...head.edits);
    this.conflicts.push(...head.conflicts);
    const [base, ours, theirs] = [versions(this.base), versions(this.ours), versions(this.theirs)];
    for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
      if (!this.one(id, base.get(id), ours.get(id), theirs.get(id))) return null;
    }
    const order = documentsInOrder(this.ours.entries, this.theirs.entries);
    this.edits.push(...structureEdits(this.ours, this.removed, this.added, this.changed, order, null));
    return applyEdits(this.ours.text, this.edits);
  }

  private one(id: string, base?: Version, ours?: Version, theirs?: Version): boolean {
    if (ours && theirs) return this.both(id, base, ours, theirs);
    if (ours) return this.theyHaveNot(id, base, ours);
    return theirs ? this.weHaveNot(id, base, theirs) : true;
  }

  private both(id: string, base: Version | undefined, ours: Version, theirs: Version): boolean {
    if (equal(ours, theirs) || (base && equal(theirs, base))) return true;
    if (base && equal(ours, base) && ours.entry.indent === theirs.entry.indent) {
      return this.replace(ours.at, withLineEnds(theirs.whole, this.eol));
    }
    const read = (version: Version | undefined) =>
      version ? readBlock(version.entry.text, version.entry.indent).pairs : [];
    const merged = mergeBlock(
      read(base),
      ours.entry,
      { text: theirs.entry.text, pairs: read(theirs) },
      base?.entry.text ?? '',
      this.eol,
    );
    if (merged === null) return false;
    this.conflicts.push(...merged.conflicts.map((one) => ({ id, ...one })));
    return this.replaceBlock(ours.at, merged.text);
  }

  private theyHaveNot(id: string, base: Version | undefined, ours: Version): boolean {
    if (!base) return true;
    if (equal(ours, base)) {
      this.removed.push(ours.at);
      return true;
    }
    this.conflicts.push({ id, key: null, base: base.whole, ours: ours.whole, theirs: null });
    const noted = noteConflict(ours.entry.text, ours.entry.indent, '{theirs: removed}', this.eol);
    return noted !== null && this.replaceBlock(ours.at, noted);
  }

  private weHaveNot(id: string, base: Version | undefined, theirs: Version): boolean {
    if (base && equal(theirs, base)) return true;
    const { entry } = theirs;
    const margin = this.ours.layout.list?.indent ?? 0;
    let text = theirs.whole;
    if (base) {
      this.conflicts.push({ id, key: null, base: base.whole, ours: null, theirs: theirs.whole });
      const noted = noteConflict(entry.text, entry.indent, '{ours: removed}', lineEndOf(entry.text));
      if (noted === null) return false;
      text = noted.trimEnd();
    }
    this.added.push({
      text: withLineEnds(indented(text, margin - entry.indent), this.eol),
      statement: entry.statement,
    });
    return true;
  }

  /** Puts another text in place of a block and its comments. */
  private replace(at: number, text: string): boolean {
    const block = this.ours.layout.blocks[at];
    this.changed.add(at);
    if (block) this.edits.push({ start: block.lead, end: block.end, newText: text });
    return block !== undefined;
  }

  /** The same from the dash on; the blank lines behind the block, which an entry's text ends with, stay. */
  private replaceBlock(at: number, text: string): boolean {
    const block = this.ours.layout.blocks[at];
    const entry = this.ours.entries[at];
    if (!block || !entry) return false;
    this.changed.add(at);
    const behind = entry.text.slice(block.end - block.start);
    const cut = text.endsWith(behind) ? behind.length : text.length - text.trimEnd().length;
    const newText = text.slice(0, text.length - cut);
    this.edits.push({
      start: block.start,
      end: block.end,
      newText: this.eol === '\r' ? withLineEnds(newText, '\r') : newText,
    });
    return true;
  }
}

function versions({ text, layout, entries }: SidecarIndex): ReadonlyMap<string, Version> {
  const found = new Map<string, Version>();
  entries.forEach((entry, at) => {
    const block = layout.blocks[at];
    if (block && entry.id !== null)
      found.set(entry.id, { at, entry, whole: text.slice(block.lead, block.end) });
  });
  return found;
}

/** Whether two blocks are the same but for their line ends and the blank lines round them. */
function equal(a: Version, b: Version): boolean {
  return withLineEnds(a.whole, '\n').trim() === withLineEnds(b.whole, '\n').trim();
}

function withLineEnds(text: string, eol: string): string {
  return text.replace(/\r\n|\r|\n/g, eol);
}

/** The lines of a block further in or out; each is indented as deep as the dash at least, but for comments. */
function indented(text: string, by: number): string {
  const margin = ' '.repeat(Math.abs(by));
  const lines = text.split('\n').map((line) => {
    if (by > 0) return line.trim() === '' ? line : margin + line;
    return line.startsWith(margin) ? line.slice(margin.length) : line.trimStart();
  });
  return lines.join('\n');
}
