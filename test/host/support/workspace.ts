import * as vscode from 'vscode';

/** How long the workbench may take over what a test waits for, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 50;

/** A file of the fixture workspace by its path there. */
export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The suite runs without a workspace folder.');
  return vscode.Uri.joinPath(folder, path);
}

/** Each test writes in a folder of its own: the editor remembers files for a while after they are closed. */
let turn = 0;

/** A file of the present test's own folder in the workspace, by its path there. */
export function scratch(path: string): vscode.Uri {
  return uriOf(`scratch/${turn}/${path}`);
}

/** Writes a file of the test's own folder as another program would: no editor has a part in it. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = scratch(path);
  await put(uri, content);
  return uri;
}

/** Writes any file as another program would. */
export async function put(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
}

/** Closes all editors and removes what the test wrote. */
export async function clearScratch(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(scratch('.'), { recursive: true }).then(undefined, () => undefined);
  turn++;
}

/** Opens a file of the workspace in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uri);
}

/**
 * Asks again and again until the answer is something, and gives that answer.
 * @throws when it takes too long
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`Waited ${PATIENCE / 1000} s in vain for ${what}`);
}

let watching: Promise<void> | undefined;

/** Resolves once the extension runs and hears of files that come and go; for `before`. */
export function watched(): Promise<void> {
  watching ??= startWatching();
  return watching;
}

async function startWatching(): Promise<void> {
  await vscode.extensions.getExtension('standpoint.standpoint')?.activate();
  const probe = uriOf('scratch/probe.corpus');
  let times = 0;
  // The editor's watchers start after the folder was read: what is written in between, nobody sees.
  await until('the watchers', async () => {
    await put(probe, `=== a\n\nA NUL character: \0 ${times++}\n`);
    return vscode.languages.getDiagnostics(probe).length > 0;
  });
  await vscode.workspace.fs.delete(probe);
}
