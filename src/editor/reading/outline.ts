import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/types.js';
import { inFile, type DocumentModel } from '../../core/model/types.js';
import type { Quote } from '../../core/quotes/types.js';
import { beginning } from '../../core/text/excerpt.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { analyseAll } from './pace.js';
import { nameOfSpeaker, utterances } from '../../core/passages/quotes.js';
import { kindName, nobodyKnown } from './words.js';

/** The editor gives up on an outline of more than 7 500 symbols. */
const MOST_SYMBOLS = 6900;
const NAME_LENGTH = 120;
const DETAIL_LENGTH = 80;

/** Documents, and in each its quotes under their speakers' names; breadcrumbs and sticky scroll follow. */
export const registerOutline: Feature = (services) =>
  vscode.languages.registerDocumentSymbolProvider(
    LANGUAGE,
    { provideDocumentSymbols: (document, token) => outlineOf(services, document, token) },
    { label: 'Standpoint' },
  );

async function outlineOf(
  services: Services,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[] | undefined> {
  const corpus = services.workspace.corpusOf(document);
  if (!corpus) return undefined;
  const shown = corpus.documents.slice(0, MOST_SYMBOLS);
  // Where documents alone fill the outline, nobody need look for quotes.
  const hasRoom = shown.length < MOST_SYMBOLS;
  if (hasRoom && !(await analyseAll(corpus, token))) return undefined;
  const perDocument = hasRoom ? quotesPerDocument(shown) : 0;
  return shown.map((model) => {
    const symbol = documentSymbol(document, model.document);
    if (perDocument > 0) {
      const quotes = utterances(model).slice(0, perDocument);
      symbol.children = quotes.map((quote) => quoteSymbol(document, model, quote));
    }
    return symbol;
  });
}

/** How many quotes each document may show: all, or an equal share of what is left for quotes. */
function quotesPerDocument(shown: readonly DocumentModel[]): number {
  const left = MOST_SYMBOLS - shown.length;
  const quotes = shown.reduce((sum, model) => sum + model.analysis.quotes.length, 0);
  return quotes <= left ? quotes : Math.floor(left / shown.length);
}

function documentSymbol(document: vscode.TextDocument, { id, span, ...rest }: CorpusDocument) {
  const range = withoutBlankEnd(document, toRange(document, span));
  const title = rest.fields.find((field) => field.key === 'title');
  const selection = toRange(
    document,
    rest.idSpan.end > rest.idSpan.start ? rest.idSpan : (title?.span ?? rest.idSpan),
  );
  const name = beginning(rest.title ?? id, NAME_LENGTH) || vscode.l10n.t('Document without an id');
  const detail = [rest.author, rest.date].filter((part) => part !== null).join(' · ');
  return new vscode.DocumentSymbol(
    name,
    beginning(detail, DETAIL_LENGTH),
    vscode.SymbolKind.File,
    range,
    range.contains(selection) ? selection : new vscode.Range(range.start, range.start),
  );
}

function quoteSymbol(document: vscode.TextDocument, model: DocumentModel, quote: Quote) {
  const range = toRange(document, inFile(model.document, quote));
  const words = model.text.slice(quote.start, Math.min(quote.end, quote.start + NAME_LENGTH * 4));
  const speaker = nameOfSpeaker(model, quote);
  return new vscode.DocumentSymbol(
    beginning(speaker ?? '', NAME_LENGTH) || nobodyKnown(),
    beginning(words, DETAIL_LENGTH) || kindName(quote.kind),
    vscode.SymbolKind.String,
    range,
    range,
  );
}

/** The range up to its last line that is not blank, so that a heading does not stick over its successor. */
function withoutBlankEnd(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  let line = range.end.line;
  if (range.end.character === 0 && line > range.start.line) line--;
  while (line > range.start.line && document.lineAt(line).isEmptyOrWhitespace) line--;
  return line === range.end.line ? range : new vscode.Range(range.start, document.lineAt(line).range.end);
}
