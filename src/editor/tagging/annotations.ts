import * as vscode from 'vscode';
import { addToCodebook, type CodebookAddition } from '../../core/codebook/additions.js';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { sidecarName } from '../../core/sidecar/names.js';
import { readSidecar } from '../../core/sidecar/read.js';
import type { SidecarOperation, Statement } from '../../core/sidecar/types.js';
import { editSidecarAll, invertOperation } from '../../core/sidecar/write.js';
import { difference } from '../../core/text/difference.js';
import { coderFor, unusableCoder } from '../common/settings.js';
import { CODEBOOK } from '../workspace/discovery.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Proposal, Writer } from '../workspace/writer.js';
import { refusal, tell } from './refusals.js';

/** One step that can be undone: what was done to one sidecar, and to the codebook with it. */
interface Step {
  readonly label: string;
  readonly project: Project;
  readonly sidecar: vscode.Uri;
  readonly done: readonly SidecarOperation[];
  readonly undone: readonly SidecarOperation[];
  readonly codebook: { readonly before: string | null; readonly after: string } | null;
}

/**
 * Changes to annotations: each goes to the coder's own sidecar (and to the codebook, for new names) by
 * small text edits, and can be undone and done again while the window is open.
 */
export class Annotations implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string | null>();
  readonly #undo: Step[] = [];
  #redo: Step[] = [];

  /** Tells the label of the last step, or null after an undo. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly workspace: Workspace,
    private readonly writer: Writer,
  ) {}

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /**
   * Adds a statement about a corpus file.
   * @param additions new entries for the codebook that the statement refers to
   */
  async add(
    project: Project,
    corpus: vscode.Uri,
    statement: Statement,
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    const unusable = unusableCoder(vscode.Uri.parse(project.root));
    if (unusable !== null) {
      void tell(
        vscode.l10n.t(
          'The setting standpoint.coder holds “{0}”, which cannot stand in a file name. Use letters, digits, - and _.',
          unusable,
        ),
      );
      return false;
    }
    return this.#do(project, ownSidecar(project, corpus), [{ kind: 'add', statement }], additions, label);
  }

  /** Changes or removes one of the coder's own statements. */
  async change(
    project: Project,
    statement: PlacedStatement,
    operation: SidecarOperation,
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    if (!isOwn(project, statement)) {
      const whose = statement.coder ?? vscode.l10n.t('no coder');
      void tell(
        vscode.l10n.t(
          'This statement belongs to another file ({0}). Standpoint changes only your own.',
          whose,
        ),
      );
      return false;
    }
    return this.#do(project, vscode.Uri.parse(statement.sidecar), [operation], additions, label);
  }

  async undo(): Promise<void> {
    const step = this.#undo.at(-1);
    if (!step || !(await this.#apply(step.project, step.sidecar, step.undone))) return;
    const { codebook } = step;
    // New names go again only if nobody has touched the codebook since.
    if (codebook && step.project.codebookText === codebook.after && codebook.before !== null) {
      await this.#writeCodebook(step.project, whole(codebook.before));
    }
    this.#undo.pop();
    this.#redo.push(step);
    this.#changed.fire(null);
  }

  async redo(): Promise<void> {
    const step = this.#redo.at(-1);
    if (!step) return;
    const { codebook } = step;
    if (
      codebook &&
      step.project.codebookText === codebook.before &&
      !(await this.#writeCodebook(step.project, whole(codebook.after)))
    ) {
      return;
    }
    if (!(await this.#apply(step.project, step.sidecar, step.done))) return;
    this.#redo.pop();
    this.#undo.push(step);
    this.#changed.fire(step.label);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #do(
    project: Project,
    sidecar: vscode.Uri,
    done: readonly SidecarOperation[],
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    const before = project.codebookText;
    if (additions.length > 0 && !(await this.#writeCodebook(project, (text) => adding(text, additions))))
      return false;
    const after = project.codebookText;
    const undone = await this.#apply(project, sidecar, done);
    if (!undone) return false;
    const codebook = additions.length > 0 && after !== null ? { before, after } : null;
    this.#undo.push({ label, project, sidecar, done, undone, codebook });
    this.#redo = [];
    this.#changed.fire(label);
    return true;
  }

  /** Applies operations to a sidecar; gives what takes them back, or null when nothing was written. */
  async #apply(
    project: Project,
    sidecar: vscode.Uri,
    operations: readonly SidecarOperation[],
  ): Promise<readonly SidecarOperation[] | null> {
    let undone: readonly SidecarOperation[] = [];
    const order = this.#documentOrder(project, sidecar);
    const coder = coderFor(vscode.Uri.parse(project.root));
    const written = await this.writer.change(sidecar, (text) => {
      const file = readSidecar(text ?? '', project.sidecar(sidecar.toString())?.file);
      undone = operations.map((operation) => invertOperation(file, operation)).reverse();
      const result = editSidecarAll(text ?? '', operations, order, { file, coder });
      return result.ok ? result : { ok: false, message: refusal(sidecar, result.reason) };
    });
    if (!written.ok) {
      void tell(written.message, sidecar);
      return null;
    }
    this.workspace.written(sidecar, written.text);
    return undone;
  }

  async #writeCodebook(project: Project, propose: (text: string | null) => Proposal): Promise<boolean> {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(project.root), CODEBOOK);
    const written = await this.writer.change(uri, propose);
    if (written.ok) this.workspace.written(uri, written.text);
    else void tell(written.message, uri);
    return written.ok;
  }

  #documentOrder(project: Project, sidecar: vscode.Uri): (document: string) => number {
    const corpus = project.corpora.find(
      (one) => ownSidecar(project, vscode.Uri.parse(one.address)).toString() === sidecar.toString(),
    );
    const order = new Map(corpus?.documents.map((model, index) => [model.document.id, index]));
    return (document) => order.get(document) ?? Number.MAX_SAFE_INTEGER;
  }
}

/** The sidecar that this coder writes for a corpus file. */
export function ownSidecar(project: Project, corpus: vscode.Uri): vscode.Uri {
  const name = corpus.path.slice(corpus.path.lastIndexOf('/') + 1);
  return vscode.Uri.joinPath(corpus, '..', sidecarName(name, coderFor(vscode.Uri.parse(project.root))));
}

/** Whether a statement is this coder's own, so that it may be changed. */
export function isOwn(project: Project, statement: PlacedStatement): boolean {
  return statement.sidecar === ownSidecar(project, vscode.Uri.parse(statement.corpus)).toString();
}

/** Adds entries to a codebook's text; makes one where there is none. */
function adding(text: string | null, additions: readonly CodebookAddition[]): Proposal {
  const result = addToCodebook(text, additions);
  if (result.ok) return result;
  return {
    ok: false,
    message: vscode.l10n.t(
      '{0} has errors, so nothing was written to it. Mend them first: they are listed in Problems.',
      CODEBOOK,
    ),
  };
}

/** Gives a codebook the text that it had before, or after, a step. */
function whole(wanted: string): (text: string | null) => Proposal {
  return (text) => ({ ok: true, edits: [difference(text ?? '', wanted)] });
}
