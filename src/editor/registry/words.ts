import { l10n, Uri } from 'vscode';
import type { EntryKind, Refused } from '../../core/registry/types.js';
import { baseName, CODEBOOK } from '../workspace/discovery.js';

/** What a kind of entry is called at the start of a line. */
export function kindWord(kind: EntryKind): string {
  switch (kind) {
    case 'organisation':
      return l10n.t('Organisation');
    case 'person':
      return l10n.t('Person');
    case 'issue':
      return l10n.t('Issue');
    case 'stance':
      return l10n.t('Stance');
  }
}

/** Why nothing was changed, and what to do about it. */
export function refusalWords({ reason, address, id = '' }: Refused): string {
  const file = address === undefined ? '' : address === null ? CODEBOOK : baseName(Uri.parse(address));
  switch (reason) {
    case 'not-writable':
      return l10n.t(
        '{0} has errors and may hold what is to be changed. Nothing was changed: mend it first.',
        file,
      );
    case 'layout':
      return l10n.t('{0} is laid out in a way that small edits cannot change. Nothing was changed.', file);
    case 'too-large':
      return l10n.t('{0} would become too large. Nothing was changed.', file);
    case 'unknown-id':
      return l10n.t('The codebook has no entry “{0}”. Nothing was changed.', id);
    case 'id-taken':
      return l10n.t('The id “{0}” is in use. To make one entry of two, merge them.', id);
    case 'name-taken':
      return l10n.t('Another entry is called “{0}”. To make one entry of two, merge them.', id);
    case 'invalid':
      return l10n.t('This cannot be an id or a name: it is empty, too long, or holds control characters.');
    case 'same':
      return l10n.t('An entry cannot be merged with itself.');
    case 'cycle':
      return l10n.t('“{0}” would become part of itself. Nothing was changed.', id);
  }
}

export function statementCount(count: number): string {
  return count === 1 ? l10n.t('1 statement') : l10n.t('{0} statements', count.toLocaleString());
}

export function fileCount(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count.toLocaleString());
}
