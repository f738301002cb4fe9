import { setEntryField } from '../codebook/write.js';
import { applyEdits } from '../text/span.js';
import type { TextEdit } from '../text/span.js';
import { readCodebook } from '../codebook/read.js';
import { entryNode, entryNodes, mapsOf, spanOf, valueOf } from './entryNodes.js';
import { removalOf } from './lists.js';
import { hasEntry } from './symbols.js';
import type { EntryName } from './types.js';

/** The edits that take an entry out of a codebook; null where that cannot be done by a small edit. */
export function removeEntry(text: string, entry: EntryName): readonly TextEdit[] | null {
  const node = entryNode(text, entry);
  const removal = node && removalOf(text, node);
  if (!removal) return null;
  const after = readCodebook(applyEdits(text, [removal]));
  return after.writable && !hasEntry(after.codebook, entry) ? [removal] : null;
}

/** The edits that take an organisation's parent away; null where that cannot be done by a small edit. */
export function removeParent(text: string, id: string): readonly TextEdit[] | null {
  const result = setEntryField(text, 'organisations', id, 'parent', null);
  return result.ok ? result.edits : null;
}

/** The edits that swap the dates of the affiliation whose end stands at an offset; null where none does. */
export function swapDates(text: string, offset: number): readonly TextEdit[] | null {
  for (const { kind, map } of entryNodes(text)) {
    if (kind !== 'person') continue;
    for (const one of mapsOf(map, 'affiliations')) {
      const [from, to] = [valueOf(one, 'from'), valueOf(one, 'to')];
      if (!from || !to || spanOf(to).start !== offset) continue;
      const [first, second] = [spanOf(from), spanOf(to)];
      return [
        { ...first, newText: text.slice(second.start, second.end) },
        { ...second, newText: text.slice(first.start, first.end) },
      ];
    }
  }
  return null;
}

/** A name to begin with for an entry of which only the id is known: `care-union` gives "Care union". */
export function nameFromId(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
