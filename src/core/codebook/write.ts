import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { applyEdits } from '../text/span.js';
import type { TextEdit } from '../text/span.js';
import { flowText } from '../yaml/format.js';
import type { YamlValue } from '../yaml/format.js';
import { lineEndOf } from '../yaml/lines.js';
import { pairsOf, textOf } from '../yaml/pairs.js';
import { parseYaml, plainLineEnds } from '../yaml/parse.js';
import { setKey } from '../yaml/splice.js';
import { addToCodebook } from './additions.js';
import type { CodebookEditResult } from './additions.js';
import { formatValue } from './format.js';
import { readCodebook } from './read.js';
import { entryOrder, placeKey } from './sections.js';
import type { Section } from './sections.js';
import type { Affiliation, Issue, Organisation, Person } from './types.js';

export { newCodebook } from './format.js';

/** The edits that add an issue. For all four: `text` null makes a new file, with the default scale. */
export function addIssue(text: string | null, entry: Issue): CodebookEditResult {
  return addToCodebook(text, [{ kind: 'issue', entry }]);
}

export function addOrganisation(text: string | null, entry: Organisation): CodebookEditResult {
  return addToCodebook(text, [{ kind: 'organisation', entry }]);
}

export function addPerson(text: string | null, entry: Person): CodebookEditResult {
  return addToCodebook(text, [{ kind: 'person', entry }]);
}

/** The edits that add an affiliation to a person who is in the codebook. */
export function addAffiliation(text: string | null, person: string, entry: Affiliation): CodebookEditResult {
  return addToCodebook(text, [{ kind: 'affiliation', person, entry }]);
}

/** The edits that set one key of an entry, known to us or not; null takes the key away. Not for `id`. */
export function setEntryField(
  text: string,
  section: Section,
  id: string,
  key: string,
  value: YamlValue,
): CodebookEditResult {
  const file = readCodebook(text);
  const entry = entryNode(text, section, id);
  if (!file.writable) return { ok: false, reason: 'not-writable' };
  if (!entry || key === 'id') return { ok: false, reason: 'unknown-id', id };
  const place = { pairs: pairsOf(entry), flow: entry.flow === true };
  const formatted = value === null ? null : formatValue(key, value);
  const edits = setKey(text, place, key, formatted, entryOrder[section], lineEndOf(text));
  if (edits === null) return { ok: false, reason: 'layout', id };
  const after = entryNode(applyEdits(text, edits), section, id);
  const pair = after && pairsOf(after).find((one) => one.key === key);
  const written = pair ? applyEdits(text, edits).slice(pair.start, pair.end) : null;
  return written === formatted && after !== null ? { ok: true, edits } : { ok: false, reason: 'layout', id };
}

/**
 * The edits that give an entry another id, with what refers to it in the codebook: affiliations and parents for
 * an organisation. Sidecars are for the caller.
 */
export function renameEntry(text: string, section: Section, id: string, newId: string): CodebookEditResult {
  const file = readCodebook(text);
  if (!file.writable) return { ok: false, reason: 'not-writable' };
  if (!file.places.has(placeKey(section, id))) return { ok: false, reason: 'unknown-id', id };
  if (file.places.has(placeKey(section, newId))) return { ok: false, reason: 'duplicate-id', id: newId };
  const { root } = parseYaml(plainLineEnds(text));
  if (!isMap(root)) return { ok: false, reason: 'layout' };
  const nodes = mapsOf(root, section).flatMap((map) => valueOf(map, 'id') ?? []);
  if (section === 'organisations') {
    nodes.push(...mapsOf(root, 'organisations').flatMap((map) => valueOf(map, 'parent') ?? []));
    const affiliations = mapsOf(root, 'people').flatMap((map) => mapsOf(map, 'affiliations'));
    nodes.push(...affiliations.flatMap((map) => valueOf(map, 'organisation') ?? []));
  }
  const newText = flowText(newId);
  const edits: TextEdit[] = nodes
    .filter((node) => textOf(node) === id)
    .map((node) => ({ start: node.range[0], end: node.range[1], newText }));
  const after = readCodebook(applyEdits(text, edits));
  const good =
    after.writable && after.places.has(placeKey(section, newId)) && !after.places.has(placeKey(section, id));
  return good ? { ok: true, edits } : { ok: false, reason: 'layout', id };
}

function entryNode(text: string, section: Section, id: string): YAMLMap.Parsed | null {
  const { root } = parseYaml(plainLineEnds(text));
  if (!isMap(root)) return null;
  return mapsOf(root, section).find((map) => textOf(valueOf(map, 'id')) === id) ?? null;
}

function mapsOf(map: YAMLMap.Parsed, key: string): readonly YAMLMap.Parsed[] {
  const list: unknown = map.get(key, true);
  return isSeq<ParsedNode>(list) ? list.items.filter((item) => isMap(item)) : [];
}

function valueOf(map: YAMLMap.Parsed, key: string): ParsedNode | null {
  const node: unknown = map.get(key, true);
  return isScalar(node) ? (node as ParsedNode) : null;
}
