import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Project } from '../../core/model/project.js';
import type { ProjectChange } from '../../core/model/types.js';
import { looksDelimited } from '../../core/corpus/dialects.js';
import { Disposables } from '../common/disposables.js';
import { toTextEdits } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import { isNamedByGlob } from './discovery.js';
import { FolderModel } from './folder.js';

/** Typing is followed at once; documents are parsed again after a pause of this many milliseconds. */
const SETTLE = 150;
/** Coming back to the window looks for changes that the watchers missed, at most this often (milliseconds). */
const RESCAN = 5000;
/** Enough of a file to see whether it begins with a delimiter. */
const FIRST_LINE = 200;
/** Languages of files that may be corpora: those of any other are something else, whatever a glob says. */
const TEXTS: ReadonlySet<string> = new Set(['plaintext', 'markdown']);

export interface WorkspaceChange {
  readonly project: Project;
  readonly change: ProjectChange;
}

/**
 * The adapter between the editor and the model: which folders there are, what their files hold, and what
 * an editor has open. The model is always that of the editor's text where there is one.
 */
export class Workspace implements vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<WorkspaceChange>());
  readonly #foldersChanged = this.#own.add(new vscode.EventEmitter<void>());
  readonly #folders = new Map<string, FolderModel>();
  readonly #unsettled = new Map<string, ReturnType<typeof setTimeout>>();
  /** Files made a corpus by their content: once only, so that a reader may choose another language. */
  readonly #recognised = new Set<string>();
  #isReady = false;
  #lastScan = 0;

  /** Tells what changed in which project. */
  readonly onDidChange = this.#changed.event;
  /** Tells that a folder came, went or was read for the first time. */
  readonly onDidChangeFolders = this.#foldersChanged.event;

  constructor() {
    const { workspace, window } = vscode;
    this.#own.add(workspace.onDidOpenTextDocument((document) => void this.#opened(document)));
    this.#own.add(workspace.onDidChangeTextDocument((event) => this.#edited(event)));
    this.#own.add(workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    this.#own.add(workspace.onDidChangeWorkspaceFolders((event) => this.#foldersCameOrWent(event)));
    this.#own.add(workspace.onDidDeleteFiles(() => void this.rescan()));
    this.#own.add(workspace.onDidRenameFiles(() => void this.rescan()));
    this.#own.add(window.onDidChangeWindowState((state) => state.focused && void this.#focused()));
    this.#own.add(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('standpoint.corpora')) return;
        for (const folder of this.#folders.values()) void folder.reload();
        for (const document of workspace.textDocuments) void this.#opened(document);
      }),
    );
  }

  /** Reads the workspace folders and what is open; resolves when all is read. */
  async start(): Promise<void> {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => this.#folder(folder.uri, true));
    for (const document of vscode.workspace.textDocuments) void this.#opened(document);
    await Promise.all(folders.map((folder) => folder.load()));
    this.#isReady = true;
    this.#foldersChanged.fire();
  }

  /** Whether the folders have been read: a view that fills up before would redraw under the reader's hands. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The projects to show: workspace folders, and folders of corpus files opened on their own. */
  get projects(): readonly Project[] {
    return [...this.#folders.values()]
      .map((folder) => folder.project)
      .filter((project) => this.#isShown(project));
  }

  /** The project that a file belongs to; undefined when nothing of its folder is known. */
  projectOf(uri: vscode.Uri): Project | undefined {
    return this.#folderOf(uri)?.project;
  }

  /** The corpus of an open document in its very latest text; undefined when it is no corpus. */
  corpusOf(document: vscode.TextDocument): CorpusModel | undefined {
    if (document.languageId !== LANGUAGE) return undefined;
    const address = document.uri.toString();
    const folder = this.#folderOf(document.uri) ?? this.#loneFolder(document.uri);
    if (this.#unsettled.has(address) || !folder.project.corpus(address)) this.#settle(document);
    return folder.project.corpus(address);
  }

  /** Resolves when the folder of a file has been read: before that, its codebook and sidecars are not known. */
  async loaded(uri: vscode.Uri): Promise<void> {
    await this.#folderOf(uri)?.load();
  }

  /** Puts a text that was just written into the model, without waiting for a watcher. */
  written(uri: vscode.Uri, text: string): void {
    const folder = this.#folderOf(uri);
    const role = folder?.roleOf(uri);
    if (folder && role) folder.take(uri.toString(), text, role);
  }

  /** Bytes of a corpus file that are no text. */
  undecodable(address: string): ReturnType<FolderModel['undecodable']> {
    return this.#folderOf(vscode.Uri.parse(address))?.undecodable(address) ?? [];
  }

  async rescan(): Promise<void> {
    this.#lastScan = Date.now();
    await Promise.all([...this.#folders.values()].map((folder) => folder.rescan()));
  }

  dispose(): void {
    for (const timer of this.#unsettled.values()) clearTimeout(timer);
    for (const folder of this.#folders.values()) folder.dispose();
    this.#own.dispose();
  }

  async #focused(): Promise<void> {
    if (Date.now() - this.#lastScan > RESCAN) await this.rescan();
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    if (TEXTS.has(document.languageId) && this.#isCorpus(document)) {
      this.#recognised.add(document.uri.toString());
      // Setting the language closes the document and opens it again under its new one.
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
      return;
    }
    if (document.languageId === LANGUAGE) {
      const folder = this.#folderOf(document.uri) ?? this.#loneFolder(document.uri);
      this.#settle(document);
      await folder.load();
    } else if (this.#folderOf(document.uri)?.roleOf(document.uri)) {
      this.#settle(document);
    }
  }

  #edited(event: vscode.TextDocumentChangeEvent): void {
    const { document, contentChanges } = event;
    if (contentChanges.length === 0) return;
    const address = document.uri.toString();
    const folder = this.#folderOf(document.uri);
    const role = document.languageId === LANGUAGE ? 'corpus' : folder?.roleOf(document.uri);
    if (!folder || !role) return;
    if (role === 'corpus') {
      if (looksReloaded(event)) folder.project.corpus(address)?.forgetEdits();
      else folder.project.followEdits(address, toTextEdits(contentChanges));
    }
    clearTimeout(this.#unsettled.get(address));
    this.#unsettled.set(
      address,
      setTimeout(() => this.#settleAll(), SETTLE),
    );
  }

  /** Settles every document that waits for it: an edit of many files is told once a folder. */
  #settleAll(): void {
    const waiting = vscode.workspace.textDocuments.filter(({ uri }) => this.#unsettled.has(uri.toString()));
    for (const folder of new Set(waiting.map(({ uri }) => this.#folderOf(uri)))) {
      const own = waiting.filter(({ uri }) => this.#folderOf(uri) === folder);
      folder?.project.batch(() => own.forEach((document) => this.#settle(document)));
    }
  }

  #closed(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    clearTimeout(this.#unsettled.get(address));
    this.#unsettled.delete(address);
    const folder = this.#folderOf(document.uri);
    if (!folder?.roleOf(document.uri)) return;
    if (folder.isWorkspaceFolder || document.languageId !== LANGUAGE) folder.refresh(document.uri);
    else this.#closeLone(folder, address);
  }

  #closeLone(folder: FolderModel, address: string): void {
    const stillOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === address);
    if (stillOpen) return;
    folder.project.setCorpus(address, null);
    if (folder.project.corpora.length > 0) return;
    this.#folders.delete(folder.uri.toString());
    folder.dispose();
    this.#foldersChanged.fire();
  }

  #settle(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    clearTimeout(this.#unsettled.get(address));
    this.#unsettled.delete(address);
    const folder = this.#folderOf(document.uri);
    const role = document.languageId === LANGUAGE ? 'corpus' : folder?.roleOf(document.uri);
    if (folder && role) folder.take(address, document.getText(), role);
  }

  #isCorpus(document: vscode.TextDocument): boolean {
    if (this.#recognised.has(document.uri.toString())) return false;
    const folder = vscode.workspace.getWorkspaceFolder(document.uri);
    if (folder && isNamedByGlob(folder.uri, document)) return true;
    if (document.uri.scheme === 'output' || document.languageId !== 'plaintext') return false;
    return looksDelimited(document.getText(new vscode.Range(0, 0, 1, FIRST_LINE)));
  }

  #isShown(project: Project): boolean {
    const scheme = vscode.Uri.parse(project.root).scheme;
    return vscode.workspace.fs.isWritableFileSystem(scheme) !== undefined && scheme !== 'untitled';
  }

  #folderOf(uri: vscode.Uri): FolderModel | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return this.#folders.get((folder?.uri ?? vscode.Uri.joinPath(uri, '..')).toString());
  }

  #loneFolder(uri: vscode.Uri): FolderModel {
    return this.#folder(vscode.Uri.joinPath(uri, '..'), false);
  }

  #folder(uri: vscode.Uri, isWorkspaceFolder: boolean): FolderModel {
    const known = this.#folders.get(uri.toString());
    if (known) return known;
    const folder = new FolderModel(uri, isWorkspaceFolder);
    this.#folders.set(uri.toString(), folder);
    folder.onDidChange((change) => this.#changed.fire({ project: folder.project, change }));
    return folder;
  }

  #foldersCameOrWent(event: vscode.WorkspaceFoldersChangeEvent): void {
    for (const { uri } of event.removed) {
      this.#folders.get(uri.toString())?.dispose();
      this.#folders.delete(uri.toString());
    }
    const added = event.added.map(({ uri }) => this.#folder(uri, true).load());
    void Promise.all(added).then(() => this.#foldersChanged.fire());
  }
}

/**
 * Whether a document was read again from disk: one edit that replaces all lines from the first to the last
 * that differ, and so says nothing of the words in between. That the document is clean is no proof: of the
 * first key press in a saved file the editor tells before it calls the document dirty.
 */
function looksReloaded({ document, contentChanges }: vscode.TextDocumentChangeEvent): boolean {
  const [change] = contentChanges;
  if (document.isDirty || contentChanges.length !== 1 || !change) return false;
  const { range, rangeOffset, rangeLength, text } = change;
  if (rangeLength === 0 || text === '' || range.start.character !== 0) return false;
  return range.end.character === 0 || rangeOffset + text.length === document.getText().length;
}
