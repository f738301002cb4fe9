import type { Section } from '../codebook/sections.js';
import type { Span, TextEdit } from '../text/span.js';

/** What the codebook lists. People and organisations share their ids. */
export type EntryKind = 'organisation' | 'person' | 'issue' | 'stance';

/** An entry by what statements call it, whether the codebook has it or not. */
export interface EntryName {
  readonly kind: EntryKind;
  readonly id: string;
}

/**
 * How a text speaks of an entry: it defines it (`id`), names it (`name`, `alias`), refers to it (`parent`,
 * `affiliation`, `statement`) or mentions it in a source (`mention`).
 */
export type Role = 'id' | 'name' | 'alias' | 'parent' | 'affiliation' | 'statement' | 'mention';

/** A place where a text speaks of an entry. Offsets into that text. */
export interface Occurrence extends EntryName {
  readonly span: Span;
  readonly role: Role;
}

/** Where a file speaks of an entry. */
export interface Reference {
  /** The file's address; null for the codebook. */
  readonly address: string | null;
  /** Offsets into the file. */
  readonly span: Span;
  readonly role: Role;
}

/** The edits of one file; offsets into its present text. */
export interface FileEdits {
  /** The file's address; null for the codebook. */
  readonly address: string | null;
  readonly edits: readonly TextEdit[];
}

/**
 * Why nothing is changed:
 * - `not-writable`, `layout`, `too-large`: the file at `address` cannot be changed by small edits
 * - `unknown-id`: the codebook has no such entry
 * - `id-taken`, `name-taken`: another entry has the id, or is called so
 * - `invalid`: no id or name at all, or one that no file should hold
 * - `same`: an entry cannot be merged with itself
 * - `cycle`: an organisation would be part of itself
 */
export type RegistryRefusal =
  | 'not-writable'
  | 'layout'
  | 'too-large'
  | 'unknown-id'
  | 'id-taken'
  | 'name-taken'
  | 'invalid'
  | 'same'
  | 'cycle';

/** A change of the codebook and all sidecars, as edits of each file; or why there is none. */
export type RegistryEdits =
  | {
      readonly ok: true;
      /** Only files that change; the codebook first. */
      readonly files: readonly FileEdits[];
      /** How many statements change. */
      readonly statements: number;
    }
  | Refused;

export interface Refused {
  readonly ok: false;
  readonly reason: RegistryRefusal;
  /** The file that is to blame; null for the codebook, undefined for none. */
  readonly address?: string | null;
  readonly id?: string;
}

/** The section of the codebook that holds a kind of entry. */
export const sectionOf: Readonly<Record<EntryKind, Section>> = {
  organisation: 'organisations',
  person: 'people',
  issue: 'issues',
  stance: 'stances',
};

/** The kind of entry that a section of the codebook holds. */
export const kindOf: Readonly<Record<Section, EntryKind>> = {
  organisations: 'organisation',
  people: 'person',
  issues: 'issue',
  stances: 'stance',
};
