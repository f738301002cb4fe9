import type * as vscode from 'vscode';
import type { Workspace } from './workspace/workspace.js';
import type { Writer } from './workspace/writer.js';

/** What every feature may ask for. */
export interface Services {
  readonly workspace: Workspace;
  readonly writer: Writer;
  readonly context: vscode.ExtensionContext;
}

/** Starts a feature; what it returns ends it. */
export type Feature = (services: Services) => vscode.Disposable;
