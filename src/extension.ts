import type * as vscode from 'vscode';
import { activateWith, type StandpointApi } from './editor/activate.js';
import { DiskFileStore } from './editor/workspace/diskStore.js';

/** Entry of the extension on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): StandpointApi {
  return activateWith(context, new DiskFileStore(context.storageUri ?? context.globalStorageUri));
}
