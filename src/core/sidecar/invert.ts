import { members } from './format.js';
import { indexOf } from './index.js';
import type { SidecarFile, SidecarOperation } from './types.js';

/** Takes back one operation: what to do to the file after it to have the statements of the file before it. */
export function invertOperation(before: SidecarFile, operation: SidecarOperation): SidecarOperation {
  if (operation.kind === 'add') return { kind: 'remove', id: operation.statement.id };
  const stored = before.statements.find(({ statement }) => statement.id === operation.id);
  if (!stored) return { kind: 'set', id: operation.id, change: {} };
  if (operation.kind === 'set') {
    const keys = Object.values(members).filter((member) => operation.change[member] !== undefined);
    const change = Object.fromEntries(keys.map((member) => [member, stored.statement[member]]));
    return { kind: 'set', id: operation.id, change: change };
  }
  const index = indexOf(before);
  const place = index?.layout.blocks.find(
    (block) => block.start <= stored.span.start && stored.span.end <= block.end,
  );
  const block = place && index?.text.slice(place.lead, place.end);
  return { kind: 'add', statement: stored.statement, ...(block !== undefined && { block }) };
}
