import * as vscode from 'vscode';
import { newCodebook } from '../../core/codebook/write.js';
import type { Project } from '../../core/model/project.js';
import type { Services } from '../services.js';
import { CODEBOOK } from '../workspace/discovery.js';

/** Opens the codebook of the project at hand; where it has none, offers to begin one. */
export async function openCodebook(services: Services): Promise<void> {
  const project = await chooseProject(services);
  if (!project) return;
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(project.root), CODEBOOK);
  if (project.codebookText === null && !(await create(services, uri))) return;
  await vscode.window.showTextDocument(uri);
}

async function create({ writer, workspace }: Services, uri: vscode.Uri): Promise<boolean> {
  const yes = vscode.l10n.t('Create Codebook');
  const question = vscode.l10n.t(
    'There is no codebook here yet. It lists issues, stances, organisations and people.',
  );
  if ((await vscode.window.showInformationMessage(question, yes)) !== yes) return false;
  const written = await writer.change(uri, (text) =>
    text === null
      ? { ok: true, edits: [{ start: 0, end: 0, newText: newCodebook() }] }
      : { ok: true, edits: [] },
  );
  if (written.ok) workspace.written(uri, written.text);
  else void vscode.window.showErrorMessage(written.message);
  return written.ok;
}

/** That of the active editor, else the only one, else the one that the reader picks. */
async function chooseProject({ workspace }: Services): Promise<Project | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const atHand = active && workspace.projectOf(active);
  const { projects } = workspace;
  if (atHand && projects.includes(atHand)) return atHand;
  if (projects.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a codebook belongs to one.'),
    );
    return undefined;
  }
  if (projects.length === 1) return projects[0];
  const items = projects.map((project) => ({
    label: vscode.workspace.asRelativePath(vscode.Uri.parse(project.root)),
    project,
  }));
  const placeHolder = vscode.l10n.t('The codebook of which folder?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.project;
}
