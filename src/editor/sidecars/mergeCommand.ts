import * as vscode from 'vscode';
import { mergeSidecars, splitConflicted, type MergeConflict } from '../../core/sidecar/merge.js';
import { parseSidecarName } from '../../core/sidecar/names.js';
import { readSidecar } from '../../core/sidecar/read.js';
import { difference } from '../../core/text/difference.js';
import { toRange } from '../common/ranges.js';
import type { ConflictTexts } from '../platform.js';
import type { Feature, Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import { baseName } from '../workspace/discovery.js';
import type { Proposal } from '../workspace/writer.js';

/** What came of a merge: the conflicts that only a person can settle. */
type Outcome = { readonly conflicts: readonly MergeConflict[]; readonly hadBase: boolean };

/** The command that merges a sidecar in conflict by its statements, and leads to what is left to settle. */
export const registerMerge: Feature = (services) =>
  vscode.commands.registerCommand('standpoint.mergeSidecars', async (argument: unknown) => {
    const uri = sidecarOf(argument);
    if (uri) await merge(services, uri);
    else
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the sidecar that is in conflict first.'));
  });

/** The sidecar that a menu or a fix names, else the one in the active editor. */
function sidecarOf(argument: unknown): vscode.Uri | undefined {
  const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
  return uri && parseSidecarName(baseName(uri)) ? uri : undefined;
}

async function merge(services: Services, uri: vscode.Uri): Promise<void> {
  // Git runs programs that a repository may name: never in a folder that is not trusted.
  const git = vscode.workspace.isTrusted ? await services.git?.versions(uri) : null;
  let outcome: Outcome | null = null;
  const written = await services.writer.change(uri, (text) => {
    const result = mergedText(text ?? '', git ?? null);
    if ('message' in result) return result satisfies Proposal;
    outcome = result;
    return { ok: true, edits: [difference(text ?? '', result.text)] };
  });
  if (!written.ok) {
    void tell(written.message, uri);
    return;
  }
  services.workspace.written(uri, written.text);
  if (outcome) void report(uri, outcome);
}

/** The merged text of a file in conflict, or why there is none. */
export function mergedText(
  text: string,
  git: ConflictTexts | null,
): (Outcome & { readonly text: string }) | { readonly ok: false; readonly message: string } {
  const { t } = vscode.l10n;
  // The file first: somebody may have settled some of it by hand, which git does not know of.
  const split = splitConflicted(text);
  const ours = split?.ours ?? git?.ours;
  const theirs = split?.theirs ?? git?.theirs;
  if (ours === undefined || theirs === undefined) {
    return {
      ok: false,
      message: t('No conflict was found in this file: it has no markers of a merge that go together.'),
    };
  }
  if (ours === null || theirs === null) {
    return { ok: false, message: t('One side has removed this file: keep or remove it in Source Control.') };
  }
  const base = split?.base ?? git?.base ?? null;
  const result = mergeSidecars(base, ours, theirs);
  if (result.ok) return { text: result.text, conflicts: result.conflicts, hadBase: base !== null };
  const sides = { base: t('the common ancestor'), ours: t('our side'), theirs: t('their side') };
  return {
    ok: false,
    message: t('The file was left as it is: {0} cannot be read as a sidecar.', sides[result.side]),
  };
}

async function report(uri: vscode.Uri, { conflicts, hadBase }: Outcome): Promise<void> {
  const { t } = vscode.l10n;
  const name = baseName(uri);
  // Without it nobody can tell what one side removed from what the other side added.
  const caution = hadBase
    ? ''
    : ` ${t('Without their common ancestor, what one side had removed is there again.')}`;
  if (conflicts.length === 0) {
    void vscode.window.showInformationMessage(t('{0} is merged; nothing is left to settle.', name) + caution);
    return;
  }
  const show = t('Show the First');
  const count =
    conflicts.length === 1
      ? t('{0} is merged, but 1 conflict is left: both sides changed the same.', name)
      : t('{0} is merged, but {1} conflicts are left: both sides changed the same.', name, conflicts.length);
  const settle = t('Each is under the key “conflict” of its statement: its quick fixes settle it.');
  const chosen = await vscode.window.showWarningMessage(`${count} ${settle}${caution}`, show);
  if (chosen === show) await showFirst(uri);
}

async function showFirst(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const problem = readSidecar(document.getText()).problems.find(({ code }) => code === 'unsettled');
  const editor = await vscode.window.showTextDocument(document);
  if (!problem) return;
  const range = toRange(document, problem.span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
}
