import { applyEdits } from '../text/span.js';
import type { TextEdit } from '../text/span.js';
import { nameKey } from '../codebook/lookup.js';
import { readCodebook } from '../codebook/read.js';
import { renameEntry, setEntryField } from '../codebook/write.js';
import type { CodebookRefusal } from '../codebook/additions.js';
import type { Codebook } from '../codebook/types.js';
import type { Project } from '../model/project.js';
import { entryNode } from './entryNodes.js';
import { appendTexts } from './lists.js';
import { replaceInSidecars } from './sidecarEdits.js';
import { hasEntry } from './symbols.js';
import { sectionOf } from './types.js';
import type { EntryKind, EntryName, Refused, RegistryEdits, RegistryRefusal } from './types.js';

/** Longer names and ids are mistakes: a whole paragraph was pasted. Code units. */
const longest = 200;

const unfit = /[\p{Cc}\u2028\u2029]/u;

/**
 * The edits that give an entry another id: in the codebook, with what refers to it there, and in the statements of
 * every coder.
 */
export function renameId(project: Project, entry: EntryName, newId: string): RegistryEdits {
  const text = project.codebookText;
  const { kind, id } = entry;
  if (newId === id) return { ok: true, files: [], statements: 0 };
  if (newId.trim() !== newId || !isFit(newId)) return { ok: false, reason: 'invalid', id: newId };
  if (isTaken(project.codebook, kind, newId)) return { ok: false, reason: 'id-taken', id: newId };
  const renamed = text === null ? null : renameEntry(text, sectionOf[kind], id, newId);
  if (!renamed) return { ok: false, reason: 'unknown-id', id };
  if (!renamed.ok) return codebookRefused(renamed.reason, renamed.id);
  const sidecars = replaceInSidecars(project, entry, newId);
  if (!sidecars.ok) return sidecars;
  return { ...sidecars, files: [{ address: null, edits: renamed.edits }, ...sidecars.files] };
}

/**
 * The edits that call an entry otherwise. The old name of an actor becomes an alias, so that texts that have it
 * still lead here.
 */
export function renameName(project: Project, entry: EntryName, newName: string): RegistryEdits {
  const text = project.codebookText;
  const { kind, id } = entry;
  const node = text === null ? undefined : entryNode(text, entry);
  const old = nameOf(project.codebook, entry);
  if (text === null || !node || old === null) return { ok: false, reason: 'unknown-id', id };
  const name = newName.trim();
  if (!isFit(name)) return { ok: false, reason: 'invalid', id: name };
  if (name === old) return { ok: true, files: [], statements: 0 };
  const isActor = kind === 'organisation' || kind === 'person';
  if (isActor && claimants(project.codebook, name).some((other) => other.id !== id)) {
    return { ok: false, reason: 'name-taken', id: name };
  }
  const named = setEntryField(text, sectionOf[kind], id, isActor ? 'name' : 'label', name);
  if (!named.ok) return codebookRefused(named.reason, id);
  const aliases = isActor && old !== id ? aliasEdits(text, project.codebook, entry, [old], name) : [];
  if (aliases === null) return codebookRefused('layout', id);
  return verified(text, [...named.edits, ...aliases], (after) => nameOf(after, entry) === name);
}

/** The edits that add aliases to an actor, but for those that it has; null where the layout does not allow them. */
export function aliasEdits(
  text: string,
  codebook: Codebook,
  entry: EntryName,
  added: readonly string[],
  name: string,
): readonly TextEdit[] | null {
  const node = entryNode(text, entry);
  const actor = [...codebook.organisations, ...codebook.people].find(({ id }) => id === entry.id);
  if (!node || !actor) return null;
  const fresh = newAliases(actor.aliases, added, name);
  return fresh.length === 0 ? [] : appendTexts(text, node, 'aliases', fresh);
}

/** The edits that add one alias to an actor; refused where another actor is called so. */
export function addAlias(project: Project, entry: EntryName, alias: string): RegistryEdits {
  const text = project.codebookText;
  const name = nameOf(project.codebook, entry);
  if (text === null || name === null) return { ok: false, reason: 'unknown-id', id: entry.id };
  if (!isFit(alias.trim())) return { ok: false, reason: 'invalid', id: alias };
  if (claimants(project.codebook, alias).some((other) => other.id !== entry.id)) {
    return { ok: false, reason: 'name-taken', id: alias };
  }
  const edits = aliasEdits(text, project.codebook, entry, [alias.trim()], name);
  if (edits === null) return codebookRefused('layout', entry.id);
  return edits.length === 0 ? { ok: true, files: [], statements: 0 } : verified(text, edits, () => true);
}

/** Of some names those that are neither the actor's name nor among its aliases, each once. */
export function newAliases(
  aliases: readonly string[],
  added: readonly string[],
  name: string,
): readonly string[] {
  const seen = new Set([name, ...aliases].map(nameKey));
  return added.filter((one) => {
    const key = nameKey(one);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** How the codebook calls an entry; null where it has none of that id. */
export function nameOf(codebook: Codebook, { kind, id }: EntryName): string | null {
  if (kind === 'issue') return codebook.issues.find((one) => one.id === id)?.label ?? null;
  if (kind === 'stance') return codebook.stances.find((one) => one.id === id)?.label ?? null;
  const actors = kind === 'organisation' ? codebook.organisations : codebook.people;
  return actors.find((one) => one.id === id)?.name ?? null;
}

/** The actors that have a name or an alias. */
function claimants(codebook: Codebook, name: string): readonly { readonly id: string }[] {
  const key = nameKey(name);
  return [...codebook.organisations, ...codebook.people].filter((actor) =>
    [actor.name, ...actor.aliases].some((one) => nameKey(one) === key),
  );
}

/** People and organisations share their ids: a statement may name either as who makes a claim. */
function isTaken(codebook: Codebook, kind: EntryKind, id: string): boolean {
  const kinds: readonly EntryKind[] =
    kind === 'issue' || kind === 'stance' ? [kind] : ['organisation', 'person'];
  return kinds.some((one) => hasEntry(codebook, { kind: one, id }));
}

function isFit(text: string): boolean {
  return text.trim() !== '' && text.length <= longest && !unfit.test(text);
}

/** Edits of the codebook alone, if the text that they make can still be read and says what it should. */
export function verified(
  text: string,
  edits: readonly TextEdit[],
  isRight: (after: Codebook) => boolean,
): RegistryEdits {
  try {
    const after = readCodebook(applyEdits(text, edits));
    if (after.writable && isRight(after.codebook)) {
      return { ok: true, files: [{ address: null, edits }], statements: 0 };
    }
  } catch {
    // Two of the edits overlap: the entry is laid out in a way that nobody thought of.
  }
  return codebookRefused('layout');
}

const reasons: Readonly<Record<CodebookRefusal, RegistryRefusal>> = {
  'not-writable': 'not-writable',
  'duplicate-id': 'id-taken',
  'unknown-id': 'unknown-id',
  layout: 'layout',
};

export function codebookRefused(reason: CodebookRefusal, id?: string): Refused {
  return { ok: false, reason: reasons[reason], address: null, ...(id !== undefined && { id }) };
}
