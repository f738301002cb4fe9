import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../core/text/span.js';
import { toRange } from '../common/ranges.js';
import type { FileStore } from './fileStore.js';

/** The edits that a change needs, or a message for the reader that says why it cannot be done. */
export type Proposal =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly message: string };

/** The text of the file after the change, or why nothing was written. */
export type Written =
  | { readonly ok: true; readonly before: string | null; readonly text: string }
  | { readonly ok: false; readonly message: string };

/**
 * The one place through which Standpoint writes. A file that is open in an editor is changed there by
 * small edits, and saved if it was clean before; any other file goes through the store.
 */
export class Writer {
  constructor(private readonly store: FileStore) {}

  /** @param propose gets the text as it is at the moment of writing; null when there is no file */
  async change(uri: vscode.Uri, propose: (text: string | null) => Proposal): Promise<Written> {
    if (!vscode.workspace.isTrusted) {
      return {
        ok: false,
        message: vscode.l10n.t('Standpoint writes nothing in Restricted Mode. Trust this folder to tag.'),
      };
    }
    try {
      const open = vscode.workspace.textDocuments.find(
        (document) => document.uri.toString() === uri.toString(),
      );
      return open ? await changeOpen(open, propose) : await this.#changeClosed(uri, propose);
    } catch (error) {
      return { ok: false, message: cannotWrite(uri, error) };
    }
  }

  async #changeClosed(uri: vscode.Uri, propose: (text: string | null) => Proposal): Promise<Written> {
    let before: string | null = null;
    const result = await this.store.change(uri, (text) => {
      before = text;
      const proposal = propose(text);
      if (!proposal.ok) return proposal;
      const removed = proposal.edits.reduce((sum, edit) => sum + edit.end - edit.start, 0);
      return { ok: true, text: applyEdits(text ?? '', proposal.edits), removed };
    });
    return result.ok ? { ok: true, before, text: result.text } : result;
  }
}

async function changeOpen(
  document: vscode.TextDocument,
  propose: (text: string | null) => Proposal,
): Promise<Written> {
  const before = document.getText();
  const wasClean = !document.isDirty;
  const proposal = propose(before);
  if (!proposal.ok) return proposal;
  const edit = new vscode.WorkspaceEdit();
  for (const change of proposal.edits) edit.replace(document.uri, toRange(document, change), change.newText);
  if (!(await vscode.workspace.applyEdit(edit))) {
    return { ok: false, message: vscode.l10n.t('The editor refused to change {0}.', nameOf(document.uri)) };
  }
  if (wasClean && !(await document.save())) {
    return {
      ok: false,
      message: vscode.l10n.t('{0} was changed in its editor but could not be saved.', nameOf(document.uri)),
    };
  }
  return { ok: true, before, text: document.getText() };
}

function cannotWrite(uri: vscode.Uri, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return vscode.l10n.t('{0} could not be written; nothing was changed. {1}', nameOf(uri), why);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
