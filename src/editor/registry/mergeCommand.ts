import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { mergeEdits } from '../../core/registry/merge.js';
import { nameOf } from '../../core/registry/rename.js';
import type { EntryKind, EntryName } from '../../core/registry/types.js';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { tell } from '../tagging/refusals.js';
import { plain } from '../tagging/statementWords.js';
import { carryOut } from './apply.js';
import { bulkEdit, type BulkEdit } from './bulkEdit.js';
import { chooseProject, entryOf, pickEntry } from './entryPick.js';
import { fileCount, statementCount } from './words.js';

/** Merging two actors, or two issues: which goes into which, what would change, one step to undo. */
export const registerMergeEntries: Feature = (services) => {
  const own = new Disposables();
  const command = (name: string, kinds: readonly EntryKind[]): void => {
    own.add(
      vscode.commands.registerCommand(`standpoint.${name}`, (from?: unknown, into?: unknown) =>
        merge(services, kinds, from, into),
      ),
    );
  };
  command('mergeActors', ['organisation', 'person']);
  command('mergeIssues', ['issue']);
  return own;
};

async function merge(
  services: Services,
  kinds: readonly EntryKind[],
  argument: unknown,
  other: unknown,
): Promise<void> {
  const known = entryOf(services, argument, kinds);
  const project = known?.project ?? (await chooseProject(services));
  if (!project) return;
  const title = kinds.includes('issue') ? vscode.l10n.t('Merge issues') : vscode.l10n.t('Merge actors');
  const which = kinds.includes('issue')
    ? vscode.l10n.t('Which one goes? Its label is not kept')
    : vscode.l10n.t('Which one goes? Its name is kept as an alias');
  const from = known?.entry ?? (await pickEntry(project, kinds, title, which));
  if (!from) return;
  const second = isTreeSelection(other) ? undefined : entryOf(services, other ?? null, [from.kind]);
  const into =
    (second?.project === project ? second.entry : undefined) ??
    (await pickEntry(
      project,
      [from.kind],
      title,
      vscode.l10n.t('Which one does “{0}” become part of?', nameIn(project, from)),
      from,
    ));
  if (into) await carryOutMerger(services, project, from, into);
}

/** A view hands the rows that are selected over as a second argument: they are not a second entry. */
function isTreeSelection(other: unknown): boolean {
  return Array.isArray(other);
}

async function carryOutMerger(
  services: Services,
  project: Project,
  from: EntryName,
  into: EntryName,
): Promise<void> {
  const names = [nameIn(project, from), nameIn(project, into)] as const;
  const label = vscode.l10n.t('Merge {0} into {1}', ...names);
  const prepare = (isConfirmed: boolean): Promise<BulkEdit> =>
    bulkEdit(
      services,
      project,
      () => mergeEdits(project, from.kind, from.id, into.id),
      label,
      () => isConfirmed,
    );
  try {
    const { statements, files } = await prepare(true);
    const way = await confirm(names, statements, files.length);
    if (way === undefined) return;
    const done = vscode.l10n.t(
      '“{0}” is part of “{1}” now: {2} in {3} changed.',
      ...names,
      statementCount(statements),
      fileCount(files.length),
    );
    await carryOut(services, project, await prepare(way === 'merge'), done);
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
  }
}

async function confirm(
  [from, into]: readonly [string, string],
  statements: number,
  files: number,
): Promise<'merge' | 'look' | undefined> {
  const answer = await ask<'merge' | 'look'>({
    title: vscode.l10n.t('Merge “{0}” into “{1}”', from, into),
    placeholder: vscode.l10n.t('This can be undone in one step'),
    choices: [
      {
        label: vscode.l10n.t('$(git-merge) Merge'),
        description: vscode.l10n.t('changes {0} in {1}', statementCount(statements), fileCount(files)),
        value: 'merge',
      },
      {
        label: vscode.l10n.t('$(eye) Look at every change first'),
        description: vscode.l10n.t('and choose among them'),
        value: 'look',
      },
    ],
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

function nameIn({ codebook }: Project, entry: EntryName): string {
  return plain(nameOf(codebook, entry) ?? entry.id);
}
