import type { Codebook } from '../../core/codebook/types.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { coderSlug } from '../../core/sidecar/names.js';
import { actorName, issueName, organisationName, personName, stanceName } from '../tagging/statementWords.js';

/** What is shown of the statements. */
export interface Filter {
  /** They must all stand somewhere in what is said of a statement; without regard to case. */
  readonly words: readonly string[];
  /** Coders as they stand in file names, '' for statements without one; everybody where the list is empty. */
  readonly coders: readonly string[];
}

/** What names a coder in a filter's text: `coder:ann`. */
export const CODER = 'coder:';

export const NO_FILTER: Filter = { words: [], coders: [] };

export function parseFilter(text: string): Filter {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    words: parts.filter((part) => !part.startsWith(CODER)),
    coders: parts.filter((part) => part.startsWith(CODER)).map((part) => part.slice(CODER.length)),
  };
}

/** A coder as a filter names them: as in a file name. */
export function coderKey(coder: string | null): string {
  return coder === null ? '' : (coderSlug(coder) ?? '');
}

/** Whether a statement passes: by its words, speaker, organisation, issue, stance, document, date, note or coder. */
export function matches(filter: Filter, placed: PlacedStatement, codebook: Codebook): boolean {
  if (filter.coders.length > 0 && !filter.coders.includes(coderKey(placed.coder))) return false;
  if (filter.words.length === 0) return true;
  const { statement } = placed.stored;
  const text = [
    statement.quote,
    statement.note,
    statement.document,
    placed.title,
    placed.date,
    placed.coder,
    personName(codebook, statement.speaker),
    organisationName(codebook, statement.organisation),
    issueName(codebook, statement.issue),
    stanceName(codebook, statement.stance),
    statement.claimedBy === null ? null : actorName(codebook, statement.claimedBy),
  ]
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();
  return filter.words.every((word) => text.includes(word));
}
