import * as vscode from 'vscode';
import type { Stance } from '../../core/codebook/types.js';
import type { Project } from '../../core/model/project.js';
import type { ActorGuess } from '../../core/passages/passage.js';
import { isLocated } from '../../core/model/types.js';
import { overlap } from '../../core/text/span.js';
import type { Services } from '../services.js';
import { askIssue, askOrganisation, askStance, type Chosen } from '../tagging/questions.js';
import { Recent } from '../tagging/recent.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import { plain, shortWords } from '../tagging/statementWords.js';
import { additionsFor, draftsOf, statementOf, type Draft } from './drafts.js';
import type { FoundHit } from './search.js';

/** What shall be written for each of the hits. */
interface Coding {
  readonly issue: Chosen;
  readonly stance: Stance;
  /** For the drafts whose organisation is not sure; null leaves it blank. */
  readonly organisation: Chosen | null;
}

/** A row of the preview. */
interface Row extends vscode.QuickPickItem {
  readonly draft: Draft;
}

/** Tags many hits with one issue and one stance, in one step, after the reader has seen what will be written. */
export async function tagHits(services: Services, hits: readonly FoundHit[]): Promise<void> {
  const [project, ...others] = new Set(hits.map((found) => found.project));
  if (!project) return tell(vscode.l10n.t('Select hits in the search view first.'));
  if (others.length > 0) {
    return tell(
      vscode.l10n.t(
        'These hits are in several folders, each with a codebook of its own. Select those of one.',
      ),
    );
  }
  const drafts = draftsOf(hits, project.codebook);
  if (drafts.length === 0) return tell(vscode.l10n.t('The text has changed. Search again.'));
  const recent = new Recent(services.context.workspaceState);
  const coding = await askCoding(project, recent, drafts);
  const chosen = coding && (await preview(project, drafts, coding));
  if (!coding || !chosen || chosen.length === 0) return;
  const { issue, stance } = coding;
  const changes = chosen.map((draft) => ({
    kind: 'add' as const,
    corpus: vscode.Uri.parse(draft.found.hit.corpus),
    statement: statementOf(draft, organisationOf(draft, coding), issue.id, stance.id),
  }));
  const additions = additionsFor([
    issue,
    ...chosen.flatMap((draft) => [organisationOf(draft, coding), draft.person]),
  ]);
  const label = vscode.l10n.t('{0} statements: {1}: {2}', chosen.length, stance.label, issue.label);
  if (!(await services.annotations.apply(project, changes, additions, label))) return;
  recent.note('issue', issue.id);
  recent.note('stance', stance.id);
}

async function askCoding(
  project: Project,
  recent: Recent,
  drafts: readonly Draft[],
): Promise<Coding | undefined> {
  const { codebook } = project;
  const title = passageCount(drafts.length);
  const issue = await askIssue(codebook, recent, title, null);
  if (!issue || !('id' in issue)) return undefined;
  const stance = await askStance(codebook, `${issue.label} · ${title}`, recent.ids('stance')[0]);
  if (!stance) return undefined;
  const open = drafts.filter((draft) => draft.organisation === null);
  if (open.length === 0) return { issue, stance, organisation: null };
  const about =
    open.length === drafts.length
      ? title
      : vscode.l10n.t('{0} of {1} whose speaker is not sure', open.length, drafts.length);
  const organisation = await askOrganisation(codebook, recent, about, guessesOf(open));
  return organisation === undefined ? undefined : { issue, stance, organisation };
}

/** What the text says of passages whose speaker is not sure, the most frequent first. */
function guessesOf(drafts: readonly Draft[]): readonly ActorGuess[] {
  const counts = new Map<string, { readonly guess: ActorGuess; count: number }>();
  for (const { passage } of drafts) {
    const guess = passage.organisation;
    if (!guess) continue;
    const known = counts.get(guess.name);
    if (known) known.count++;
    else counts.set(guess.name, { guess, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 6)
    .map(({ guess }) => guess);
}

/** Shows what will be written; what is taken off the list is not. */
async function preview(
  project: Project,
  drafts: readonly Draft[],
  coding: Coding,
): Promise<readonly Draft[] | undefined> {
  const rows = drafts.map((draft): Row => {
    const { hit, words } = draft.found;
    const organisation = organisationOf(draft, coding);
    const names = [draft.person?.label, organisation?.label].flatMap((name) =>
      name === undefined ? [] : [plain(name)],
    );
    const again = isCoded(project, draft, coding.issue.id);
    const isNew = [draft.person, organisation].some((one) => one?.addition);
    const who = names.length > 0 ? names.join(', ') : vscode.l10n.t('speaker and organisation left blank');
    return {
      draft,
      label: shortWords(words),
      detail: [
        who,
        plain(hit.title ?? hit.document),
        ...(isNew ? [vscode.l10n.t('new in the codebook')] : []),
        ...(again ? [vscode.l10n.t('already tagged on this issue')] : []),
      ].join(' · '),
      picked: !again,
    };
  });
  const files = new Set(drafts.map(({ found }) => found.hit.corpus)).size;
  const picked = await vscode.window.showQuickPick(rows, {
    canPickMany: true,
    matchOnDetail: true,
    title: `${coding.stance.label}: ${coding.issue.label}`,
    placeHolder:
      files === 1
        ? vscode.l10n.t('Enter writes these in one step; uncheck what to leave out')
        : vscode.l10n.t('Enter writes these, in {0} files, in one step; uncheck what to leave out', files),
  });
  return picked?.map(({ draft }) => draft);
}

function organisationOf(draft: Draft, coding: Coding): Chosen | null {
  return draft.organisation ?? coding.organisation;
}

/** Whether this coder has a statement on the issue there. */
function isCoded(project: Project, { document, passage }: Draft, issue: string): boolean {
  return document.statements.some(
    (statement) =>
      isLocated(statement) &&
      statement.stored.statement.issue === issue &&
      overlap(statement.place.span, passage.span) > 0 &&
      isOwn(project, statement),
  );
}

function passageCount(count: number): string {
  return count === 1 ? vscode.l10n.t('Tag 1 passage') : vscode.l10n.t('Tag {0} passages', count);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
