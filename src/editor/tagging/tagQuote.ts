import * as vscode from 'vscode';
import { describePlace } from '../../core/anchors/describe.js';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import type { Stance } from '../../core/codebook/types.js';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Project } from '../../core/model/project.js';
import type { DocumentModel } from '../../core/model/types.js';
import { organisationsNear, passageAt, type Passage } from '../../core/passages/passage.js';
import { newStatementId } from '../../core/sidecar/names.js';
import type { Statement } from '../../core/sidecar/types.js';
import { shift } from '../../core/text/span.js';
import { toSpan } from '../common/ranges.js';
import type { Services } from '../services.js';
import type { Annotations } from './annotations.js';
import {
  askIssue,
  askOrganisation,
  askPerson,
  askStance,
  changeActor,
  chosenOrganisation,
  chosenPerson,
  type Chosen,
} from './questions.js';
import type { Recent } from './recent.js';

/** Enough words to know a passage by. */
const EXCERPT = 60;

/** Everything that tagging needs to know of the place where it begins. */
interface Target {
  readonly project: Project;
  readonly corpus: CorpusModel;
  readonly document: DocumentModel;
  readonly passage: Passage;
  readonly uri: vscode.Uri;
}

interface Actors {
  readonly person: Chosen | null;
  readonly organisation: Chosen | null;
}

/** Where a command link or a code action asks to tag. */
export interface TagRequest {
  readonly uri: string;
  /** An offset in the quote. */
  readonly offset: number;
}

/** The commands that tag the quote at the cursor, or the selected passage. */
export class Tagger {
  constructor(
    private readonly services: Services,
    private readonly annotations: Annotations,
    private readonly recent: Recent,
  ) {}

  /** Asks for issue and stance; for the organisation only where it is not known. */
  async tag(request?: unknown): Promise<void> {
    const target = await this.#target(request);
    if (!target) return;
    let actors = await this.#actors(target);
    while (actors) {
      const title = this.#title(actors);
      const issue = await askIssue(target.project.codebook, this.recent, title);
      if (issue === changeActor) {
        actors = await this.#askActors(target);
        continue;
      }
      if (issue) await this.#withIssue(target, actors, issue as Chosen);
      return;
    }
  }

  /** Tags on the issue that was chosen last and asks for the stance only. */
  async tagOnSameIssue(request?: unknown): Promise<void> {
    const target = await this.#target(request);
    if (!target) return;
    const last = this.recent.ids('issue')[0];
    const issue = target.project.codebook.issues.find((one) => one.id === last);
    if (!issue) return this.tag(request);
    const actors = await this.#actors(target);
    if (actors) await this.#withIssue(target, actors, { id: issue.id, label: issue.label, addition: null });
  }

  async #withIssue(target: Target, actors: Actors, issue: Chosen): Promise<void> {
    const title = `${issue.label} · ${this.#title(actors)}`;
    const stance = await askStance(target.project.codebook, title, this.recent.ids('stance')[0]);
    if (!stance) return;
    const statement = this.#statement(target, actors, issue, stance);
    const additions = [actors.organisation, actors.person, issue].flatMap((chosen): CodebookAddition[] =>
      chosen?.addition ? [chosen.addition] : [],
    );
    const label = vscode.l10n.t('{0}: {1}', stance.label, issue.label);
    if (await this.annotations.add(target.project, target.uri, statement, additions, label)) {
      this.recent.note('issue', issue.id);
      this.recent.note('stance', stance.id);
      if (actors.organisation) this.recent.note('organisation', actors.organisation.id);
    }
  }

  async #target(request: unknown): Promise<Target | null> {
    const editor = await editorFor(request);
    if (editor) await this.services.workspace.loaded(editor.document.uri);
    const corpus = editor && this.services.workspace.corpusOf(editor.document);
    const project = editor && this.services.workspace.projectOf(editor.document.uri);
    if (!editor || !corpus || !project) {
      tell(vscode.l10n.t('Open a corpus to tag its quotes.'));
      return null;
    }
    if (editor.document.isUntitled) {
      tell(vscode.l10n.t('Save this file first: its statements are kept in a file beside it.'));
      return null;
    }
    const selection = toSpan(editor.document, editor.selection);
    const document = corpus.documentAt(selection.start);
    const text = document?.document.textSpan;
    if (!document || !text || selection.start < text.start || selection.end > text.end) {
      tell(
        vscode.l10n.t('A statement lies within the text of one document. Select words of one document only.'),
      );
      return null;
    }
    const passage = passageAt(document, project.codebook, shift(selection, -text.start));
    if (!passage) {
      tell(vscode.l10n.t('No quote at the cursor. Put it in a quote, or select the words to tag.'));
      return null;
    }
    return { project, corpus, document, passage, uri: editor.document.uri };
  }

  async #actors(target: Target): Promise<Actors | undefined> {
    const { passage, project } = target;
    const person = passage.person && chosenPerson(project.codebook, passage.person);
    if (!passage.sure) return this.#askActors(target);
    if (!passage.organisation) return this.#askOrganisation(target, person);
    return { person, organisation: chosenOrganisation(project.codebook, passage.organisation, person) };
  }

  async #askActors(target: Target): Promise<Actors | undefined> {
    const { passage, project } = target;
    const person = await askPerson(project.codebook, excerpt(target), passage.person ? [passage.person] : []);
    return person === undefined ? undefined : this.#askOrganisation(target, person);
  }

  async #askOrganisation(target: Target, person: Chosen | null): Promise<Actors | undefined> {
    const { document, passage, project } = target;
    const guesses = organisationsNear(document, project.codebook, passage, person?.id ?? null);
    const title = person ? `${person.label} · ${excerpt(target)}` : excerpt(target);
    const organisation = await askOrganisation(project.codebook, this.recent, title, guesses, person);
    return organisation === undefined ? undefined : { person, organisation };
  }

  #title({ person, organisation }: Actors): string {
    const names = [person?.label, organisation?.label].filter((name) => name !== undefined);
    return names.length > 0 ? names.join(' · ') : vscode.l10n.t('Speaker and organisation left blank');
  }

  #statement({ document, passage }: Target, actors: Actors, issue: Chosen, stance: Stance): Statement {
    return {
      id: newStatementId(Math.random),
      document: document.document.id,
      ...describePlace(document.text, passage.span),
      speaker: actors.person?.id ?? null,
      organisation: actors.organisation?.id ?? null,
      issue: issue.id,
      stance: stance.id,
      basis: passage.basis,
      claimedBy: null,
      created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      note: null,
    };
  }
}

/** The editor to tag in: the active one, at the place that a link names if it names one. */
async function editorFor(request: unknown): Promise<vscode.TextEditor | undefined> {
  if (!isTagRequest(request)) return vscode.window.activeTextEditor;
  const open = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === request.uri,
  );
  if (!open) return undefined;
  const editor = await vscode.window.showTextDocument(open.document, open.viewColumn);
  const place = open.document.positionAt(request.offset);
  editor.selection = new vscode.Selection(place, place);
  return editor;
}

function isTagRequest(value: unknown): value is TagRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, offset } = value as Partial<Record<keyof TagRequest, unknown>>;
  return typeof uri === 'string' && Number.isSafeInteger(offset);
}

/** The first words of what is tagged. */
function excerpt({ document, passage }: Target): string {
  const words = document.text.slice(passage.span.start, passage.span.end).replace(/\s+/g, ' ');
  return `“${words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words}”`;
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
