import * as vscode from 'vscode';

/** What to write: the whole new text, or why nothing may be written. */
export type Rewrite =
  | {
      readonly ok: true;
      readonly text: string;
      /** How many UTF-16 code units go on purpose: a store refuses a text that loses much more. */
      readonly removed: number;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Writes files that no editor has open. `rewrite` gets the text that the file holds at that moment (null
 * when there is no file) and may be called again when somebody else writes at the same time.
 */
export interface FileStore {
  change(uri: vscode.Uri, rewrite: (text: string | null) => Rewrite): Promise<Rewrite>;
}

/** Files of any scheme through the editor's own file system, which cannot write atomically. */
export class VirtualFileStore implements FileStore {
  readonly #queues = new Map<string, Promise<unknown>>();

  /** @param backups folder that gets the old content before each write */
  constructor(private readonly backups: vscode.Uri | undefined) {}

  change(uri: vscode.Uri, rewrite: (text: string | null) => Rewrite): Promise<Rewrite> {
    const key = uri.toString();
    const turn = (this.#queues.get(key) ?? Promise.resolve()).then(() => this.#change(uri, rewrite));
    this.#queues.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #change(uri: vscode.Uri, rewrite: (text: string | null) => Rewrite): Promise<Rewrite> {
    const bytes = await readOrNull(uri);
    const before = bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const result = rewrite(before);
    if (!result.ok || result.text === before) return result;
    if (bytes) await this.#backUp(uri, bytes);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(result.text));
    return result;
  }

  async #backUp(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    if (!this.backups) return;
    const name = `${encodeURIComponent(uri.toString()).slice(-180)}.bak`;
    await vscode.workspace.fs.createDirectory(this.backups);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.backups, name), bytes);
  }
}

async function readOrNull(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
