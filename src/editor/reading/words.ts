import { l10n } from 'vscode';
import type { Dialect } from '../../core/corpus/types.js';
import type { AttributionReason, QuoteKind } from '../../core/quotes/types.js';

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
