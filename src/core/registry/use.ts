import type { Project } from '../model/project.js';
import { idIn, idKeys, keysFor } from './symbols.js';
import type { EntryName } from './types.js';

/** How many statements, of every coder, name an entry. */
export function referenceCount(project: Project, { kind, id }: EntryName): number {
  const keys = keysFor[kind];
  let count = 0;
  for (const { file } of project.sidecars) {
    for (const { statement } of file.statements) {
      if (keys.some((key) => idIn(statement, key) === id)) count += 1;
    }
  }
  return count;
}

/** The ids that statements of any coder hold, by key; actors share theirs under `speaker`. */
export function usedIds(project: Project): {
  readonly statements: number;
  readonly actors: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
} {
  const actors = new Set<string>();
  const issues = new Set<string>();
  let statements = 0;
  for (const { file } of project.sidecars) {
    statements += file.statements.length;
    for (const { statement } of file.statements) {
      for (const key of idKeys) {
        const id = idIn(statement, key);
        if (id === null || key === 'stance') continue;
        (key === 'issue' ? issues : actors).add(id);
      }
    }
  }
  return { statements, actors, issues };
}
