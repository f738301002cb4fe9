import type * as vscode from 'vscode';
import type { FileStore } from './workspace/fileStore.js';
import type { OperationJournal } from './workspace/operationJournal.js';

/** What git is needed for. Only where the extension may run programs; never in Restricted Mode. */
export interface GitPort {
  /** The three versions of a file in conflict; null where git knows of no conflict in it. Undecodable bytes give null. */
  versions(file: vscode.Uri): Promise<ConflictTexts | null>;
  /** Has git merge sidecars by statement in the repository that holds the folder. @returns why not, or null */
  setUpMerge(folder: vscode.Uri): Promise<string | null>;
}

/** The texts of a file in conflict; null where a side has no such file. */
export interface ConflictTexts {
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** What differs between a desktop and a browser. */
export interface Platform {
  /** Writes files that no editor has open. */
  readonly files: FileStore;
  readonly journal: OperationJournal;
  /** Null in a browser. */
  readonly git: GitPort | null;
}
