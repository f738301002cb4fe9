import * as vscode from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import { Disposables } from '../common/disposables.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { baseName } from '../workspace/discovery.js';
import { analyseAll } from './pace.js';
import { utterances } from '../../core/passages/quotes.js';
import { dialectName, documentCount, quoteCount } from './words.js';

/** Beyond these the editor leaves its own features out of a file. */
const LARGE_LENGTH = 20 * 1024 * 1024;
const LARGE_LINES = 300_000;
/** Beyond this it keeps a file from extensions. */
const HIDDEN_LENGTH = 50 * 1024 * 1024;

/** Says beside the language's name what the file holds, and what does not work in a file of its size. */
export const registerLanguageStatus: Feature = (services) => {
  const own = new Disposables();
  const content = own.add(new ContentStatus(services));
  const hidden = own.add(new HiddenStatus(services));
  own.add(vscode.window.onDidChangeActiveTextEditor(() => void content.update()));
  own.add(
    services.workspace.onDidChange(({ change }) => {
      if (change.corpora.size === 0) return;
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (active !== undefined && change.corpora.has(active)) void content.update();
      hidden.update();
    }),
  );
  return own;
};

/** What the corpus in the active editor holds. */
class ContentStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('standpoint.corpus', LANGUAGE);
  readonly #size = vscode.languages.createLanguageStatusItem('standpoint.size', []);
  #counting: vscode.CancellationTokenSource | undefined;

  constructor(private readonly services: Services) {
    this.#item.name = vscode.l10n.t('Standpoint corpus');
    this.#item.text = vscode.l10n.t('Reading the corpus…');
    this.#size.name = vscode.l10n.t('Standpoint: large file');
    this.#size.severity = vscode.LanguageStatusSeverity.Warning;
  }

  async update(): Promise<void> {
    this.#counting?.cancel();
    const document = vscode.window.activeTextEditor?.document;
    const corpus = document && this.services.workspace.corpusOf(document);
    if (!corpus) return;
    this.#showSize(document);
    const documents = documentCount(corpus.documents.length);
    this.#item.text = documents;
    this.#item.detail = dialectName(corpus.file.dialect);
    this.#item.busy = true;
    const { token } = (this.#counting = new vscode.CancellationTokenSource());
    const isCounted = await analyseAll(corpus, token);
    if (token.isCancellationRequested) return;
    this.#item.busy = false;
    if (isCounted) this.#item.text = vscode.l10n.t('{0}, {1}', documents, quoteCount(quotesIn(corpus)));
  }

  dispose(): void {
    this.#counting?.cancel();
    this.#item.dispose();
    this.#size.dispose();
  }

  #showSize(document: vscode.TextDocument): void {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const isLarge = document.lineCount > LARGE_LINES || document.offsetAt(end) > LARGE_LENGTH;
    this.#size.selector = isLarge ? LANGUAGE : [];
    if (!isLarge) return;
    this.#size.text = vscode.l10n.t('Large file');
    this.#size.detail = vscode.l10n.t(
      'The editor leaves out folding, sticky scroll and line wrap. Quotes, speakers, tags and the outline work.',
    );
  }
}

/** Says so on files that the editor shows and keeps from extensions: nothing can be highlighted or tagged there. */
class HiddenStatus implements vscode.Disposable {
  #item: vscode.LanguageStatusItem | undefined;
  #shown = '';

  constructor(private readonly services: Services) {}

  update(): void {
    const corpora = this.services.workspace.projects.flatMap((project) => project.corpora);
    const hidden = corpora
      .filter((corpus) => corpus.text.length > HIDDEN_LENGTH)
      .map((corpus) => corpus.address);
    if (hidden.join('\n') === this.#shown) return;
    this.#shown = hidden.join('\n');
    this.#item?.dispose();
    this.#item = undefined;
    if (hidden.length === 0) return;
    this.#item = vscode.languages.createLanguageStatusItem('standpoint.hidden', hidden.map(filterFor));
    this.#item.name = vscode.l10n.t('Standpoint: file too large');
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.text = vscode.l10n.t('Too large for Standpoint');
    this.#item.detail = vscode.l10n.t(
      'The editor keeps files of more than 50 MB from extensions: nothing can be shown or tagged here. Split the file.',
    );
  }

  dispose(): void {
    this.#item?.dispose();
  }
}

function filterFor(address: string): vscode.DocumentFilter {
  const uri = vscode.Uri.parse(address);
  // Signs that mean something in a pattern stand for any one character.
  const name = baseName(uri).replace(/[*?[\]{}!,]/g, '?');
  return { pattern: new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name) };
}

function quotesIn(corpus: CorpusModel): number {
  return corpus.documents.reduce((sum, model) => sum + utterances(model).length, 0);
}
