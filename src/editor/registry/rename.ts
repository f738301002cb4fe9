import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { nameOf, renameId, renameName } from '../../core/registry/rename.js';
import type { EntryName, Occurrence, RegistryEdits } from '../../core/registry/types.js';
import { toRange } from '../common/ranges.js';
import type { Feature } from '../services.js';
import { bulkEdit } from './bulkEdit.js';
import { EVERYWHERE, targetAt } from './target.js';

/** Rename: on an id the id, in the codebook and in every statement; on a name (in a source too) what the entry is called. */
export const registerRegistryRename: Feature = (services) =>
  vscode.languages.registerRenameProvider(EVERYWHERE, {
    prepareRename: async (document, position) => {
      await services.workspace.loaded(document.uri);
      const target = targetAt(services, document, position);
      if (!target) throw new Error(vscode.l10n.t('Nothing of the codebook is here that could be renamed.'));
      const { project, found } = target;
      const name = nameOf(project.codebook, found);
      if (name === null) {
        throw new Error(
          vscode.l10n.t('“{0}” is not in the codebook: add it before it is renamed.', found.id),
        );
      }
      if (found.role === 'alias') {
        throw new Error(vscode.l10n.t('An alias stands nowhere else: change it here by hand.'));
      }
      return { range: toRange(document, found.span), placeholder: namesIt(found) ? name : found.id };
    },
    provideRenameEdits: async (document, position, newName) => {
      const target = targetAt(services, document, position);
      if (!target) return undefined;
      const { project, found } = target;
      const rename = (): RegistryEdits => renaming(project, found, newName, namesIt(found));
      return (await bulkEdit(services, project, rename, renameLabel(project, found, newName))).edit;
    },
  });

/** @param byName whether the name is to change, and not the id */
export function renaming(project: Project, entry: EntryName, to: string, byName: boolean): RegistryEdits {
  return byName ? renameName(project, entry, to) : renameId(project, entry, to);
}

export function renameLabel(project: Project, entry: EntryName, to: string): string {
  return vscode.l10n.t('Rename {0} to {1}', nameOf(project.codebook, entry) ?? entry.id, to);
}

function namesIt({ role }: Occurrence): boolean {
  return role === 'name' || role === 'mention';
}
