import type * as vscode from 'vscode';

/** What the editor draws: rows as they were last given, drawn anew where the tree says so. */
export class Rows<T> {
  readonly redrawn: (T | undefined)[] = [];
  readonly #listener: vscode.Disposable | undefined;

  constructor(private readonly tree: vscode.TreeDataProvider<T>) {
    this.#listener = tree.onDidChangeTreeData?.((node) => {
      this.redrawn.push(...(Array.isArray(node) ? node : [node as T | undefined]));
    });
  }

  async children(node?: T): Promise<readonly T[]> {
    return (await this.tree.getChildren(node)) ?? [];
  }

  async item(node: T): Promise<vscode.TreeItem> {
    return this.tree.getTreeItem(node);
  }

  /** Every row below a node with its depth, label and description. */
  async drawing(node?: T, depth = 0): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const child of await this.children(node)) {
      const item = await this.item(child);
      lines.push(`${'  '.repeat(depth)}${labelOf(item)} | ${String(item.description)}`);
      lines.push(...(await this.drawing(child, depth + 1)));
    }
    return lines;
  }

  async find(label: string, node?: T): Promise<T | undefined> {
    for (const child of await this.children(node)) {
      if (labelOf(await this.item(child)).includes(label)) return child;
      const below = await this.find(label, child);
      if (below) return below;
    }
    return undefined;
  }

  async ids(node?: T): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const child of await this.children(node)) {
      ids.push((await this.item(child)).id ?? '', ...(await this.ids(child)));
    }
    return ids;
  }

  /** Labels of the rows drawn anew since the last call; null for the whole tree. */
  async redraws(): Promise<readonly (string | null)[]> {
    const nodes = this.redrawn.splice(0);
    return Promise.all(nodes.map(async (node) => (node ? labelOf(await this.item(node)) : null)));
  }

  dispose(): void {
    this.#listener?.dispose();
  }
}

export function labelOf({ label, resourceUri }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? resourceUri?.path.split('/').at(-1) ?? '');
}
