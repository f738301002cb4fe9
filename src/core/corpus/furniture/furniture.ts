import { blocksOf, type Block } from '../../text/blocks.js';
import type { Span } from '../../text/span.js';
import type { Furniture, FurnitureKind } from '../types.js';
import { isContact, isCredit, isDoubledCaption } from './credits.js';
import {
  isBoxLine,
  isRelatedLine,
  isSubscriptionLine,
  opensComments,
  opensRelated,
  speaksOfSubscribing,
} from './headings.js';

/** Reader comments take all that follows, so they are believed only under this much of a text. */
const leastTextBeforeComments = 80;
const longestLink = 140;

/**
 * Finds what is not the source's own: subscription boxes, picture credits and captions, contact
 * addresses, related links, reader comments. What is not sure is left alone: it would hide quotes.
 * @param text a document's text
 * @returns offsets into `text`, sorted, not overlapping
 */
export function furnitureOf(text: string): Furniture[] {
  const blocks = [...blocksOf(text)];
  const found: Furniture[] = [];
  const commentsAt = blocks.findIndex((block, index) => beginsComments(text, block, index, blocks));
  const own = commentsAt === -1 ? blocks : blocks.slice(0, commentsAt);
  const boxAt = subscriptionStart(text, own);
  const body = boxAt === -1 ? own : own.slice(0, boxAt);
  for (let index = 0; index < body.length; index++) {
    const block = body[index];
    if (!block) continue;
    if (block.lines.some((line) => opensRelated(read(text, line))) && index > 0) {
      const end = endOfLinks(text, body, index);
      found.push(asFurniture('related', linksStart(text, block), body[end]?.end ?? block.end));
      index = end;
    } else found.push(...furnitureLines(text, block, index * 2 >= body.length));
  }
  if (boxAt !== -1) found.push(asFurniture('subscription', own[boxAt]?.start, own.at(-1)?.end));
  if (commentsAt !== -1) found.push(asFurniture('comments', blocks[commentsAt]?.start, blocks.at(-1)?.end));
  return found;
}

function beginsComments(text: string, block: Block, index: number, blocks: readonly Block[]): boolean {
  const first = block.lines[0];
  if (!first || index === 0 || !opensComments(read(text, first))) return false;
  return first.start - (blocks[0]?.start ?? 0) >= leastTextBeforeComments;
}

/** The first of the short blocks at the foot, if one of them speaks of subscribing; else -1. */
function subscriptionStart(text: string, blocks: readonly Block[]): number {
  let start = blocks.length;
  let speaks = false;
  while (start > 1) {
    const lines = blocks[start - 1]?.lines ?? [];
    if (lines.some((line) => !isBoxLine(read(text, line)) || isContact(read(text, line)))) break;
    if (lines.some((line) => opensRelated(read(text, line)))) break;
    speaks ||= lines.some((line) => speaksOfSubscribing(read(text, line)));
    start--;
  }
  return speaks ? start : -1;
}

/** The line of a block that the links begin with; the lines above it are the text's own. */
function linksStart(text: string, block: Block): number {
  return block.lines.find((line) => opensRelated(read(text, line)))?.start ?? block.start;
}

/** The last block of a list of links that begins in the block at `index`. */
function endOfLinks(text: string, blocks: readonly Block[], index: number): number {
  let last = index;
  for (let at = index + 1; at < blocks.length; at++) {
    const lines = blocks[at]?.lines ?? [];
    const areLinks = lines.every((line) => {
      const content = read(text, line);
      return isBoxLine(content, longestLink) || isRelatedLine(content);
    });
    if (!areLinks || lines.some((line) => isContact(read(text, line)))) break;
    last = at;
  }
  return last;
}

/** Furniture that is told by a line alone. `inSecondHalf` lets a contact address count. */
function furnitureLines(text: string, block: Block, inSecondHalf: boolean): Furniture[] {
  const found: Furniture[] = [];
  const isDoubled =
    block.lines.length === 2 &&
    isDoubledCaption(...(block.lines.map((line) => read(text, line)) as [string, string]));
  for (const line of block.lines) {
    const content = read(text, line);
    const isAlone = block.lines.length === 1;
    if (isDoubled || isCredit(content) || (inSecondHalf && isAlone && isContact(content)))
      add('credit', line);
    else if (isAlone && isRelatedLine(content)) add('related', line);
    else if (isAlone && isSubscriptionLine(content)) add('subscription', line);
  }
  return found;

  function add(kind: FurnitureKind, line: Span): void {
    const last = found.at(-1);
    if (last?.kind === kind && text.slice(last.end, line.start).trim() === '') {
      found[found.length - 1] = { ...last, end: line.end };
    } else found.push({ kind, start: line.start, end: line.end });
  }
}

function asFurniture(kind: FurnitureKind, start = 0, end = start): Furniture {
  return { kind, start, end };
}

/** A line for the tests above; none of them takes a longer one. */
function read(text: string, line: Span): string {
  return text.slice(line.start, Math.min(line.end, line.start + 500));
}
