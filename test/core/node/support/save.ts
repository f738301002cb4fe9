import type { SidecarOperation } from '../../../../src/core/sidecar/types.js';
import type { Journal } from '../../../../src/node/journal.js';
import type { JournalEntry, PendingEntry } from '../../../../src/core/sidecar/journalLines.js';
import {
  type Change,
  changeFile,
  type ChangeOptions,
  type ChangeResult,
} from '../../../../src/node/store.js';

/** Applies an operation to a sidecar's text; does nothing to a text that holds it already. */
export type ApplyOperation = (text: string | null, operation: SidecarOperation) => Change;

/** A save that was refused without being journaled is nowhere on a disk: keep it and say so. */
export type SaveResult = ChangeResult & { readonly journaled: boolean };

/**
 * Carries out one operation: into the journal, into the file, out of the journal. What is refused stays
 * in the journal and is offered again at the next start.
 */
export async function saveOperation(
  journal: Journal,
  entry: JournalEntry,
  apply: ApplyOperation,
  options: ChangeOptions = {},
): Promise<SaveResult> {
  // The journal's own disk may be full while the file's is not.
  const journaled = await journal.append(entry).then(
    () => true,
    () => false,
  );
  const result = await changeFile(entry.file, (text) => apply(text, entry.operation), options);
  if (journaled && result.outcome !== 'refused') await settleQuietly(journal, entry);
  return { ...result, journaled };
}

/**
 * Carries out what the journals of this or other windows hold back, in order.
 * @param journal where the entries are crossed out
 * @returns each entry with what became of it; the refused ones stay pending
 */
export async function replayPending(
  journal: Journal,
  entries: readonly PendingEntry[],
  apply: ApplyOperation,
  options: ChangeOptions = {},
): Promise<readonly { readonly entry: PendingEntry; readonly result: ChangeResult }[]> {
  const results = [];
  for (const entry of entries) {
    const result = await changeFile(entry.file, (text) => apply(text, entry.operation), options);
    if (result.outcome !== 'refused') await settleQuietly(journal, entry);
    results.push({ entry, result });
  }
  return results;
}

/** The file holds the operation. One that cannot be crossed out is offered again, and changes nothing then. */
async function settleQuietly(journal: Journal, entry: JournalEntry): Promise<void> {
  await journal.settle(entry.id).catch(() => undefined);
}
