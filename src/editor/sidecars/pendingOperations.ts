import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { isHeld } from '../../core/sidecar/held.js';
import { readSidecar } from '../../core/sidecar/read.js';
import type { Services } from '../services.js';
import { sidecarProposal } from '../tagging/sidecarEdits.js';
import type { PendingOperation } from '../workspace/operationJournal.js';

/** What is known of the operations that are not yet in their file, and the ways to settle them. */
export class PendingOperations {
  constructor(private readonly services: Services) {}

  /** What waits: not being carried out just now, and not in its file already. What is in its file is crossed out. */
  async list(): Promise<readonly PendingOperation[]> {
    const { journal, writer } = this.services;
    const waiting: PendingOperation[] = [];
    const held: string[] = [];
    for (const entry of await journal.pending()) {
      if (writer.isUnderWay(entry.id)) continue;
      const text = await this.#text(entry.file);
      if (text !== null && isHeld(readSidecar(text), entry.operation)) held.push(entry.id);
      else waiting.push(entry);
    }
    if (held.length > 0) await journal.settle(held);
    return waiting;
  }

  /**
   * Carries operations out, each by itself, in order.
   * @returns why some could not be, by file; they go on waiting
   */
  async add(entries: readonly PendingOperation[]): Promise<readonly string[]> {
    const messages = new Set<string>();
    for (const { id, file, operation } of entries) {
      const project = this.projectOf(file);
      if (!project) {
        messages.add(vscode.l10n.t('{0} is in no folder that is open.', nameOf(file)));
        continue;
      }
      const propose = sidecarProposal(project, file, [operation]);
      const written = await this.services.writer.change(file, (text) =>
        isHeld(readSidecar(text ?? ''), operation) && text !== null ? { ok: true, edits: [] } : propose(text),
      );
      if (written.ok) {
        this.services.workspace.written(file, written.text);
        await this.services.journal.settle([id]);
      } else messages.add(written.message);
    }
    return [...messages];
  }

  async discard(entries: readonly PendingOperation[]): Promise<void> {
    await this.services.journal.settle(entries.map(({ id }) => id));
  }

  /** Files that are not there any more. */
  async missing(entries: readonly PendingOperation[]): Promise<readonly vscode.Uri[]> {
    const files = new Map(entries.map(({ file }) => [file.toString(), file]));
    const gone: vscode.Uri[] = [];
    for (const file of files.values()) if ((await this.#text(file)) === null) gone.push(file);
    return gone;
  }

  projectOf(file: vscode.Uri): Project | undefined {
    return this.services.workspace.projectOf(file);
  }

  /** What the file holds on disk; null where it is gone. */
  async #text(file: vscode.Uri): Promise<string | null> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null;
    }
  }
}

/** A file's name without its folder. */
export function nameOf(file: vscode.Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
