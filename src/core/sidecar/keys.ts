import type { StatementKey } from './types.js';

/** The keys of a statement in the order in which we write them. */
export const keyOrder = [
  'id',
  'document',
  'at',
  'quote',
  'prefix',
  'suffix',
  'speaker',
  'organisation',
  'issue',
  'stance',
  'basis',
  'claimed_by',
  'created',
  'note',
] as const satisfies readonly ('id' | StatementKey)[];

/** The keys of the file's top level in the order in which we write them. */
export const frameOrder = ['standpoint', 'coder', 'statements'] as const;

/** Beyond these a file is read-only, an entry not read: see the reference on bad inputs. Code units. */
export const limits = {
  file: 32 * 1024 * 1024,
  entry: 64 * 1024,
  statements: 100_000,
  /** What goes through the YAML parser in one reading, as `parsingCost` has it: some 12 000 entries by hand. */
  parsing: 24_000_000,
} as const;

/** Whether a key holds what a merge left for a person to settle: see `mergeSidecars`. */
export function isConflictKey(key: string): boolean {
  return key === 'conflict' || /^conflict_\d+$/.test(key);
}
