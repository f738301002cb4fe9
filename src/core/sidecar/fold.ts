import { cleaned } from './change.js';
import { sameStatement } from './equal.js';
import type { SidecarOperation, Statement, StatementChange } from './types.js';

/** What is to become of one statement after all operations. */
export type Fate =
  | {
      readonly kind: 'added';
      readonly statement: Statement;
      readonly block: string | null;
      readonly replaces: boolean;
    }
  | { readonly kind: 'changed'; readonly change: StatementChange }
  | { readonly kind: 'removed' };

export type FoldRefusal = { readonly reason: 'unknown-id' | 'duplicate-id'; readonly id: string };

/**
 * Boils a sequence of operations down to one fate for each statement that they concern, in the order in
 * which they first do.
 * @param stored what the file holds under an id: a statement, null for an entry that is none, undefined for nothing
 */
export function fold(
  operations: readonly SidecarOperation[],
  stored: (id: string) => Statement | null | undefined,
): ReadonlyMap<string, Fate> | FoldRefusal {
  const fates = new Map<string, Fate>();
  for (const operation of operations) {
    const id = operation.kind === 'add' ? operation.statement.id : operation.id;
    const reason = foldOne(operation, id, fates, stored(id));
    if (reason !== null) return { reason, id };
  }
  return fates;
}

function foldOne(
  operation: SidecarOperation,
  id: string,
  fates: Map<string, Fate>,
  stored: Statement | null | undefined,
): FoldRefusal['reason'] | null {
  const fate = fates.get(id);
  const gone = fate ? fate.kind === 'removed' : stored === undefined;
  if (operation.kind === 'add') {
    const now = fate?.kind === 'added' ? fate.statement : stored;
    // Done before, as when a journal is replayed: there is nothing left to do.
    if (!gone && fate?.kind !== 'changed' && now && sameStatement(now, operation.statement)) return null;
    if (!gone) return 'duplicate-id';
    const { statement, block = null } = operation;
    fates.delete(id);
    fates.set(id, { kind: 'added', statement, block, replaces: stored !== undefined });
  } else if (gone) {
    return 'unknown-id';
  } else if (operation.kind === 'remove') {
    if (stored === undefined) fates.delete(id);
    else fates.set(id, { kind: 'removed' });
  } else if (fate?.kind === 'added') {
    const statement = { ...fate.statement, ...cleaned(operation.change) };
    fates.set(id, { ...fate, statement });
  } else {
    const before = fate?.kind === 'changed' ? fate.change : {};
    fates.set(id, { kind: 'changed', change: { ...before, ...cleaned(operation.change) } });
  }
  return null;
}
