import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Feature } from '../services.js';
import { lost, toConfirm } from './unsure.js';

/** Says in the status bar how many of the coder's statements are lost or to be confirmed, and leads to them. */
export const registerUnsureStatus: Feature = ({ workspace }) => {
  const own = new Disposables();
  const item = own.add(
    vscode.window.createStatusBarItem('standpoint.unsure', vscode.StatusBarAlignment.Left, 9),
  );
  item.name = vscode.l10n.t('Standpoint: Lost Statements');
  const show = (): void => {
    const [confirm, gone] = [toConfirm(workspace).length, lost(workspace).length];
    const parts = [
      ...(gone > 0 ? [vscode.l10n.t('{0} lost', gone)] : []),
      ...(confirm > 0 ? [vscode.l10n.t('{0} to confirm', confirm)] : []),
    ];
    if (parts.length === 0) return item.hide();
    item.text = `$(warning) ${parts.join(', ')}`;
    item.tooltip =
      confirm > 0
        ? vscode.l10n.t('Go through the places to confirm, one key each')
        : vscode.l10n.t('Show the statements whose words were not found');
    item.command = confirm > 0 ? 'standpoint.reviewSuggestions' : 'standpoint.showLostStatements';
    item.show();
  };
  own.add(workspace.onDidChange(show));
  own.add(workspace.onDidChangeFolders(show));
  own.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('standpoint.coder')) show();
    }),
  );
  return own;
};
