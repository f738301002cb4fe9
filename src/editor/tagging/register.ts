import * as vscode from 'vscode';
import { Disposables } from '../common/disposables.js';
import type { Feature } from '../services.js';
import { registerFindLost } from '../sidecars/findLost.js';
import type { Annotations } from './annotations.js';
import { StatementEditor } from './editStatement.js';
import { Places } from './places.js';
import { Recent } from './recent.js';
import { Tagger } from './tagQuote.js';

/** How long the offer to undo a tag stays in the status bar, in milliseconds. */
const OFFER = 15_000;

/** Tagging: its commands, and the offer to undo after each. */
export const registerTagging: Feature = (services) => {
  const own = new Disposables();
  const { annotations } = services;
  const recent = new Recent(services.context.workspaceState);
  const tagger = new Tagger(services, annotations, recent);
  const editor = new StatementEditor(services, annotations, recent);
  const places = new Places(services, annotations);
  const command = (name: string, run: (argument?: unknown) => Promise<void>): void => {
    own.add(vscode.commands.registerCommand(`standpoint.${name}`, run));
  };
  command('tagQuote', (argument) => tagger.tag(argument));
  command('tagQuoteSameIssue', (argument) => tagger.tagOnSameIssue(argument));
  command('editStatement', (argument) => editor.edit(argument));
  command('addNote', (argument) => editor.editNote(argument));
  command('reattachStatement', (argument) => places.reattach(argument));
  command('confirmStatement', (argument) => places.confirm(argument));
  command('undoTag', () => annotations.undo());
  command('redoTag', () => annotations.redo());
  own.add(registerFindLost(services, annotations));
  own.add(offerUndo(annotations));
  return own;
};

/** Says in the status bar what was done last; a click takes it back. */
function offerUndo(annotations: Annotations): vscode.Disposable {
  const own = new Disposables();
  const item = own.add(
    vscode.window.createStatusBarItem('standpoint.undo', vscode.StatusBarAlignment.Left, 10),
  );
  item.name = vscode.l10n.t('Standpoint: Undo Tagging');
  let timer: ReturnType<typeof setTimeout> | undefined;
  own.add(
    annotations.onDidChange((label) => {
      void vscode.commands.executeCommand('setContext', 'standpoint.canUndoTag', annotations.canUndo);
      void vscode.commands.executeCommand('setContext', 'standpoint.canRedoTag', annotations.canRedo);
      clearTimeout(timer);
      item.text =
        label === null ? vscode.l10n.t('$(redo) Redo tagging') : vscode.l10n.t('$(tag) {0} — Undo', label);
      item.tooltip =
        label === null
          ? vscode.l10n.t('Do the last change of a statement again')
          : vscode.l10n.t('Take back the last change of a statement');
      item.command = label === null ? 'standpoint.redoTag' : 'standpoint.undoTag';
      item.show();
      timer = setTimeout(() => item.hide(), OFFER);
    }),
  );
  own.add({ dispose: () => clearTimeout(timer) });
  return own;
}
