import * as vscode from 'vscode';
import { idFor } from '../../core/codebook/lookup.js';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { nameOf } from '../../core/registry/rename.js';
import { splitEdits, type SplitOff } from '../../core/registry/split.js';
import { idIn } from '../../core/registry/symbols.js';
import type { EntryKind, EntryName } from '../../core/registry/types.js';
import type { Feature, Services } from '../services.js';
import { tell } from '../tagging/refusals.js';
import { plain, shortWords, speakerLine, stanceName } from '../tagging/statementWords.js';
import { takenIds } from './additions.js';
import { carryOut } from './apply.js';
import { bulkEdit } from './bulkEdit.js';
import { chooseProject, entryOf, pickEntry } from './entryPick.js';
import { statementCount } from './words.js';

const KINDS: readonly EntryKind[] = ['issue', 'organisation', 'person'];

interface Row extends vscode.QuickPickItem {
  readonly key: string;
}

/** Splitting an entry: a new one takes over the statements that the reader chooses. */
export const registerSplitEntry: Feature = (services) =>
  vscode.commands.registerCommand('standpoint.splitEntry', (argument?: unknown) => split(services, argument));

async function split(services: Services, argument: unknown): Promise<void> {
  const { t } = vscode.l10n;
  const known = entryOf(services, argument, KINDS);
  const project = known?.project ?? (await chooseProject(services));
  if (!project) return;
  const entry =
    known?.entry ?? (await pickEntry(project, KINDS, t('Split'), t('Which entry is more than one?')));
  if (!entry) return;
  const old = plain(nameOf(project.codebook, entry) ?? entry.id);
  const rows = statementsUnder(project, entry).map((one) => rowOf(project, one));
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(t('There are no statements under “{0}” to split off.', old));
    return;
  }
  const chosen = await vscode.window.showQuickPick(rows, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: t('Split “{0}”', old),
    placeHolder: t('Which statements belong to the new entry?'),
  });
  if (!chosen || chosen.length === 0) return;
  const name = (
    await vscode.window.showInputBox({ title: t('Split “{0}”', old), prompt: t('Name of the new entry') })
  )?.trim();
  if (!name) return;
  const addition = newEntry(project, entry.kind, name);
  const keys = new Set(chosen.map(({ key }) => key));
  const label = t('Split {0} off {1}', name, old);
  try {
    const bulk = await bulkEdit(services, project, () => splitEdits(project, addition, keys), label);
    const done = t('“{0}” has {1} of “{2}” now.', name, statementCount(bulk.statements), old);
    await carryOut(services, project, bulk, done);
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
  }
}

function newEntry({ codebook }: Project, kind: EntryKind, name: string): SplitOff {
  const id = idFor(name, takenIds(codebook));
  if (kind === 'person') return { kind, entry: { id, name, aliases: [], affiliations: [] } };
  if (kind === 'organisation') return { kind, entry: { id, name, aliases: [], type: null, parent: null } };
  return { kind: 'issue', entry: { id, label: name, definition: null } };
}

/** The statements that name the entry where a new one of its kind would stand. */
function statementsUnder(project: Project, { kind, id }: EntryName): readonly PlacedStatement[] {
  const key = kind === 'person' ? 'speaker' : kind === 'organisation' ? 'organisation' : 'issue';
  return project.statements().filter(({ stored }) => idIn(stored.statement, key) === id);
}

function rowOf({ codebook }: Project, { key, stored, coder, date }: PlacedStatement): Row {
  const { statement } = stored;
  const facts = [speakerLine(codebook, statement), date ?? '', coder === null ? '' : plain(coder)];
  return {
    label: shortWords(statement.quote),
    description: stanceName(codebook, statement.stance),
    detail: facts.filter((fact) => fact !== '').join(' · '),
    key,
  };
}
