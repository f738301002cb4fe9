import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { hasEntry } from '../../core/registry/symbols.js';
import type { EntryKind, EntryName } from '../../core/registry/types.js';
import type { Services } from '../services.js';
import { ask, type Choice } from '../tagging/picks.js';
import { plain } from '../tagging/statementWords.js';
import { targetAt, type Target } from './target.js';
import { kindWord } from './words.js';

/**
 * The entry that a command is about: the one that its argument names (a row of the tree, or what a link or another command
 * hands over), else the one at the cursor, if it is of one of the kinds and in the codebook.
 */
export function entryOf(
  services: Services,
  argument: unknown,
  kinds: readonly EntryKind[],
): Target | undefined {
  const named = fromArgument(services, argument);
  const target = argument === undefined ? atCursor(services) : named;
  if (!target || !kinds.includes(target.entry.kind)) return undefined;
  return hasEntry(target.project.codebook, target.entry) ? target : undefined;
}

/** Asks for an entry of the codebook. */
export async function pickEntry(
  project: Project,
  kinds: readonly EntryKind[],
  title: string,
  placeholder: string,
  except: EntryName | null = null,
): Promise<EntryName | undefined> {
  const choices = kinds
    .flatMap((kind) => choicesOf(project, kind))
    .filter(({ value }) => !(value?.kind === except?.kind && value?.id === except?.id));
  const answer = await ask<EntryName>({ title, placeholder, choices });
  return answer && 'value' in answer ? answer.value : undefined;
}

/** The project of the active editor, else the only one, else the one that the reader picks. */
export async function chooseProject({ workspace }: Services): Promise<Project | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const atHand = active && workspace.projectOf(active);
  const { projects } = workspace;
  if (atHand && projects.includes(atHand)) return atHand;
  if (projects.length < 2) return projects[0];
  const choices = projects.map((value) => ({
    label: vscode.workspace.asRelativePath(vscode.Uri.parse(value.root)),
    value,
  }));
  const answer = await ask<Project>({
    title: vscode.l10n.t('Codebook'),
    placeholder: vscode.l10n.t('Of which folder?'),
    choices,
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

function choicesOf({ codebook }: Project, kind: EntryKind): readonly Choice<EntryName>[] {
  const choice = (id: string, name: string, others: readonly string[]): Choice<EntryName> => ({
    label: plain(name),
    description: plain([kindWord(kind), id, ...others].join(' · ')),
    value: { kind, id },
  });
  switch (kind) {
    case 'organisation':
      return codebook.organisations.map(({ id, name, aliases }) => choice(id, name, aliases));
    case 'person':
      return codebook.people.map(({ id, name, aliases }) => choice(id, name, aliases));
    case 'issue':
      return codebook.issues.map(({ id, label }) => choice(id, label, []));
    case 'stance':
      return codebook.stances.map(({ id, label }) => choice(id, label, []));
  }
}

function atCursor(services: Services): Target | undefined {
  const editor = vscode.window.activeTextEditor;
  const found = editor && targetAt(services, editor.document, editor.selection.active);
  return found && { project: found.project, entry: found.found };
}

/** Anything may call a command: nothing of its argument is taken on trust. */
function fromArgument({ workspace }: Services, argument: unknown): Target | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('root' in argument && 'kind' in argument && 'id' in argument) {
    const project = workspace.projects.find(({ root }) => root === argument.root);
    const kind = kinds.get(argument.kind);
    return project && kind && typeof argument.id === 'string'
      ? { project, entry: { kind, id: argument.id } }
      : undefined;
  }
  if (!('project' in argument) || !('group' in argument)) return undefined;
  const project = workspace.projects.find((one) => one === argument.project);
  const { group } = argument;
  if (!project || typeof group !== 'object' || group === null) return undefined;
  const dimension: unknown = 'dimension' in group ? group.dimension : null;
  const id: unknown = 'id' in group ? group.id : null;
  if (typeof id !== 'string') return undefined;
  const isPerson = dimension === 'speaker' && project.codebook.people.some((one) => one.id === id);
  const kind = dimension === 'speaker' ? (isPerson ? 'person' : 'organisation') : kinds.get(dimension);
  return kind && { project, entry: { kind, id } };
}

const kinds: ReadonlyMap<unknown, EntryKind> = new Map(
  (['organisation', 'person', 'issue', 'stance'] as const).map((kind) => [kind, kind]),
);
