import * as vscode from 'vscode';
import type { StatementChange } from '../../core/sidecar/types.js';
import type { Found } from '../tagging/find.js';
import { tell } from '../tagging/refusals.js';
import type { BulkEditor } from './bulk.js';
import { asText } from './copy.js';
import { codesOf, type Node } from './nodes.js';
import type { OrganisationsTree } from './organisationsTree.js';
import { statementsOf } from './selection.js';

/** Rows on their way within the view: it is named after the view, in small letters. */
const ROWS = 'application/vnd.code.tree.standpoint.organisations';

/**
 * Dragging in the organisations view. Statements dropped on a branch take its issue, organisation and stance;
 * one organisation, issue or person dropped on another asks to merge them. Outside the view a row is the place
 * of its words, and its text.
 */
export class DragAndDrop implements vscode.TreeDragAndDropController<Node> {
  readonly dragMimeTypes = ['text/uri-list', 'text/plain'];
  readonly dropMimeTypes = [ROWS];

  constructor(
    private readonly tree: OrganisationsTree,
    private readonly bulk: BulkEditor,
  ) {}

  handleDrag(source: readonly Node[], data: vscode.DataTransfer): void {
    const rows = source.map((node) => this.tree.current(node));
    data.set(ROWS, new vscode.DataTransferItem(rows));
    const found = statementsOf(rows.filter(({ kind }) => kind === 'statement'));
    if (found.length === 0) return;
    const places = found.flatMap((one) => placeOf(one) ?? []);
    data.set('text/uri-list', new vscode.DataTransferItem(places.join('\r\n')));
    data.set('text/plain', new vscode.DataTransferItem(found.map(asText).join('\n')));
  }

  async handleDrop(target: Node | undefined, data: vscode.DataTransfer): Promise<void> {
    const value: unknown = data.get(ROWS)?.value;
    if (!target || !Array.isArray(value)) return;
    // The view hands back the very objects that it was given.
    const rows = value as readonly Node[];
    const onto = this.tree.current(target);
    const statements = rows.filter(({ kind }) => kind === 'statement');
    if (statements.length > 0) await this.#recode(statementsOf(statements), onto);
    else await merge(rows, onto);
  }

  async #recode(found: readonly Found[], onto: Node): Promise<void> {
    const change = changeBy(onto);
    if (Object.keys(change).length === 0) {
      void tell(vscode.l10n.t('Drop statements on an issue, an organisation or a stance.'));
      return;
    }
    if (found.some(({ project }) => project !== onto.project)) {
      void tell(vscode.l10n.t('Statements stay in their folder: each folder has a codebook of its own.'));
      return;
    }
    await this.bulk.change(found, change);
  }
}

/** What the branch of a row, and those above it, make of a statement. */
function changeBy(node: Node): StatementChange {
  const codes = codesOf(node);
  const of = (dimension: 'organisation' | 'issue' | 'stance'): StatementChange =>
    codes.has(dimension) ? { [dimension]: codes.get(dimension) ?? null } : {};
  return { ...of('issue'), ...of('organisation'), ...of('stance') };
}

/** Hands two branches of one kind over to the command that merges what they stand for, after it has asked. */
async function merge(rows: readonly Node[], onto: Node): Promise<void> {
  const [from] = rows;
  if (rows.length !== 1 || from?.kind !== 'branch' || onto.kind !== 'branch' || from.id === onto.id) return;
  const { dimension } = from.group;
  if (dimension !== onto.group.dimension || from.project !== onto.project) return;
  if (dimension === 'issue') await vscode.commands.executeCommand('standpoint.mergeIssues', from, onto);
  if (dimension === 'organisation' || dimension === 'speaker')
    await vscode.commands.executeCommand('standpoint.mergeActors', from, onto);
}

/** The address of a statement's words, with line and column as editors read them; undefined for a lost one. */
function placeOf({ project, statement }: Found): string | undefined {
  const corpus = project.corpus(statement.corpus);
  const span = corpus?.spanOf(statement);
  if (!corpus || !span) return undefined;
  const before = corpus.text.slice(0, span.start);
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return vscode.Uri.parse(statement.corpus)
    .with({ fragment: `L${line},${column}` })
    .toString();
}
