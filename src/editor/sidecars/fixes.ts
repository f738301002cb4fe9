import * as vscode from 'vscode';
import { newStatementId } from '../../core/sidecar/names.js';
import { readSidecar } from '../../core/sidecar/read.js';
import { unsettledAt } from '../../core/sidecar/settle.js';
import type { TextEdit } from '../../core/text/span.js';
import { touches } from '../../core/text/span.js';
import { toRange } from '../common/ranges.js';
import type { Feature, Services } from '../services.js';
import { SOURCE } from '../reading/diagnostics.js';
import { plain } from '../tagging/statementWords.js';
import { isOwn } from '../tagging/sidecarEdits.js';

interface Case {
  readonly services: Services;
  readonly document: vscode.TextDocument;
  readonly diagnostic: vscode.Diagnostic;
}

/** Ways out of the problems of a sidecar. */
export const registerSidecarFixes: Feature = (services) =>
  vscode.languages.registerCodeActionsProvider(
    { pattern: '**/*.stances.yaml' },
    {
      provideCodeActions: (document, _range, context) =>
        context.diagnostics
          .filter((diagnostic) => diagnostic.source === SOURCE)
          .flatMap((diagnostic) => fixes.get(diagnostic.code)?.({ services, document, diagnostic }) ?? []),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

const fixes: ReadonlyMap<unknown, (problem: Case) => readonly vscode.CodeAction[]> = new Map([
  ['duplicate-id', giveNewId],
  ['conflict-markers', mergeVersions],
  ['unsettled', settle],
  ['botched-merge', showEntry],
  ['lost', find],
  ['suggested', confirm],
]);

function giveNewId(problem: Case): readonly vscode.CodeAction[] {
  const id = newStatementId(Math.random);
  const { document, diagnostic } = problem;
  const edit = { ...offsets(document, diagnostic.range), newText: id };
  return [withEdits(problem, vscode.l10n.t('Give this statement a new id, “{0}”', id), [edit], true)];
}

function mergeVersions({ document, diagnostic }: Case): readonly vscode.CodeAction[] {
  const title = vscode.l10n.t('Merge both sides statement by statement');
  return [withCommand(diagnostic, title, 'standpoint.mergeSidecars', document.uri)];
}

function settle(problem: Case): readonly vscode.CodeAction[] {
  const { document, diagnostic } = problem;
  const { t } = vscode.l10n;
  const found = unsettledAt(readSidecar(document.getText()), document.offsetAt(diagnostic.range.start));
  if (!found) return [];
  const values = found.theirs.map(({ key, value }) => `${plain(key)}: ${plain((value ?? '–').slice(0, 60))}`);
  const titles = {
    none: [t('Keep our values'), t('Take theirs: {0}', values.join(', '))],
    ours: [t('Keep the statement as they changed it'), t('Remove the statement, as we did')],
    theirs: [t('Keep the statement as we changed it'), t('Remove the statement, as they did')],
  }[found.removedBy ?? 'none'];
  return [found.keep, found.change].flatMap((edits, index) =>
    edits ? [withEdits(problem, titles[index] ?? '', edits, false)] : [],
  );
}

function showEntry({ document, diagnostic }: Case): readonly vscode.CodeAction[] {
  const title = vscode.l10n.t('Compare with the version before the merge');
  return [withCommand(diagnostic, title, 'git.openChange', document.uri)];
}

function find({ services, document, diagnostic }: Case): readonly vscode.CodeAction[] {
  const argument = statementAt(services, document, diagnostic);
  return argument
    ? [
        withCommand(
          diagnostic,
          vscode.l10n.t('Look for its words in all documents'),
          'standpoint.findLostStatement',
          argument,
        ),
      ]
    : [];
}

function confirm({ services, document, diagnostic }: Case): readonly vscode.CodeAction[] {
  const argument = statementAt(services, document, diagnostic);
  return argument
    ? [
        withCommand(
          diagnostic,
          vscode.l10n.t('Look at the place and confirm it'),
          'standpoint.reviewSuggestions',
          argument,
        ),
      ]
    : [];
}

/** What names the coder's own statement at a problem for a command. */
function statementAt(
  { workspace }: Services,
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): { readonly key: string } | undefined {
  const project = workspace.projectOf(document.uri);
  const offset = document.offsetAt(range.start);
  const found = project
    ?.statements()
    .find((one) => one.sidecar === document.uri.toString() && touches(one.stored.span, offset));
  return project && found && isOwn(project, found) ? { key: found.key } : undefined;
}

function offsets(document: vscode.TextDocument, range: vscode.Range): { start: number; end: number } {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

function withEdits(
  { document, diagnostic }: Case,
  title: string,
  edits: readonly TextEdit[],
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, toRange(document, edit), edit.newText);
  action.diagnostics = [diagnostic];
  action.isPreferred = isPreferred;
  return action;
}

function withCommand(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  argument: unknown,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [argument] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
