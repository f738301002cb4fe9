import type { TextEdit } from '../text/span.js';
import { lineStart } from '../yaml/lines.js';
import type { SidecarIndex } from './index.js';
import { keepsBlankLines } from './insert.js';

/**
 * The edits that take blocks out of the list, each with the comment lines right above it and the blank lines
 * behind it. At the end of the file the blank lines in front of it go instead, so that the file ends as before.
 * @param removed indices of blocks, ascending
 * @param grows whether other edits change the block of an index or put something behind it (-1: the list's head)
 */
export function removeBlocks(
  index: SidecarIndex,
  removed: readonly number[],
  grows: (behind: number) => boolean,
): readonly TextEdit[] {
  const { text, layout } = index;
  const runs: { start: number; end: number; bare: number; first: number }[] = [];
  for (const i of removed) {
    const block = layout.blocks[i];
    if (!block) continue;
    const last = runs.at(-1);
    if (last?.end === block.lead) {
      last.end = block.next;
      last.bare = block.end;
    } else runs.push({ start: block.lead, end: block.next, bare: block.end, first: i });
  }
  return runs.map(({ start, end, bare, first }) => {
    if (end === text.length) {
      return { start: startAtEnd(index, start, first, grows(first - 1)), end, newText: '' };
    }
    // Of the two gaps the wider one stays: it was there before the blocks came into it.
    const above = grows(first - 1) ? undefined : layout.blocks[first - 1];
    const isBare = above && text.slice(above.end, start).trim() === '' && !keepsBlankLines(index, above);
    return isBare && start - above.end < end - bare
      ? { start: above.end, end: bare, newText: '' }
      : { start, end, newText: '' };
  });
}

/** Where the cut begins for blocks that end the file. */
function startAtEnd(index: SidecarIndex, start: number, first: number, grows: boolean): number {
  const { text, layout } = index;
  const above = layout.blocks[first - 1];
  if (above && keepsBlankLines(index, above)) return start;
  let from = start;
  while (from > (layout.list?.end ?? 0)) {
    const line = lineStart(text, from - (text.startsWith('\r\n', from - 2) ? 2 : 1));
    if (text.slice(line, from).trim() !== '') break;
    from = line;
  }
  const open = !text.endsWith('\n') && !text.endsWith('\r');
  if (!open || grows || from === 0) return from;
  return from - (text.startsWith('\r\n', from - 2) ? 2 : 1);
}
