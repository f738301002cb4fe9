import type { Stance } from '../codebook/types.js';
import type { Statement } from '../sidecar/types.js';

/**
 * A statement with what its document says about it. Hosts pass their own objects with more in them, and
 * get the very same objects back.
 */
export interface Evidence {
  readonly statement: Statement;
  /** Which corpus file the document is in; any text that tells files apart. */
  readonly corpus: string;
  /** The document's date (YYYY-MM-DD), null where it has none. */
  readonly date: string | null;
  /** The document's place among all documents, from first to last. */
  readonly documentOrder: number;
  /** Where the statement is in its document; null for a lost one, which counts all the same. */
  readonly start: number | null;
  readonly coder: string | null;
}

/** What an organisation holds on an issue, drawn from its statements. */
export interface Position<E extends Evidence = Evidence> {
  readonly organisation: string;
  readonly issue: string;
  /** Null where no statement has a stance that is in the codebook. */
  readonly current: Current<E> | null;
  /** Its own words and the writers' reports of them, in order of time. */
  readonly history: readonly E[];
  /** What others say that it thinks, in order of time. */
  readonly claimed: readonly E[];
  readonly changes: readonly Change<E>[];
  readonly contradictions: readonly Contradiction<E>[];
  /** The same words to which two coders gave different stances: they make no change and no contradiction. */
  readonly disagreements: readonly Pair<E>[];
  readonly strength: Strength;
}

export interface Current<E extends Evidence> {
  readonly stance: Stance;
  /** The statement that decides. */
  readonly evidence: E;
  /** True where there is nothing but what others claim. */
  readonly claimedOnly: boolean;
}

/** Two statements, the earlier first. */
export interface Pair<E extends Evidence> {
  readonly before: E;
  readonly after: E;
}

/** One stance gave way to another. */
export interface Change<E extends Evidence> extends Pair<E> {
  readonly from: Stance;
  readonly to: Stance;
}

/**
 * For and against:
 * - `document`: in one document
 * - `period`: within the period
 * - `speakers`: the latest words of two people who both still speak for the organisation
 */
export interface Contradiction<E extends Evidence> extends Pair<E> {
  readonly kind: 'document' | 'period' | 'speakers';
}

/** How much there is to go by. */
export interface Strength {
  /** Statements of its own, and those that others make for it. */
  readonly own: number;
  readonly claimed: number;
  readonly documents: number;
  /** Codebook ids of those who speak, in order of first appearance; a nameless one is not counted. */
  readonly speakers: readonly string[];
  readonly coders: number;
  /** Statements whose words are no longer found. */
  readonly lost: number;
  /** The first and the last date; null where no document has one. */
  readonly since: string | null;
  readonly until: string | null;
}

export interface PositionOptions {
  /** Days within which for and against contradict each other; 30 where not given. */
  readonly period?: number;
}
