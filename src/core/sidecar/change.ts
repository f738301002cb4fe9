import { applyEdits } from '../text/span.js';
import type { TextEdit } from '../text/span.js';
import { setKey } from '../yaml/splice.js';
import type { Pair } from '../yaml/pairs.js';
import { readBlock } from './block.js';
import { readEntry } from './entry.js';
import type { Entry } from './entry.js';
import { sameStatement, sameValue } from './equal.js';
import { formatValue, members } from './format.js';
import { keyOrder, limits } from './keys.js';
import type { Statement, StatementChange, StatementKey } from './types.js';

/** Why a block cannot be changed by a splice. */
export type BlockRefusal = 'statement-invalid' | 'layout' | 'too-large';

/**
 * The edits (offsets into the block) that change some keys of a block and nothing else. The changed block is
 * read again: unless it says just what was asked for, with every other value byte for byte, it is refused.
 */
export function changeBlock(
  entry: Entry,
  change: StatementChange,
  eol: string,
):
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: BlockRefusal } {
  const before = entry.statement;
  if (before === null) return { ok: false, reason: 'statement-invalid' };
  const keys = changedKeys(before, change);
  const block = readBlock(entry.text, entry.indent);
  const edits: TextEdit[] = [];
  for (const key of keys) {
    const found = setKey(entry.text, block, key, formatValue(key, change), keyOrder, eol);
    if (found === null) return { ok: false, reason: 'layout' };
    edits.push(...found);
  }
  const text = applied(entry.text, edits);
  if (text === null) return { ok: false, reason: 'layout' };
  if (text.length > limits.entry) return { ok: false, reason: 'too-large' };
  const after = readEntry(text, entry.indent);
  const wanted = { ...before, ...cleaned(change) };
  const asAsked = after.sound && after.statement !== null && sameStatement(after.statement, wanted);
  const others = (pairs: readonly Pair[], source: string): string =>
    JSON.stringify(
      pairs
        .filter((pair) => !keys.some((key) => key === pair.key))
        .map((p) => [p.key, source.slice(p.start, p.end)]),
    );
  const same =
    asAsked && others(block.pairs, entry.text) === others(readBlock(text, entry.indent).pairs, text);
  return same ? { ok: true, edits } : { ok: false, reason: 'layout' };
}

/** The keys whose value really changes, in the order in which they are written. */
function changedKeys(before: Statement, change: StatementChange): readonly StatementKey[] {
  const asked = cleaned(change);
  return keyOrder.filter((key): key is StatementKey => {
    if (key === 'id') return false;
    const value = asked[members[key]];
    return value !== undefined && !sameValue(value, before[members[key]]);
  });
}

/** A change without the members that are there but undefined. */
export function cleaned(change: StatementChange): StatementChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function applied(text: string, edits: readonly TextEdit[]): string | null {
  try {
    return applyEdits(text, edits);
  } catch {
    // Two of the edits overlap: the key on the dash's line goes while another is put behind it.
    return null;
  }
}
