import * as vscode from 'vscode';
import { nameOf } from '../../core/registry/rename.js';
import type { EntryKind } from '../../core/registry/types.js';
import type { Feature, Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { tell } from '../tagging/refusals.js';
import { carryOut } from './apply.js';
import { bulkEdit } from './bulkEdit.js';
import { chooseProject, entryOf, pickEntry } from './entryPick.js';
import { renameLabel, renaming } from './rename.js';
import { refusalWords, statementCount } from './words.js';

const EVERY_KIND: readonly EntryKind[] = ['organisation', 'person', 'issue', 'stance'];

/** Renaming an entry from the tree or the palette: what it is called, or its id in every file. */
export const registerRenameEntry: Feature = (services) =>
  vscode.commands.registerCommand('standpoint.renameEntry', (argument?: unknown) =>
    rename(services, argument),
  );

async function rename(services: Services, argument: unknown): Promise<void> {
  const known = entryOf(services, argument, EVERY_KIND);
  const project = known?.project ?? (await chooseProject(services));
  if (!project) return;
  const title = vscode.l10n.t('Rename');
  const entry =
    known?.entry ?? (await pickEntry(project, EVERY_KIND, title, vscode.l10n.t('Rename which entry?')));
  const name = entry && nameOf(project.codebook, entry);
  if (!entry || name === null || name === undefined) return;
  const byName = await ask<boolean>({
    title: vscode.l10n.t('Rename {0}', name),
    placeholder: vscode.l10n.t('What is to change?'),
    choices: [
      { label: vscode.l10n.t('What it is called'), description: name, value: true },
      { label: vscode.l10n.t('Its id, in every file'), description: entry.id, value: false },
    ],
  });
  if (!byName || !('value' in byName)) return;
  const old = byName.value ? name : entry.id;
  const to = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename {0}', name),
    value: old,
    validateInput: (text) => {
      const result = renaming(project, entry, text, byName.value);
      return result.ok ? undefined : refusalWords(result);
    },
  });
  if (to === undefined || to.trim() === old) return;
  try {
    const label = renameLabel(project, entry, to);
    const bulk = await bulkEdit(services, project, () => renaming(project, entry, to, byName.value), label);
    const done = vscode.l10n.t('{0}: {1} changed.', label, statementCount(bulk.statements));
    await carryOut(services, project, bulk, done);
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
  }
}
