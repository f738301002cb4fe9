import * as vscode from 'vscode';
import { describePlace } from '../../core/anchors/describe.js';
import { withoutMarks } from '../../core/passages/passage.js';
import { shift, type Span } from '../../core/text/span.js';
import type { DocumentModel } from '../../core/model/types.js';
import { toSpan } from '../common/ranges.js';
import type { Services } from '../services.js';
import type { Annotations } from './annotations.js';
import { byKey, findStatement, keyOf, type Found } from './find.js';
import { ask } from './picks.js';
import { shortWords, speakerLine, stanceLabel } from './statementWords.js';

/** The commands that give a statement its place again: attach it to a selection, confirm where it seems to be. */
export class Places {
  constructor(
    private readonly services: Services,
    private readonly annotations: Annotations,
  ) {}

  /** Attaches a statement to the selected words; asks which one where no argument says so. */
  async reattach(argument?: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const corpus = editor && this.services.workspace.corpusOf(editor.document);
    if (!editor || !corpus || editor.selection.isEmpty) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'First select the words in the corpus that the statement belongs to, then re-attach it.',
        ),
      );
      return;
    }
    const selection = toSpan(editor.document, editor.selection);
    const document = corpus.documentAt(selection.start);
    const text = document?.document.textSpan;
    if (!document || !text || selection.start < text.start || selection.end > text.end) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('A statement lies within the text of one document. Select words of one document only.'),
      );
      return;
    }
    const named = keyOf(argument);
    const found =
      named === undefined ? await this.#askWhich(corpus.address) : byKey(this.services.workspace, named);
    if (!found) return;
    if (found.statement.corpus !== corpus.address) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'This statement belongs to another corpus file: its words must be in the file beside its YAML file.',
        ),
      );
      return;
    }
    const words = withoutMarks(document.text, shift(selection, -text.start));
    if (words.start >= words.end) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no words in the selection.'));
      return;
    }
    await this.#attach(found, document, words, vscode.l10n.t('Statement re-attached'));
  }

  /** Takes the place where a statement seems to be, or the new words under it, as its own. */
  async confirm(argument?: unknown): Promise<void> {
    const found = await findStatement(this.services.workspace, argument);
    if (!found) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No statement at the cursor.'));
      return;
    }
    const { project, statement } = found;
    const document = project.corpus(statement.corpus)?.document(statement.document);
    if (!document || statement.place.outcome === 'lost') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This statement is lost. Select its words and re-attach it.'),
      );
      return;
    }
    await this.#attach(found, document, statement.place.span, vscode.l10n.t('Place confirmed'));
  }

  async #attach(
    { project, statement }: Found,
    document: DocumentModel,
    words: Span,
    label: string,
  ): Promise<void> {
    const change = { document: document.document.id, ...describePlace(document.text, words) };
    const { id } = statement.stored.statement;
    await this.annotations.change(project, statement, { kind: 'set', id, change }, [], label);
  }

  async #askWhich(corpus: string): Promise<Found | undefined> {
    const project = this.services.workspace.projects.find((one) => one.corpus(corpus));
    const open = project
      ?.statements()
      .filter((statement) => statement.corpus === corpus && statement.place.outcome !== 'located');
    if (!project || !open || open.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('No statement of this corpus is lost.'));
      return undefined;
    }
    const answer = await ask<Found>({
      title: vscode.l10n.t('Re-attach to the selection'),
      placeholder: vscode.l10n.t('Which statement do these words belong to?'),
      choices: open.map((statement) => ({
        label: shortWords(statement.stored.statement.quote),
        description: stanceLabel({ project, statement }),
        detail: speakerLine(project.codebook, statement.stored.statement),
        value: { project, statement },
      })),
    });
    return answer && 'value' in answer ? answer.value : undefined;
  }
}
