import * as vscode from 'vscode';
import type { CorpusProblem } from '../../core/corpus/types.js';
import { Project } from '../../core/model/project.js';
import type { ProjectChange } from '../../core/model/types.js';
import { Disposables } from '../common/disposables.js';
import {
  baseName,
  CODEBOOK,
  findFiles,
  patternsOf,
  readFiles,
  roleByName,
  type FileRole,
} from './discovery.js';

/** Long enough to gather a git checkout into one update, short enough not to be felt. */
const GATHER_EVENTS = 120;

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
  #watchers = new Disposables();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loaded: Promise<void> | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param isWorkspaceFolder false for the folder of a lone file: only its own names are read, not the tree below */
  constructor(
    readonly uri: vscode.Uri,
    readonly isWorkspaceFolder: boolean,
  ) {
    this.project = new Project(uri.toString(), addressing);
    this.#own.add(this.project);
    this.#own.add(this.project.onDidChange((change) => this.#changed.fire(change)));
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
  }

  /** Bytes of a corpus file that are no text, found when it was last read. */
  undecodable(address: string): readonly CorpusProblem[] {
    return this.#undecodable.get(address) ?? [];
  }

  /** Puts a file's text into the project under the role it has here. */
  take(address: string, text: string | null, role: FileRole): void {
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readDue(), GATHER_EVENTS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watchers.dispose();
    this.#own.dispose();
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
    await this.#readAll();
  }

  async #readAll(): Promise<void> {
    const found = this.isWorkspaceFolder ? await findFiles(this.uri) : await this.#besideLoneFiles();
    const known = [
      ...this.project.corpora.map((corpus) => corpus.address),
      ...this.project.sidecars.map((one) => one.address),
    ];
    const roles = new Map(found);
    for (const address of known) {
      if (!roles.has(address)) roles.set(address, this.roleOf(vscode.Uri.parse(address)) ?? 'corpus');
    }
    // Whether there is a codebook is told by reading it, not by a search that may be cut short.
    roles.set(vscode.Uri.joinPath(this.uri, CODEBOOK).toString(), 'codebook');
    await this.#read(roles);
  }

  async #readDue(): Promise<void> {
    const roles = new Map<string, FileRole>();
    for (const address of this.#due) roles.set(address, this.roleOf(vscode.Uri.parse(address)) ?? 'corpus');
    this.#due.clear();
    await this.#read(roles);
  }

  async #read(roles: ReadonlyMap<string, FileRole>): Promise<void> {
    const closed = [...roles.keys()].filter((address) => !openText(address));
    const read = await readFiles(closed);
    this.project.batch(() => {
      for (const [address, role] of inReadingOrder(roles)) {
        // An editor may have opened the file while it was read: then its text is the truth.
        const open = openText(address);
        const decoded = read.get(address);
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

/** Codebook and sidecars before corpora, so that each corpus is analysed once, with all that is known. */
function inReadingOrder(roles: ReadonlyMap<string, FileRole>): readonly (readonly [string, FileRole])[] {
  const rank: Record<FileRole, number> = { codebook: 0, sidecar: 1, corpus: 2 };
  return [...roles].sort((a, b) => rank[a[1]] - rank[b[1]]);
}

function openText(address: string): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address)?.getText();
}
