import * as vscode from 'vscode';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import type { Project } from '../../core/model/project.js';
import type { SidecarOperation, StatementChange } from '../../core/sidecar/types.js';
import type { Services } from '../services.js';
import type { Found } from '../tagging/find.js';
import { askIssue, askOrganisation, askStance } from '../tagging/questions.js';
import { Recent } from '../tagging/recent.js';
import { tell } from '../tagging/refusals.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import { shortWords } from '../tagging/statementWords.js';

/** Changes of several statements at once, each change one step that can be undone. */
export class BulkEditor {
  readonly #recent: Recent;

  constructor(private readonly services: Services) {
    this.#recent = new Recent(services.context.workspaceState);
  }

  async setStance(found: readonly Found[]): Promise<void> {
    const own = ownOnes(found);
    if (!own) return;
    const stance = await askStance(own.project.codebook, titleOf(own.statements), common(own, 'stance'));
    if (stance) await this.change(own.statements, { stance: stance.id });
  }

  async setIssue(found: readonly Found[]): Promise<void> {
    const own = ownOnes(found);
    if (!own) return;
    const title = titleOf(own.statements);
    const chosen = await askIssue(own.project.codebook, this.#recent, title, common(own, 'issue'));
    if (!chosen || !('id' in chosen)) return;
    await this.change(own.statements, { issue: chosen.id }, chosen.addition ? [chosen.addition] : []);
  }

  async setOrganisation(found: readonly Found[]): Promise<void> {
    const own = ownOnes(found);
    if (!own) return;
    const chosen = await askOrganisation(own.project.codebook, this.#recent, titleOf(own.statements), []);
    if (chosen === undefined) return;
    const additions = chosen?.addition ? [chosen.addition] : [];
    await this.change(own.statements, { organisation: chosen?.id ?? null }, additions);
  }

  async remove(found: readonly Found[]): Promise<void> {
    const own = ownOnes(found);
    if (!own) return;
    const { length } = own.statements;
    const label =
      length === 1 ? vscode.l10n.t('Statement removed') : vscode.l10n.t('{0} statements removed', length);
    await this.#apply(own.project, own.statements, (id) => ({ kind: 'remove', id }), [], label);
  }

  /** Sets the same fields in all statements that are one's own and differ. */
  async change(
    found: readonly Found[],
    change: StatementChange,
    additions: readonly CodebookAddition[] = [],
  ): Promise<void> {
    const own = ownOnes(found);
    if (!own) return;
    const differing = own.statements.filter(({ statement }) => differs(statement.stored.statement, change));
    if (differing.length === 0) return;
    const label =
      differing.length === 1
        ? vscode.l10n.t('Statement changed')
        : vscode.l10n.t('{0} statements changed', differing.length);
    await this.#apply(own.project, differing, (id) => ({ kind: 'set', id, change }), additions, label);
  }

  async #apply(
    project: Project,
    found: readonly Found[],
    operation: (id: string) => SidecarOperation,
    additions: readonly CodebookAddition[],
    label: string,
  ): Promise<void> {
    const changes = found.map(({ statement }) => ({
      kind: 'change' as const,
      statement,
      operation: operation(statement.stored.statement.id),
    }));
    await this.services.annotations.apply(project, changes, additions, label);
  }
}

/**
 * Those of the statements that may be changed in one step: one's own, of one folder. Says what is left out;
 * undefined where nothing is left.
 */
function ownOnes(
  found: readonly Found[],
): { readonly project: Project; readonly statements: readonly Found[] } | undefined {
  const [first] = found;
  if (!first) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No statement is selected.'));
    return undefined;
  }
  const own = found.filter(({ project, statement }) => isOwn(project, statement));
  const project = own[0]?.project ?? first.project;
  const here = own.filter((one) => one.project === project);
  if (own.length < found.length) {
    void tell(
      vscode.l10n.t(
        '{0} of {1} statements are in other coders’ files and stay as they are. Standpoint changes only your own.',
        found.length - own.length,
        found.length,
      ),
    );
  } else if (here.length < own.length) {
    void tell(
      vscode.l10n.t(
        '{0} of {1} statements are in another folder and stay as they are.',
        own.length - here.length,
        own.length,
      ),
    );
  }
  return here.length === 0 ? undefined : { project, statements: here };
}

/** What all statements have in common; null where they differ. */
function common(
  { statements }: { readonly statements: readonly Found[] },
  field: 'stance' | 'issue',
): string | null {
  const values = new Set(statements.map(({ statement }) => statement.stored.statement[field]));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function differs(statement: Found['statement']['stored']['statement'], change: StatementChange): boolean {
  return Object.entries(change).some(([key, value]) => statement[key as keyof StatementChange] !== value);
}

function titleOf(statements: readonly Found[]): string {
  const [first, ...others] = statements;
  if (first && others.length === 0) return shortWords(first.statement.stored.statement.quote);
  return vscode.l10n.t('{0} statements', statements.length);
}
