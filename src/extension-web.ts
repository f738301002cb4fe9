import * as vscode from 'vscode';
import { activateWith, type StandpointApi } from './editor/activate.js';
import { VirtualFileStore } from './editor/workspace/fileStore.js';
import { VirtualJournal } from './editor/workspace/operationJournal.js';

/** Entry of the extension in a browser. */
export function activate(context: vscode.ExtensionContext): StandpointApi {
  const storage = context.storageUri ?? context.globalStorageUri;
  return activateWith(context, {
    files: new VirtualFileStore(vscode.Uri.joinPath(storage, 'backups')),
    journal: new VirtualJournal(vscode.Uri.joinPath(storage, 'journal')),
    git: null,
  });
}
