import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { Disposables } from './common/disposables.js';
import { features } from './features.js';
import type { Platform } from './platform.js';
import type { Services } from './services.js';
import { Annotations } from './tagging/annotations.js';
import { Workspace } from './workspace/workspace.js';
import { Writer } from './workspace/writer.js';

/** What the extension offers to its own tests and to other extensions. */
export interface StandpointApi {
  /** Resolves once the workspace has been read. */
  readonly ready: Promise<void>;
  readonly services: Services;
}

/** Registers every feature, then reads the workspace in the background. */
export function activateWith(context: vscode.ExtensionContext, platform: Platform): StandpointApi {
  // The core words its problems with the same library that the editor's own translations come from.
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const own = new Disposables();
  context.subscriptions.push(own);
  const workspace = own.add(new Workspace());
  const { files, journal, git } = platform;
  const writer = own.add(new Writer(files, journal));
  const annotations = own.add(new Annotations(workspace, writer));
  const services: Services = { workspace, writer, annotations, journal, git, context };
  for (const feature of features) own.add(feature(services));
  return { ready: workspace.start(), services };
}
