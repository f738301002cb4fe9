import type { Span } from '../text/span.js';
import type { Entry } from './entry.js';
import type { Frame } from './frame.js';
import type { Layout } from './layout.js';
import type { SidecarFile, StoredStatement } from './types.js';

/** What a reading knows besides its result: for edits, and for reading the next version of the text. */
export interface SidecarIndex {
  readonly text: string;
  /** The text with lone CRs as LF; the offsets are the same. */
  readonly plain: string;
  readonly layout: Layout;
  readonly frame: Frame;
  /** One for each block of the layout. */
  readonly entries: readonly Entry[];
  /** The statement of each entry with its place; null for an entry that is none. */
  readonly stored: readonly (StoredStatement | null)[];
  /** The entries with problems, ascending. */
  readonly faulty: readonly number[];
  /** The entries that share their id with another. */
  readonly twins: readonly number[];
  /** See `damageAt` and `conflictMarkers`. */
  readonly damage: number;
  readonly markers: readonly Span[];
}

/** Kept beside the files and not in them, so that a file stays plain data. */
const indices = new WeakMap<SidecarFile, SidecarIndex>();

/** The index behind a file; undefined where the file was not read (or was too large to be). */
export function indexOf(file: SidecarFile): SidecarIndex | undefined {
  return indices.get(file);
}

export function keepIndex(file: SidecarFile, index: SidecarIndex): void {
  indices.set(file, index);
}
