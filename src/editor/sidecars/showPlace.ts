import * as vscode from 'vscode';
import type { Span } from '../../core/text/span.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { beginning } from '../../core/text/excerpt.js';

/** Enough of the old words to compare them with what stands there now. */
const OLD_WORDS = 160;

/** Shows passages in the editor, one at a time, each marked and with the words that were coded behind it. */
export class PlaceShower implements vscode.Disposable {
  readonly #own = new Disposables();
  readonly #mark = this.#own.add(
    vscode.window.createTextEditorDecorationType({
      border: '2px solid',
      borderColor: new vscode.ThemeColor('editorWarning.foreground'),
      backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
      after: {
        margin: '0 0.5em',
        fontStyle: 'italic',
        color: new vscode.ThemeColor('editorCodeLens.foreground'),
      },
    }),
  );

  constructor(private readonly workspace: Workspace) {}

  /**
   * @param span relative to the text of the document
   * @param coded the words of the statement, shown behind the passage where they differ from it
   * @returns the words that stand there; null where nothing could be shown
   */
  async show(corpus: string, document: string, span: Span, coded: string): Promise<string | null> {
    try {
      let text = await vscode.workspace.openTextDocument(vscode.Uri.parse(corpus));
      if (text.languageId !== LANGUAGE) text = await vscode.languages.setTextDocumentLanguage(text, LANGUAGE);
      const home = this.workspace.corpusOf(text)?.document(document)?.document.textSpan;
      if (!home) return null;
      const editor = await vscode.window.showTextDocument(text, { preserveFocus: true, preview: true });
      const range = toRange(text, { start: home.start + span.start, end: home.start + span.end });
      const now = text.getText(range);
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
      const contentText = vscode.l10n.t('← was coded as “{0}”', beginning(coded, OLD_WORDS));
      const renderOptions = now === coded ? {} : { after: { contentText } };
      for (const other of vscode.window.visibleTextEditors) other.setDecorations(this.#mark, []);
      editor.setDecorations(this.#mark, [{ range, renderOptions }]);
      return now;
    } catch {
      return null;
    }
  }

  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.#mark, []);
  }

  dispose(): void {
    this.#own.dispose();
  }
}
