import * as vscode from 'vscode';
import type { EditRefusal } from '../../core/sidecar/write.js';

/** Why a YAML file is left as it is, and what to do about it. */
export function refusal(uri: vscode.Uri, reason: EditRefusal): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  switch (reason) {
    case 'not-writable':
      return vscode.l10n.t(
        '{0} has errors, so nothing was written to it. Mend them first: they are listed in Problems.',
        name,
      );
    case 'unknown-id':
      return vscode.l10n.t('{0} no longer holds this statement.', name);
    case 'duplicate-id':
      return vscode.l10n.t(
        '{0} holds this id more than once, so it was left as it is. Give one of them another id.',
        name,
      );
    case 'statement-invalid':
      return vscode.l10n.t('The entry in {0} cannot be read as a statement, so it was left as it is.', name);
    case 'layout':
      return vscode.l10n.t(
        '{0} is laid out in a way that cannot be changed without touching other lines. Change it by hand.',
        name,
      );
    case 'too-large':
      return vscode.l10n.t('{0} would become too large.', name);
  }
}

/** Shows why something was not done; a file that it is about can be opened. */
export async function tell(message: string, uri?: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open File');
  const chosen = await vscode.window.showErrorMessage(message, ...(uri ? [open] : []));
  if (uri && chosen === open) await vscode.window.showTextDocument(uri);
}
