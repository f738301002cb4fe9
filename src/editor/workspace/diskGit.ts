import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type * as vscode from 'vscode';
import { conflictVersions, setUpMergeDriver } from '../../node/git.js';
import type { ConflictTexts, GitPort } from '../platform.js';

/** Older ones cannot run the command line. */
const OLDEST_NODE = 20;

/** Git on this machine. */
export class DiskGit implements GitPort {
  readonly #shipped: string;
  /** The extension's own folder has another name with each version; a merge driver must outlive that. */
  readonly #program: string;

  /**
   * @param extension the extension's folder
   * @param storage a folder that stays from one version of the extension to the next
   */
  constructor(extension: string, storage: string) {
    this.#shipped = join(extension, 'dist', 'cli.js');
    this.#program = join(storage, 'cli.js');
    void this.#refresh();
  }

  async versions(file: vscode.Uri): Promise<ConflictTexts | null> {
    if (file.scheme !== 'file') return null;
    const found = await conflictVersions(file.fsPath).catch(() => null);
    return found && { base: textOf(found.base), ours: textOf(found.ours), theirs: textOf(found.theirs) };
  }

  async setUpMerge(folder: vscode.Uri): Promise<string | null> {
    if (folder.scheme !== 'file') return 'The folder is not on this machine.';
    try {
      await mkdir(join(this.#program, '..'), { recursive: true });
      await copyFile(this.#shipped, this.#program);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    const result = await setUpMergeDriver(folder.fsPath, [...(await runtime()), this.#program]);
    return result.ok ? null : result.message;
  }

  /** A driver that was set up by an earlier version of the extension runs the present one from now on. */
  async #refresh(): Promise<void> {
    try {
      const [own, shipped] = await Promise.all([readFile(this.#program), readFile(this.#shipped)]);
      if (!own.equals(shipped)) await copyFile(this.#shipped, this.#program);
    } catch {
      return;
    }
  }
}

/** The Node of the machine, which outlives an update of the editor; else the editor itself. */
async function runtime(): Promise<readonly string[]> {
  try {
    const { stdout } = await promisify(execFile)('node', ['--version'], { windowsHide: true });
    if (Number(/^v(\d+)/.exec(stdout)?.[1]) >= OLDEST_NODE) return ['node'];
  } catch {
    // There is none, or none that git would find either.
  }
  return ['env', 'ELECTRON_RUN_AS_NODE=1', process.execPath];
}

function textOf(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
