import { addToCodebook, type CodebookAddition } from '../../core/codebook/additions.js';
import { idFor } from '../../core/codebook/lookup.js';
import type { Codebook } from '../../core/codebook/types.js';
import type { Project } from '../../core/model/project.js';
import { codebookRefused } from '../../core/registry/rename.js';
import type { RegistryEdits } from '../../core/registry/types.js';
import type { Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import { carryOut } from './apply.js';
import { bulkEdit } from './bulkEdit.js';
import { codebookUri } from './target.js';
import { refusalWords } from './words.js';

/** Adds entries to the codebook, or makes one of them where there is none. */
export async function addEntries(
  services: Services,
  project: Project,
  additions: readonly CodebookAddition[],
  done: string,
): Promise<boolean> {
  try {
    if (project.codebookText === null) return await makeCodebook(services, project, additions);
    const compute = (): RegistryEdits => {
      const result = addToCodebook(project.codebookText, additions);
      return result.ok
        ? { ok: true, files: [{ address: null, edits: result.edits }], statements: 0 }
        : codebookRefused(result.reason, result.id);
    };
    return await carryOut(services, project, await bulkEdit(services, project, compute, done), done);
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** A new actor of that name, with a readable id that nobody has; `taken` learns of it. */
export function newActor(
  kind: 'organisation' | 'person',
  name: string,
  taken: Set<string>,
): CodebookAddition {
  const id = idFor(name, taken);
  taken.add(id);
  return kind === 'organisation'
    ? { kind, entry: { id, name, aliases: [], type: null, parent: null } }
    : { kind, entry: { id, name, aliases: [], affiliations: [] } };
}

/** The ids that no new entry may have. */
export function takenIds({ issues, organisations, people, stances }: Codebook): Set<string> {
  return new Set([...issues, ...organisations, ...people, ...stances].map(({ id }) => id));
}

async function makeCodebook(
  { writer, workspace }: Services,
  project: Project,
  additions: readonly CodebookAddition[],
): Promise<boolean> {
  const uri = codebookUri(project);
  const written = await writer.change(uri, (text) => {
    const result = addToCodebook(text, additions);
    return result.ok
      ? result
      : { ok: false, message: refusalWords(codebookRefused(result.reason, result.id)) };
  });
  if (written.ok) workspace.written(uri, written.text);
  else void tell(written.message, uri);
  return written.ok;
}
