import * as vscode from 'vscode';
import { formatLine, parseLines } from '../../core/sidecar/journalLines.js';
import type { SidecarOperation } from '../../core/sidecar/types.js';

/** An operation that was asked for and is not known to be in its file. */
export interface PendingOperation {
  readonly id: string;
  /** The sidecar it belongs in. */
  readonly file: vscode.Uri;
  readonly operation: SidecarOperation;
  /** When it was asked for; ISO, UTC. */
  readonly at: string;
}

/** Keeps operations in the extension's storage until their file holds them. Nothing of it throws. */
export interface OperationJournal {
  /** @returns the id of each operation; empty when nothing could be kept */
  keep(file: vscode.Uri, operations: readonly SidecarOperation[]): Promise<readonly string[]>;
  /** Crosses operations out: their file holds them, or nobody wants them. */
  settle(ids: readonly string[]): Promise<void>;
  /** What all windows have not crossed out, the oldest first. */
  pending(): Promise<readonly PendingOperation[]>;
}

const ENDING = '.json';

/** A journal through the editor's own file system, one small file an operation: nothing there can append. */
export class VirtualJournal implements OperationJournal {
  #last = 0;

  /** @param folder in the extension's storage; undefined where there is none, and nothing is kept */
  constructor(private readonly folder: vscode.Uri | undefined) {}

  async keep(file: vscode.Uri, operations: readonly SidecarOperation[]): Promise<readonly string[]> {
    if (!this.folder) return [];
    const ids: string[] = [];
    try {
      await vscode.workspace.fs.createDirectory(this.folder);
      for (const operation of operations) {
        const id = this.#nextId();
        const entry = { id, file: file.toString(), operation };
        const line = formatLine({ kind: 'entry', entry, at: new Date().toISOString() });
        await vscode.workspace.fs.writeFile(this.#uriOf(id), new TextEncoder().encode(line));
        ids.push(id);
      }
      return ids;
    } catch {
      await this.settle(ids);
      return [];
    }
  }

  async settle(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await vscode.workspace.fs.delete(this.#uriOf(id)).then(undefined, () => undefined);
    }
  }

  async pending(): Promise<readonly PendingOperation[]> {
    if (!this.folder) return [];
    const { fs } = vscode.workspace;
    const names = await fs.readDirectory(this.folder).then(
      (all) => all.map(([name]) => name).filter((name) => name.endsWith(ENDING)),
      () => [],
    );
    const found: PendingOperation[] = [];
    for (const name of names.sort()) {
      const bytes = await fs.readFile(vscode.Uri.joinPath(this.folder, name)).then(
        (read) => read,
        () => new Uint8Array(),
      );
      for (const line of parseLines(new TextDecoder().decode(bytes)).lines) {
        if (line.kind !== 'entry' || `${line.entry.id}${ENDING}` !== name) continue;
        found.push({ ...line.entry, file: vscode.Uri.parse(line.entry.file), at: line.at });
      }
    }
    return found;
  }

  /** Ids sort by time, and those of one millisecond by their order. */
  #nextId(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    const random = Math.random().toString(36).slice(2, 10);
    return `${String(this.#last).padStart(17, '0')}-${random}`;
  }

  #uriOf(id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder ?? vscode.Uri.file('/'), `${id}${ENDING}`);
  }
}
