import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { removeEntry, removeParent, swapDates } from '../../core/registry/mend.js';
import { codebookSymbolAt, statementAt } from '../../core/registry/symbols.js';
import { entryNodes } from '../../core/registry/entryNodes.js';
import type { EntryKind } from '../../core/registry/types.js';
import { nameKey } from '../../core/codebook/lookup.js';
import { touches, type TextEdit } from '../../core/text/span.js';
import { toRange } from '../common/ranges.js';
import { SOURCE } from '../reading/diagnostics.js';
import type { Feature, Services } from '../services.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import { plain } from '../tagging/statementWords.js';
import type { Unknown } from './fixCommands.js';
import { definitionOf } from './locations.js';
import { roleOf, sidecarOf, YAML } from './target.js';

interface Case {
  readonly services: Services;
  readonly project: Project;
  readonly document: vscode.TextDocument;
  readonly diagnostic: vscode.Diagnostic;
  /** Where the problem begins; an offset into the document. */
  readonly offset: number;
}

/** Ways out of what does not fit between statements and codebook. */
export const registerRegistryFixes: Feature = (services) =>
  vscode.languages.registerCodeActionsProvider(
    YAML,
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const project = services.workspace.projectOf(document.uri);
        const role = project && roleOf(project, document.uri);
        if (!project || !role) return undefined;
        return diagnostics
          .filter(({ source }) => source === SOURCE)
          .flatMap((diagnostic) => {
            const offset = document.offsetAt(diagnostic.range.start);
            const ways = (role === 'sidecar' ? sidecarFixes : codebookFixes).get(diagnostic.code);
            return ways?.({ services, project, document, diagnostic, offset }) ?? [];
          });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );

type Ways = ReadonlyMap<unknown, (problem: Case) => readonly vscode.CodeAction[]>;

const sidecarFixes: Ways = new Map([
  ['unknown-actor', unknownActor],
  ['unknown-issue', (problem: Case) => unknown(problem, ['issue'])],
  ['unknown-stance', (problem: Case) => unknown(problem, ['stance'])],
  ['no-organisation', chooseOrganisation],
  ['affiliation-missing', showAffiliations],
  ['not-verbatim', confirmPlace],
]);

const codebookFixes: Ways = new Map([
  ['hierarchy-cycle', withoutParent],
  ['name-claimed-twice', mergeBoth],
  ['affiliation-reversed', swapped],
  ['never-used', removed],
  ['unknown-organisation', (problem: Case) => unknown(problem, ['organisation'])],
]);

function unknownActor(problem: Case): readonly vscode.CodeAction[] {
  const { document, diagnostic } = problem;
  const { start } = diagnostic.range;
  const before = document.lineAt(start.line).text.slice(0, start.character);
  const isOrganisation = /\borganisation["']?[ \t]*:[ \t]*$/.test(before.slice(-40));
  return unknown(problem, isOrganisation ? ['organisation'] : ['person', 'organisation']);
}

/** Adding an entry of that id, or choosing another one in its stead. */
function unknown(problem: Case, kinds: readonly EntryKind[]): readonly vscode.CodeAction[] {
  const { project, document, diagnostic } = problem;
  const id = idAt(problem);
  const [kind] = kinds;
  if (id === null || kind === undefined) return [];
  const titles: Readonly<Record<EntryKind, string>> = {
    organisation: vscode.l10n.t('Add the organisation “{0}” to the codebook', plain(id)),
    person: vscode.l10n.t('Add the person “{0}” to the codebook', plain(id)),
    issue: vscode.l10n.t('Add the issue “{0}” to the codebook', plain(id)),
    stance: '',
  };
  const argument = (one: EntryKind): Unknown => ({ root: project.root, kind: one, id });
  const additions = kinds
    .filter((one) => one !== 'stance')
    .map((one) => withCommand(diagnostic, titles[one], 'standpoint.addUnknownEntry', argument(one)));
  if (roleOf(project, document.uri) === 'codebook') return additions;
  const other = vscode.l10n.t('Choose another entry for “{0}” in every statement…', plain(id));
  return [...additions, withCommand(diagnostic, other, 'standpoint.replaceUnknownId', argument(kind))];
}

/** The id at a problem, without the marks that YAML may put round it. */
function idAt({ project, document, diagnostic, offset }: Case): string | null {
  if (roleOf(project, document.uri) === 'codebook') {
    return codebookSymbolAt(document.getText(), offset)?.id ?? null;
  }
  const stored = statementAt(sidecarOf(project, document), offset);
  const text = document.getText(diagnostic.range);
  const { speaker, organisation, issue, stance, claimedBy } = stored?.statement ?? {};
  const ids = [speaker, organisation, issue, stance, claimedBy];
  return ids.find((id) => typeof id === 'string' && (text === id || text.slice(1, -1) === id)) ?? null;
}

function chooseOrganisation(problem: Case): readonly vscode.CodeAction[] {
  return onOwn(problem, vscode.l10n.t('Choose the organisation…'), 'standpoint.editStatement');
}

function confirmPlace(problem: Case): readonly vscode.CodeAction[] {
  const title = vscode.l10n.t('Take the words as they stand in the text');
  return onOwn(problem, title, 'standpoint.confirmStatement');
}

/** A command for the coder's own statement at a problem. */
function onOwn(
  { project, document, diagnostic, offset }: Case,
  title: string,
  command: string,
): readonly vscode.CodeAction[] {
  const found = project
    .statements()
    .find((one) => one.sidecar === document.uri.toString() && touches(one.stored.span, offset));
  if (!found || !isOwn(project, found)) return [];
  return [withCommand(diagnostic, title, command, { key: found.key })];
}

function showAffiliations({ project, document, diagnostic, offset }: Case): readonly vscode.CodeAction[] {
  const id = statementAt(sidecarOf(project, document), offset)?.statement.speaker ?? null;
  const place = id === null ? undefined : definitionOf(project, { kind: 'person', id });
  if (!place) return [];
  const title = vscode.l10n.t('Show the person’s affiliations');
  return [withCommand(diagnostic, title, 'vscode.open', place.uri, { selection: place.range })];
}

function withoutParent(problem: Case): readonly vscode.CodeAction[] {
  const text = problem.document.getText();
  const owner = entryNodes(text).find(
    ({ kind, map }) =>
      kind === 'organisation' && map.range[0] <= problem.offset && problem.offset <= map.range[2],
  );
  const edits = owner ? removeParent(text, owner.id) : null;
  return withEdits(problem, vscode.l10n.t('Take this parent away'), edits);
}

function mergeBoth({ project, document, diagnostic, offset }: Case): readonly vscode.CodeAction[] {
  const here = codebookSymbolAt(document.getText(), offset);
  const { organisations, people } = project.codebook;
  const same = here?.kind === 'organisation' ? organisations : people;
  const key = nameKey(document.getText(diagnostic.range).replace(/^(["'])([^]*)\1$/, '$2'));
  const other = same.find(
    ({ id, name, aliases }) => id !== here?.id && [name, ...aliases].some((one) => nameKey(one) === key),
  );
  if (!here || !other) return [];
  const title = vscode.l10n.t('Merge the two into one…');
  const argument = (id: string): Unknown => ({ root: project.root, kind: here.kind, id });
  return [withCommand(diagnostic, title, 'standpoint.mergeActors', argument(here.id), argument(other.id))];
}

function swapped(problem: Case): readonly vscode.CodeAction[] {
  const edits = swapDates(problem.document.getText(), problem.offset);
  return withEdits(problem, vscode.l10n.t('Swap the two dates'), edits);
}

function removed(problem: Case): readonly vscode.CodeAction[] {
  const text = problem.document.getText();
  const entry = codebookSymbolAt(text, problem.offset);
  const edits = entry && removeEntry(text, entry);
  return withEdits(problem, vscode.l10n.t('Take “{0}” out of the codebook', plain(entry?.id ?? '')), edits);
}

function withEdits(
  { document, diagnostic }: Case,
  title: string,
  edits: readonly TextEdit[] | null,
): readonly vscode.CodeAction[] {
  if (edits === null || edits.length === 0) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, toRange(document, edit), edit.newText);
  action.diagnostics = [diagnostic];
  return [action];
}

function withCommand(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  action.diagnostics = [diagnostic];
  return action;
}
