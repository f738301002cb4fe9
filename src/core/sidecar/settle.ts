import { isMap } from 'yaml';
import { difference } from '../text/difference.js';
import { applyEdits, contains, shift } from '../text/span.js';
import type { TextEdit } from '../text/span.js';
import { lineEndOf } from '../yaml/lines.js';
import { pairsOf } from '../yaml/pairs.js';
import type { Pair } from '../yaml/pairs.js';
import { parseYaml } from '../yaml/parse.js';
import { setKey } from '../yaml/splice.js';
import { readBlock } from './block.js';
import { indexOf } from './index.js';
import type { SidecarIndex } from './index.js';
import { isConflictKey, keyOrder } from './keys.js';
import { removeBlocks } from './remove.js';
import type { SidecarFile } from './types.js';

/** What a merge left for a person to settle in one statement: see `mergeSidecars`. */
export interface Unsettled {
  readonly id: string;
  /** The keys that both sides changed, each with their value as it is written; null where they took it away. */
  readonly theirs: readonly { readonly key: string; readonly value: string | null }[];
  /** Who removed the statement while the other side changed it; null where both kept it. */
  readonly removedBy: 'ours' | 'theirs' | null;
  /** Keeps what stands there: takes the note away. Null where that cannot be done by a splice. */
  readonly keep: readonly TextEdit[] | null;
  /** Takes the other side: their values, or the removal. Null where that cannot be done by a splice. */
  readonly change: readonly TextEdit[] | null;
}

/** The conflict noted at an offset of a sidecar, with the edits that settle it; null where there is none. */
export function unsettledAt(file: SidecarFile, offset: number): Unsettled | null {
  const index = indexOf(file);
  const at = index?.layout.blocks.findIndex(({ start, end }) => start <= offset && offset <= end) ?? -1;
  const entry = index?.entries[at];
  const block = index?.layout.blocks[at];
  if (!index || !entry || !block || entry.id === null) return null;
  const { pairs } = readBlock(entry.text, entry.indent);
  const here = { start: offset - block.start, end: offset - block.start };
  const note = pairs.find(
    (pair) => isConflictKey(pair.key) && contains({ start: pair.keyStart, end: pair.end }, here),
  );
  if (!note) return null;
  const { theirs, removedBy } = readNote(entry.text.slice(note.start, note.end));
  const settled = (values: Unsettled['theirs']): readonly TextEdit[] | null => {
    const text = withValues(entry.text, entry.indent, [...values, { key: note.key, value: null }], index);
    return text === null ? null : [shift(difference(entry.text, text), block.start)];
  };
  const change = removedBy === null ? settled(theirs) : removeBlocks(index, [at], () => false);
  return { id: entry.id, theirs, removedBy, keep: settled([]), change };
}

function readNote(source: string): Pick<Unsettled, 'theirs' | 'removedBy'> {
  const sides = mapOf(source);
  const value = (key: string): string => {
    const pair = sides.find((one) => one.key === key);
    return pair ? source.slice(pair.start, pair.end) : '';
  };
  const removedBy = (['ours', 'theirs'] as const).find((side) => value(side) === 'removed') ?? null;
  const text = value('theirs');
  const theirs = mapOf(text).map((pair) => ({
    key: pair.key,
    value: pair.data === null ? null : text.slice(pair.start, pair.end),
  }));
  return { theirs, removedBy };
}

function mapOf(source: string): readonly Pair[] {
  const { root, faults } = parseYaml(source);
  return faults.length === 0 && isMap(root) ? pairsOf(root) : [];
}

/** The block with other values, read again after each; null where a splice cannot do it. */
function withValues(
  block: string,
  indent: number,
  values: Unsettled['theirs'],
  { text: file }: SidecarIndex,
): string | null {
  let text = block;
  for (const { key, value } of values) {
    const edits = setKey(text, readBlock(text, indent), key, value, keyOrder, lineEndOf(file));
    if (edits === null) return null;
    text = applyEdits(text, edits);
    const after = readBlock(text, indent);
    if (after.faults.length > 0 || after.pairs.some((pair) => pair.key === key) !== (value !== null))
      return null;
  }
  return text;
}
