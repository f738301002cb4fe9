import * as vscode from 'vscode';
import { inFile, type DocumentModel } from '../../core/model/types.js';
import type { ActorMention, Quote } from '../../core/quotes/types.js';
import { touches, type Span } from '../../core/text/span.js';
import { beginning } from '../../core/text/excerpt.js';
import { escaped } from '../common/markdown.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature } from '../services.js';
import { quoteAt } from '../../core/passages/quotes.js';
import { confidenceText, kindName, nobodyKnown, reasonText } from './words.js';

const LONGEST_TEXT = 200;
const COMMANDS = { enabledCommands: ['standpoint.tagQuote', 'standpoint.editStatement'] };

/** Tells what a quote is and who says it, over the quote, its speaker, its cue or any organisation or person named. */
export const registerHover: Feature = ({ workspace }) =>
  vscode.languages.registerHoverProvider(LANGUAGE, {
    provideHover(document, position, token) {
      const corpus = workspace.corpusOf(document);
      const offset = document.offsetAt(position);
      const model = corpus?.documentAt(offset);
      if (!model || token.isCancellationRequested) return undefined;
      const found = subjectAt(model, offset - model.document.textSpan.start);
      if (!found) return undefined;
      const text = new vscode.MarkdownString();
      text.isTrusted = COMMANDS;
      if (found.quote) describeQuote(text, document, model, found.quote);
      if (found.mention) describeMention(text, model, found.mention);
      return new vscode.Hover(text, toRange(document, inFile(model.document, found.span)));
    },
  });

interface Subject {
  readonly span: Span;
  readonly quote?: Quote | undefined;
  readonly mention?: ActorMention | undefined;
}

/** What the offset is about: the quote, or the quote that the speaker or cue belongs to, or an actor. */
function subjectAt(model: DocumentModel, offset: number): Subject | undefined {
  const { quotes, mentions } = model.analysis;
  const mention = mentions.find((one) => touches(one, offset));
  const within = quoteAt(model, offset);
  if (within) return { span: within, quote: within, mention };
  for (const quote of quotes) {
    for (const span of [quote.speaker, quote.cue]) {
      if (span && touches(span, offset)) return { span, quote, mention };
    }
  }
  return mention && { span: mention, mention };
}

function describeQuote(
  text: vscode.MarkdownString,
  document: vscode.TextDocument,
  model: DocumentModel,
  quote: Quote,
): void {
  text.appendMarkdown(`**${escaped(kindName(quote.kind))}**\n\n`);
  for (const line of quoteLines(model, quote)) text.appendMarkdown(`${escaped(line)}  \n`);
  const offset = inFile(model.document, quote).start;
  const argument = encodeURIComponent(JSON.stringify([{ uri: document.uri.toString(), offset }]));
  // Round brackets would end the link.
  const command = argument.replaceAll('(', '%28').replaceAll(')', '%29');
  const label = escaped(vscode.l10n.t('Tag this quote'));
  text.appendMarkdown(`\n[${label}](command:standpoint.tagQuote?${command})\n\n`);
}

function quoteLines(model: DocumentModel, quote: Quote): readonly string[] {
  const lines = [speakerLine(model, quote)];
  if (quote.organisation !== null && quote.organisation !== quote.person) {
    lines.push(vscode.l10n.t('Organisation: {0}', beginning(quote.organisation, LONGEST_TEXT)));
  }
  const reason = reasonText(quote.reason);
  if (quote.speaker && reason !== null) {
    lines.push(vscode.l10n.t('{0}: {1}', confidenceText(quote.confidence), reason));
  }
  return lines;
}

function speakerLine(model: DocumentModel, { speaker, person }: Quote): string {
  const written = speaker && beginning(model.text.slice(speaker.start, speaker.end), LONGEST_TEXT);
  if (person === null) return written ? vscode.l10n.t('Speaker: “{0}”', written) : nobodyKnown();
  const name = beginning(person, LONGEST_TEXT);
  return written && written !== name
    ? vscode.l10n.t('Speaker: {0}, written “{1}”', name, written)
    : vscode.l10n.t('Speaker: {0}', name);
}

function describeMention(text: vscode.MarkdownString, model: DocumentModel, mention: ActorMention): void {
  const name = beginning(mention.name, LONGEST_TEXT);
  const written = beginning(model.text.slice(mention.start, mention.end), LONGEST_TEXT);
  const line =
    mention.kind === 'person' ? vscode.l10n.t('Person: {0}', name) : vscode.l10n.t('Organisation: {0}', name);
  text.appendMarkdown(
    `${escaped(written === name ? line : vscode.l10n.t('{0}, written “{1}”', line, written))}\n\n`,
  );
}
