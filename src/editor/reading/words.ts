import { l10n } from 'vscode';
import type { Dialect } from '../../core/corpus/types.js';
import type { AttributionReason, QuoteKind } from '../../core/quotes/types.js';
import type { Statement } from '../../core/sidecar/types.js';
import { beginning } from '../common/markdown.js';

/** What a kind of quote is called. */
export function kindName(kind: QuoteKind): string {
  switch (kind) {
    case 'direct':
      return l10n.t('Direct quote');
    case 'partial':
      return l10n.t('Partial quote');
    case 'scare':
      return l10n.t('Words in marks, not speech');
    case 'reported':
      return l10n.t('Reported speech');
  }
}

/** What a reader is told of quotes whose speaker was not found. */
export function nobodyKnown(): string {
  return l10n.t('Speaker not known');
}

/** Why a quote was given to its speaker; null where there is nothing to say. */
export function reasonText(reason: AttributionReason): string | null {
  switch (reason) {
    case 'quote-speaker-cue':
      return l10n.t('the speaker and the reporting words follow the quote');
    case 'quote-cue-speaker':
      return l10n.t('the reporting words and the speaker follow the quote');
    case 'speaker-cue-quote':
      return l10n.t('the speaker and the reporting words stand before the quote');
    case 'cue-speaker-quote':
      return l10n.t('the reporting words and the speaker stand before the quote');
    case 'according-to':
      return l10n.t('“according to” names the source');
    case 'colon':
      return l10n.t('a colon hands over to the speaker');
    case 'announced-before':
      return l10n.t('the sentence before announces the speaker');
    case 'same-sentence':
      return l10n.t('another quote of the sentence has this speaker');
    case 'continued':
      return l10n.t('the quote goes on from the paragraph before');
    case 'inherited':
      return l10n.t('the speaker before goes on speaking');
    case 'none':
      return null;
  }
}

/** A confidence from 0 to 1 in words. */
export function confidenceText(confidence: number): string {
  if (confidence >= 0.9) return l10n.t('Sure');
  if (confidence >= 0.7) return l10n.t('Fairly sure');
  if (confidence >= 0.4) return l10n.t('Unsure');
  return l10n.t('A guess');
}

/** What the way of separating documents is called. */
export function dialectName(dialect: Dialect): string {
  switch (dialect) {
    case 'native':
      return l10n.t('Standpoint corpus (=== id)');
    case 'tail':
      return l10n.t('joined files (==> name <==)');
    case 'plain':
      return l10n.t('plain text, one document');
  }
}

export function documentCount(count: number): string {
  return count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count.toLocaleString());
}

export function quoteCount(count: number): string {
  return count === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', count.toLocaleString());
}

/** A statement whose words are nowhere in the corpus. */
export function lostMessage(statement: Statement, hasDocument: boolean): string {
  const words = beginning(statement.quote, 60);
  return hasDocument
    ? l10n.t('Lost: “{0}” is not in its document any more. Select its words there and re-attach it.', words)
    : l10n.t(
        'Lost: the corpus has no document “{1}” any more, where “{0}” was said.',
        words,
        beginning(statement.document, 60),
      );
}

/** A statement that has a likely place which nobody has confirmed. */
export function suggestedMessage(statement: Statement): string {
  return l10n.t('Probably found, to be confirmed: “{0}”', beginning(statement.quote, 60));
}

/** A sidecar whose corpus cannot be shown. */
export function orphanMessage(corpusName: string, exists: boolean): string {
  return exists
    ? l10n.t(
        '“{0}” is not read as a corpus here, so these statements have no place. Name it in the setting “standpoint.corpora”.',
        corpusName,
      )
    : l10n.t(
        'The corpus “{0}” is not in this folder any more. Its statements are kept here and shown as lost.',
        corpusName,
      );
}
