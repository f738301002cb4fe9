import type { Problem } from '../problems/problem.js';
import type { Span } from '../text/span.js';

/** One value of the scale on which positions are recorded. */
export interface Stance {
  readonly id: string;
  readonly label: string;
  /** From -1 (against) to +1 (for); null for a stance with no value, as `unclear`. */
  readonly value: number | null;
  /** The key that chooses it in a pick; null for none. */
  readonly key: string | null;
}

/** What positions are about. */
export interface Issue {
  readonly id: string;
  readonly label: string;
  readonly definition: string | null;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: string | null;
  /** The id of the organisation that this one is part of; null for none. */
  readonly parent: string | null;
}

/** Dates are ISO (YYYY-MM-DD), inclusive; null is open. */
export interface Affiliation {
  readonly organisation: string;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly affiliations: readonly Affiliation[];
}

/** `standpoint.yaml`, read. Unknown keys stay in the file and are not seen here. */
export interface Codebook {
  readonly stances: readonly Stance[];
  readonly issues: readonly Issue[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
}

export type CodebookProblemCode =
  | 'yaml'
  | 'conflict-markers'
  | 'not-a-map'
  | 'unsupported-version'
  | 'wrong-type'
  | 'missing-id'
  | 'duplicate-id'
  | 'unknown-organisation'
  | 'invalid-date'
  | 'too-large';

export type CodebookProblem = Problem<CodebookProblemCode>;

/** A codebook file with what is wrong with it. */
export interface CodebookFile {
  readonly codebook: Codebook;
  readonly problems: readonly CodebookProblem[];
  /** False where the file cannot be written without a risk to what it holds. */
  readonly writable: boolean;
  /** Where each entry's id stands in the file, by section and id: for going to a definition. */
  readonly places: ReadonlyMap<string, Span>;
}
