import { addToCodebook } from '../codebook/additions.js';
import type { CodebookAddition } from '../codebook/additions.js';
import type { Project } from '../model/project.js';
import type { StatementChange } from '../sidecar/types.js';
import { codebookRefused } from './rename.js';
import { changeStatements } from './sidecarEdits.js';
import type { RegistryEdits } from './types.js';

/** A new entry that takes over some of the statements of an old one. */
export type SplitOff = Extract<CodebookAddition, { readonly kind: 'organisation' | 'person' | 'issue' }>;

/**
 * The edits that take statements out of an entry and give them to a new one: an issue that turned out to be two,
 * an organisation from which another broke away.
 * @param statements the keys of the statements in the project
 */
export function splitEdits(
  project: Project,
  addition: SplitOff,
  statements: ReadonlySet<string>,
): RegistryEdits {
  const added = addToCodebook(project.codebookText, [addition]);
  if (!added.ok) return codebookRefused(added.reason, added.id);
  const { id } = addition.entry;
  const change: StatementChange =
    addition.kind === 'issue'
      ? { issue: id }
      : addition.kind === 'person'
        ? { speaker: id }
        : { organisation: id };
  const moved = changeStatements(project, new Map([...statements].map((key) => [key, change])));
  if (!moved.ok) return moved;
  return { ...moved, files: [{ address: null, edits: added.edits }, ...moved.files] };
}
