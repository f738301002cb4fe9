import { type FileSystem, readIfThere } from './file-system.js';
import { overwrite } from './in-place-write.js';
import { findUndo, removeUndo, setAside, type Undo } from './undo-record.js';

export type Recovery =
  | { readonly outcome: 'nothing-to-do' | 'restored' }
  /** Somebody else changed the file since; it stays, and the old content is in the copy. */
  | { readonly outcome: 'set-aside'; readonly copy: string };

/**
 * Ends an in-place write that a crash cut short: a file that is partly new and partly old gets its old
 * content back (the operation itself waits in the journal). Call it under the file's lock.
 * @param path the file, behind all links
 */
export async function recoverInterrupted(
  fileSystem: FileSystem,
  path: string,
  storage: string | undefined,
): Promise<Recovery> {
  const found = await findUndo(fileSystem, path, storage);
  if (found === null) return { outcome: 'nothing-to-do' };
  const { record, undo } = found;
  const present = await readIfThere(fileSystem, path);
  if (present !== null && (present.equals(undo.old) || present.equals(undo.next))) {
    await removeUndo(fileSystem, record);
    return { outcome: 'nothing-to-do' };
  }
  if (present === null || !isCutShort(present, undo)) {
    return { outcome: 'set-aside', copy: await setAside(fileSystem, record, undo) };
  }
  await overwrite(fileSystem, path, undo.old);
  await removeUndo(fileSystem, record);
  return { outcome: 'restored' };
}

/**
 * Whether each byte is the old one or the new one of its place, as a write or its undoing leaves them
 * wherever it is stopped. A file that somebody edited since does not look like that.
 */
function isCutShort(present: Buffer, { old, next }: Undo): boolean {
  const lengths = [old.length, next.length];
  if (present.length < Math.min(...lengths) || present.length > Math.max(...lengths)) return false;
  return present.every((byte, at) => byte === old[at] || byte === next[at]);
}
