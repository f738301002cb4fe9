import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { BY_ORGANISATION } from '../../core/positions/groups.js';
import { Disposables } from '../common/disposables.js';
import type { Services } from '../services.js';
import { filterText, NO_FILTER } from './filter.js';
import type { Node, StatementNode } from './nodes.js';
import { Outlook, PAGE, type Arrangement } from './outlook.js';
import { rowOf } from './rows.js';
import { tooltipOf } from './tooltips.js';

/** How the statements are laid out when nobody has chosen anything. */
export const PLAIN: Arrangement = { dimensions: BY_ORGANISATION, sort: 'name', filter: NO_FILTER };

/** Statements of all projects in groups, with the positions they make; redraws only the branches that changed. */
export class OrganisationsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #own = new Disposables();
  readonly #changed = this.#own.add(new vscode.EventEmitter<Node | undefined>());
  readonly #outlooks = new Map<Project, Outlook>();
  /** How many rows are drawn under a row, by its id, where somebody asked for more. */
  readonly #limits = new Map<string, number>();
  /** The rows of the first level as they are now. */
  #roots: readonly Node[] = [];
  /** The objects by which the view knows rows that others stand under: it takes no others for a narrow refresh. */
  readonly #handles = new Map<string, Node>();
  #arrangement: Arrangement = PLAIN;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param isOwn whether a statement is the coder's own, so that commands may change it */
  constructor(
    private readonly services: Services,
    private readonly isOwn: (node: StatementNode) => boolean,
  ) {
    this.#own.add(
      services.workspace.onDidChange(({ project, change }) => {
        if (change.statements.size === 0 && !change.codebook) return;
        this.#outlooks.get(project)?.take();
        this.#redraw(change.codebook);
      }),
    );
    this.#own.add(services.workspace.onDidChangeFolders(() => this.#redraw(false)));
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  /** Lays the statements out anew, if that differs from how they are. */
  arrange(change: Partial<Arrangement>): void {
    const next = { ...this.#arrangement, ...change };
    if (keyOf(next) === keyOf(this.#arrangement)) return;
    this.#arrangement = next;
    this.#limits.clear();
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

  /**
   * Draws further rows where some were left out.
   * @param more the id of the row that stands for them
   * @returns the first of them
   */
  showMore(more: string): Node | undefined {
    const node = this.#handles.get(more);
    if (node?.kind !== 'more') return undefined;
    const id = node.parent?.id ?? node.project.root;
    const drawn = this.#limits.get(id) ?? PAGE;
    this.#limits.set(id, drawn + PAGE);
    const outlook = this.#outlook(node.project);
    outlook.forget();
    if (node.parent === null) this.#roots = this.#all().flatMap(({ roots }) => roots);
    this.#changed.fire(node.parent === null ? undefined : this.#handles.get(node.parent.id));
    const parent = node.parent === null ? undefined : outlook.current(node.parent);
    if (parent?.kind === 'branch' || parent?.kind === 'unplaced') return outlook.childrenOf(parent)[drawn];
    return outlook.roots[drawn];
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      this.#roots = this.#all().flatMap(({ roots }) => roots);
      this.#handles.clear();
      return this.#handOut(this.#roots);
    }
    const now = this.current(node);
    return now.kind === 'branch' || now.kind === 'unplaced'
      ? this.#handOut(this.#outlook(now.project).childrenOf(now))
      : [];
  }

  getParent(node: Node): Node | undefined {
    return node.parent ?? undefined;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return rowOf(this.current(node), this.isOwn);
  }

  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    item.tooltip = tooltipOf(this.current(node));
    return item;
  }

  /** The newest row of the same id: the view keeps handing in the ones it was given first. */
  current(node: Node): Node {
    return this.#outlook(node.project).current(node) ?? node;
  }

  dispose(): void {
    this.#own.dispose();
  }

  #handOut(nodes: readonly Node[]): Node[] {
    for (const node of nodes) if (node.kind !== 'statement') this.#handles.set(node.id, node);
    return [...nodes];
  }

  /** Fires for the rows of the first level that changed; for the whole tree when one came, went or moved. */
  #redraw(everyRow: boolean): void {
    const old = this.#roots;
    const fresh = this.#all().flatMap(({ roots }) => roots);
    const sameRows = old.length === fresh.length && old.every((node, index) => node.id === fresh[index]?.id);
    this.#roots = fresh;
    if (everyRow || !sameRows) {
      this.#changed.fire(undefined);
      return;
    }
    old.forEach((node, index) => {
      const now = fresh[index];
      if (now && this.#outlook(now.project).hasChanged(node, now))
        this.#changed.fire(this.#handles.get(node.id));
    });
  }

  #all(): readonly Outlook[] {
    if (!this.services.workspace.isReady) return [];
    return this.services.workspace.projects.map((project) => this.#outlook(project));
  }

  #outlook(project: Project): Outlook {
    const known = this.#outlooks.get(project);
    if (known) return known;
    const made = new Outlook(project, this.#arrangement, this.#limits);
    this.#outlooks.set(project, made);
    return made;
  }
}

function keyOf({ dimensions, sort, filter }: Arrangement): string {
  return JSON.stringify([dimensions, sort, filterText(filter)]);
}
