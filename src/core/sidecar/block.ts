import { isMap, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { Span } from '../text/span.js';
import { pairsOf } from '../yaml/pairs.js';
import type { Pair } from '../yaml/pairs.js';
import { parseYaml } from '../yaml/parse.js';
import type { YamlFault } from '../yaml/parse.js';
import type { MapPlace } from '../yaml/splice.js';
import { readCanonical } from './canonical.js';
import { limits } from './keys.js';

/** One entry of the list as the file has it, before anything is made of its keys. Offsets into the block. */
export interface Block extends MapPlace {
  readonly faults: readonly BlockFault[];
  /** Whether it took the YAML parser to read it. */
  readonly parsed: boolean;
}

export interface BlockFault {
  readonly code: YamlFault['code'] | 'too-large' | 'not-a-map' | 'comment-in-text';
  readonly span: Span;
  readonly detail: string;
}

/**
 * Reads a block's keys: by the fast path where it is ours, else with the YAML parser.
 * @param text a block from the start of its first line, no lone CR in it
 * @param indent the column of the dash
 */
export function readBlock(text: string, indent: number): Block {
  if (text.length > limits.entry) return broken('too-large', { start: indent, end: indent + 1 }, '');
  const pairs = readCanonical(text, indent);
  return pairs ? { pairs, flow: false, faults: [], parsed: false } : parseBlock(text);
}

/** The same with the YAML parser alone. */
export function parseBlock(text: string): Block {
  const { root, faults } = parseYaml(text);
  const item = isSeq<ParsedNode>(root) && root.items.length === 1 ? (root.items[0] ?? null) : null;
  if (isMap(item)) {
    const pairs = pairsOf(item);
    return { pairs, flow: item.flow === true, faults: [...faults, ...cutTexts(text, pairs)], parsed: true };
  }
  if (faults.length > 0) return { pairs: [], flow: false, faults, parsed: true };
  return broken('not-a-map', { start: item?.range[0] ?? 0, end: item?.range[1] ?? text.length }, '');
}

/** What it costs to parse a text, in no unit: the parser's time goes by the number of its keys, not by their length. */
export function parsingCost(text: string): number {
  let parts = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 44) parts += 1;
  }
  return text.length + 100 * parts;
}

function broken(code: BlockFault['code'], span: Span, detail: string): Block {
  return { pairs: [], flow: false, faults: [{ code, span, detail }], parsed: code !== 'too-large' };
}

/** Texts without quotes that a comment cuts short: `quote: the 1st #2 of` says `the 1st`, and nobody meant that. */
function cutTexts(text: string, pairs: readonly Pair[]): readonly BlockFault[] {
  return pairs
    .filter(
      (pair) =>
        texts.has(pair.key) && pair.style === 'plain' && /^[ \t]+#/.test(text.slice(pair.end, pair.end + 64)),
    )
    .map((pair) => ({
      code: 'comment-in-text',
      span: { start: pair.start, end: pair.end },
      detail: pair.key,
    }));
}

const texts = new Set(['quote', 'prefix', 'suffix', 'note']);
