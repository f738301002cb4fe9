import * as vscode from 'vscode';
import type { Feature, Services } from '../services.js';

/** The command that has git merge sidecars by statement. It asks first, and is not there in a browser. */
export const registerGitSetUp: Feature = (services) => {
  if (!services.git) return vscode.Disposable.from();
  void vscode.commands.executeCommand('setContext', 'standpoint.hasGit', true);
  return vscode.commands.registerCommand('standpoint.setUpGitMerge', () => setUp(services));
};

async function setUp({ git }: Services): Promise<void> {
  const { t } = vscode.l10n;
  if (!git) return;
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(t('Standpoint changes no repository in Restricted Mode.'));
    return;
  }
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder) return;
  const yes = t('Set It Up');
  const answer = await vscode.window.showInformationMessage(
    t('Have git merge sidecars statement by statement in this repository?'),
    {
      modal: true,
      detail: t(
        'A line is added to .gitattributes, for everybody who clones it, and the program that merges to this clone’s own configuration. A clone without the program merges by lines, as before.',
      ),
    },
    yes,
  );
  if (answer !== yes) return;
  const problem = await git.setUpMerge(folder.uri);
  if (problem === null) {
    void vscode.window.showInformationMessage(
      t('Git merges sidecars statement by statement from now on. Commit .gitattributes to share that.'),
    );
  } else void vscode.window.showErrorMessage(problem);
}
