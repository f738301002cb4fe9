import { nameKey } from '../codebook/lookup.js';
import type { Codebook } from '../codebook/types.js';
import type { CorpusModel } from '../model/corpusModel.js';
import type { Project, SidecarModel } from '../model/project.js';
import type { DocumentModel } from '../model/types.js';
import { codebookOccurrences, idIn, keysFor, mentionsIn } from './symbols.js';
import type { EntryName, Reference } from './types.js';

/**
 * Every place of a project that speaks of an entry: in the codebook, in the statements of every coder, and by
 * name in the sources. Looks for the quotes of each document that may name it, which takes its time.
 */
export function referencesOf(project: Project, entry: EntryName): readonly Reference[] {
  return [
    ...codebookReferences(project.codebookText, entry),
    ...project.sidecars.flatMap((sidecar) => sidecarReferences(sidecar, entry)),
    ...project.corpora.flatMap((corpus) =>
      documentsNaming(corpus, project.codebook, entry).flatMap((model) =>
        mentionReferences(corpus, model, project.codebook, entry),
      ),
    ),
  ];
}

export function codebookReferences(text: string | null, { kind, id }: EntryName): readonly Reference[] {
  return codebookOccurrences(text ?? '')
    .filter((one) => one.kind === kind && one.id === id && one.role !== 'name' && one.role !== 'alias')
    .map(({ span, role }) => ({ address: null, span, role }));
}

export function sidecarReferences(
  { address, file }: SidecarModel,
  { kind, id }: EntryName,
): readonly Reference[] {
  return file.statements.flatMap((stored) => {
    const keys = keysFor[kind].filter((key) => idIn(stored.statement, key) === id);
    if (keys.length === 0) return [];
    const { values } = stored;
    return keys.flatMap((key) => {
      const span = values.get(key);
      return span ? [{ address, span, role: 'statement' as const }] : [];
    });
  });
}

/** The documents of a corpus that hold a word of the actor's names: only in these can it be mentioned. */
export function documentsNaming(
  corpus: CorpusModel,
  codebook: Codebook,
  { kind, id }: EntryName,
): readonly DocumentModel[] {
  if (kind !== 'organisation' && kind !== 'person') return [];
  const actors = kind === 'organisation' ? codebook.organisations : codebook.people;
  const actor = actors.find((one) => one.id === id);
  if (!actor) return [];
  const words = [actor.name, ...actor.aliases].map(longestWord).filter((word) => word !== '');
  return corpus.documents.filter(({ text }) => {
    const lower = text.toLowerCase();
    return words.some((word) => lower.includes(word));
  });
}

export function mentionReferences(
  corpus: CorpusModel,
  model: DocumentModel,
  codebook: Codebook,
  { kind, id }: EntryName,
): readonly Reference[] {
  return mentionsIn(model, codebook)
    .filter((one) => one.kind === kind && one.id === id)
    .map(({ span }) => ({ address: corpus.address, span, role: 'mention' }));
}

function longestWord(name: string): string {
  const words = nameKey(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
