import { formatAffiliation } from '../codebook/format.js';
import { entryOrder } from '../codebook/sections.js';
import type { Codebook, Organisation, Person } from '../codebook/types.js';
import type { Project } from '../model/project.js';
import type { TextEdit } from '../text/span.js';
import { flowText } from '../yaml/format.js';
import { lineEndOf } from '../yaml/lines.js';
import { pairsOf, textOf } from '../yaml/pairs.js';
import { setKey } from '../yaml/splice.js';
import { entryNode, entryNodes, mapsOf, valueOf } from './entryNodes.js';
import type { EntryNode } from './entryNodes.js';
import { parentsInCircle } from './hierarchy.js';
import { appendFormatted, appendTexts, removalOf } from './lists.js';
import { merged } from './merged.js';
import { codebookRefused, newAliases, verified } from './rename.js';
import { replaceInSidecars } from './sidecarEdits.js';
import { sectionOf } from './types.js';
import type { EntryKind, RegistryEdits } from './types.js';

/**
 * The edits that make one entry of two. The name and the aliases of `fromId` become aliases of `intoId`,
 * affiliations are united, any other key that only `fromId` has goes over; what referred to it, in the codebook and in the
 * statements of every coder, refers to `intoId`.
 */
export function mergeEdits(project: Project, kind: EntryKind, fromId: string, intoId: string): RegistryEdits {
  const text = project.codebookText;
  if (fromId === intoId) return { ok: false, reason: 'same', id: intoId };
  const from = text === null ? undefined : entryNode(text, { kind, id: fromId });
  const into = text === null ? undefined : entryNode(text, { kind, id: intoId });
  if (text === null || !from || !into) {
    return { ok: false, reason: 'unknown-id', id: from ? intoId : fromId };
  }
  if (!project.codebookFile.writable) return codebookRefused('not-writable');
  const wanted = merged(project.codebook, sectionOf[kind], fromId, intoId);
  if (parentsInCircle(wanted).has(intoId)) return { ok: false, reason: 'cycle', id: intoId };
  const edits = codebookEdits(text, project.codebook, from, into);
  if (edits === null) return codebookRefused('layout', fromId);
  const codebook = verified(text, edits, (after) => stable(after) === stable(wanted));
  if (!codebook.ok) return codebook;
  const sidecars = replaceInSidecars(project, { kind, id: fromId }, intoId);
  return sidecars.ok ? { ...sidecars, files: [...codebook.files, ...sidecars.files] } : sidecars;
}

function codebookEdits(
  text: string,
  codebook: Codebook,
  from: EntryNode,
  into: EntryNode,
): readonly TextEdit[] | null {
  const removal = removalOf(text, from);
  const lists = listEdits(text, codebook, from, into);
  const carried = carriedEdits(text, from, into);
  if (!removal || !lists || !carried) return null;
  return [...lists, ...carried, ...referenceEdits(text, from, into), removal];
}

/** Names to aliases, affiliations to affiliations. */
function listEdits(
  text: string,
  codebook: Codebook,
  from: EntryNode,
  into: EntryNode,
): readonly TextEdit[] | null {
  if (from.kind !== 'organisation' && from.kind !== 'person') return [];
  const actors: readonly (Organisation | Person)[] =
    codebook[from.kind === 'person' ? 'people' : 'organisations'];
  const [gone, kept] = [from.id, into.id].map((id) => actors.find((one) => one.id === id));
  if (!gone || !kept) return null;
  const names = newAliases(kept.aliases, [gone.name, ...gone.aliases], kept.name);
  const aliases = appendTexts(text, into, 'aliases', names);
  const added = 'affiliations' in gone && 'affiliations' in kept ? newAffiliations(gone, kept) : [];
  const affiliations = appendFormatted(text, into, 'affiliations', added);
  return aliases && affiliations && [...aliases, ...affiliations];
}

function newAffiliations(gone: Person, kept: Person): readonly string[] {
  const known = new Set(kept.affiliations.map(formatAffiliation));
  return gone.affiliations.map(formatAffiliation).filter((one) => !known.has(one));
}

/** The keys that only the entry that goes has. Those of the scale are an entry's own: two cannot share them. */
function carriedEdits(text: string, from: EntryNode, into: EntryNode): readonly TextEdit[] | null {
  const own = new Set(['id', 'name', 'label', 'aliases', 'affiliations', 'value', 'key']);
  const place = { pairs: pairsOf(into.map), flow: into.map.flow === true };
  const edits: TextEdit[] = [];
  for (const pair of pairsOf(from.map)) {
    const isThere = place.pairs.some((one) => one.key === pair.key && one.style !== 'empty');
    if (own.has(pair.key) || isThere || pair.style === 'empty') continue;
    if (pair.key === 'parent' && pair.text === into.id) continue;
    const source = text.slice(pair.start, pair.end);
    const value = /[\r\n]/.test(source) ? pair.text && flowText(pair.text) : source;
    if (value === null || value === '') return null;
    const found = setKey(text, place, pair.key, value, entryOrder[into.section], lineEndOf(text));
    if (found === null) return null;
    edits.push(...found);
  }
  return edits;
}

/** What refers to the organisation that goes; an organisation that was part of it must not become part of itself. */
function referenceEdits(text: string, from: EntryNode, into: EntryNode): readonly TextEdit[] {
  if (from.kind !== 'organisation') return [];
  const edits: TextEdit[] = [];
  for (const { kind, map } of entryNodes(text)) {
    if (map === from.map) continue;
    const places =
      kind === 'organisation'
        ? [valueOf(map, 'parent')]
        : mapsOf(map, 'affiliations').map((one) => valueOf(one, 'organisation'));
    for (const node of places) {
      if (node === null || textOf(node) !== from.id) continue;
      if (map === into.map) edits.push(...parentEdits(text, from, into));
      else edits.push({ start: node.range[0], end: node.range[1], newText: flowText(into.id) });
    }
  }
  return edits;
}

/** The organisation that stays was part of the one that goes: now it is part of what that was part of. */
function parentEdits(text: string, from: EntryNode, into: EntryNode): readonly TextEdit[] {
  const above = textOf(valueOf(from.map, 'parent'));
  const value = above === null || above === into.id || above === from.id ? null : flowText(above);
  const place = { pairs: pairsOf(into.map), flow: into.map.flow === true };
  return setKey(text, place, 'parent', value, entryOrder[into.section], lineEndOf(text)) ?? [];
}

/** The same text for the same data, in whatever order its keys were set. */
function stable(codebook: Codebook): string {
  return JSON.stringify(codebook, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
