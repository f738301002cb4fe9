import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { iconOf } from '../tagging/stanceLooks.js';
import { plain, shortWords, speakerLine, stanceLabel, stanceOf } from '../tagging/statementWords.js';
import { shownDate } from './dates.js';
import {
  documentId,
  documentNodes,
  parentOf,
  passageNodes,
  type Node,
  type PassageNode,
} from './documentsNodes.js';

/** The view "Documents": corpora, their documents, and the quotes of each, tagged or not. */
export const registerDocumentsView: Feature = (services) => {
  const own = new Disposables();
  const tree = own.add(new DocumentsTree(services));
  own.add(
    vscode.window.createTreeView('standpoint.documents', { treeDataProvider: tree, showCollapseAll: true }),
  );
  return own;
};

export class DocumentsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<Node | undefined>());
  readonly #nodes = new Map<string, Node>();
  /** Ids of the rows of the first level as the view has them. */
  #roots = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly services: Services) {
    this.#own.add(services.workspace.onDidChangeFolders(() => this.#refresh(new Set())));
    this.#own.add(
      services.workspace.onDidChange(({ change }) => {
        this.#refresh(new Set([...change.corpora, ...change.statements]));
      }),
    );
  }

  getChildren(node?: Node): Node[] {
    const children = node ? this.#childrenOf(node) : this.#topLevel();
    if (!node) this.#roots = idsOf(children);
    for (const child of children) this.#nodes.set(child.id, child);
    return [...children];
  }

  getParent(node: Node): Node | undefined {
    if (node.kind === 'passage') return this.#nodes.get(documentId(node.address, node.document));
    if (node.kind !== 'document') return undefined;
    return this.#nodes.get(node.address) ?? this.#nodes.get(parentOf(node.address));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'folder':
        return this.#folderItem(node);
      case 'corpus':
        return this.#corpusItem(node);
      case 'document':
        return this.#documentItem(node);
      case 'passage':
        return this.#passageItem(node);
    }
  }

  dispose(): void {
    this.#own.dispose();
  }

  #corpora(): readonly CorpusModel[] {
    if (!this.services.workspace.isReady) return [];
    return this.services.workspace.projects
      .flatMap((project) => project.corpora)
      .filter((corpus) => corpus.documents.length > 0);
  }

  /** Delimited files stand for themselves; files of one document each stand in their folder. */
  #topLevel(): readonly Node[] {
    const nodes = new Map<string, Node>();
    for (const corpus of this.#corpora()) {
      const node: Node =
        corpus.file.dialect === 'plain'
          ? { kind: 'folder', id: parentOf(corpus.address), path: parentOf(corpus.address) }
          : { kind: 'corpus', id: corpus.address, address: corpus.address };
      nodes.set(node.id, node);
    }
    return [...nodes.values()].sort((a, b) => a.id.localeCompare(b.id));
  }

  #childrenOf(node: Node): readonly Node[] {
    if (node.kind === 'folder') {
      const files = this.#corpora().filter(
        (corpus) => corpus.file.dialect === 'plain' && parentOf(corpus.address) === node.path,
      );
      return files.flatMap(documentNodes).sort((a, b) => a.id.localeCompare(b.id));
    }
    const corpus = node.kind === 'passage' ? undefined : this.#corpus(node.address);
    if (!corpus) return [];
    if (node.kind === 'corpus') return documentNodes(corpus);
    const document = node.kind === 'document' ? corpus.document(node.document) : undefined;
    return document ? passageNodes(corpus.address, document) : [];
  }

  #corpus(address: string): CorpusModel | undefined {
    return this.services.workspace.projectOf(vscode.Uri.parse(address))?.corpus(address);
  }

  #folderItem({ id, path }: Extract<Node, { kind: 'folder' }>): vscode.TreeItem {
    const uri = vscode.Uri.parse(path);
    const item = new vscode.TreeItem(uri, vscode.TreeItemCollapsibleState.Expanded);
    const count = this.#corpora().filter(
      (corpus) => corpus.file.dialect === 'plain' && parentOf(corpus.address) === path,
    ).length;
    item.id = id;
    item.description = documentCount(count);
    item.iconPath = vscode.ThemeIcon.Folder;
    item.contextValue = 'folder';
    return item;
  }

  #corpusItem({ id, address }: Extract<Node, { kind: 'corpus' }>): vscode.TreeItem {
    const corpus = this.#corpus(address);
    const item = new vscode.TreeItem(vscode.Uri.parse(address), vscode.TreeItemCollapsibleState.Expanded);
    item.id = id;
    item.description = `${documentCount(corpus?.documents.length ?? 0)}, ${statementCount(corpus?.statements.length ?? 0)}`;
    item.contextValue = 'corpus';
    return item;
  }

  #documentItem(node: Extract<Node, { kind: 'document' }>): vscode.TreeItem {
    const model = this.#corpus(node.address)?.document(node.document);
    const head = model?.document;
    const label = plain(head?.title ?? node.document);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    const date = head?.date ? shownDate(head.date) : vscode.l10n.t('no date');
    const count = model?.statements.length ?? 0;
    item.id = node.id;
    item.description = count > 0 ? `${date} · ${statementCount(count)}` : date;
    item.iconPath = new vscode.ThemeIcon('file-text');
    item.contextValue = 'document';
    item.tooltip = [label, head?.author, head?.source, date]
      .filter((part) => part)
      .map((part) => plain(part ?? ''))
      .join('\n');
    item.accessibilityInformation = { label: `${label}, ${item.description}` };
    item.command = openCommand({ corpus: node.address, document: node.document, start: 0, end: 0 });
    return item;
  }

  #passageItem(node: PassageNode): vscode.TreeItem {
    const project = this.services.workspace.projectOf(vscode.Uri.parse(node.address));
    const words =
      this.#corpus(node.address)?.document(node.document)?.text.slice(node.span.start, node.span.end) ?? '';
    const item = new vscode.TreeItem(
      node.quote?.kind === 'reported' || !node.quote
        ? shortWords(words)
        : plain(shortWords(words).slice(1, -1)),
    );
    item.id = node.id;
    const [first] = node.statements;
    const who = node.quote?.person ?? node.quote?.organisation;
    if (first && project) {
      item.iconPath = iconOf(stanceOf(project.codebook, first.stored.statement.stance));
      item.description = speakerLine(project.codebook, first.stored.statement);
      item.tooltip = node.statements.map((statement) => stanceLabel({ project, statement })).join('\n');
      item.contextValue = 'quote tagged';
    } else {
      item.iconPath = new vscode.ThemeIcon('quote');
      item.description = who ? plain(who) : vscode.l10n.t('speaker not known');
      item.contextValue = 'quote untagged';
    }
    const state = first ? vscode.l10n.t('tagged') : vscode.l10n.t('untagged');
    item.accessibilityInformation = { label: `${shortWords(words)}, ${item.description}, ${state}` };
    item.command = openCommand({ corpus: node.address, document: node.document, ...node.span });
    return item;
  }

  /** Redraws the corpora that changed; the whole view only when files came or went. */
  #refresh(addresses: ReadonlySet<string>): void {
    const roots = idsOf(this.#topLevel());
    if (roots !== this.#roots) {
      this.#roots = roots;
      this.#changed.fire(undefined);
      return;
    }
    const stale = new Set(
      [...addresses].map((address) => this.#nodes.get(address) ?? this.#nodes.get(parentOf(address))),
    );
    for (const node of stale) if (node) this.#changed.fire(node);
  }
}

function openCommand(argument: {
  corpus: string;
  document: string;
  start: number;
  end: number;
}): vscode.Command {
  return { command: 'standpoint.openPassage', title: vscode.l10n.t('Open'), arguments: [argument] };
}

function idsOf(nodes: readonly Node[]): string {
  return nodes.map((node) => node.id).join('\n');
}

function documentCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}

function statementCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count);
}
