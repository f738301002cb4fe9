import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Services } from '../services.js';
import {
  documentsOf,
  itemOf,
  tooltipOf,
  type DocumentNode,
  type HitNode,
  type ResultNode,
} from './resultNodes.js';
import { NOTHING, Searcher, type Found } from './search.js';
import { countLine, unreadLine } from './words.js';

/** How long changes are gathered before the search is made again, in milliseconds. */
const SETTLE = 300;

/** The view "Search": what was found last, made anew when texts, statements or the codebook change. */
export class ResultsView implements vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<ResultNode | undefined>());
  readonly #searcher: Searcher;
  readonly #view: vscode.TreeView<ResultNode>;
  #text = '';
  #roots: readonly DocumentNode[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services) {
    const { workspace } = services;
    this.#searcher = this.#own.add(new Searcher(workspace));
    this.#view = this.#own.add(
      vscode.window.createTreeView<ResultNode>('standpoint.search', {
        treeDataProvider: {
          onDidChangeTreeData: this.#changed.event,
          getChildren: (node) =>
            node === undefined ? [...this.#roots] : node.kind === 'document' ? [...node.hits] : [],
          getParent: (node) =>
            node.kind === 'document' ? undefined : this.#roots.find(({ hits }) => hits.includes(node)),
          getTreeItem: itemOf,
          resolveTreeItem: (item, node) => {
            item.tooltip = tooltipOf(node);
            return item;
          },
        },
        canSelectMany: true,
        showCollapseAll: true,
      }),
    );
    this.#own.add(workspace.onDidChange(() => this.#refreshSoon()));
    this.#own.add(workspace.onDidChangeFolders(() => this.#refreshSoon()));
  }

  /** What was searched for; empty when nothing is shown. */
  get text(): string {
    return this.#text;
  }

  /** The documents with their hits, as they are shown. */
  get documents(): readonly DocumentNode[] {
    return this.#roots;
  }

  /** The hits that are selected, those of selected documents with them. */
  get selected(): readonly HitNode[] {
    return hitsOf(this.#view.selection);
  }

  /** Searches, and shows what is found. */
  async show(text: string): Promise<void> {
    this.#text = text;
    const found = await this.#searcher.run(text);
    if (!found) return;
    this.#take(found);
    await vscode.commands.executeCommand('setContext', 'standpoint.hasSearch', true);
    await vscode.commands.executeCommand('standpoint.search.focus');
  }

  async clear(): Promise<void> {
    this.#searcher.cancel();
    clearTimeout(this.#timer);
    this.#text = '';
    this.#take(NOTHING);
    await vscode.commands.executeCommand('setContext', 'standpoint.hasSearch', false);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#own.dispose();
  }

  #refreshSoon(): void {
    if (this.#text === '') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), SETTLE);
  }

  async #refresh(): Promise<void> {
    const found = await this.#searcher.run(this.#text);
    if (found) this.#take(found);
  }

  #take(found: Found): void {
    this.#roots = documentsOf(found.hits);
    this.#view.description = this.#text;
    this.#view.message =
      this.#text === ''
        ? ''
        : [countLine(found), ...(found.unread.length > 0 ? [unreadLine(found.unread)] : [])].join(' ');
    this.#changed.fire(undefined);
  }
}

/** The hits among some rows, those of documents with them; each once. */
export function hitsOf(nodes: readonly ResultNode[]): readonly HitNode[] {
  const hits = nodes.flatMap((node) => (node.kind === 'document' ? node.hits : [node]));
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}
