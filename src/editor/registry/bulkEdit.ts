import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import type { FileEdits, RegistryEdits } from '../../core/registry/types.js';
import { LineIndex } from '../../core/text/lines.js';
import type { Services } from '../services.js';
import { readFiles } from '../workspace/discovery.js';
import { rangeIn } from './locations.js';
import { roleOf, uriOf } from './target.js';
import { refusalWords } from './words.js';

/** From so many files on, a change is shown before it is made. */
const MANY = 12;
/** How often a change is computed anew because a file has another text than the model. */
const TRIES = 3;

/** A change of codebook and sidecars, ready for the editor. */
export interface BulkEdit {
  readonly edit: vscode.WorkspaceEdit;
  readonly files: readonly FileEdits[];
  readonly statements: number;
}

/**
 * Makes one edit of the editor, with one undo, from edits of the core. The core works on the model: where a file, open or
 * on disk, has another text by now, the model is told and the edits are computed anew.
 * @param confirmed whether the reader need not look at a change of so many files before it is made
 * @throws Error with words for the reader where nothing may be changed
 */
export async function bulkEdit(
  services: Services,
  project: Project,
  compute: () => RegistryEdits,
  label: string,
  confirmed = (files: number) => files < MANY,
): Promise<BulkEdit> {
  if (!vscode.workspace.isTrusted) {
    throw new Error(vscode.l10n.t('Standpoint writes nothing in Restricted Mode. Trust this folder first.'));
  }
  handInOpen(services, project);
  for (let turn = 0; turn < TRIES; turn++) {
    const result = compute();
    if (!result.ok) throw new Error(refusalWords(result));
    if (await isCurrent(services, project, result.files)) {
      return {
        ...result,
        edit: toWorkspaceEdit(project, result.files, label, confirmed(result.files.length)),
      };
    }
  }
  throw new Error(vscode.l10n.t('Files were being changed meanwhile. Nothing was changed: try again.'));
}

function toWorkspaceEdit(
  project: Project,
  files: readonly FileEdits[],
  label: string,
  isConfirmed: boolean,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const needsConfirmation = !isConfirmed;
  for (const { address, edits } of files) {
    const uri = uriOf(project, address);
    const lines = new LineIndex(textOf(project, address) ?? '');
    for (const one of edits) {
      edit.replace(uri, rangeIn(lines, one), one.newText, { needsConfirmation, label });
    }
  }
  return edit;
}

/** Tells the model of what was typed in the last moments. */
function handInOpen({ workspace }: Services, project: Project): void {
  for (const document of vscode.workspace.textDocuments) {
    // The editor may still hold the text of a file that is gone.
    const isKnown = document.isDirty || textOf(project, addressOf(project, document.uri)) !== null;
    if (isKnown && workspace.projectOf(document.uri) === project && roleOf(project, document.uri)) {
      workspace.written(document.uri, document.getText());
    }
  }
}

/** Whether the closed files on disk hold what the model has; it is told of those that do not. */
async function isCurrent(
  { workspace }: Services,
  project: Project,
  files: readonly FileEdits[],
): Promise<boolean> {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  const closed = files.filter(({ address }) => !open.has(uriOf(project, address).toString()));
  const read = await readFiles(closed.map(({ address }) => uriOf(project, address).toString()));
  let current = true;
  for (const { address } of closed) {
    const uri = uriOf(project, address);
    const text = read.get(uri.toString())?.text ?? null;
    if (text === textOf(project, address)) continue;
    current = false;
    if (text !== null) workspace.written(uri, text);
  }
  return current;
}

/** The text of a file as the model has it; null where it has none. */
export function textOf(project: Project, address: string | null): string | null {
  return address === null ? project.codebookText : (project.sidecar(address)?.text ?? null);
}

function addressOf(project: Project, uri: vscode.Uri): string | null {
  return roleOf(project, uri) === 'codebook' ? null : uri.toString();
}
