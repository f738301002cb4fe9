import * as vscode from 'vscode';
import { findCandidates, type Candidate } from '../../core/actors/candidates.js';
import { findActor } from '../../core/codebook/lookup.js';
import type { Project } from '../../core/model/project.js';
import type { DocumentAnalysis } from '../../core/quotes/types.js';
import { Pace } from '../reading/pace.js';
import type { Feature, Services } from '../services.js';
import { plain } from '../tagging/statementWords.js';
import { addEntries, newActor, takenIds } from './additions.js';
import { chooseProject } from './entryPick.js';
import { kindWord } from './words.js';

/** More than these nobody reads through. */
const MOST = 500;

interface Row extends vscode.QuickPickItem {
  readonly candidate: Candidate;
}

/** Offers those whom the texts name and the codebook does not have, by how much they speak. */
export const registerAddCandidates: Feature = (services) =>
  vscode.commands.registerCommand('standpoint.addCandidates', () => addCandidates(services));

async function addCandidates(services: Services): Promise<void> {
  const project = await chooseProject(services);
  if (!project) return;
  const { t } = vscode.l10n;
  const analyses = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Looking for people and organisations'),
      cancellable: true,
    },
    (_, token) => analysesOf(project, token),
  );
  if (!analyses) return;
  const candidates = findCandidates(analyses).filter(
    ({ name }) => findActor(project.codebook, name) === null,
  );
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage(t('The texts name nobody whom the codebook does not have.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(candidates.slice(0, MOST).map(rowOf), {
    canPickMany: true,
    matchOnDescription: true,
    title: t('Add to the codebook'),
    placeHolder: t('Named in the texts, those who speak most first. Choose any number'),
  });
  if (!chosen || chosen.length === 0) return;
  const taken = takenIds(project.codebook);
  const additions = chosen.map(({ candidate }) => newActor(candidate.kind, candidate.name, taken));
  const done =
    chosen.length === 1
      ? t('“{0}” is in the codebook now.', chosen[0]?.label ?? '')
      : t('{0} entries are in the codebook now.', chosen.length);
  await addEntries(services, project, additions, done);
}

/** Analyses of all documents, a slice of time at a time; undefined where the reader did not want to wait. */
async function analysesOf(
  project: Project,
  token: vscode.CancellationToken,
): Promise<readonly DocumentAnalysis[] | undefined> {
  const pace = new Pace();
  const found: DocumentAnalysis[] = [];
  for (const corpus of project.corpora) {
    for (const model of corpus.documents) {
      if (token.isCancellationRequested) return undefined;
      found.push(model.analysis);
      await pace.breathe();
    }
  }
  return found;
}

function rowOf(candidate: Candidate): Row {
  const { t } = vscode.l10n;
  const { kind, name, quotes, mentions, documents } = candidate;
  const counts = [
    quotes === 1 ? t('1 quote') : t('{0} quotes', quotes),
    mentions === 1 ? t('named once') : t('named {0} times', mentions),
    documents === 1 ? t('in 1 document') : t('in {0} documents', documents),
  ];
  return { label: plain(name), description: `${kindWord(kind)} · ${counts.join(', ')}`, candidate };
}
