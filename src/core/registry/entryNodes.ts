import { isMap, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { placeKey, sections } from '../codebook/sections.js';
import type { Section } from '../codebook/sections.js';
import type { Span } from '../text/span.js';
import { textOf } from '../yaml/pairs.js';
import { parseYaml, plainLineEnds } from '../yaml/parse.js';
import { kindOf } from './types.js';
import type { EntryName } from './types.js';

/** An entry as it stands in a codebook's text. */
export interface EntryNode extends EntryName {
  readonly section: Section;
  readonly list: YAMLSeq.Parsed;
  readonly map: YAMLMap.Parsed;
}

/** The last text asked for: hovers, highlights and problems ask for the same one again and again. */
let last: { readonly text: string; readonly nodes: readonly EntryNode[] } | null = null;

/** The entries of a codebook in file order of their sections; of two with the same id the first. */
export function entryNodes(text: string): readonly EntryNode[] {
  if (last?.text === text) return last.nodes;
  const { root } = parseYaml(plainLineEnds(text));
  const nodes = isMap(root) ? nodesOf(root) : [];
  last = { text, nodes };
  return nodes;
}

/** The entry of that name in a codebook's text. */
export function entryNode(text: string, { kind, id }: EntryName): EntryNode | undefined {
  return entryNodes(text).find((node) => node.kind === kind && node.id === id);
}

/** The value of a key; null where there is none. */
export function valueOf(map: YAMLMap.Parsed, key: string): ParsedNode | null {
  return (map.get(key, true) as ParsedNode | undefined) ?? null;
}

/** The maps of a list that is the value of a key. */
export function mapsOf(map: YAMLMap.Parsed, key: string): readonly YAMLMap.Parsed[] {
  return itemsOf(map, key).filter((item) => isMap(item));
}

/** The items of a list that is the value of a key. */
export function itemsOf(map: YAMLMap.Parsed, key: string): readonly ParsedNode[] {
  const list: unknown = map.get(key, true);
  return isSeq<ParsedNode>(list) ? list.items : [];
}

export function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

function nodesOf(root: YAMLMap.Parsed): readonly EntryNode[] {
  const seen = new Set<string>();
  return sections.flatMap((section) => {
    const list: unknown = root.get(section, true);
    if (!isSeq<ParsedNode>(list)) return [];
    return list.items.flatMap((map) => {
      const id = isMap(map) ? textOf(valueOf(map, 'id')) : null;
      if (!isMap(map) || id === null || id === '' || seen.has(placeKey(section, id))) return [];
      seen.add(placeKey(section, id));
      return [{ kind: kindOf[section], id, section, list: list as YAMLSeq.Parsed, map }];
    });
  });
}
