import type * as vscode from 'vscode';
import type { GitPort } from './platform.js';
import type { Annotations } from './tagging/annotations.js';
import type { OperationJournal } from './workspace/operationJournal.js';
import type { Workspace } from './workspace/workspace.js';
import type { Writer } from './workspace/writer.js';

/** What every feature may ask for. */
export interface Services {
  readonly workspace: Workspace;
  readonly writer: Writer;
  /** Changes of statements, and the one history of them that can be undone. */
  readonly annotations: Annotations;
  /** What is not yet in its file. */
  readonly journal: OperationJournal;
  /** Null where no program can be run, as in a browser. */
  readonly git: GitPort | null;
  readonly context: vscode.ExtensionContext;
}

/** Starts a feature; what it returns ends it. */
export type Feature = (services: Services) => vscode.Disposable;
