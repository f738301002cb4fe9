import * as l10n from '@vscode/l10n';
import { dateOf } from '../positions/order.js';
import type {
  Change,
  Contradiction,
  Current,
  Evidence,
  Pair,
  Position,
  Strength,
} from '../positions/types.js';
import type { Names } from './names.js';

/*
 * The sentences of a sheet, in Markdown. What is filled in has been made safe for it, or is a date or a number.
 */

/** What an organisation holds now. */
export function currentSentence(position: Position, names: Names): string {
  const { current, history } = position;
  if (current === null) return l10n.t('No statement takes a stance that the codebook knows.');
  const stance = names.stance(current.evidence) ?? '';
  const last = dateOf(current.evidence);
  if (current.claimedOnly) {
    return last === null
      ? l10n.t('**{0}**, as others say; there are no words of its own.', stance)
      : l10n.t('**{0}**, as others say, last on {1}; there are no words of its own.', stance, last);
  }
  const since = heldSince(position, current);
  if (last === null) return l10n.t('**{0}**, in words without a date.', stance);
  return history.length === 1 || since === null || since === last
    ? l10n.t('**{0}**, as said on {1}.', stance, last)
    : l10n.t('**{0}** since {1}, last said on {2}.', stance, since, last);
}

/** The date of the first statement of the unbroken row that ends in the current one. */
function heldSince({ changes, history }: Position, { stance }: Current<Evidence>): string | null {
  const change = changes.at(-1);
  if (change) return change.to.id === stance.id ? dateOf(change.after) : null;
  const first = history.find((one) => one.statement.stance === stance.id);
  return first ? dateOf(first) : null;
}

/** How much there is to go by. */
export function strengthSentence(
  { own, claimed, documents, speakers, lost }: Strength,
  names: Names,
): string {
  const counts = [
    ...(own > 0
      ? [own === 1 ? l10n.t('1 statement of its own') : l10n.t('{0} statements of its own', own)]
      : []),
    ...(claimed > 0 ? [l10n.t('{0} claimed by others', claimed)] : []),
    documents === 1 ? l10n.t('in 1 document') : l10n.t('in {0} documents', documents),
  ];
  const who = speakers.map((id) => names.actor(id)).join(', ');
  return [
    `${counts.join(', ')}.`,
    ...(who === '' ? [] : [l10n.t('Speakers: {0}.', who)]),
    ...(lost === 0 ? [] : [l10n.t('Words no longer found in the texts: {0}.', lost)]),
  ].join(' ');
}

export function changeLine({ before, after }: Change<Evidence>, names: Names): string {
  return l10n.t(
    '{0}: changed from {1} to {2} ({3}).',
    dateWord(after),
    names.stance(before) ?? '',
    names.stance(after) ?? '',
    ids({ before, after }),
  );
}

export function contradictionLine({ kind, before, after }: Contradiction<Evidence>, names: Names): string {
  const values = [
    names.stance(before) ?? '',
    dateWord(before),
    names.stance(after) ?? '',
    dateWord(after),
  ] as const;
  const pair = ids({ before, after });
  switch (kind) {
    case 'document':
      return l10n.t('Contradiction in one document: {0} and {1} ({2}).', values[0], values[2], pair);
    case 'period':
      return l10n.t('Contradiction within a short time: {0} on {1}, {2} on {3} ({4}).', ...values, pair);
    case 'speakers':
      return l10n.t('Contradiction between speakers: {0} on {1}, {2} on {3} ({4}).', ...values, pair);
  }
}

export function disagreementLine({ before, after }: Pair<Evidence>, names: Names): string {
  return l10n.t(
    'Coders disagree: {0} or {1} ({2}).',
    names.stance(before) ?? '',
    names.stance(after) ?? '',
    ids({ before, after }),
  );
}

export function dateWord(evidence: Evidence): string {
  return dateOf(evidence) ?? l10n.t('no date');
}

function ids({ before, after }: Pair<Evidence>): string {
  return `${idOf(before)}, ${idOf(after)}`;
}

/** Ids as Standpoint makes them need no escape; others lose what could be markup. */
export function idOf({ statement: { id } }: Evidence): string {
  return id.slice(0, 40).replace(/[^\p{L}\p{N}]+/gu, '');
}
