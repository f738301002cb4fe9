import * as vscode from 'vscode';
import type { Feature } from '../services.js';
import type { Workspace } from '../workspace/workspace.js';
import { baseName } from '../workspace/discovery.js';

/** One file that goes with another. */
export interface Rename {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** Sidecars follow when their corpus file is renamed or moved in the editor; in a folder they go with it anyway. */
export const registerRenames: Feature = ({ workspace }) =>
  vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(renaming(followers(workspace, event.files)));
  });

async function renaming(all: readonly Rename[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of all) {
    // What stands there already is somebody's work: it stays, and so does the sidecar.
    if (!(await exists(newUri))) edit.renameFile(oldUri, newUri, { ignoreIfExists: true });
  }
  return edit;
}

/** The sidecars, every coder's, that go with corpus files which are to be renamed. */
export function followers(workspace: Workspace, files: readonly Rename[]): readonly Rename[] {
  const named = new Set(files.map(({ oldUri }) => oldUri.toString()));
  return files.flatMap(({ oldUri, newUri }) => {
    const corpus = oldUri.toString();
    const sidecars = workspace.projectOf(oldUri)?.sidecars ?? [];
    return sidecars.flatMap((sidecar): Rename[] => {
      if (sidecar.corpus !== corpus || named.has(sidecar.address)) return [];
      const uri = vscode.Uri.parse(sidecar.address);
      const ending = baseName(uri).slice(baseName(oldUri).length);
      return [{ oldUri: uri, newUri: vscode.Uri.joinPath(newUri, '..', baseName(newUri) + ending) }];
    });
  });
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
