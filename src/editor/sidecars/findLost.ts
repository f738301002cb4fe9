import * as vscode from 'vscode';
import { describePlace } from '../../core/anchors/describe.js';
import { locateElsewhereInSlices } from '../../core/anchors/elsewhere.js';
import { runInSlices } from '../../core/anchors/slices.js';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Project } from '../../core/model/project.js';
import type { Span } from '../../core/text/span.js';
import type { Annotations } from '../tagging/annotations.js';
import { byKey, keyOf, type Found } from '../tagging/find.js';
import { ask } from '../tagging/picks.js';
import { plain, shortWords, speakerLine, stanceLabel } from '../tagging/statementWords.js';
import type { Services } from '../services.js';
import { PlaceShower } from './showPlace.js';
import { lost } from './unsure.js';

/** A place that may be the one of a lost statement. */
export interface Candidate {
  readonly corpus: CorpusModel;
  readonly document: string;
  readonly span: Span;
  readonly score: number;
}

/** Choices that nobody reads to the end help nobody. */
const MOST = 30;

/** The command that looks for a lost statement's words in every document, and moves it only when told to. */
export function registerFindLost(services: Services, annotations: Annotations): vscode.Disposable {
  const shower = new PlaceShower(services.workspace);
  return vscode.Disposable.from(
    shower,
    vscode.commands.registerCommand('standpoint.findLostStatement', (argument: unknown) =>
      findLost(services, annotations, shower, argument),
    ),
  );
}

async function findLost(
  services: Services,
  annotations: Annotations,
  shower: PlaceShower,
  argument: unknown,
): Promise<void> {
  const key = keyOf(argument);
  const found = key === undefined ? await askWhich(services) : byKey(services.workspace, key);
  if (!found) return;
  const { t } = vscode.l10n;
  const { project, statement } = found;
  const words = shortWords(statement.stored.statement.quote);
  const candidates = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, cancellable: true, title: t('Looking for {0}', words) },
    (progress, token) =>
      search(project, found, {
        cancelled: () => token.isCancellationRequested,
        tell: (name, increment) => progress.report({ message: name, increment }),
      }),
  );
  if (candidates === null) return;
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage(
      t('{0} was found in no document. It stays listed as lost.', words),
    );
    return;
  }
  const chosen = await choose(shower, found, candidates);
  if (chosen) await attach(annotations, found, chosen);
}

/** How a search tells how far it is, and hears that it is to end. */
export interface SearchHost {
  readonly cancelled: () => boolean;
  /** @param increment percent of the whole */
  readonly tell: (corpus: string, increment: number) => void;
}

/** Every place in the project that may be the statement's, best first; null when it was cancelled. */
export async function search(
  project: Project,
  { statement }: Found,
  host: SearchHost,
): Promise<readonly Candidate[] | null> {
  const { corpora } = project;
  const found: Candidate[] = [];
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  for (const corpus of corpora) {
    host.tell(plain(corpus.name), 100 / corpora.length);
    const texts = new Map(corpus.documents.map(({ document, text }) => [document.id, text]));
    const work = locateElsewhereInSlices(texts, statement.stored.statement);
    const places = await runInSlices(work, { pause, cancelled: host.cancelled });
    if (places === null) return null;
    found.push(...places.map((place) => ({ ...place, corpus })));
  }
  const isHome = ({ corpus }: Candidate): number => (corpus.address === statement.corpus ? 1 : 0);
  return found.sort((a, b) => b.score - a.score || isHome(b) - isHome(a)).slice(0, MOST);
}

/** Gives the statement the place; to another corpus file it goes with its whole block. */
export async function attach(
  annotations: Annotations,
  { project, statement }: Found,
  to: Candidate,
): Promise<boolean> {
  const document = to.corpus.document(to.document);
  if (!document) return false;
  const change = { document: to.document, ...describePlace(document.text, to.span) };
  const label = vscode.l10n.t('Statement re-attached');
  if (to.corpus.address === statement.corpus) {
    const { id } = statement.stored.statement;
    return annotations.change(project, statement, { kind: 'set', id, change }, [], label);
  }
  return annotations.move(project, statement, vscode.Uri.parse(to.corpus.address), change, label);
}

/** Asks for one of the candidates; each is shown in the editor as soon as it is the active row. */
function choose(
  shower: PlaceShower,
  { project, statement }: Found,
  candidates: readonly Candidate[],
): Promise<Candidate | undefined> {
  const { t } = vscode.l10n;
  const { quote } = statement.stored.statement;
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly candidate: Candidate }>();
  pick.title = stanceLabel({ project, statement });
  pick.placeholder = t('Where do these words belong? {0}', shortWords(quote));
  pick.matchOnDetail = true;
  pick.items = candidates.map((candidate) => {
    const document = candidate.corpus.document(candidate.document);
    const words = document?.text.slice(candidate.span.start, candidate.span.end) ?? '';
    const { title, date } = document?.document ?? {};
    return {
      label: shortWords(words),
      detail: [
        t('{0} % alike', Math.round(candidate.score * 100)),
        plain(title ?? candidate.document),
        ...(date ? [date] : []),
        plain(candidate.corpus.name),
      ].join(' · '),
      candidate,
    };
  });
  return new Promise((resolve) => {
    let chosen: Candidate | undefined;
    pick.onDidChangeActive(([row]) => {
      if (!row) return;
      const { corpus, document, span } = row.candidate;
      void shower.show(corpus.address, document, span, quote);
    });
    pick.onDidAccept(() => {
      chosen = pick.activeItems[0]?.candidate;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      shower.clear();
      resolve(chosen);
    });
    pick.show();
  });
}

async function askWhich({ workspace }: Services): Promise<Found | undefined> {
  const { t } = vscode.l10n;
  const all = lost(workspace);
  if (all.length === 0) {
    void vscode.window.showInformationMessage(t('No statement is lost.'));
    return undefined;
  }
  const answer = await ask<Found>({
    title: t('Find a lost statement'),
    placeholder: t('Which one?'),
    choices: all.map((found) => ({
      label: shortWords(found.statement.stored.statement.quote),
      description: stanceLabel(found),
      detail: speakerLine(found.project.codebook, found.statement.stored.statement),
      value: found,
    })),
  });
  return answer && 'value' in answer ? answer.value : undefined;
}
