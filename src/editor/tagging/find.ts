import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { touches } from '../../core/text/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { ask } from './picks.js';
import { shortWords, stanceLabel } from './statementWords.js';

/** A statement with the project that holds it. */
export interface Found {
  readonly project: Project;
  readonly statement: PlacedStatement;
}

/**
 * The statement that a command is about: the one that its argument names (a tree row, a link), else the
 * one at the cursor. Anything else in the argument is ignored.
 */
export async function findStatement(workspace: Workspace, argument: unknown): Promise<Found | undefined> {
  const key = keyOf(argument);
  if (key !== undefined) return byKey(workspace, key);
  const here = statementsAtCursor(workspace);
  if (here.length <= 1) return here[0];
  const answer = await ask<Found>({
    title: vscode.l10n.t('Several statements are here'),
    placeholder: vscode.l10n.t('Which one?'),
    choices: here.map((found) => ({
      label: stanceLabel(found),
      description: found.statement.coder ?? '',
      detail: shortWords(found.statement.stored.statement.quote),
      value: found,
    })),
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

/** Every statement whose words touch the cursor of the active editor; the innermost first. */
export function statementsAtCursor(workspace: Workspace): readonly Found[] {
  const editor = vscode.window.activeTextEditor;
  const corpus = editor && workspace.corpusOf(editor.document);
  const project = editor && workspace.projectOf(editor.document.uri);
  if (!corpus || !project) return [];
  const offset = editor.document.offsetAt(editor.selection.active);
  const here = corpus.statements.flatMap((statement) => {
    const span = corpus.spanOf(statement);
    return span && touches(span, offset) ? [{ statement, length: span.end - span.start }] : [];
  });
  return here.sort((a, b) => a.length - b.length).map(({ statement }) => ({ project, statement }));
}

/** The statement of that key in any project that is shown. */
export function byKey(workspace: Workspace, key: string): Found | undefined {
  for (const project of workspace.projects) {
    const statement = project.statement(key);
    if (statement) return { project, statement };
  }
  return undefined;
}

/** The key that a command's argument holds, whatever else it is. */
export function keyOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('key' in argument)) return undefined;
  return typeof argument.key === 'string' ? argument.key : undefined;
}
