import * as vscode from 'vscode';
import { activateWith, type StandpointApi } from './editor/activate.js';
import { VirtualFileStore } from './editor/workspace/fileStore.js';

/** Entry of the extension in a browser. */
export function activate(context: vscode.ExtensionContext): StandpointApi {
  const backups = context.storageUri && vscode.Uri.joinPath(context.storageUri, 'backups');
  return activateWith(context, new VirtualFileStore(backups));
}
