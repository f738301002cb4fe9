import type { TextEdit } from '../text/span.js';
import { flowText } from '../yaml/format.js';
import type { YamlValue } from '../yaml/format.js';
import { lineEndOf } from '../yaml/lines.js';
import { setKey } from '../yaml/splice.js';
import type { Pair } from '../yaml/pairs.js';
import type { SidecarIndex } from './index.js';
import { frameOrder } from './keys.js';
import type { MergeConflict } from './mergeConflict.js';

/**
 * The edits to our text that bring in what they changed in the keys of the top level. A conflict is told in a
 * comment above our key. Null where a splice cannot do it.
 */
export function mergeHead(
  base: SidecarIndex,
  ours: SidecarIndex,
  theirs: SidecarIndex,
  hasBase: boolean,
): { readonly edits: readonly TextEdit[]; readonly conflicts: readonly MergeConflict[] } | null {
  const eol = lineEndOf(ours.text);
  const edits: TextEdit[] = [];
  const conflicts: MergeConflict[] = [];
  const keys = new Set([base, ours, theirs].flatMap(({ frame }) => frame.pairs.map(({ key }) => key)));
  keys.delete('statements');
  // New keys go in front of the list, whose entries would otherwise be behind them.
  const list = ours.layout.list?.start ?? Infinity;
  const map = { pairs: ours.frame.pairs.filter((pair) => pair.keyStart < list), flow: false };
  for (const key of keys) {
    const [b, o, t] = [base, ours, theirs].map(({ frame }) => frame.pairs.find((pair) => pair.key === key));
    const [was, is, comes] = [valueOf(b), valueOf(o), valueOf(t)];
    if (comes === was || comes === is) continue;
    // Without a base a key that only one side has is new.
    if (is === was || (!hasBase && is === null)) {
      const found = o && o.keyStart >= list ? null : setOrStart(ours, map, key, comes, eol);
      if (found === null) return null;
      edits.push(...found);
    } else {
      conflicts.push({ id: null, key, base: was, ours: is, theirs: comes });
      const told = `# conflict: ${key} is ${comes ?? 'absent'} in their version, and was ${was ?? 'absent'}${eol}`;
      const at = o?.keyStart ?? (Number.isFinite(list) ? list : 0);
      edits.push({ start: at, end: at, newText: told });
    }
  }
  return { edits, conflicts };
}

function setOrStart(
  ours: SidecarIndex,
  map: { readonly pairs: readonly Pair[]; readonly flow: boolean },
  key: string,
  value: string | null,
  eol: string,
): readonly TextEdit[] | null {
  if (map.pairs.length > 0) return setKey(ours.text, map, key, value, frameOrder, eol);
  const at = ours.layout.list?.start ?? ours.text.length;
  return value === null ? [] : [{ start: at, end: at, newText: `${key}: ${value}${eol}` }];
}

/** A value on one line; null where the key is missing. */
function valueOf(pair: Pair | undefined): string | null {
  if (!pair) return null;
  return flowText(pair.text ?? (pair.data as YamlValue));
}
