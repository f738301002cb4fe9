import type { TextEdit } from '../text/span.js';
import { lineEndOf, nextLine } from '../yaml/lines.js';
import type { SidecarIndex } from './index.js';
import type { BlockPlace, ListPlace } from './layout.js';

/** New blocks (without the line end of their last line) for one place of the list. */
export interface Insertion {
  /** The index of the block that they go behind; -1 for the head of the list. */
  readonly behind: number;
  readonly blocks: readonly string[];
}

/**
 * The edit that puts blocks into the list, with one blank line between each two, and between them and what is
 * there. Existing lines stay as they are; a file without a last line end stays without.
 * @param firstKept the index of the first block that stays, -1 where none does
 */
export function insertBlocks(
  index: SidecarIndex,
  list: ListPlace,
  insertion: Insertion,
  firstKept: number,
): TextEdit {
  const { text, layout } = index;
  const eol = lineEndOf(text);
  const body = insertion.blocks.join(eol + eol);
  const above = layout.blocks[insertion.behind];
  const below = layout.blocks[firstKept];
  if (!above && below) return insert(below.lead, body + eol + eol);
  const keeps = above !== undefined && keepsBlankLines(index, above);
  const at = above ? (keeps ? above.next : nextLine(text, above.end)) : list.end;
  if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r')
    return insert(at, (keeps ? eol : eol + eol) + body);
  const blankBelow = at >= text.length || at >= nextLine(text, at) || isBlankLine(text, at);
  return insert(at, (keeps ? '' : eol) + body + eol + (blankBelow ? '' : eol));
}

/** Whether blank lines behind a block are part of its last text (`|+`), so that one more would change it. */
export function keepsBlankLines({ plain }: SidecarIndex, block: BlockPlace): boolean {
  return /[|>]\d?\+/.test(plain.slice(block.start, block.end));
}

function isBlankLine(text: string, at: number): boolean {
  return /^[ \t\r\n]*$/.test(text.slice(at, nextLine(text, at)));
}

function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
