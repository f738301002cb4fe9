import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { difference } from '../../core/text/difference.js';
import { LineIndex } from '../../core/text/lines.js';
import type { Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import { baseName, readFiles } from '../workspace/discovery.js';
import { textOf, type BulkEdit } from './bulkEdit.js';
import { rangeIn } from './locations.js';
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
  const before = new Map(
    files.map(({ address }) => [uriOf(project, address).toString(), textOf(project, address) ?? '']),
  );
  const after = await applyAndSave(services, project, edit, new Set(before.keys()));
  if (!after) return false;
  const steps = [...after].map(([address, text]) => ({
    uri: vscode.Uri.parse(address),
    before: before.get(address) ?? '',
    after: text,
  }));
  void offerUndo(services, project, steps, done);
  return true;
}

async function offerUndo(
  services: Services,
  project: Project,
  steps: readonly Step[],
  done: string,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  const now = await textsNow(steps.map(({ uri }) => uri.toString()));
  const changed = steps.find(({ uri, after }) => now.get(uri.toString()) !== after);
  if (changed) {
    void tell(
      vscode.l10n.t('{0} was changed since, so nothing was taken back.', baseName(changed.uri)),
      changed.uri,
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, before, after } of steps) {
    const change = difference(after, before);
    edit.replace(uri, rangeIn(new LineIndex(after), change), change.newText);
  }
  await applyAndSave(services, project, edit, new Set(steps.map(({ uri }) => uri.toString())));
}

/**
 * Applies an edit and saves what was clean. Many files cannot be held open by an extension, but those that the edit
 * made dirty are.
 * @returns the texts of the files that changed, by their addresses; null where the editor did not apply the edit
 */
async function applyAndSave(
  { workspace }: Services,
  project: Project,
  edit: vscode.WorkspaceEdit,
  addresses: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string> | null> {
  const dirty = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    void tell(vscode.l10n.t('The editor did not make the change.'));
    return null;
  }
  const changed = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && addresses.has(uri.toString()),
  );
  const texts = new Map(changed.map((document) => [document.uri.toString(), document.getText()]));
  // One event for all of them: each alone would be told on its own a moment later.
  project.batch(() => {
    for (const [address, text] of texts) workspace.written(vscode.Uri.parse(address), text);
  });
  const saved = await Promise.all(
    changed.filter(({ uri }) => !dirty.has(uri.toString())).map((document) => document.save()),
  );
  if (saved.includes(false)) {
    void tell(vscode.l10n.t('Some files were changed in their editors but could not be saved.'));
  }
  return texts;
}

/** What files hold now, in an editor or on disk. */
async function textsNow(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map(
    vscode.workspace.textDocuments.map((document) => [document.uri.toString(), document.getText()]),
  );
  const closed = await readFiles(addresses.filter((address) => !texts.has(address)));
  for (const [address, decoded] of closed) if (decoded) texts.set(address, decoded.text);
  return texts;
}
