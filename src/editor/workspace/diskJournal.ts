import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SidecarOperation } from '../../core/sidecar/types.js';
import { pending, tidyJournals } from '../../node/journal-folder.js';
import { Journal } from '../../node/journal.js';
import { VirtualJournal, type OperationJournal, type PendingOperation } from './operationJournal.js';

/** The journal of this window in a storage that is on this machine's disk: synced before anything is written. */
export class DiskJournal implements OperationJournal {
  #journal: Promise<Journal> | undefined;

  /** @param folder made with the first operation */
  constructor(private readonly folder: string) {}

  async keep(file: vscode.Uri, operations: readonly SidecarOperation[]): Promise<readonly string[]> {
    const ids: string[] = [];
    try {
      const journal = await this.#open();
      for (const operation of operations) {
        const id = randomUUID();
        await journal.append({ id, file: file.toString(), operation });
        ids.push(id);
      }
      return ids;
    } catch {
      await this.settle(ids);
      return [];
    }
  }

  async settle(ids: readonly string[]): Promise<void> {
    try {
      const journal = await this.#open();
      for (const id of ids) await journal.settle(id);
    } catch {
      // What cannot be crossed out is offered again, and changes nothing then.
    }
  }

  async pending(): Promise<readonly PendingOperation[]> {
    try {
      const { entries } = await pending(this.folder);
      void tidyJournals(this.folder).catch(() => undefined);
      return entries.map((entry) => ({ ...entry, file: vscode.Uri.parse(entry.file) }));
    } catch {
      return [];
    }
  }

  #open(): Promise<Journal> {
    this.#journal ??= Journal.open(this.folder, randomUUID());
    this.#journal.catch(() => (this.#journal = undefined));
    return this.#journal;
  }
}

/** The journal in the extension's storage, wherever that is. */
export function journalIn(storage: vscode.Uri): OperationJournal {
  return storage.scheme === 'file'
    ? new DiskJournal(join(storage.fsPath, 'journal'))
    : new VirtualJournal(vscode.Uri.joinPath(storage, 'journal'));
}
