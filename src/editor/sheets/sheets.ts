import * as vscode from 'vscode';
import { positionSheet } from '../../core/sheets/sheet.js';
import { Disposables } from '../common/disposables.js';
import { chooseProject, entryOf, pickEntry } from '../registry/entryPick.js';
import type { Target } from '../registry/target.js';
import type { Feature, Services } from '../services.js';
import { issueName, organisationName } from '../tagging/statementWords.js';
import { readSheetUri, SCHEME, sheetUri } from './address.js';

/** How long changes are gathered before open sheets are written anew, in milliseconds. */
const SETTLE = 300;

/** Position sheets: virtual Markdown documents that keep up with the statements. */
export const registerSheets: Feature = (services) => {
  const own = new Disposables();
  const sheets = own.add(new Sheets(services));
  own.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, sheets));
  const command = (name: string, run: (argument?: unknown) => Promise<unknown>): void => {
    own.add(vscode.commands.registerCommand(`standpoint.${name}`, run));
  };
  command('openSheet', (argument) => openSheet(services, argument));
  command('previewSheet', (argument) => withSheet(argument, previewSheet));
  command('exportSheet', (argument) => withSheet(argument, exportSheet));
  return own;
};

/** The texts of sheets, as things are now. */
class Sheets implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<vscode.Uri>());
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {
    this.#own.add(services.workspace.onDidChange(() => this.#refreshSoon()));
    this.#own.add(services.workspace.onDidChangeFolders(() => this.#refreshSoon()));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const address = readSheetUri(uri);
    const project = this.services.workspace.projects.find(({ root }) => root === address?.root);
    return address && project ? positionSheet(project, address.subject) : '';
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#own.dispose();
  }

  /** An event for a sheet whose text is the same changes nothing. */
  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === SCHEME) this.#changed.fire(uri);
    }, SETTLE);
  }
}

/** Opens the sheet of the row, or of the entry that the reader picks. */
async function openSheet(services: Services, argument: unknown): Promise<void> {
  const target = entryOf(services, argument, ['organisation', 'issue']) ?? (await pickSubject(services));
  if (!target) return;
  const { project, entry } = target;
  const { codebook } = project;
  const isIssue = entry.kind === 'issue';
  const name = isIssue ? issueName(codebook, entry.id) : organisationName(codebook, entry.id);
  const subject = isIssue ? { issue: entry.id } : { organisation: entry.id };
  const document = await vscode.workspace.openTextDocument(sheetUri({ root: project.root, subject }, name));
  await vscode.window.showTextDocument(document, { preview: false });
}

async function pickSubject(services: Services): Promise<Target | undefined> {
  const project = await chooseProject(services);
  if (!project) return undefined;
  const entry = await pickEntry(
    project,
    ['organisation', 'issue'],
    vscode.l10n.t('Position sheet'),
    vscode.l10n.t('Of which organisation or issue?'),
  );
  return entry && { project, entry };
}

/** Does something with the sheet that a command is about: the one of its argument, or the active editor's. */
async function withSheet(argument: unknown, act: (uri: vscode.Uri) => Promise<void>): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  if (uri && readSheetUri(uri)) await act(uri);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Open a position sheet first.'));
}

async function previewSheet(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
}

/** Saves the sheet as a file of its own, which then no longer keeps up. */
async function exportSheet(uri: vscode.Uri): Promise<void> {
  const address = readSheetUri(uri);
  if (!address) return;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(address.root), name),
    filters: { Markdown: ['md'] },
    title: vscode.l10n.t('Save the position sheet'),
  });
  if (!target) return;
  await saveSheet(uri, target);
}

/** Writes the text of a sheet to a file. */
export async function saveSheet(uri: vscode.Uri, target: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(document.getText()));
    await vscode.window.showTextDocument(target);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The sheet could not be saved. {0}', why));
  }
}
