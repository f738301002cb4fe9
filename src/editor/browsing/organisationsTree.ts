import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { BY_ISSUE, BY_ORGANISATION, BY_STANCE, type Dimension } from '../../core/positions/groups.js';
import { Disposables } from '../common/disposables.js';
import type { Services } from '../services.js';
import { NO_FILTER, parseFilter, type Filter } from './filter.js';
import { childrenOf, isSame, rootsOf, type Node, type StatementNode } from './nodes.js';
import { outlookOf, type Outlook } from './outlook.js';
import { rowOf } from './rows.js';
import { tooltipOf } from './tooltips.js';

export type Grouping = 'organisation' | 'issue' | 'stance';

const LEVELS: Record<Grouping, readonly Dimension[]> = {
  organisation: BY_ORGANISATION,
  issue: BY_ISSUE,
  stance: BY_STANCE,
};

/** Statements of all projects in groups, with the positions they make; redraws only the branches that changed. */
export class OrganisationsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<Node | undefined>());
  readonly #outlooks = new Map<Project, Outlook>();
  /** The rows of the first level as they are now. */
  #roots: readonly Node[] = [];
  /** The objects by which the view knows these rows: it takes no others for a narrow refresh. */
  #handles: ReadonlyMap<string, Node> = new Map();
  #grouping: Grouping = 'organisation';
  #filter: Filter = NO_FILTER;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param isOwn whether a statement is the coder's own, so that commands may change it */
  constructor(
    private readonly services: Services,
    private readonly isOwn: (node: StatementNode) => boolean,
  ) {
    this.#own.add(
      services.workspace.onDidChange(({ project, change }) => {
        if (change.statements.size === 0 && !change.codebook) return;
        this.#outlooks.delete(project);
        this.#redraw(change.codebook);
      }),
    );
    this.#own.add(services.workspace.onDidChangeFolders(() => this.#redraw(false)));
  }

  get grouping(): Grouping {
    return this.#grouping;
  }

  set grouping(grouping: Grouping) {
    if (grouping === this.#grouping) return;
    this.#grouping = grouping;
    this.refresh();
  }

  set filter(text: string) {
    const filter = parseFilter(text);
    if (JSON.stringify(filter) === JSON.stringify(this.#filter)) return;
    this.#filter = filter;
    this.refresh();
  }

  /** Draws everything anew: what is shown has changed for every row. */
  refresh(): void {
    this.#outlooks.clear();
    this.#changed.fire(undefined);
  }

  /** How many statements have no sure place. */
  get unplaced(): number {
    return this.#all().reduce((sum, outlook) => sum + outlook.unplaced.length, 0);
  }

  /** The row that heads lost statements; undefined when there are none. */
  get unplacedNode(): Node | undefined {
    if (this.#roots.length === 0) this.getChildren();
    return this.#roots.find((node) => node.kind === 'unplaced');
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      this.#roots = this.#all().flatMap(rootsOf);
      this.#handles = new Map(this.#roots.map((root) => [root.id, root]));
      return [...this.#roots];
    }
    return [...childrenOf(this.#outlook(node.project), this.#current(node))];
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'unplaced' ? undefined : (node.parent ?? undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return rowOf(this.#current(node), this.isOwn);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    item.tooltip = tooltipOf(this.#current(node));
    return item;
  }

  dispose(): void {
    this.#own.dispose();
  }

  /** The newest row of the same id: the view keeps handing in the ones it was given first. */
  #current(node: Node): Node {
    if (node.kind === 'statement') return node;
    if (node.kind === 'branch' && node.parent) {
      const siblings = childrenOf(this.#outlook(node.project), this.#current(node.parent));
      return siblings.find((one) => one.id === node.id) ?? node;
    }
    return this.#roots.find((one) => one.id === node.id) ?? node;
  }

  /** Fires for the rows of the first level that changed; for the whole tree when one came, went or moved. */
  #redraw(everyRow: boolean): void {
    const old = this.#roots;
    const fresh = this.#all().flatMap(rootsOf);
    const sameRows = old.length === fresh.length && old.every((node, index) => node.id === fresh[index]?.id);
    this.#roots = fresh;
    if (everyRow || !sameRows) {
      this.#changed.fire(undefined);
      return;
    }
    old.forEach((node, index) => {
      const now = fresh[index];
      if (now && !isSame(node, now)) this.#changed.fire(this.#handles.get(node.id));
    });
  }

  #all(): readonly Outlook[] {
    if (!this.services.workspace.isReady) return [];
    return this.services.workspace.projects.map((project) => this.#outlook(project));
  }

  #outlook(project: Project): Outlook {
    const known = this.#outlooks.get(project);
    if (known) return known;
    const made = outlookOf(project, LEVELS[this.#grouping], this.#filter);
    this.#outlooks.set(project, made);
    return made;
  }
}
