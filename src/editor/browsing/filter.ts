import type { Codebook } from '../../core/codebook/types.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { actorName, issueName, organisationName, personName, stanceName } from '../tagging/statementWords.js';

/** Words that must all stand somewhere in what is said of a statement; without regard to case. */
export interface Filter {
  readonly words: readonly string[];
}

export const NO_FILTER: Filter = { words: [] };

export function parseFilter(text: string): Filter {
  return { words: text.toLowerCase().split(/\s+/).filter(Boolean) };
}

/** Whether a statement passes: by its words, speaker, organisation, issue, stance, document, date, note or coder. */
export function matches(filter: Filter, placed: PlacedStatement, codebook: Codebook): boolean {
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
