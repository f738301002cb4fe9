import * as vscode from 'vscode';
import type { Services } from '../services.js';

/** The files of the bundled sample, for hosts that can read a file of the extension but not list its folders. */
export const SAMPLE_FILES = [
  '.vscode/settings.json',
  'articles.corpus',
  'articles.corpus.coder-a.stances.yaml',
  'articles.corpus.coder-b.stances.yaml',
  'press-releases/2023-05-23-larkway.txt',
  'press-releases/2023-09-18-tca-commissioner.txt',
  'press-releases/2024-02-06-access-all-stops.txt',
  'standpoint.yaml',
] as const;

/**
 * Opens the bundled sample: a copy of it that the reader may write in and that is still there the next
 * time, in a window of its own where a folder is open already.
 */
export async function openSample({ context }: Services): Promise<void> {
  const copy = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
  try {
    if (!(await exists(vscode.Uri.joinPath(copy, 'articles.corpus')))) {
      await copyFiles(vscode.Uri.joinPath(context.extensionUri, 'samples'), copy);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The sample could not be copied. {0}', why));
    return;
  }
  const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
}

async function copyFiles(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  for (const file of SAMPLE_FILES) {
    const target = vscode.Uri.joinPath(to, file);
    await fs.createDirectory(vscode.Uri.joinPath(target, '..'));
    await fs.writeFile(target, await fs.readFile(vscode.Uri.joinPath(from, file)));
  }
}

function exists(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
