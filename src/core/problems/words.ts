import * as l10n from '@vscode/l10n';
import type { CodebookProblem } from '../codebook/types.js';
import type { CorpusProblem } from '../corpus/types.js';
import type { SidecarProblem, Statement } from '../sidecar/types.js';
import { beginning } from '../text/excerpt.js';

const LONGEST_VALUE = 80;

/** What is wrong in a corpus file, and what follows from it. */
export function corpusMessage(problem: CorpusProblem): string {
  const value = first(problem.values);
  switch (problem.code) {
    case 'duplicate-id':
      return l10n.t('The id “{0}” is taken by an earlier document. Statements would go to that one.', value);
    case 'empty-id':
      return l10n.t('This document has no id, so that nothing can refer to it.');
    case 'text-before-first-delimiter':
      return l10n.t('This text stands before the first document and belongs to none.');
    case 'unreadable-date':
      return l10n.t('“{0}” is not a date that can be read. Write it as 2014-06-11 or 11 June 2014.', value);
    case 'invalid-utf8':
      return value === ''
        ? l10n.t('Characters were lost here: this is not UTF-8.')
        : l10n.t('This is not UTF-8 ({0}). Reopen the file in its own encoding and save it as UTF-8.', value);
    case 'nul-byte':
      return l10n.t('NUL characters in this file: {0}. It may be damaged, or not be a text.', value || '1');
  }
}

/** What is wrong in a sidecar. Errors stop Standpoint from writing to it, and each says so once. */
export function sidecarMessage(problem: SidecarProblem): string {
  const value = first(problem.values);
  switch (problem.code) {
    case 'yaml':
      return unwritten(l10n.t('This is not valid YAML.'));
    case 'conflict-markers':
      return unwritten(l10n.t('A merge conflict is not resolved.'));
    case 'tab':
      return unwritten(l10n.t('YAML is indented with blanks, not with tabs.'));
    case 'several-documents':
      return unwritten(l10n.t('A second YAML document begins here; only the first is read.'));
    case 'not-a-map':
      return unwritten(l10n.t('This is no file of statements: it should begin with “standpoint: 1”.'));
    case 'unsupported-version':
      return l10n.t('Version “{0}” is not known; the file is read as version 1.', value);
    case 'statements-not-a-list':
      return unwritten(l10n.t('“statements” should be a list with one entry for each statement.'));
    case 'layout':
      return unwritten(l10n.t('The list is not written with one “- id: …” block for each statement.'));
    case 'not-utf8':
      return unwritten(l10n.t('Some of this file is not UTF-8 text.'));
    case 'too-large':
      return unwritten(l10n.t('This is larger than Standpoint reads.'));
    case 'statement-invalid':
      return invalidStatement(problem.values);
    case 'duplicate-key':
      return unwritten(l10n.t('The key “{0}” stands twice in one statement.', value));
    case 'duplicate-id':
      return unwritten(l10n.t('Two statements have the id “{0}”.', value));
    case 'botched-merge':
      return l10n.t('Only the id “{0}” is left of this statement: a merge went wrong.', value);
    case 'unsettled':
      return l10n.t(
        '“{0}” holds what another version of this statement says. Choose one, then take the key away.',
        value,
      );
    case 'hint-ignored':
      return l10n.t('“at” is not two offsets in order. The statement is found by its words alone.');
    case 'odd-id':
      return l10n.t(
        '“{0}” is not an id as Standpoint makes them. It works as long as it stays unique.',
        value,
      );
  }
}

/** What is wrong in the codebook. */
export function codebookMessage(problem: CodebookProblem): string {
  const value = first(problem.values);
  switch (problem.code) {
    case 'yaml':
      return unwritten(l10n.t('This is not valid YAML.'));
    case 'conflict-markers':
      return unwritten(l10n.t('A merge conflict is not resolved.'));
    case 'not-a-map':
      return unwritten(l10n.t('This is no codebook: it should begin with “standpoint: 1”.'));
    case 'unsupported-version':
      return l10n.t('This version is not known; the codebook is read as version 1.');
    case 'wrong-type':
      return l10n.t('“{0}” does not hold what it should. What cannot be read is ignored.', value);
    case 'missing-id':
      return l10n.t('This entry has no usable “{0}”.', value);
    case 'duplicate-id':
      return l10n.t('The id “{0}” is taken by an earlier entry. This one is ignored.', value);
    case 'unknown-organisation':
      return l10n.t('There is no organisation with the id “{0}” in this codebook.', value);
    case 'invalid-date':
      return l10n.t('“{0}” should be a date, written as 2014-06-11.', value);
    case 'too-large':
      return unwritten(l10n.t('This is larger than Standpoint reads.'));
  }
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

/** A statement whose words are in the text with other letters than were stored. */
export function notVerbatimMessage(statement: Statement): string {
  return l10n.t('Not as it now stands in the text: “{0}”', beginning(statement.quote, 60));
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

/** @param values the key, and the rule that it breaks; or that rule alone */
function invalidStatement([key, rule]: readonly string[]): string {
  if (key === 'not-a-map') return l10n.t('This entry is no statement. It is left as it is.');
  const name = beginning(key ?? '', LONGEST_VALUE);
  if (rule === 'required') return l10n.t('This statement has no “{0}”, so that it cannot be shown.', name);
  if (rule === 'comment-in-text') {
    return l10n.t('The text of “{0}” ends where a comment begins. Put it in quotation marks.', name);
  }
  return l10n.t('“{0}” does not hold what it should. It is ignored, and left as it is.', name);
}

function unwritten(what: string): string {
  return l10n.t('{0} Standpoint shows what it can read and writes nothing to this file.', what);
}

/** A value from a file, short and on one line. */
function first(values: readonly string[]): string {
  return beginning(values[0] ?? '', LONGEST_VALUE);
}
