import * as vscode from 'vscode';
import { findActor } from '../../core/codebook/lookup.js';
import type { Project } from '../../core/model/project.js';
import { addAlias } from '../../core/registry/rename.js';
import { touches } from '../../core/text/span.js';
import type { Feature, Services } from '../services.js';
import { ask } from '../tagging/picks.js';
import { tell } from '../tagging/refusals.js';
import { plain } from '../tagging/statementWords.js';
import { addEntries, newActor, takenIds } from './additions.js';
import { carryOut } from './apply.js';
import { bulkEdit } from './bulkEdit.js';
import { pickEntry } from './entryPick.js';

/** Longer than this nobody is called (code units). */
const LONGEST_NAME = 200;

type Way = 'organisation' | 'person' | 'alias';

/** Adds an actor to the codebook from the words that are selected, or from the name at the cursor. */
export const registerAddActor: Feature = (services) =>
  vscode.commands.registerCommand('standpoint.addActorFromSelection', () => addActor(services));

async function addActor(services: Services): Promise<void> {
  const here = nameHere(services);
  if (!here) {
    void tell(vscode.l10n.t('Select the name of a person or an organisation first.'));
    return;
  }
  const { project, name } = here;
  const known = findActor(project.codebook, name);
  if (known) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The codebook has “{0}” already: {1}.', plain(name), plain(known.name)),
    );
    return;
  }
  const way = await askWay(project, name, here.kind);
  if (way === undefined) return;
  if (way === 'alias') return addAsAlias(services, project, name);
  const addition = newActor(way, name, takenIds(project.codebook));
  await addEntries(
    services,
    project,
    [addition],
    vscode.l10n.t('“{0}” is in the codebook now.', plain(name)),
  );
}

async function askWay(
  project: Project,
  name: string,
  likely: 'organisation' | 'person' | null,
): Promise<Way | undefined> {
  const { organisations, people } = project.codebook;
  const alias = {
    label: vscode.l10n.t('$(references) Another name of…'),
    description: vscode.l10n.t('somebody in the codebook'),
    value: 'alias' as const,
  };
  const answer = await ask<Way>({
    title: vscode.l10n.t('Add “{0}” to the codebook', plain(name)),
    placeholder: vscode.l10n.t('As what?'),
    choices: [
      { label: vscode.l10n.t('$(organization) Organisation'), value: 'organisation' },
      { label: vscode.l10n.t('$(person) Person'), value: 'person' },
      ...(organisations.length + people.length > 0 ? [alias] : []),
    ],
    preferred: (way) => way === likely,
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

async function addAsAlias(services: Services, project: Project, name: string): Promise<void> {
  const title = vscode.l10n.t('“{0}” is another name of…', plain(name));
  const entry = await pickEntry(
    project,
    ['organisation', 'person'],
    title,
    vscode.l10n.t('Whose name is it?'),
  );
  if (!entry) return;
  try {
    const bulk = await bulkEdit(services, project, () => addAlias(project, entry, name), title);
    await carryOut(services, project, bulk, vscode.l10n.t('“{0}” is an alias now.', plain(name)));
  } catch (error) {
    void tell(error instanceof Error ? error.message : String(error));
  }
}

/** The selected words on one line; with nothing selected the mention at the cursor, in its fullest form. */
function nameHere({
  workspace,
}: Services):
  | { readonly project: Project; readonly name: string; readonly kind: 'organisation' | 'person' | null }
  | undefined {
  const editor = vscode.window.activeTextEditor;
  const corpus = editor && workspace.corpusOf(editor.document);
  const project = editor && workspace.projectOf(editor.document.uri);
  if (!corpus || !project) return undefined;
  const { document, selection } = editor;
  const offset = document.offsetAt(selection.start);
  const model = corpus.documentAt(offset);
  const at = offset - (model?.document.textSpan.start ?? 0);
  const mention = model?.analysis.mentions.find((one) => touches(one, at));
  if (selection.isEmpty) return mention && { project, name: mention.name, kind: mention.kind };
  const name = document.getText(selection).replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > LONGEST_NAME) return undefined;
  return { project, name, kind: mention?.kind ?? null };
}
