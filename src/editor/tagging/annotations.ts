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

/** One change among several: a new statement about a corpus file, or an operation on one that there is. */
export type AnnotationChange =
  | { readonly kind: 'add'; readonly corpus: vscode.Uri; readonly statement: Statement }
  | { readonly kind: 'change'; readonly statement: PlacedStatement; readonly operation: SidecarOperation };

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

/** What came of some work: what takes it back, last first, and whether all of it was done. */
interface Applied {
  readonly undone: readonly Work[];
  readonly complete: boolean;
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
  add(
    project: Project,
    corpus: vscode.Uri,
    statement: Statement,
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    return this.apply(project, [{ kind: 'add', corpus, statement }], additions, label);
  }

  /** Changes or removes one of the coder's own statements. */
  change(
    project: Project,
    statement: PlacedStatement,
    operation: SidecarOperation,
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    return this.apply(project, [{ kind: 'change', statement, operation }], additions, label);
  }

  /**
   * Makes several changes as one step, each sidecar written once. Nothing is written where one of them is
   * refused beforehand; where a file cannot be written, what the others hold by then can be undone.
   * @param additions new entries for the codebook that the statements refer to
   * @returns whether all of it was written
   */
  async apply(
    project: Project,
    changes: readonly AnnotationChange[],
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<boolean> {
    const refused = refusedBeforehand(project, changes);
    if (refused !== null) {
      void tell(refused);
      return false;
    }
    return this.#do(project, worksOf(project, changes), additions, label);
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
      if (!step || !(await this.#applyAll(step.project, step.undone)).complete) return;
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
      const carried = await this.#carryOut(step.project, step.done, step.additions, missing);
      if (!carried?.complete) return;
      const { undone, codebook } = carried;
      this.#redo.pop();
      this.#undo.push({ ...step, undone, codebook });
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
      const carried = await this.#carryOut(project, done, additions);
      if (!carried) return false;
      const { undone, codebook, complete } = carried;
      if (codebook === null && undone.every(({ operations }) => operations.length === 0)) return complete;
      const written = done.slice(0, undone.length);
      this.#undo.push({ label, project, done: written, undone, additions, codebook });
      this.#redo = [];
      this.#changed.fire(label);
      return complete;
    });
  }

  /** New names first, then the statements that need them; null when the names were not written. */
  async #carryOut(
    project: Project,
    work: readonly Work[],
    additions: readonly CodebookAddition[],
    needed: typeof missing = () => additions,
  ): Promise<(Applied & Pick<Step, 'codebook'>) | null> {
    let codebook: Step['codebook'] = null;
    if (additions.length > 0) {
      const written = await this.#writeCodebook(project, (text) => adding(text, needed(text, additions)));
      if (!written.ok) return null;
      if (written.before !== null) codebook = { before: written.before, after: written.text };
    }
    return { ...(await this.#applyAll(project, work)), codebook };
  }

  /** Does work in order, up to what cannot be written. */
  async #applyAll(project: Project, work: readonly Work[]): Promise<Applied> {
    const undone: Work[] = [];
    for (const one of work) {
      const back = await this.#apply(project, one);
      if (!back) return { undone, complete: false };
      undone.unshift({ sidecar: one.sidecar, operations: back });
    }
    return { undone, complete: true };
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

/** Why changes cannot be made, whatever the files hold; null where nothing speaks against them. */
function refusedBeforehand(project: Project, changes: readonly AnnotationChange[]): string | null {
  const unusable = unusableCoder(vscode.Uri.parse(project.root));
  if (unusable !== null && changes.some(({ kind }) => kind === 'add')) {
    return vscode.l10n.t(
      'The setting standpoint.coder holds “{0}”, which cannot stand in a file name. Use letters, digits, - and _.',
      unusable,
    );
  }
  const foreign = changes.find((one) => one.kind === 'change' && !isOwn(project, one.statement));
  if (foreign?.kind !== 'change') return null;
  const whose = foreign.statement.coder ?? vscode.l10n.t('no coder');
  return vscode.l10n.t(
    'This statement belongs to another file ({0}). Standpoint changes only your own.',
    whose,
  );
}

/** The work of each sidecar, in the order in which the changes name them. */
function worksOf(project: Project, changes: readonly AnnotationChange[]): readonly Work[] {
  const works = new Map<string, { readonly sidecar: vscode.Uri; readonly operations: SidecarOperation[] }>();
  for (const change of changes) {
    const sidecar =
      change.kind === 'add' ? ownSidecar(project, change.corpus) : vscode.Uri.parse(change.statement.sidecar);
    const operation: SidecarOperation =
      change.kind === 'add' ? { kind: 'add', statement: change.statement } : change.operation;
    const known = works.get(sidecar.toString());
    if (known) known.operations.push(operation);
    else works.set(sidecar.toString(), { sidecar, operations: [operation] });
  }
  return [...works.values()];
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
