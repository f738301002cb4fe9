import type { FileSystem } from './file-system.js';

export interface WriteOptions {
  /**
   * The hash of what was read (`contentHash`), null for "there was no file". With it the write does not
   * happen where the file holds something else by now. Left out, the file is written whatever it holds.
   */
  readonly expected?: string | null | undefined;
  /** A folder of our own, for the copy that an in-place write needs where the file's folder is not writable. */
  readonly storage?: string | undefined;
  readonly fileSystem?: FileSystem | undefined;
}

export type WriteResult =
  | { readonly outcome: 'written'; readonly how: 'replaced' | 'in-place'; readonly hash: string }
  /** The file holds something else than expected (its hash, or null where it is gone); nothing was written. */
  | { readonly outcome: 'changed-underneath'; readonly hash: string | null };
