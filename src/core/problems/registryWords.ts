import * as l10n from '@vscode/l10n';
import type { CodebookRegistryCode } from '../registry/codebookProblems.js';
import type { MentionProblemCode } from '../registry/sharedNames.js';
import type { StatementProblemCode } from '../registry/statementProblems.js';
import { beginning } from '../text/excerpt.js';
import type { Problem } from './problem.js';

const LONGEST_VALUE = 80;

/** What does not fit between statements and the entries of the codebook. */
export function registryMessage(
  problem: Problem<CodebookRegistryCode | MentionProblemCode | StatementProblemCode>,
): string {
  const [value = '', other = '', third = ''] = problem.values.map((one) => beginning(one, LONGEST_VALUE));
  switch (problem.code) {
    case 'hierarchy-cycle':
      return l10n.t('“{0}” is part of itself: its parents go round in a circle.', value);
    case 'name-claimed-twice':
      return l10n.t('“{0}” is also what “{1}” is called, so that the name leads to neither.', value, other);
    case 'affiliation-reversed':
      return l10n.t(
        'This affiliation ends ({1}) before it begins ({0}), so that it never holds.',
        value,
        other,
      );
    case 'never-used':
      return l10n.t('No statement refers to “{0}”.', value);
    case 'unknown-actor':
      return other === 'organisation'
        ? l10n.t('The codebook has no organisation “{0}”.', value)
        : l10n.t('The codebook has no person or organisation “{0}”.', value);
    case 'unknown-issue':
      return l10n.t('The codebook has no issue “{0}”.', value);
    case 'unknown-stance':
      return l10n.t('“{0}” is not on the scale of the codebook, so that it counts in no position.', value);
    case 'no-organisation':
      return l10n.t('This statement names no organisation, so that it counts in no position.');
    case 'affiliation-missing':
      return other === ''
        ? l10n.t('The codebook does not say for whom {0} speaks when the document has no date.', value)
        : l10n.t(
            'The codebook does not say that {0} speaks for this organisation, or for any, on {1}.',
            value,
            other,
          );
    case 'mention-of-two':
      return l10n.t('“{0}” may be “{1}” or “{2}”: the codebook calls both so.', value, other, third);
    case 'opposite-stances':
      return l10n.t('In this document {0} was on the other side before.', value);
  }
}
