import * as vscode from 'vscode';
import type { Project } from '../../../src/core/model/project.js';
import type { PlacedStatement } from '../../../src/core/model/types.js';
import type { StandpointApi } from '../../../src/editor/activate.js';
import type { WorkspaceChange } from '../../../src/editor/workspace/workspace.js';
import { put, until, uriOf } from './workspace.js';

/** What the running extension offers, once it has read the workspace. */
export async function standpoint(): Promise<StandpointApi['services']> {
  const extension = vscode.extensions.getExtension<StandpointApi>('standpoint.standpoint');
  const api = await extension?.activate();
  if (!api) throw new Error('The extension is not installed.');
  await api.ready;
  return api.services;
}

/** The project that a file belongs to. */
export async function projectOf(uri: vscode.Uri): Promise<Project> {
  const { workspace } = await standpoint();
  return until(`the project of ${uri.path}`, () => workspace.projectOf(uri));
}

/** The statements about a corpus file, once there are so many of them. */
export async function statementsOf(corpus: vscode.Uri, count: number): Promise<readonly PlacedStatement[]> {
  const project = await projectOf(corpus);
  return until(`${count} statements of ${corpus.path}`, () => {
    const all = project.statements().filter((one) => one.corpus === corpus.toString());
    return all.length === count && all;
  });
}

/** The words in the text as it is now that a statement belongs to; null when it is lost. */
export async function wordsOf(corpus: vscode.Uri, id: string): Promise<string | null> {
  const project = await projectOf(corpus);
  const model = project.corpus(corpus.toString());
  const statement = model?.statements.find(({ stored }) => stored.statement.id === id);
  const span = model && statement && model.spanOf(statement);
  return model && span ? model.text.slice(span.start, span.end) : null;
}

/** What becomes of a statement: `located`, with `changed` where its words did, `suggested` or `lost`. */
export async function outcomeOf(corpus: vscode.Uri, id: string): Promise<string | undefined> {
  const project = await projectOf(corpus);
  const statement = project
    .statements()
    .find((one) => one.corpus === corpus.toString() && one.stored.statement.id === id);
  if (!statement) return undefined;
  const { place } = statement;
  return place.outcome === 'located' && place.changed ? 'located, changed' : place.outcome;
}

/** Everything that the model tells while something is done, and until a condition holds. */
export async function changesWhile(
  act: () => Thenable<unknown>,
  what: string,
  done: () => boolean | Thenable<boolean>,
): Promise<readonly WorkspaceChange[]> {
  const { workspace } = await standpoint();
  const changes: WorkspaceChange[] = [];
  const listener = workspace.onDidChange((change) => changes.push(change));
  try {
    await act();
    await until(what, done);
    return changes;
  } finally {
    listener.dispose();
  }
}

/** A file's bytes as text, byte order mark and line ends included. */
export async function read(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

let turn = 0;

/** A folder outside the workspace, as of a file that is opened on its own. */
export interface LoneFolder {
  readonly uri: (name: string) => vscode.Uri;
  readonly write: (name: string, text: string) => Promise<vscode.Uri>;
  /** Closes all editors and removes the folder. */
  readonly clear: () => Promise<void>;
}

export function loneFolder(): LoneFolder {
  const folder = uriOf(`../standpoint-lone-${Date.now()}-${turn++}`);
  const uri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    uri,
    write: async (name, text) => {
      await put(uri(name), text);
      return uri(name);
    },
    clear: async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    },
  };
}

/** Throws away what an editor holds and reads the file again. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Puts the cursor into words of the active editor, or selects them. */
export function select(editor: vscode.TextEditor, words: string, whole = true): void {
  const { document } = editor;
  const start = document.getText().indexOf(words);
  if (start === -1) throw new Error(`“${words}” is not in ${document.uri.path}`);
  const [from, to] = [document.positionAt(start), document.positionAt(start + words.length)];
  editor.selection = whole ? new vscode.Selection(from, to) : new vscode.Selection(from, from);
}

/** Runs a command and takes the first choice of each pick that it shows, until it ends. */
export async function takingFirstChoices(command: string, ...args: readonly unknown[]): Promise<void> {
  let ended = false;
  const run = vscode.commands.executeCommand(command, ...args).then(() => (ended = true));
  await until(`${command} to end`, async () => {
    if (!ended) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return ended;
  });
  await run;
}
