import type { DocumentAnalysis } from '../quotes/types.js';

/** A person or an organisation that documents name, offered for the codebook. */
export interface Candidate {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** How often documents name it, in any form. */
  readonly mentions: number;
  /** How many documents name it. */
  readonly documents: number;
  /** How many quotes are its own (a person's count for the organisation too). */
  readonly quotes: number;
}

interface Count {
  kind: 'person' | 'organisation';
  mentions: number;
  documents: number;
  quotes: number;
}

/**
 * Counts who is named and who speaks, whether or not a codebook knows them.
 * @param analyses one for each document
 * @param known names that the codebook has; they are left out
 * @returns those who speak most first, then those named most, then by name
 */
export function findCandidates(
  analyses: Iterable<DocumentAnalysis>,
  known: ReadonlySet<string> = new Set(),
): Candidate[] {
  const counts = new Map<string, Count>();
  for (const analysis of analyses) {
    const seen = new Set<string>();
    const countOf = (kind: Count['kind'], name: string): Count => {
      const key = `${kind} ${name}`;
      const count = counts.get(key) ?? { kind, mentions: 0, documents: 0, quotes: 0 };
      counts.set(key, count);
      if (!seen.has(key)) count.documents++;
      seen.add(key);
      return count;
    };
    for (const mention of analysis.mentions) countOf(mention.kind, mention.name).mentions++;
    for (const quote of analysis.quotes) {
      if (quote.kind === 'scare') continue;
      if (quote.person) countOf('person', quote.person).quotes++;
      if (quote.organisation) countOf('organisation', quote.organisation).quotes++;
    }
  }
  return [...counts]
    .map(([key, count]) => ({ ...count, name: key.slice(key.indexOf(' ') + 1) }))
    .filter(({ name }) => !known.has(name))
    .sort((a, b) => b.quotes - a.quotes || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
}
