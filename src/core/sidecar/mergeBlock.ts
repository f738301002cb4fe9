import { applyEdits } from '../text/span.js';
import { flowText, quoteText } from '../yaml/format.js';
import type { YamlValue } from '../yaml/format.js';
import type { Pair } from '../yaml/pairs.js';
import { setKey } from '../yaml/splice.js';
import { readBlock } from './block.js';
import { keyOrder } from './keys.js';

/** A key that both sides changed, each to something else. Values as they stand in the files; null for none. */
export interface KeyConflict {
  readonly key: string;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface MergedBlock {
  readonly text: string;
  readonly conflicts: readonly KeyConflict[];
}

/**
 * Merges one block key by key. What only they changed is spliced into our text; where both changed a key, ours
 * stays and theirs is kept beside it under `conflict`. Null where a splice cannot do it.
 * @param base empty where the block is new on both sides
 */
export function mergeBlock(
  base: readonly Pair[],
  ours: { readonly text: string; readonly indent: number },
  theirs: { readonly text: string; readonly pairs: readonly Pair[] },
  baseText: string,
  eol: string,
): MergedBlock | null {
  let text: string = ours.text;
  const mine = readBlock(ours.text, ours.indent).pairs;
  const conflicts: KeyConflict[] = [];
  const keys = new Set([...base, ...mine, ...theirs.pairs].map((pair) => pair.key));
  for (const key of keys) {
    const [b, o, t] = [base, mine, theirs.pairs].map((pairs) => pairs.find((pair) => pair.key === key));
    if (same(t, b) || same(t, o)) continue;
    const source = t ? sourceOf(t, theirs.text) : null;
    if (same(o, b)) {
      const changed = set(text, ours.indent, key, source, eol);
      if (changed === null) return null;
      text = changed;
    } else {
      const [was, is] = [b ? sourceOf(b, baseText) : null, o ? sourceOf(o, ours.text) : null];
      conflicts.push({ key, base: was, ours: is, theirs: source });
    }
  }
  if (conflicts.length === 0) return { text, conflicts };
  const noted = noteConflict(text, ours.indent, conflictValue(conflicts), eol);
  return noted === null ? null : { text: noted, conflicts };
}

/** Puts `conflict: …` at the end of a block, or `conflict_2` where an older one is not settled yet. */
export function noteConflict(text: string, indent: number, value: string, eol: string): string | null {
  const taken = new Set(readBlock(text, indent).pairs.map((pair) => pair.key));
  let key = 'conflict';
  for (let n = 2; taken.has(key); n += 1) key = `conflict_${n}`;
  return set(text, indent, key, value, eol);
}

/** `{theirs: {stance: support}, base: {stance: null}}` */
function conflictValue(conflicts: readonly KeyConflict[]): string {
  const side = (name: 'theirs' | 'base'): string =>
    `${name}: {${conflicts.map((one) => `${one.key}: ${one[name] ?? 'null'}`).join(', ')}}`;
  return `{${side('theirs')}, ${side('base')}}`;
}

function set(text: string, indent: number, key: string, value: string | null, eol: string): string | null {
  const block = readBlock(text, indent);
  const edits = block.faults.length > 0 ? null : setKey(text, block, key, value, keyOrder, eol);
  if (edits === null) return null;
  const changed = applyEdits(text, edits);
  const after = readBlock(changed, indent);
  const there = after.pairs.some((pair) => pair.key === key);
  return after.faults.length === 0 && there === (value !== null) ? changed : null;
}

/** The value on one line: as it stands there, or anew where it runs over lines or could not stand in braces. */
function sourceOf(pair: Pair, text: string): string {
  if (pair.style === 'quoted' && !/[\r\n]/.test(text.slice(pair.start, pair.end))) {
    return text.slice(pair.start, pair.end);
  }
  if (pair.text === null) return flowText(pair.data as YamlValue);
  return /^[\w:+.-]+$/.test(pair.text) && pair.style === 'plain' ? pair.text : quoteText(pair.text);
}

function same(a: Pair | undefined, b: Pair | undefined): boolean {
  if (!a || !b) return a === b;
  return a.text === b.text && JSON.stringify(a.data) === JSON.stringify(b.data);
}
