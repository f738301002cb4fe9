import { findActor } from '../codebook/lookup.js';
import type { Codebook } from '../codebook/types.js';
import type { CorpusModel } from '../model/corpusModel.js';
import { inFile, type DocumentModel } from '../model/types.js';
import type { SidecarFile, Statement, StoredStatement } from '../sidecar/types.js';
import { touches, type Span } from '../text/span.js';
import { textOf } from '../yaml/pairs.js';
import { entryNodes, itemsOf, mapsOf, spanOf, valueOf } from './entryNodes.js';
import type { EntryNode } from './entryNodes.js';
import type { EntryKind, EntryName, Occurrence, Role } from './types.js';

/** The keys of a statement that hold ids of the codebook. */
export const idKeys = ['speaker', 'organisation', 'issue', 'stance', 'claimed_by'] as const;
export type IdKey = (typeof idKeys)[number];

/** The keys under which statements may name an entry of a kind. */
export const keysFor: Readonly<Record<EntryKind, readonly IdKey[]>> = {
  organisation: ['speaker', 'organisation', 'claimed_by'],
  person: ['speaker', 'organisation', 'claimed_by'],
  issue: ['issue'],
  stance: ['stance'],
};

/** The id that a statement holds under a key. */
export function idIn(statement: Statement, key: IdKey): string | null {
  return statement[key === 'claimed_by' ? 'claimedBy' : key];
}

/** Every place where a codebook's text speaks of one of its entries, in the order of its sections. */
export function codebookOccurrences(text: string): readonly Occurrence[] {
  return entryNodes(text).flatMap(occurrencesOf);
}

/** What a codebook's text speaks of at an offset. */
export function codebookSymbolAt(text: string, offset: number): Occurrence | null {
  return codebookOccurrences(text).find(({ span }) => touches(span, offset)) ?? null;
}

/** What a sidecar speaks of at an offset: a value that is an id of the codebook. */
export function sidecarSymbolAt(file: SidecarFile, codebook: Codebook, offset: number): Occurrence | null {
  const stored = statementAt(file, offset);
  if (!stored) return null;
  const { values } = stored;
  for (const key of idKeys) {
    const id = idIn(stored.statement, key);
    const span = values.get(key);
    if (id !== null && span && touches(span, offset)) {
      return { kind: kindOfId(codebook, key, id), id, span, role: 'statement' };
    }
  }
  return null;
}

/** The statement whose block an offset of a sidecar is in. */
export function statementAt(file: SidecarFile, offset: number): StoredStatement | undefined {
  return file.statements.find(({ span }) => touches(span, offset));
}

/** What a corpus speaks of at an offset: an actor of the codebook, by a name or as the speaker of a quote. */
export function corpusSymbolAt(corpus: CorpusModel, codebook: Codebook, offset: number): Occurrence | null {
  const model = corpus.documentAt(offset);
  if (!model) return null;
  const at = offset - model.document.textSpan.start;
  const { mentions, quotes } = model.analysis;
  const mention = mentions.find((one) => touches(one, at));
  if (mention) return mentionOf(model, codebook, mention.name, mention);
  const quote = quotes.find(({ speaker }) => speaker && touches(speaker, at));
  const name = quote?.person ?? quote?.organisation;
  return quote?.speaker && name ? mentionOf(model, codebook, name, quote.speaker) : null;
}

/** The actors of the codebook that a document names. */
export function mentionsIn(model: DocumentModel, codebook: Codebook): readonly Occurrence[] {
  return model.analysis.mentions.flatMap((one) => mentionOf(model, codebook, one.name, one) ?? []);
}

/** What kind of entry an id under a key names; what one expects there where the codebook has no such entry. */
export function kindOfId(codebook: Codebook, key: IdKey, id: string): EntryKind {
  if (key === 'issue' || key === 'stance') return key;
  const { organisations, people } = idsOf(codebook);
  if (organisations.has(id)) return 'organisation';
  if (people.has(id)) return 'person';
  return key === 'organisation' ? 'organisation' : 'person';
}

export function hasEntry(codebook: Codebook, { kind, id }: EntryName): boolean {
  return idsOf(codebook)[
    ({ organisation: 'organisations', person: 'people', issue: 'issues', stance: 'stances' } as const)[kind]
  ].has(id);
}

type Ids = Readonly<Record<keyof Codebook, ReadonlySet<string>>>;

const known = new WeakMap<Codebook, Ids>();

function idsOf(codebook: Codebook): Ids {
  const found = known.get(codebook);
  if (found) return found;
  const setOf = (entries: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(entries.map(({ id }) => id));
  const { stances, issues, organisations, people } = codebook;
  const made = {
    stances: setOf(stances),
    issues: setOf(issues),
    organisations: setOf(organisations),
    people: setOf(people),
  };
  known.set(codebook, made);
  return made;
}

function mentionOf(model: DocumentModel, codebook: Codebook, name: string, span: Span): Occurrence | null {
  const actor = findActor(codebook, name);
  return actor && { kind: actor.kind, id: actor.id, span: inFile(model.document, span), role: 'mention' };
}

function occurrencesOf({ kind, id, map }: EntryNode): readonly Occurrence[] {
  const own = (role: Role, node: ReturnType<typeof valueOf>): readonly Occurrence[] =>
    node === null || textOf(node) === null ? [] : [{ kind, id, span: spanOf(node), role }];
  const organisation = (role: Role, node: ReturnType<typeof valueOf>): readonly Occurrence[] => {
    const other = textOf(node);
    return node === null || other === null || other === ''
      ? []
      : [{ kind: 'organisation', id: other, span: spanOf(node), role }];
  };
  const isActor = kind === 'organisation' || kind === 'person';
  return [
    ...own('id', valueOf(map, 'id')),
    ...own('name', valueOf(map, isActor ? 'name' : 'label')),
    ...(isActor ? itemsOf(map, 'aliases').flatMap((item) => own('alias', item)) : []),
    ...(kind === 'organisation' ? organisation('parent', valueOf(map, 'parent')) : []),
    ...(kind === 'person'
      ? mapsOf(map, 'affiliations').flatMap((one) =>
          organisation('affiliation', valueOf(one, 'organisation')),
        )
      : []),
  ];
}
