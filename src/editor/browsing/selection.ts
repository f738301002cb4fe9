import type * as vscode from 'vscode';
import type { Services } from '../services.js';
import { findStatement, type Found } from '../tagging/find.js';
import type { BranchNode, Node, StatementNode } from './nodes.js';
import type { OrganisationsTree } from './organisationsTree.js';

/** What a command on several statements is about. */
export class Selection {
  constructor(
    private readonly services: Services,
    private readonly tree: OrganisationsTree,
    private readonly view: vscode.TreeView<Node>,
  ) {}

  /**
   * The statements that a command is about: those of the rows that are selected, if its argument is one of
   * these or says `{ selection: true }`; else what its argument names; else the statement at the cursor.
   * @param others the selected rows, as the view hands them over beside the row of its menu
   */
  async statements(argument: unknown, others: unknown): Promise<readonly Found[]> {
    if (Array.isArray(others) && others.length > 0) return this.#of(others.filter(isNode));
    if (isNode(argument)) return this.#of([argument]);
    if (isSelectionAsked(argument)) return this.#of(this.view.selection);
    const found = await findStatement(this.services.workspace, argument);
    return found ? [found] : [];
  }

  /** The statements of rows as they are now, each once: a branch stands for all of its own. */
  #of(nodes: readonly Node[]): readonly Found[] {
    return statementsOf(nodes.map((node) => this.tree.current(node)));
  }
}

/** The statements that rows stand for, each once. */
export function statementsOf(nodes: readonly Node[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const node of nodes) {
    const shown =
      node.kind === 'statement' ? [node.shown] : node.kind === 'branch' ? node.group.evidence : [];
    for (const { placed } of shown) found.set(placed.key, { project: node.project, statement: placed });
  }
  return [...found.values()];
}

/** A row that stands for statements; a command may be called with anything. */
function isNode(value: unknown): value is BranchNode | StatementNode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return (value.kind === 'statement' && 'shown' in value) || (value.kind === 'branch' && 'group' in value);
}

function isSelectionAsked(argument: unknown): boolean {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'selection' in argument &&
    argument.selection === true
  );
}
