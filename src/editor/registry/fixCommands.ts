import * as vscode from 'vscode';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import type { Project } from '../../core/model/project.js';
import { nameFromId } from '../../core/registry/mend.js';
import { nameOf } from '../../core/registry/rename.js';
import { replaceInSidecars } from '../../core/registry/sidecarEdits.js';
import { hasEntry } from '../../core/registry/symbols.js';
import type { EntryKind, EntryName } from '../../core/registry/types.js';
import { Disposables } from '../common/disposables.js';
import type { Feature, Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import { addEntries } from './additions.js';
import { carryOut } from './apply.js';
import { bulkEdit } from './bulkEdit.js';
import { pickEntry } from './entryPick.js';
import { statementCount } from './words.js';

/** What a quick fix hands to its command. */
export interface Unknown extends EntryName {
  readonly root: string;
}

/** The commands behind quick fixes for ids that the codebook does not have. */
export const registerFixCommands: Feature = (services) => {
  const own = new Disposables();
  const command = (name: string, run: (project: Project, entry: EntryName) => Promise<void>): void => {
    own.add(
      vscode.commands.registerCommand(`standpoint.${name}`, async (argument?: unknown) => {
        const target = unknownOf(services, argument);
        if (target) await run(target.project, target.entry);
      }),
    );
  };
  command('addUnknownEntry', (project, entry) => addUnknown(services, project, entry));
  command('replaceUnknownId', (project, entry) => replaceUnknown(services, project, entry));
  return own;
};

async function addUnknown(services: Services, project: Project, entry: EntryName): Promise<void> {
  const addition = additionOf(entry);
  if (addition) {
    const done = vscode.l10n.t('“{0}” is in the codebook now. Give it a better name there.', entry.id);
    await addEntries(services, project, [addition], done);
  }
}

async function replaceUnknown(services: Services, project: Project, entry: EntryName): Promise<void> {
  const title = vscode.l10n.t('Instead of “{0}”', entry.id);
  const kinds: readonly EntryKind[] = entry.kind === 'person' ? ['person', 'organisation'] : [entry.kind];
  const into = await pickEntry(
    project,
    kinds,
    title,
    vscode.l10n.t('Which entry is meant, in every statement?'),
  );
  if (!into) return;
  try {
    const bulk = await bulkEdit(services, project, () => replaceInSidecars(project, entry, into.id), title);
    const done = vscode.l10n.t(
      '“{0}” stands instead of “{1}” now: {2} changed.',
      nameOf(project.codebook, into) ?? into.id,
      entry.id,
      statementCount(bulk.statements),
    );
    await carryOut(services, project, bulk, done);
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
  }
}

function additionOf({ kind, id }: EntryName): CodebookAddition | null {
  const name = nameFromId(id);
  switch (kind) {
    case 'organisation':
      return { kind, entry: { id, name, aliases: [], type: null, parent: null } };
    case 'person':
      return { kind, entry: { id, name, aliases: [], affiliations: [] } };
    case 'issue':
      return { kind, entry: { id, label: name, definition: null } };
    case 'stance':
      // What it is worth on the scale only a person can say.
      return null;
  }
}

/** Anything may call a command: nothing of its argument is taken on trust. */
function unknownOf(
  { workspace }: Services,
  argument: unknown,
): { readonly project: Project; readonly entry: EntryName } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('root' in argument && 'kind' in argument && 'id' in argument)) return undefined;
  const project = workspace.projects.find(({ root }) => root === argument.root);
  const kind = (['organisation', 'person', 'issue', 'stance'] as const).find((one) => one === argument.kind);
  if (!project || !kind || typeof argument.id !== 'string' || argument.id === '') return undefined;
  const entry = { kind, id: argument.id };
  return hasEntry(project.codebook, entry) ? undefined : { project, entry };
}
