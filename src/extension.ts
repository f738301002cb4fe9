import type * as vscode from 'vscode';
import { activateWith, type StandpointApi } from './editor/activate.js';
import { journalIn } from './editor/workspace/diskJournal.js';
import { DiskFileStore } from './editor/workspace/diskStore.js';
import { DiskGit } from './editor/workspace/diskGit.js';

/** Entry of the extension on the desktop and on a remote machine. */
export function activate(context: vscode.ExtensionContext): StandpointApi {
  const storage = context.storageUri ?? context.globalStorageUri;
  return activateWith(context, {
    files: new DiskFileStore(storage),
    journal: journalIn(storage),
    git: new DiskGit(context.extensionUri.fsPath, context.globalStorageUri.fsPath),
  });
}
