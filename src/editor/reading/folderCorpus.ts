import * as vscode from 'vscode';
import { corpusGlobs } from '../common/settings.js';
import type { Services } from '../services.js';
import { baseName } from '../workspace/discovery.js';
import { documentCount } from './words.js';

/** What files of text end in. */
const ENDINGS = ['txt', 'md'] as const;
/** Enough to know which folders hold texts; nobody picks from more. */
const MOST_FILES = 20_000;
const MOST_NAMED = 5;

/** Names a folder's text files as corpora in the settings: one document each. */
export async function makeFolderCorpus(services: Services, argument: unknown): Promise<void> {
  const folder = argument instanceof vscode.Uri ? argument : await pickFolder();
  if (!folder) return;
  const root = vscode.workspace.getWorkspaceFolder(folder);
  if (!root) return tell(vscode.l10n.t('Only a folder of the workspace can be made a corpus.'));
  if (!vscode.workspace.isTrusted) {
    return tell(vscode.l10n.t('Standpoint writes nothing in Restricted Mode. Trust this folder first.'));
  }
  const endings = await endingsIn(folder);
  if (endings.length === 0) return tell(vscode.l10n.t('{0} holds no .txt or .md files.', baseName(folder)));
  const path = pathBelow(root.uri, folder);
  try {
    await addGlobs(
      root.uri,
      endings.map((ending) => `${asGlob(path)}*.${ending}`),
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The settings of the folder could not be written. {0}', why),
    );
    return;
  }
  await services.workspace.rescan();
  await vscode.commands.executeCommand('standpoint.documents.focus');
  tell(
    vscode.l10n.t('{0} in {1}', documentCount(documentsIn(services, folder)), path.slice(0, -1) || root.name),
  );
}

/** Adds to what the setting holds for the folder, whoever set it: globs that are refused stay as they are. */
async function addGlobs(root: vscode.Uri, globs: readonly string[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('standpoint', root);
  const known = settings.get<unknown>('corpora');
  const missing = globs.filter((glob) => !corpusGlobs(root).includes(glob));
  if (missing.length === 0) return;
  const before: readonly unknown[] = Array.isArray(known) ? known : [];
  await settings.update('corpora', [...before, ...missing], vscode.ConfigurationTarget.WorkspaceFolder);
}

/** Asks for a folder of the workspace that holds texts; undefined where there is none or nothing was chosen. */
async function pickFolder(): Promise<vscode.Uri | undefined> {
  const texts = await vscode.workspace.findFiles(`**/*.{${ENDINGS.join(',')}}`, undefined, MOST_FILES);
  const folders = new Map<string, string[]>();
  for (const uri of texts) {
    const folder = vscode.Uri.joinPath(uri, '..').toString();
    const names = folders.get(folder);
    if (names) names.push(baseName(uri));
    else folders.set(folder, [baseName(uri)]);
  }
  if (folders.size === 0) {
    tell(vscode.l10n.t('No folder here holds .txt or .md files.'));
    return undefined;
  }
  const items = [...folders].map(([address, names]) => {
    const folder = vscode.Uri.parse(address);
    const root = vscode.workspace.getWorkspaceFolder(folder);
    const isRoot = root?.uri.toString() === address;
    return {
      label: isRoot ? root.name : vscode.workspace.asRelativePath(folder),
      description: names.length === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', names.length),
      detail: [...names.sort().slice(0, MOST_NAMED), ...(names.length > MOST_NAMED ? ['…'] : [])].join(', '),
      folder,
    };
  });
  items.sort((a, b) => a.label.localeCompare(b.label));
  const placeHolder = vscode.l10n.t('The folder whose files are documents of a corpus');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.folder;
}

async function endingsIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    return ENDINGS.filter((ending) => names.some((name) => name.endsWith(`.${ending}`)));
  } catch {
    return [];
  }
}

/** The folder's path below the workspace folder, with a slash behind it; empty for that folder itself. */
function pathBelow(root: vscode.Uri, folder: vscode.Uri): string {
  const below = folder.path.slice(root.path.length).replace(/^\/+|\/+$/g, '');
  return below === '' ? '' : `${below}/`;
}

/** A path as a glob that matches only itself. */
function asGlob(path: string): string {
  return path.replace(/[*?[\]{}]/g, '[$&]');
}

function documentsIn({ workspace }: Services, folder: vscode.Uri): number {
  const below = `${folder.toString().replace(/\/$/, '')}/`;
  return workspace.projects
    .flatMap((project) => project.corpora)
    .filter(({ address }) => address.startsWith(below) && !address.slice(below.length).includes('/'))
    .reduce((sum, corpus) => sum + corpus.documents.length, 0);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
