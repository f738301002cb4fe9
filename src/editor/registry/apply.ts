import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { difference } from '../../core/text/difference.js';
import { toRange } from '../common/ranges.js';
import type { Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import type { BulkEdit } from './bulkEdit.js';
import { uriOf } from './target.js';

/** The text of one file before and after a change. */
interface Step {
  readonly uri: vscode.Uri;
  readonly before: string;
  readonly after: string;
}

/**
 * Makes a change of many files at once: one step for the editor's own undo, and one button that takes it back. Files that
 * nobody was writing in are saved.
 * @param done says what was done, once it was
 */
export async function carryOut(
  services: Services,
  project: Project,
  { edit, files }: BulkEdit,
  done: string,
): Promise<boolean> {
  const uris = files.map(({ address }) => uriOf(project, address));
  const before = await texts(uris);
  if (!(await applyAndSave(services, edit, uris))) return false;
  const after = await texts(uris);
  const steps = uris.map((uri, at) => ({ uri, before: before[at] ?? '', after: after[at] ?? '' }));
  void offerUndo(services, steps, done);
  return true;
}

async function offerUndo(services: Services, steps: readonly Step[], done: string): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  const now = await texts(steps.map(({ uri }) => uri));
  const changed = steps.find(({ after }, at) => now[at] !== after);
  if (changed) {
    void tell(
      vscode.l10n.t(
        '{0} was changed since, so nothing was taken back.',
        changed.uri.path.split('/').at(-1) ?? '',
      ),
      changed.uri,
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, before, after } of steps) {
    const change = difference(after, before);
    edit.replace(uri, toRange(await vscode.workspace.openTextDocument(uri), change), change.newText);
  }
  await applyAndSave(
    services,
    edit,
    steps.map(({ uri }) => uri),
  );
}

async function applyAndSave(
  { workspace }: Services,
  edit: vscode.WorkspaceEdit,
  uris: readonly vscode.Uri[],
): Promise<boolean> {
  const dirty = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    void tell(vscode.l10n.t('The editor did not make the change.'));
    return false;
  }
  const documents = await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
  for (const document of documents) workspace.written(document.uri, document.getText());
  const saved = await Promise.all(
    documents
      .filter(({ uri, isDirty }) => isDirty && !dirty.has(uri.toString()))
      .map((document) => document.save()),
  );
  if (saved.includes(false)) {
    void tell(vscode.l10n.t('Some files were changed in their editors but could not be saved.'));
  }
  return true;
}

function texts(uris: readonly vscode.Uri[]): Promise<readonly string[]> {
  return Promise.all(uris.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
}
