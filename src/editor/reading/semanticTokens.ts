import * as vscode from 'vscode';
import { inFile, type DocumentModel } from '../../core/model/types.js';
import { overlap, type Span } from '../../core/text/span.js';
import { toSpan } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';
import { layered } from './layers.js';
import { analyseAll } from './pace.js';

/** The token types that package.json describes and gives colours to. */
const TYPES = ['quoteDirect', 'quotePartial', 'quoteScare', 'speaker', 'organisation', 'cue'] as const;
type TokenType = (typeof TYPES)[number];

const legend = new vscode.SemanticTokensLegend([...TYPES]);

/** Colours quotes by kind, speakers, organisations and cues: for the whole file, and for what is on screen. */
export const registerSemanticTokens: Feature = ({ workspace }) => {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    // The editor asks again after each edit by itself; a new codebook it cannot know of.
    workspace.onDidChange(({ change }) => change.codebook && changed.fire()),
    vscode.languages.registerDocumentSemanticTokensProvider(
      LANGUAGE,
      {
        onDidChangeSemanticTokens: changed.event,
        async provideDocumentSemanticTokens(document, token) {
          const corpus = workspace.corpusOf(document);
          if (!corpus || !(await analyseAll(corpus, token))) return undefined;
          return tokensOf(document, corpus.documents);
        },
      },
      legend,
    ),
    vscode.languages.registerDocumentRangeSemanticTokensProvider(
      LANGUAGE,
      {
        provideDocumentRangeSemanticTokens(document, range, token) {
          const corpus = workspace.corpusOf(document);
          if (!corpus || token.isCancellationRequested) return undefined;
          const wanted = toSpan(document, range);
          const shown = corpus.documents.filter((model) => overlap(model.document.span, wanted) > 0);
          return tokensOf(document, shown, wanted);
        },
      },
      legend,
    ),
  );
};

function tokensOf(
  document: vscode.TextDocument,
  models: readonly DocumentModel[],
  wanted?: Span,
): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const model of models) {
    for (const piece of layered(spansOf(model))) {
      const span = inFile(model.document, piece);
      if (!wanted || overlap(span, wanted) > 0) pushLines(builder, document, span, TYPES.indexOf(piece.type));
    }
  }
  return builder.build();
}

interface Typed extends Span {
  readonly type: TokenType;
}

/** From the outermost to the innermost where two begin and end together: a union that speaks is a speaker. */
function spansOf({ analysis }: DocumentModel): readonly Typed[] {
  const spans: Typed[] = [];
  const add = (span: Span | null, type: TokenType): void => {
    if (span) spans.push({ start: span.start, end: span.end, type });
  };
  for (const quote of analysis.quotes) {
    if (quote.kind === 'direct') add(quote, 'quoteDirect');
    else if (quote.kind === 'partial') add(quote, 'quotePartial');
    else if (quote.kind === 'scare') add(quote, 'quoteScare');
  }
  for (const mention of analysis.mentions) if (mention.kind === 'organisation') add(mention, 'organisation');
  for (const quote of analysis.quotes) add(quote.speaker, 'speaker');
  for (const quote of analysis.quotes) add(quote.cue, 'cue');
  return spans;
}

/** A token may not go over a line's end: one for each line, without the line's end and its indent. */
function pushLines(
  builder: vscode.SemanticTokensBuilder,
  document: vscode.TextDocument,
  span: Span,
  type: number,
): void {
  const start = document.positionAt(span.start);
  const end = document.positionAt(span.end);
  for (let line = start.line; line <= end.line; line++) {
    const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
    const from = line === start.line ? start.character : firstNonWhitespaceCharacterIndex;
    const to = line === end.line ? Math.min(end.character, text.length) : text.length;
    if (to > from) builder.push(line, from, to - from, type);
  }
}
