import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';

/**
 * How a value is written, as far as it matters for putting another in its place: `open` is a literal or
 * folded text that runs over lines, `nested` a list or map on lines of its own, `tagged` anything behind
 * a tag or an anchor.
 */
export type ValueStyle = 'plain' | 'quoted' | 'open' | 'flow' | 'nested' | 'tagged' | 'empty';

/** One key of a map with its value and where both stand. Offsets into the text that was parsed. */
export interface Pair {
  readonly key: string;
  readonly keyStart: number;
  /** From the value's first character to behind its last; both behind the colon for an empty value. */
  readonly start: number;
  readonly end: number;
  readonly style: ValueStyle;
  /**
   * The value as a text: for a plain scalar what stands in the file (`007` is not 7), null for null, for
   * nothing and for lists and maps.
   */
  readonly text: string | null;
  /** The value as data, typed as the YAML core schema has it. Maps have no prototype. */
  readonly data: unknown;
}

/** The pairs of a map in file order. */
export function pairsOf(map: YAMLMap.Parsed): readonly Pair[] {
  return map.items.flatMap((item) => {
    const key: unknown = item.key;
    if (!isScalar(key)) return [];
    const keyRange = key.range ?? [0, 0, 0];
    const value = item.value;
    const range = value?.range ?? [keyRange[1] + 1, keyRange[1] + 1, keyRange[1] + 1];
    return [
      {
        key: String(key.value),
        keyStart: keyRange[0],
        start: range[0],
        end: range[1],
        style: value ? styleOf(value) : 'empty',
        text: textOf(value),
        data: dataOf(value),
      },
    ];
  });
}

/** A scalar as a text, by what stands in the file; null for null and for anything but a scalar. */
export function textOf(node: ParsedNode | null): string | null {
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string' && node.type !== 'PLAIN') return node.value;
  return node.value === null ? null : (node.source ?? null);
}

/** A node as plain data, typed as the YAML core schema has it. Maps have no prototype. */
export function dataOf(node: ParsedNode | null): unknown {
  return convert(node, (scalar) => (isScalar(scalar) ? scalar.value : null));
}

/** A node as plain data with every scalar as a text or null. Maps have no prototype. */
export function textsOf(node: ParsedNode | null): unknown {
  return convert(node, textOf);
}

/** Aliases are null: a text that holds one is refused before. */
function convert(node: ParsedNode | null, scalar: (node: ParsedNode) => unknown): unknown {
  if (isSeq(node)) return node.items.map((item) => convert(item, scalar));
  if (!isMap(node)) return node === null ? null : scalar(node);
  const map = Object.create(null) as Record<string, unknown>;
  for (const item of node.items) map[textOf(item.key) ?? 'null'] = convert(item.value, scalar);
  return map;
}

function styleOf(node: ParsedNode): ValueStyle {
  if (node.tag !== undefined || ('anchor' in node && node.anchor !== undefined)) return 'tagged';
  if (isSeq(node) || isMap(node)) return node.flow === true ? 'flow' : 'nested';
  if (!isScalar(node)) return 'tagged';
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return 'open';
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return 'quoted';
  return node.source === '' ? 'empty' : 'plain';
}
