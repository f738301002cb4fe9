import { l10n } from 'vscode';
import type { Found } from './search.js';

/** "37 hits in 12 documents", or what there is to say instead. */
export function countLine({ hits, documents, more }: Found): string {
  if (more) {
    return l10n.t(
      'Showing the first {0} hits. Add words or filters to see the others.',
      hits.length.toLocaleString(),
    );
  }
  if (hits.length === 0) return l10n.t('No hits.');
  const found = hits.length === 1 ? l10n.t('1 hit') : l10n.t('{0} hits', hits.length.toLocaleString());
  return documents === 1
    ? l10n.t('{0} in 1 document', found)
    : l10n.t('{0} in {1} documents', found, documents.toLocaleString());
}

export function unreadLine(unread: readonly string[]): string {
  return l10n.t('Not understood, and left out: {0}', unread.join(' '));
}
