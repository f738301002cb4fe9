import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import { isBlind } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import { OrganisationsTree, type Grouping } from './organisationsTree.js';

const FILTER_STATE = 'standpoint.filter';
const GROUPING_STATE = 'standpoint.grouping';

/** The view "Organisations" with its commands: group, filter, show what is lost. */
export const registerOrganisationsView: Feature = (services) => {
  const own = new Disposables();
  const tree = own.add(new OrganisationsTree(services, ({ project, shown }) => isOwn(project, shown.placed)));
  const view = own.add(
    vscode.window.createTreeView('standpoint.organisations', {
      treeDataProvider: tree,
      showCollapseAll: true,
    }),
  );
  const { workspaceState } = services.context;
  const show = (): void => {
    const count = tree.unplaced;
    const tooltip = vscode.l10n.t('{0} statements are lost or to be confirmed', count);
    view.badge = count > 0 ? { value: count, tooltip } : undefined;
  };
  const group = async (grouping: Grouping): Promise<void> => {
    tree.grouping = grouping;
    await workspaceState.update(GROUPING_STATE, grouping);
    describe(services, view);
  };
  const filter = async (text: string): Promise<void> => {
    tree.filter = text;
    await workspaceState.update(FILTER_STATE, text);
    await vscode.commands.executeCommand('setContext', 'standpoint.filtered', text !== '');
    describe(services, view);
  };
  own.add(services.workspace.onDidChange(show));
  own.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      // Whose statements are one's own is told in every row.
      if (event.affectsConfiguration('standpoint.coder')) tree.refresh();
      if (event.affectsConfiguration('standpoint.blind')) describe(services, view);
    }),
  );
  own.add(services.workspace.onDidChangeFolders(show));
  for (const grouping of ['organisation', 'issue', 'stance'] as const) {
    const name = grouping.charAt(0).toUpperCase() + grouping.slice(1);
    own.add(vscode.commands.registerCommand(`standpoint.groupBy${name}`, () => group(grouping)));
  }
  own.add(
    vscode.commands.registerCommand('standpoint.filter', (text: unknown) =>
      typeof text === 'string' ? filter(text) : askFilter(services, tree, filter),
    ),
  );
  own.add(vscode.commands.registerCommand('standpoint.clearFilter', () => filter('')));
  own.add(
    vscode.commands.registerCommand('standpoint.showLostStatements', async () => {
      await vscode.commands.executeCommand('standpoint.organisations.focus');
      const node = tree.unplacedNode;
      if (node) await view.reveal(node, { select: true, focus: true, expand: true });
      else void vscode.window.showInformationMessage(vscode.l10n.t('No statement is lost.'));
    }),
  );
  tree.grouping = storedGrouping(services);
  void filter(storedFilter(services));
  return own;
};

/** Asks for words to filter by, and filters while they are typed; Escape brings the old filter back. */
function askFilter(services: Services, tree: OrganisationsTree, keep: (text: string) => Promise<void>): void {
  const before = storedFilter(services);
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Filter statements');
  box.placeholder = vscode.l10n.t(
    'Words of the quote, speaker, organisation, issue, stance, document, date or note',
  );
  box.value = before;
  let accepted = false;
  box.onDidChangeValue((text) => (tree.filter = text));
  box.onDidAccept(() => {
    accepted = true;
    box.hide();
  });
  box.onDidHide(() => {
    void keep(accepted ? box.value.trim() : before);
    box.dispose();
  });
  box.show();
}

/** The view's title says how it is grouped, and by what it is filtered. */
function describe(services: Services, view: vscode.TreeView<unknown>): void {
  const labels: Record<Grouping, string> = {
    organisation: '',
    issue: vscode.l10n.t('by issue'),
    stance: vscode.l10n.t('by stance'),
  };
  const filter = storedFilter(services);
  const blind = services.workspace.projects.some((project) => isBlind(vscode.Uri.parse(project.root)));
  view.description = [
    ...(blind ? [vscode.l10n.t('blind')] : []),
    labels[storedGrouping(services)],
    ...(filter ? [`“${filter}”`] : []),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The text that the view is filtered by. */
export function storedFilter({ context }: Services): string {
  const stored = context.workspaceState.get<unknown>(FILTER_STATE);
  return typeof stored === 'string' ? stored : '';
}

function storedGrouping({ context }: Services): Grouping {
  const stored = context.workspaceState.get<unknown>(GROUPING_STATE);
  return stored === 'issue' || stored === 'stance' ? stored : 'organisation';
}
