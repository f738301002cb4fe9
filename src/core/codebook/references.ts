import { isMap, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import type { Span } from '../text/span.js';
import { textOf } from '../yaml/pairs.js';
import { placeKey } from './sections.js';
import type { Codebook, CodebookProblem } from './types.js';

/** References to organisations that are not there, and people who share an id with an organisation. */
export function checkReferences(
  codebook: Codebook,
  places: ReadonlyMap<string, Span>,
  root: YAMLMap.Parsed,
): readonly CodebookProblem[] {
  const known = new Set(codebook.organisations.map(({ id }) => id));
  const problems: CodebookProblem[] = [];
  for (const { id } of codebook.people) {
    const span = places.get(placeKey('people', id));
    if (span && known.has(id)) problems.push({ code: 'duplicate-id', severity: 'error', span, values: [id] });
  }
  const refer = (node: ParsedNode | null): void => {
    const id = textOf(node);
    if (node === null || id === null || id === '' || known.has(id)) return;
    const span = { start: node.range[0], end: node.range[1] };
    problems.push({ code: 'unknown-organisation', severity: 'warning', span, values: [id] });
  };
  for (const organisation of mapsOf(root.get('organisations', true))) refer(valueOf(organisation, 'parent'));
  for (const person of mapsOf(root.get('people', true))) {
    for (const one of mapsOf(valueOf(person, 'affiliations'))) refer(valueOf(one, 'organisation'));
  }
  return problems;
}

function mapsOf(list: unknown): readonly YAMLMap.Parsed[] {
  return isSeq<ParsedNode>(list) ? list.items.filter((item) => isMap(item)) : [];
}

function valueOf(map: YAMLMap.Parsed, key: string): ParsedNode | null {
  return (map.get(key, true) as ParsedNode | undefined) ?? null;
}
