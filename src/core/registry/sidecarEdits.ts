import type { Project, SidecarModel } from '../model/project.js';
import type { SidecarOperation, StatementChange, StoredStatement } from '../sidecar/types.js';
import { editSidecarAll } from '../sidecar/write.js';
import type { EditRefusal } from '../sidecar/write.js';
import { idIn, keysFor } from './symbols.js';
import type { EntryName, FileEdits, Refused, RegistryRefusal } from './types.js';

/** Edits of sidecars, and how many statements they change. */
export interface SidecarChanges {
  readonly ok: true;
  readonly files: readonly FileEdits[];
  readonly statements: number;
}

/**
 * The edits that put another id for an entry's into every statement of every coder: half a renaming would
 * leave statements that name nobody. Refused where a sidecar that holds the id cannot be written.
 */
export function replaceInSidecars(
  project: Project,
  entry: EntryName,
  newId: string,
): SidecarChanges | Refused {
  return changeSidecars(project, entry.id, (stored) => changeOf(stored, entry, newId));
}

/** The edits that change statements by their keys in the project. */
export function changeStatements(
  project: Project,
  changes: ReadonlyMap<string, StatementChange>,
): SidecarChanges | Refused {
  const keys = new Map<StoredStatement, string>();
  for (const { key, stored } of project.statements()) keys.set(stored, key);
  return changeSidecars(project, null, (stored) => changes.get(keys.get(stored) ?? '') ?? null);
}

/** @param id what an unreadable sidecar must not hold; null where it does not matter */
function changeSidecars(
  project: Project,
  id: string | null,
  changeOfStatement: (stored: StoredStatement) => StatementChange | null,
): SidecarChanges | Refused {
  const files: FileEdits[] = [];
  let statements = 0;
  for (const sidecar of project.sidecars) {
    const operations = sidecar.file.statements.flatMap((stored): readonly SidecarOperation[] => {
      const change = changeOfStatement(stored);
      return change ? [{ kind: 'set', id: stored.statement.id, change }] : [];
    });
    const { address } = sidecar;
    if (operations.length === 0) {
      if (id !== null && mayHold(sidecar, id)) return { ok: false, reason: 'not-writable', address };
      continue;
    }
    const result = editSidecarAll(sidecar.text, operations, undefined, { file: sidecar.file });
    if (!result.ok) return { ok: false, reason: reasons[result.reason], address };
    files.push({ address, edits: result.edits });
    statements += operations.length;
  }
  return { ok: true, files, statements };
}

/** Whether a part of the sidecar that cannot be read could hold the id. */
function mayHold({ file, text }: SidecarModel, id: string): boolean {
  return !file.writable && text.includes(id);
}

function changeOf(
  { statement }: StoredStatement,
  { kind, id }: EntryName,
  newId: string,
): StatementChange | null {
  const keys = keysFor[kind].filter((key) => idIn(statement, key) === id);
  if (keys.length === 0) return null;
  return Object.fromEntries(keys.map((key) => [key === 'claimed_by' ? 'claimedBy' : key, newId]));
}

const reasons: Readonly<Record<EditRefusal, RegistryRefusal>> = {
  'not-writable': 'not-writable',
  'unknown-id': 'layout',
  'duplicate-id': 'not-writable',
  'statement-invalid': 'layout',
  layout: 'layout',
  'too-large': 'too-large',
};
