import * as vscode from 'vscode';
import { readCodebook } from '../../core/codebook/read.js';
import type { Dimension } from '../../core/positions/groups.js';
import { Disposables } from '../common/disposables.js';
import { isBlind } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import { BulkEditor } from './bulk.js';
import { asCitation, asMarkdown, asText } from './copy.js';
import { DragAndDrop } from './dragAndDrop.js';
import { filterText, parseFilter, type Filter } from './filter.js';
import { askFilter } from './filterPick.js';
import { chipsOf, levelsFrom, QUICK, sortFrom } from './layout.js';
import { askLevels, askSort } from './layoutCommands.js';
import type { Node } from './nodes.js';
import { OrganisationsTree } from './organisationsTree.js';
import type { Arrangement } from './outlook.js';
import { Selection } from './selection.js';
import type { Found } from '../tagging/find.js';

const FILTER_STATE = 'standpoint.filter';
const GROUPING_STATE = 'standpoint.grouping';
const SORT_STATE = 'standpoint.sort';

/** The view "Organisations" with its commands: lay out, filter, change and copy what is selected, show what is lost. */
export const registerOrganisationsView: Feature = (services) => {
  const own = new Disposables();
  const tree = own.add(new OrganisationsTree(services, ({ project, shown }) => isOwn(project, shown.placed)));
  tree.arrange(storedArrangement(services));
  const bulk = new BulkEditor(services);
  const view = own.add(
    vscode.window.createTreeView('standpoint.organisations', {
      treeDataProvider: tree,
      dragAndDropController: new DragAndDrop(tree, bulk),
      canSelectMany: true,
      showCollapseAll: true,
    }),
  );
  const show = (): void => {
    const count = tree.unplaced;
    const tooltip = vscode.l10n.t('{0} statements are lost or to be confirmed', count);
    view.badge = count > 0 ? { value: count, tooltip } : undefined;
    describe(services, tree, view);
  };
  own.add(services.workspace.onDidChange(show));
  own.add(services.workspace.onDidChangeFolders(show));
  own.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      // Whose statements are one's own is told in every row.
      if (event.affectsConfiguration('standpoint.coder')) tree.refresh();
      if (event.affectsConfiguration('standpoint.blind')) describe(services, tree, view);
    }),
  );
  own.add(registerLayout(services, tree, view));
  own.add(registerSelected(new Selection(services, tree, view), bulk));
  own.add(registerRows(tree, view));
  show();
  return own;
};

/** Grouping, sorting and filtering; each is kept for the workspace. */
function registerLayout(
  services: Services,
  tree: OrganisationsTree,
  view: vscode.TreeView<Node>,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const { workspaceState } = services.context;
  const arrange = async (change: Partial<Arrangement>): Promise<void> => {
    tree.arrange(change);
    describe(services, tree, view);
    const { dimensions, sort, filter } = tree.arrangement;
    await workspaceState.update(GROUPING_STATE, dimensions);
    await workspaceState.update(SORT_STATE, sort);
    await workspaceState.update(FILTER_STATE, filterText(filter));
    await vscode.commands.executeCommand('setContext', 'standpoint.filtered', filterText(filter) !== '');
  };
  const group = async (dimensions: readonly Dimension[] | undefined): Promise<void> => {
    if (dimensions) await arrange({ dimensions });
  };
  const filter = (text: unknown): Promise<void> => {
    if (typeof text === 'string') return arrange({ filter: parseFilter(text) });
    const { workspace } = services;
    return askFilter({
      workspace,
      codebook: codebookOf(services),
      now: () => parseFilter(storedFilter(services)),
      preview: (next: Filter) => tree.arrange({ filter: next }),
      keep: (next: Filter) => arrange({ filter: next }),
    });
  };
  void arrange({});
  return vscode.Disposable.from(
    registerCommand('standpoint.groupBy', async (levels: unknown) =>
      group(Array.isArray(levels) ? levelsFrom(levels) : await askLevels(tree.arrangement.dimensions)),
    ),
    registerCommand('standpoint.groupByOrganisation', () => group(QUICK.organisation)),
    registerCommand('standpoint.groupByIssue', () => group(QUICK.issue)),
    registerCommand('standpoint.groupByStance', () => group(QUICK.stance)),
    registerCommand('standpoint.sortBy', async (wanted: unknown) => {
      const sort = typeof wanted === 'string' ? sortFrom(wanted) : await askSort(tree.arrangement.sort);
      if (sort) await arrange({ sort });
    }),
    registerCommand('standpoint.filter', filter),
    registerCommand('standpoint.clearFilter', () => filter('')),
  );
}

/** What can be done with the statements that are selected. */
function registerSelected(selection: Selection, bulk: BulkEditor): vscode.Disposable {
  const command = (
    name: string,
    run: (found: readonly Found[]) => Thenable<unknown> | undefined,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`standpoint.${name}`, async (argument: unknown, others: unknown) =>
      run(await selection.statements(argument, others)),
    );
  const copy = (texts: readonly string[], between: string): Thenable<void> | undefined =>
    texts.length === 0 ? undefined : vscode.env.clipboard.writeText(texts.join(between));
  return vscode.Disposable.from(
    command('setStance', (found) => bulk.setStance(found)),
    command('setIssue', (found) => bulk.setIssue(found)),
    command('setOrganisation', (found) => bulk.setOrganisation(found)),
    command('removeStatement', (found) => bulk.remove(found)),
    command('copyStatement', (found) => copy(found.map(asText), '\n')),
    command('copyAsMarkdown', (found) => copy(found.map(asMarkdown), '\n\n')),
    command('copyAsCitation', (found) => copy([...new Set(found.map(asCitation))], '\n')),
  );
}

/** Rows that are shown on demand. */
function registerRows(tree: OrganisationsTree, view: vscode.TreeView<Node>): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('standpoint.showMoreRows', async (argument: unknown) => {
      if (typeof argument !== 'object' || argument === null || !('id' in argument)) return;
      const first = tree.showMore(String(argument.id));
      if (first) await view.reveal(first, { select: true, focus: true });
    }),
    registerCommand('standpoint.showLostStatements', async () => {
      await vscode.commands.executeCommand('standpoint.organisations.focus');
      const node = tree.unplacedNode;
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
      else void vscode.window.showInformationMessage(vscode.l10n.t('No statement is lost.'));
    }),
  );
}

/** The view's title says how it is laid out, and by what it is filtered. */
function describe(services: Services, tree: OrganisationsTree, view: vscode.TreeView<unknown>): void {
  const blind = services.workspace.projects.some((project) => isBlind(vscode.Uri.parse(project.root)));
  view.description = [
    ...(blind ? [vscode.l10n.t('blind')] : []),
    ...chipsOf(tree.arrangement, codebookOf(services)),
  ].join(' · ');
}

/** The codebook that names come from where there are several folders: that of the first. */
function codebookOf({ workspace }: Services) {
  return workspace.projects[0]?.codebook ?? readCodebook('').codebook;
}

/** The text of the filter that is kept for the workspace. */
export function storedFilter({ context }: Services): string {
  const stored = context.workspaceState.get<unknown>(FILTER_STATE);
  return typeof stored === 'string' ? stored : '';
}

function storedArrangement(services: Services): Arrangement {
  const { workspaceState } = services.context;
  return {
    dimensions: levelsFrom(workspaceState.get<unknown>(GROUPING_STATE)),
    sort: sortFrom(workspaceState.get<unknown>(SORT_STATE)),
    filter: parseFilter(storedFilter(services)),
  };
}
