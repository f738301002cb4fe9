import type * as vscode from 'vscode';
import { Disposables } from './common/disposables.js';
import { features } from './features.js';
import type { Services } from './services.js';
import type { FileStore } from './workspace/fileStore.js';
import { Workspace } from './workspace/workspace.js';
import { Writer } from './workspace/writer.js';

/** What the extension offers to its own tests and to other extensions. */
export interface StandpointApi {
  /** Resolves once the workspace has been read. */
  readonly ready: Promise<void>;
  readonly services: Services;
}

/**
 * Registers every feature, then reads the workspace in the background.
 * @param store writes files that no editor has open
 */
export function activateWith(context: vscode.ExtensionContext, store: FileStore): StandpointApi {
  const own = new Disposables();
  context.subscriptions.push(own);
  const workspace = own.add(new Workspace());
  const services: Services = { workspace, writer: new Writer(store), context };
  for (const feature of features) own.add(feature(services));
  return { ready: workspace.start(), services };
}
