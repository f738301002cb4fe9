/** What both sides did differently, and only a person can settle. Values as they stand in the files; null for none. */
export interface MergeConflict {
  /** Null for a key of the file's top level. */
  readonly id: string | null;
  /** Null where one side changed the statement and the other removed it. */
  readonly key: string | null;
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}
