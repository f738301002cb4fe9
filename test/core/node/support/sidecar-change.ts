import type { DocumentOrder } from '../../../../src/core/sidecar/order.js';
import type { SidecarOperation } from '../../../../src/core/sidecar/types.js';
import { type EditRefusal, editSidecar } from '../../../../src/core/sidecar/write.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import type { ApplyOperation } from './save.js';
import type { Change } from '../../../../src/node/store.js';

export interface SidecarChangeOptions {
  /** Who writes, for the header of a new file. */
  readonly coder: string | null;
  readonly order?: DocumentOrder | undefined;
  /** Whether a sidecar that is not there is made; for pending operations only after the reader was asked. */
  readonly create: boolean;
}

/** Applies operations to sidecars by splicing, for `saveOperation` and `replayPending`. */
export function sidecarChange({ coder, order, create }: SidecarChangeOptions): ApplyOperation {
  return (text, operation) => {
    if (text === null && !(create && operation.kind === 'add')) {
      return { refuse: 'it is not there any more. Restore it, or say that a new one shall be made.' };
    }
    const before = text ?? '';
    const result = editSidecar(before, operation, order, { coder });
    if (!result.ok) return refusal(before, operation, result.reason);
    const removed = result.edits.reduce((sum, { start, end }) => sum + end - start, 0);
    return { text: applyEdits(before, result.edits), removed };
  };
}

function refusal(before: string, operation: SidecarOperation, reason: EditRefusal): Change {
  // What is gone already needs no removing.
  if (operation.kind === 'remove' && reason === 'unknown-id') return { text: before };
  return { refuse: sentences[reason] };
}

const sentences: Readonly<Record<EditRefusal, string>> = {
  'not-writable': 'it has errors. Settle what Problems says about it, then save again.',
  'unknown-id': 'the statement is not in it any more.',
  'duplicate-id': 'another statement has the same id.',
  'statement-invalid': 'the entry cannot be read as a statement. Correct it by hand, then save again.',
  layout: 'the entry is laid out so that it cannot be changed safely. Change it by hand.',
  'too-large': 'it would grow beyond what can be read. Split the corpus.',
};
