import * as vscode from 'vscode';
import type { CorpusProblem } from '../../core/corpus/types.js';
import { Project } from '../../core/model/project.js';
import type { ProjectChange } from '../../core/model/types.js';
import { sidecarName } from '../../core/sidecar/names.js';
import { Disposables } from '../common/disposables.js';
import { coderFor, isBlind, LANGUAGE } from '../common/settings.js';
import {
  baseName,
  CODEBOOK,
  corpusOfSidecar,
  findFiles,
  patternsOf,
  readFiles,
  roleByName,
  type FileRole,
} from './discovery.js';

/** Long enough to gather a git checkout into one update, short enough not to be felt. */
const GATHER_EVENTS = 120;
/** Milliseconds of looking for statements before others have their turn. */
const SLICE = 20;

/** Programs that write in place empty the file first: what became empty gets this long to fill (milliseconds). */
const FILLING = 2000;

/** Of more things than this that come at once, none is looked at alone: the whole folder is searched. */
const LOOKED_AT = 200;

const addressing = {
  baseName: (address: string) => baseName(vscode.Uri.parse(address)),
  sibling: (address: string, name: string) =>
    vscode.Uri.joinPath(vscode.Uri.parse(address), '..', name).toString(),
};

/**
 * One workspace folder, or the folder of a corpus file that was opened on its own: reads its files into a
 * project, and again whenever they change on disk.
 */
export class FolderModel implements vscode.Disposable {
  readonly project: Project;
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<ProjectChange>());
  readonly #undecodable = new Map<string, readonly CorpusProblem[]>();
  readonly #due = new Set<string>();
  /** What came and is no file of ours by its name: it may be a folder of them. */
  readonly #created: vscode.Uri[] = [];
  /** Files that became empty under us, and what ends the waiting for their text. */
  readonly #emptied = new Map<string, ReturnType<typeof setTimeout>>();
  /** What the last search found. */
  #found: ReadonlyMap<string, FileRole> = new Map();
  /** One reading after the other: an older one that took longer must not win over a newer one. */
  #turn: Promise<void> = Promise.resolve();
  #watchers = new Disposables();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #placing: ReturnType<typeof setTimeout> | undefined;
  #loaded: Promise<void> | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param isWorkspaceFolder false for the folder of a lone file: only its own names are read, not the tree below */
  constructor(
    readonly uri: vscode.Uri,
    readonly isWorkspaceFolder: boolean,
  ) {
    this.project = new Project(uri.toString(), addressing, SLICE);
    this.#own.add(this.project);
    this.#hideOthers();
    this.#own.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        const concerns = ['standpoint.blind', 'standpoint.coder'];
        if (concerns.some((name) => event.affectsConfiguration(name, uri))) this.#hideOthers();
      }),
    );
    this.#own.add(this.project.onDidChange((change) => this.#changed.fire(change)));
    this.#own.add(this.project.onDidChange(() => this.#goOnPlacing()));
    this.#own.add({ dispose: () => clearTimeout(this.#placing) });
  }

  /** Looks for statements in the background, a moment at a time, until all have their places. */
  #goOnPlacing(): void {
    if (this.#placing !== undefined || !this.project.isPlacing) return;
    this.#placing = setTimeout(() => {
      this.#placing = undefined;
      this.project.continuePlacing();
      this.#goOnPlacing();
    }, 0);
  }

  /** Reads all files once; later calls wait for the same reading. */
  load(): Promise<void> {
    this.#loaded ??= this.#watchAndRead();
    return this.#loaded;
  }

  /** Looks at the folder again, for changes that no watcher told of. */
  async rescan(): Promise<void> {
    if (this.#loaded === undefined) return;
    await this.#loaded;
    await this.#readAll();
  }

  /** Reads again with the patterns of the present settings. */
  async reload(): Promise<void> {
    this.#watchers.dispose();
    this.#watchers = new Disposables();
    this.#loaded = this.#watchAndRead();
    await this.#loaded;
    await this.#inTurn(() => this.#forgetUnnamed());
  }

  /** Bytes of a corpus file that are no text, found when it was last read. */
  undecodable(address: string): readonly CorpusProblem[] {
    return this.#undecodable.get(address) ?? [];
  }

  /** Puts a file's text into the project under the role it has here. */
  take(address: string, text: string | null, role: FileRole): void {
    if (text === '' && this.#isFilling(address, role)) return;
    this.#put(address, text, role);
  }

  /** While coding blind the model hands out nobody's statements but one's own: no feature can show others. */
  #hideOthers(): void {
    const [blind, coder] = [isBlind(this.uri), coderFor(this.uri)];
    this.project.show(({ address, corpus }) => {
      const own = sidecarName(addressing.baseName(corpus), coder);
      return !blind || addressing.baseName(address) === own;
    });
  }

  #put(address: string, text: string | null, role: FileRole): void {
    clearTimeout(this.#emptied.get(address));
    this.#emptied.delete(address);
    if (role === 'corpus') this.project.setCorpus(address, text);
    else if (role === 'sidecar') this.project.setSidecar(address, text);
    else this.project.setCodebook(text);
  }

  /** What a file is here: by its name, or because the project already has it as a corpus. */
  roleOf(uri: vscode.Uri): FileRole | null {
    return roleByName(this.uri, uri) ?? (this.project.corpus(uri.toString()) ? 'corpus' : null);
  }

  /** Reads one file again soon, together with others that change at the same time. */
  refresh(uri: vscode.Uri): void {
    this.#due.add(uri.toString());
    this.#readSoon();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const timer of this.#emptied.values()) clearTimeout(timer);
    this.#watchers.dispose();
    this.#own.dispose();
  }

  /** Whether a file that held something is empty for a moment, so that nothing of it is lost yet. */
  #isFilling(address: string, role: FileRole): boolean {
    const { project } = this;
    const had =
      role === 'corpus'
        ? project.corpus(address)?.text
        : role === 'sidecar'
          ? project.sidecar(address)?.text
          : project.codebookText;
    if (!had || isBeingEdited(address)) return false;
    if (this.#emptied.has(address)) return true;
    const end = (): void => void this.#inTurn(() => this.#endFilling(address, role));
    this.#emptied.set(address, setTimeout(end, FILLING));
    return true;
  }

  /** What is still empty after a while is empty. */
  async #endFilling(address: string, role: FileRole): Promise<void> {
    if (!this.#emptied.has(address)) return;
    const read = await readFiles([address]);
    this.#put(address, openText(address) ?? read.get(address)?.text ?? null, role);
  }

  async #watchAndRead(): Promise<void> {
    const patterns = this.isWorkspaceFolder
      ? patternsOf(this.uri)
      : [
          new vscode.RelativePattern(this.uri, '*.stances.yaml'),
          new vscode.RelativePattern(this.uri, CODEBOOK),
        ];
    for (const pattern of patterns) {
      const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
        this.#watchers.add(event((uri) => this.refresh(uri)));
      }
    }
    if (this.isWorkspaceFolder) this.#watchOthers();
    await this.#readAll();
  }

  /**
   * Listens for what no pattern names: texts that only their sidecars make corpora, and folders, since of
   * the files that come and go with a folder the editor may tell nothing.
   */
  #watchOthers(): void {
    const pattern = new vscode.RelativePattern(this.uri, '**');
    const watcher = this.#watchers.add(vscode.workspace.createFileSystemWatcher(pattern));
    this.#watchers.add(watcher.onDidChange((uri) => this.#refreshKnown(uri)));
    this.#watchers.add(watcher.onDidDelete((uri) => this.#refreshKnown(uri)));
    this.#watchers.add(
      watcher.onDidCreate((uri) => {
        this.#refreshKnown(uri);
        if (!roleByName(this.uri, uri)) this.#lookIntoSoon(uri);
      }),
    );
  }

  /** Drops the texts that no setting, sidecar or editor makes a corpus any longer. */
  #forgetUnnamed(): void {
    const kept = new Set(this.project.sidecars.map((sidecar) => sidecar.corpus));
    this.project.batch(() => {
      for (const { address } of this.project.corpora) {
        const isNamed = this.#found.has(address) || kept.has(address) || openCorpus(address);
        if (!isNamed) this.project.setCorpus(address, null);
      }
    });
  }

  /** Refreshes a file, or the files of a folder, as far as they are known. */
  #refreshKnown(uri: vscode.Uri): void {
    const address = uri.toString();
    const folder = `${address}/`;
    for (const known of this.#known()) {
      if (known === address || known.startsWith(folder)) this.refresh(vscode.Uri.parse(known));
    }
  }

  /** Every corpus and sidecar, and the corpora that sidecars speak of whether they are there or not. */
  #known(): ReadonlySet<string> {
    return new Set([
      ...this.project.corpora.map((corpus) => corpus.address),
      ...this.project.sidecars.flatMap((one) => [one.address, one.corpus]),
    ]);
  }

  #readAll(): Promise<void> {
    return this.#inTurn(async () => {
      this.#found = this.isWorkspaceFolder ? await findFiles(this.uri) : await this.#besideLoneFiles();
      const roles = new Map(this.#found);
      for (const address of this.#known()) {
        if (!roles.has(address)) roles.set(address, this.roleOf(vscode.Uri.parse(address)) ?? 'corpus');
      }
      // Whether there is a codebook is told by reading it, not by a search that may be cut short.
      roles.set(vscode.Uri.joinPath(this.uri, CODEBOOK).toString(), 'codebook');
      await this.#read(roles);
    });
  }

  #lookIntoSoon(uri: vscode.Uri): void {
    this.#created.push(uri);
    this.#readSoon();
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readDue(), GATHER_EVENTS);
  }

  async #readDue(): Promise<void> {
    const due = [...this.#due];
    const created = this.#created.splice(0);
    this.#due.clear();
    await this.#inTurn(() =>
      this.#read(
        new Map(due.map((address) => [address, this.roleOf(vscode.Uri.parse(address)) ?? 'corpus'])),
      ),
    );
    if (created.length > LOOKED_AT || (await holdsFolder(created))) await this.#readAll();
  }

  #inTurn(work: () => void | Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  async #read(roles: ReadonlyMap<string, FileRole>): Promise<void> {
    const all = this.isWorkspaceFolder ? withCorpora(roles) : roles;
    const closed = [...all.keys()].filter((address) => !openText(address));
    const read = await readFiles(closed);
    this.project.batch(() => {
      for (const [address, role] of inReadingOrder(all)) {
        // An editor may have opened the file while it was read: then its text is the truth.
        const open = openText(address);
        const decoded = read.get(address);
        if (open === undefined && decoded === undefined) {
          // Its editor was closed meanwhile: what the disk holds is not known yet.
          this.refresh(vscode.Uri.parse(address));
          continue;
        }
        if (decoded) this.#undecodable.set(address, decoded.problems);
        this.take(address, open ?? decoded?.text ?? null, role);
      }
    });
  }

  async #besideLoneFiles(): Promise<ReadonlyMap<string, FileRole>> {
    const found = new Map<string, FileRole>();
    try {
      for (const [name] of await vscode.workspace.fs.readDirectory(this.uri)) {
        const uri = vscode.Uri.joinPath(this.uri, name);
        const role = roleByName(this.uri, uri);
        if (role === 'sidecar' || role === 'codebook') found.set(uri.toString(), role);
      }
    } catch {
      // A folder that cannot be listed has nothing to offer beside the file itself.
    }
    return found;
  }
}

/**
 * The corpora that sidecars are about, with the sidecars: a text that nothing else names is a corpus because
 * somebody made statements about it.
 */
function withCorpora(roles: ReadonlyMap<string, FileRole>): ReadonlyMap<string, FileRole> {
  const all = new Map(roles);
  for (const [address, role] of roles) {
    const corpus = role === 'sidecar' ? corpusOfSidecar(address) : null;
    if (corpus !== null && !all.has(corpus)) all.set(corpus, 'corpus');
  }
  return all;
}

/** Codebook and sidecars before corpora, so that each corpus is analysed once, with all that is known. */
function inReadingOrder(roles: ReadonlyMap<string, FileRole>): readonly (readonly [string, FileRole])[] {
  const rank: Record<FileRole, number> = { codebook: 0, sidecar: 1, corpus: 2 };
  return [...roles].sort((a, b) => rank[a[1]] - rank[b[1]]);
}

/**
 * The text of a file that somebody has before them, or has changed: it is the truth. The editor remembers other
 * texts for some minutes after their last tab was closed, also of files that are gone by then.
 */
function openText(address: string): string | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  return document && (document.isDirty || isOnScreen(address)) ? document.getText() : undefined;
}

function isOnScreen(address: string): boolean {
  const isIt = (uri: vscode.Uri): boolean => uri.toString() === address;
  return (
    vscode.window.visibleTextEditors.some(({ document }) => isIt(document.uri)) ||
    vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => {
        if (input instanceof vscode.TabInputText) return isIt(input.uri);
        return input instanceof vscode.TabInputTextDiff && (isIt(input.original) || isIt(input.modified));
      }),
    )
  );
}

/** Whether somebody types in the file: then its text is what they want. */
function isBeingEdited(address: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === address && document.isDirty,
  );
}

function openCorpus(address: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === address && document.languageId === LANGUAGE,
  );
}

async function holdsFolder(uris: readonly vscode.Uri[]): Promise<boolean> {
  const isFolder = async (uri: vscode.Uri): Promise<boolean> => {
    try {
      return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
    } catch {
      return false;
    }
  };
  return (await Promise.all(uris.map(isFolder))).includes(true);
}
