import { members } from './format.js';
import { sameValue } from './equal.js';
import type { SidecarFile, SidecarOperation } from './types.js';

/**
 * Whether a sidecar holds what an operation asks for, so that it need not be carried out again. A statement
 * that was added and then changed is held.
 */
export function isHeld(file: SidecarFile, operation: SidecarOperation): boolean {
  const id = operation.kind === 'add' ? operation.statement.id : operation.id;
  const stored = file.statements.find(({ statement }) => statement.id === id)?.statement;
  if (operation.kind === 'remove') return stored === undefined;
  if (!stored) return false;
  if (operation.kind === 'add') return true;
  const { change } = operation;
  return Object.values(members).every((member) => {
    const value = change[member];
    return value === undefined || sameValue(stored[member], value);
  });
}
