import * as vscode from 'vscode';
import type { SidecarOperation } from '../../core/sidecar/types.js';
import { applyEdits, type TextEdit } from '../../core/text/span.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import type { FileStore } from './fileStore.js';
import type { OperationJournal } from './operationJournal.js';

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
 * small edits, and saved if it was clean before; any other file goes through the store. Operations on
 * sidecars are journaled first and crossed out once their file holds them on disk.
 */
export class Writer implements vscode.Disposable {
  readonly #own = new Disposables();
  readonly #keptBack = this.#own.add(new vscode.EventEmitter<void>());
  readonly #underWay = new Set<string>();
  /** Operations that only an unsaved editor holds, by the address of its file. */
  readonly #unsaved = new Map<string, readonly string[]>();

  /** Tells that an operation was refused and stays in the journal. */
  readonly onDidKeepBack = this.#keptBack.event;

  constructor(
    private readonly store: FileStore,
    private readonly journal: OperationJournal,
  ) {
    this.#own.add(vscode.workspace.onDidSaveTextDocument((document) => void this.#saved(document)));
  }

  /**
   * @param propose gets the text as it is at the moment of writing; null when there is no file
   * @param operations what `propose` carries out, for the journal; none where it need not be kept
   */
  async change(
    uri: vscode.Uri,
    propose: (text: string | null) => Proposal,
    operations: readonly SidecarOperation[] = [],
  ): Promise<Written> {
    if (!vscode.workspace.isTrusted) {
      return {
        ok: false,
        message: vscode.l10n.t('Standpoint writes nothing in Restricted Mode. Trust this folder to tag.'),
      };
    }
    const ids = operations.length > 0 ? await this.journal.keep(uri, operations) : [];
    for (const id of ids) this.#underWay.add(id);
    const written = await this.#write(uri, propose);
    for (const id of ids) this.#underWay.delete(id);
    if (!written.ok) return this.#refused(written.message, operations, ids);
    const document = openDocument(uri);
    if (document?.isDirty === true) this.#note(uri, ids);
    else await this.journal.settle(ids);
    return written;
  }

  /** Whether an operation of the journal is being carried out, or waits in an unsaved editor. */
  isUnderWay(id: string): boolean {
    return this.#underWay.has(id) || [...this.#unsaved.values()].some((ids) => ids.includes(id));
  }

  dispose(): void {
    this.#own.dispose();
  }

  async #write(uri: vscode.Uri, propose: (text: string | null) => Proposal): Promise<Written> {
    try {
      const open = openDocument(uri);
      return open ? await changeOpen(open, propose) : await this.#changeClosed(uri, propose);
    } catch (error) {
      return { ok: false, message: cannotWrite(uri, error) };
    }
  }

  #refused(message: string, operations: readonly SidecarOperation[], ids: readonly string[]): Written {
    if (operations.length === 0) return { ok: false, message };
    if (ids.length > 0) this.#keptBack.fire();
    const kept =
      ids.length > 0
        ? vscode.l10n.t('Your change is kept and will be offered again.')
        : vscode.l10n.t('Your change could not be kept either: make it again later.');
    return { ok: false, message: `${message} ${kept}` };
  }

  #note(uri: vscode.Uri, ids: readonly string[]): void {
    this.#unsaved.set(uri.toString(), [...(this.#unsaved.get(uri.toString()) ?? []), ...ids]);
  }

  async #saved({ uri }: vscode.TextDocument): Promise<void> {
    const ids = this.#unsaved.get(uri.toString());
    if (!ids) return;
    this.#unsaved.delete(uri.toString());
    await this.journal.settle(ids);
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

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
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
