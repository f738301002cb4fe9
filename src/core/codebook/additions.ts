import { isMap, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { applyEdits } from '../text/span.js';
import type { Span, TextEdit } from '../text/span.js';
import { lineEndOf } from '../yaml/lines.js';
import { pairsOf, textOf } from '../yaml/pairs.js';
import { parseYaml, plainLineEnds } from '../yaml/parse.js';
import { setKey } from '../yaml/splice.js';
import { formatAffiliation, formatEntry, formatInline, newCodebook } from './format.js';
import type { Entry } from './format.js';
import { appendItems, endOf, insertLines } from './lists.js';
import { readCodebook } from './read.js';
import { defaultScale } from './scale.js';
import { entryOrder, placeKey, sectionOrder, sections } from './sections.js';
import type { Section } from './sections.js';
import type { Affiliation, Codebook, Issue, Organisation, Person, Stance } from './types.js';

/** A new entry, or a new affiliation of a person who is there (or comes earlier in the same batch). */
export type CodebookAddition =
  | { readonly kind: 'stance'; readonly entry: Stance }
  | { readonly kind: 'issue'; readonly entry: Issue }
  | { readonly kind: 'organisation'; readonly entry: Organisation }
  | { readonly kind: 'person'; readonly entry: Person }
  | { readonly kind: 'affiliation'; readonly person: string; readonly entry: Affiliation };

export type CodebookRefusal = 'not-writable' | 'duplicate-id' | 'unknown-id' | 'layout';

/** Edits to a text, or why there are none. */
export type CodebookEditResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: CodebookRefusal; readonly span?: Span; readonly id?: string };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The edits that add entries to a codebook, each behind the last of its list and in that list's style; everything
 * else stays byte for byte. The result is read again: unless it is the old codebook with just these entries, the
 * edits are refused.
 * @param text null where there is no file yet: then a new one, with the default scale, is one insertion at 0
 */
export function addToCodebook(
  text: string | null,
  additions: readonly CodebookAddition[],
): CodebookEditResult {
  if (text === null) {
    const start = newCodebook();
    const result = addToCodebook(start, additions);
    return result.ok
      ? { ok: true, edits: [{ start: 0, end: 0, newText: applyEdits(start, result.edits) }] }
      : result;
  }
  const file = readCodebook(text);
  if (!file.writable) {
    const error = file.problems.find((problem) => problem.severity === 'error');
    return { ok: false, reason: 'not-writable', ...(error && { span: error.span }) };
  }
  const plan = planOf(file.codebook, additions);
  if ('reason' in plan) return { ok: false, ...plan };
  const { root } = parseYaml(plainLineEnds(text));
  if (root !== null && !isMap(root)) return { ok: false, reason: 'layout' };
  const edits = editsOf(text, root, plan, file.places.size > 0 && file.codebook.stances !== defaultScale);
  if (edits === null) return { ok: false, reason: 'layout' };
  const after = readCodebook(applyEdits(text, edits));
  const good = after.writable && stable(after.codebook) === stable(plan.result);
  return good ? { ok: true, edits } : { ok: false, reason: 'layout' };
}

/** The same text for the same data, in whatever order its keys were set. */
function stable(codebook: Codebook): string {
  return JSON.stringify(codebook, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** What a batch comes to: new entries by section, new affiliations by person, and the codebook with them. */
interface Plan {
  readonly entries: ReadonlyMap<Section, readonly Entry[]>;
  readonly affiliations: ReadonlyMap<string, readonly Affiliation[]>;
  readonly result: Codebook;
}

const sectionOf = {
  stance: 'stances',
  issue: 'issues',
  organisation: 'organisations',
  person: 'people',
} as const;

function planOf(
  codebook: Codebook,
  additions: readonly CodebookAddition[],
): Plan | { readonly reason: 'duplicate-id' | 'unknown-id'; readonly id: string } {
  const entries = new Map<Section, Entry[]>();
  const affiliations = new Map<string, Affiliation[]>();
  const taken = new Set(
    sections.flatMap((section) => codebook[section].map(({ id }) => placeKey(section, id))),
  );
  for (const addition of additions) {
    if (addition.kind === 'affiliation') {
      const { person, entry } = addition;
      const isNew = entries.get('people')?.findIndex(({ id }) => id === person) ?? -1;
      const added = entries.get('people')?.[isNew] as Person | undefined;
      if (added)
        entries.get('people')?.splice(isNew, 1, { ...added, affiliations: [...added.affiliations, entry] });
      else if (!taken.has(placeKey('people', person))) return { reason: 'unknown-id', id: person };
      else affiliations.set(person, [...(affiliations.get(person) ?? []), entry]);
      continue;
    }
    const section = sectionOf[addition.kind];
    const { id } = addition.entry;
    // People and organisations share their ids: a statement may name either as who makes a claim.
    const other = section === 'people' ? 'organisations' : section === 'organisations' ? 'people' : section;
    if (id === '' || taken.has(placeKey(section, id)) || taken.has(placeKey(other, id))) {
      return { reason: 'duplicate-id', id };
    }
    taken.add(placeKey(section, id));
    entries.set(section, [...(entries.get(section) ?? []), addition.entry]);
  }
  const result: Mutable<Codebook> = {
    stances: [...codebook.stances, ...((entries.get('stances') ?? []) as Stance[])],
    issues: [...codebook.issues, ...((entries.get('issues') ?? []) as Issue[])],
    organisations: [...codebook.organisations, ...((entries.get('organisations') ?? []) as Organisation[])],
    people: [
      ...codebook.people.map((person) => {
        const more = affiliations.get(person.id);
        return more ? { ...person, affiliations: [...person.affiliations, ...more] } : person;
      }),
      ...((entries.get('people') ?? []) as Person[]),
    ],
  };
  return { entries, affiliations, result };
}

function editsOf(
  text: string,
  root: YAMLMap.Parsed | null,
  plan: Plan,
  ownScale: boolean,
): readonly TextEdit[] | null {
  const eol = lineEndOf(text);
  const edits: TextEdit[] = [];
  // First what goes into an entry: a new one behind it may go to the same place.
  for (const [person, affiliations] of plan.affiliations) {
    const found = root && affiliationEdits(text, root, person, affiliations, eol);
    if (!found) return null;
    edits.push(...found);
  }
  // An empty file gets its version first; it stands before all sections, at the same place.
  if (root === null) edits.push(insertLines(text, text.length, ['standpoint: 1'], eol));
  for (const section of sections) {
    const added = plan.entries.get(section);
    if (!added) continue;
    // A first stance of one's own must not do away with the scale that held until then.
    const all = section === 'stances' && !ownScale ? [...defaultScale, ...added] : added;
    const lines = all.map((entry) => formatEntry(section, entry));
    const inline = all.map((entry) => formatInline(section, entry));
    const there = root && pairsOf(root).some((pair) => pair.key === section);
    const found = there
      ? appendItems(text, root, section, { lines, inline }, eol)
      : [insertLines(text, placeOfSection(text, root, section), [`${section}:`, ...lines.flat()], eol)];
    if (found === null) return null;
    edits.push(...found);
  }
  return edits;
}

/** Behind the last section that comes before this one; at the end where there is none. */
function placeOfSection(text: string, root: YAMLMap.Parsed | null, section: Section): number {
  const rank = sectionOrder.indexOf(section);
  const before = root?.items.filter((item) => {
    const at = sectionOrder.findIndex((key) => key === textOf(item.key));
    return at !== -1 && at < rank;
  });
  const last = before?.at(-1);
  if (!last) return text.length;
  return last.value === null || textOf(last.value) === '' ? last.key.range[1] : endOf(last.value);
}

function affiliationEdits(
  text: string,
  root: YAMLMap.Parsed,
  person: string,
  affiliations: readonly Affiliation[],
  eol: string,
): readonly TextEdit[] | null {
  const people: unknown = root.get('people', true);
  if (!isSeq<ParsedNode>(people)) return null;
  const entry = people.items.find(
    (item) => isMap(item) && textOf(item.get('id', true) as ParsedNode) === person,
  );
  if (!isMap(entry)) return null;
  const inline = affiliations.map((each) => formatAffiliation(each));
  const appended = appendItems(
    text,
    entry,
    'affiliations',
    { lines: inline.map((item) => [`- ${item}`]), inline },
    eol,
  );
  if (appended) return appended;
  const place = { pairs: pairsOf(entry), flow: entry.flow === true };
  if (place.pairs.some((pair) => pair.key === 'affiliations')) return null;
  return setKey(text, place, 'affiliations', `[${inline.join(', ')}]`, entryOrder.people, eol);
}
