import * as vscode from 'vscode';
import { addToCodebook, type CodebookAddition, type CodebookRefusal } from '../../core/codebook/additions.js';
import { readCodebook } from '../../core/codebook/read.js';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import type { SidecarOperation, Statement, StatementChange } from '../../core/sidecar/types.js';
import { invertOperation } from '../../core/sidecar/write.js';
import { difference } from '../../core/text/difference.js';
import { unusableCoder } from '../common/settings.js';
import { CODEBOOK } from '../workspace/discovery.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Proposal, Writer, Written } from '../workspace/writer.js';
import { tell } from './refusals.js';
import { isOwn, ownSidecar, sidecarProposal } from './sidecarEdits.js';

/** What is to be done to one sidecar. */
interface Work {
  readonly sidecar: vscode.Uri;
  readonly operations: readonly SidecarOperation[];
}

/** One step that can be undone: what was done to sidecars, and to the codebook with them. */
interface Step {
  readonly label: string;
  readonly project: Project;
  readonly done: readonly Work[];
  readonly undone: readonly Work[];
  readonly additions: readonly CodebookAddition[];
  /** The codebook's text before and after new names went into it; null where none did, or it was made for them. */
  readonly codebook: { readonly before: string; readonly after: string } | null;
}

/**
 * Changes to annotations: each goes to the coder's own sidecar (and to the codebook, for new names) by
 * small text edits, and can be undone and done again while the window is open.
 */
export class Annotations implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string | null>();
  readonly #undo: Step[] = [];
  #redo: Step[] = [];
  /** One change after the other: each must see what the one before has written. */
  #turn: Promise<unknown> = Promise.resolve();

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
    const work = { sidecar: ownSidecar(project, corpus), operations: [{ kind: 'add' as const, statement }] };
    return this.#do(project, [work], additions, label);
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
    const work = { sidecar: vscode.Uri.parse(statement.sidecar), operations: [operation] };
    return this.#do(project, [work], additions, label);
  }

  /**
   * Moves one of the coder's own statements to another corpus file: it is in the new sidecar before it
   * leaves the old one.
   */
  async move(
    project: Project,
    statement: PlacedStatement,
    corpus: vscode.Uri,
    change: StatementChange,
    label: string,
  ): Promise<boolean> {
    const { statement: stored } = statement.stored;
    const moved = { ...stored, ...change };
    const to: Work = {
      sidecar: ownSidecar(project, corpus),
      operations: [{ kind: 'add', statement: moved }],
    };
    const from: Work = {
      sidecar: vscode.Uri.parse(statement.sidecar),
      operations: [{ kind: 'remove', id: stored.id }],
    };
    return isOwn(project, statement) && this.#do(project, [to, from], [], label);
  }

  undo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#undo.at(-1);
      if (!step || !(await this.#applyAll(step.project, step.undone))) return;
      const { codebook } = step;
      if (codebook && step.project.codebookText !== null)
        await this.#writeCodebook(step.project, restoring(codebook.after, codebook.before));
      this.#undo.pop();
      this.#redo.push(step);
      this.#changed.fire(null);
    });
  }

  redo(): Promise<void> {
    return this.#inTurn(async () => {
      const step = this.#redo.at(-1);
      if (!step) return;
      const done = await this.#carryOut(step.project, step.done, step.additions, missing);
      if (!done) return;
      this.#redo.pop();
      this.#undo.push({ ...step, ...done });
      this.#changed.fire(step.label);
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn;
    return turn;
  }

  #do(
    project: Project,
    done: readonly Work[],
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    return this.#inTurn(async () => {
      const step = await this.#carryOut(project, done, additions);
      if (!step) return false;
      if (step.codebook === null && step.undone.every(({ operations }) => operations.length === 0))
        return true;
      this.#undo.push({ label, project, done, additions, ...step });
      this.#redo = [];
      this.#changed.fire(label);
      return true;
    });
  }

  /** New names first, then the statements that need them; null when either was not written. */
  async #carryOut(
    project: Project,
    work: readonly Work[],
    additions: readonly CodebookAddition[],
    needed: typeof missing = () => additions,
  ): Promise<Pick<Step, 'undone' | 'codebook'> | null> {
    let codebook: Step['codebook'] = null;
    if (additions.length > 0) {
      const written = await this.#writeCodebook(project, (text) => adding(text, needed(text, additions)));
      if (!written.ok) return null;
      if (written.before !== null) codebook = { before: written.before, after: written.text };
    }
    const undone = await this.#applyAll(project, work);
    return undone && { undone, codebook };
  }

  /** Does work in order; gives what takes it back, or null when some of it was not written. */
  async #applyAll(project: Project, work: readonly Work[]): Promise<readonly Work[] | null> {
    const undone: Work[] = [];
    for (const one of work) {
      const back = await this.#apply(project, one);
      if (!back) return null;
      undone.unshift({ sidecar: one.sidecar, operations: back });
    }
    return undone;
  }

  /** Applies operations to a sidecar; gives what takes back those that changed it, or null when they were refused. */
  async #apply(project: Project, { sidecar, operations }: Work): Promise<readonly SidecarOperation[] | null> {
    let undone: readonly SidecarOperation[] = [];
    const propose = sidecarProposal(project, sidecar, operations, (before) => {
      undone = operations.map((operation) => invertOperation(before, operation)).reverse();
    });
    const written = await this.writer.change(sidecar, propose, operations);
    if (!written.ok) {
      void tell(written.message, sidecar);
      return null;
    }
    this.workspace.written(sidecar, written.text);
    return written.text === written.before ? [] : undone;
  }

  async #writeCodebook(project: Project, propose: (text: string | null) => Proposal): Promise<Written> {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(project.root), CODEBOOK);
    const written = await this.writer.change(uri, propose);
    if (written.ok) this.workspace.written(uri, written.text);
    else void tell(written.message, uri);
    return written;
  }
}

/** Adds entries to a codebook's text; makes one where there is none. */
function adding(text: string | null, additions: readonly CodebookAddition[]): Proposal {
  if (additions.length === 0) return { ok: true, edits: [] };
  const result = addToCodebook(text, additions);
  return result.ok ? result : { ok: false, message: codebookRefusal(result.reason) };
}

/** The entries that a codebook does not hold. */
function missing(text: string | null, additions: readonly CodebookAddition[]): readonly CodebookAddition[] {
  const { issues, organisations, people, stances } = readCodebook(text ?? '').codebook;
  const ids = {
    issue: new Set(issues.map(({ id }) => id)),
    organisation: new Set(organisations.map(({ id }) => id)),
    person: new Set(people.map(({ id }) => id)),
    stance: new Set(stances.map(({ id }) => id)),
  };
  return additions.filter(({ kind, entry }) => kind !== 'affiliation' && !ids[kind].has(entry.id));
}

/** Gives a codebook the text that it had before a step; leaves it where somebody has written in it since. */
function restoring(after: string, before: string): (text: string | null) => Proposal {
  return (text) => ({ ok: true, edits: text === after ? [difference(after, before)] : [] });
}

function codebookRefusal(reason: CodebookRefusal): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'not-writable':
      return t(
        '{0} has errors, so nothing was written to it. Mend them first: they are listed in Problems.',
        CODEBOOK,
      );
    case 'duplicate-id':
    case 'unknown-id':
      return t('{0} was changed meanwhile, so nothing was written to it. Try again.', CODEBOOK);
    case 'layout':
      return t(
        '{0} is laid out in a way that cannot be changed without touching other lines. Change it by hand.',
        CODEBOOK,
      );
  }
}
