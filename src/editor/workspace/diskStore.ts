import * as vscode from 'vscode';
import { changeFile } from '../../node/store.js';
import { VirtualFileStore, type FileStore, type Rewrite } from './fileStore.js';

/** Files on this machine's disk, written atomically and under a lock; other schemes as in a browser. */
export class DiskFileStore implements FileStore {
  readonly #virtual: VirtualFileStore;

  /** @param storage folder for what a save needs to be undone, and for backups */
  constructor(private readonly storage: vscode.Uri | undefined) {
    this.#virtual = new VirtualFileStore(storage && vscode.Uri.joinPath(storage, 'backups'));
  }

  async change(uri: vscode.Uri, rewrite: (text: string | null) => Rewrite): Promise<Rewrite> {
    if (uri.scheme !== 'file') return this.#virtual.change(uri, rewrite);
    let last: Rewrite | undefined;
    const options = this.storage?.scheme === 'file' ? { storage: this.storage.fsPath } : {};
    const result = await changeFile(
      uri.fsPath,
      (text) => {
        last = rewrite(text);
        return last.ok ? { text: last.text, removed: last.removed } : { refuse: last.message };
      },
      options,
    );
    if (result.outcome !== 'refused') return { ok: true, text: result.text, removed: 0 };
    return last && !last.ok ? last : { ok: false, message: result.message };
  }
}
