import { dirname } from 'node:path';
import { contentHash, type FileSystem, syncHandle, writeAll } from './file-system.js';
import { keepUndo, removeUndo } from './undo-record.js';
import type { WriteOptions, WriteResult } from './write-result.js';

/**
 * Writes over an existing file, for the places where it cannot be replaced. The old content is copied
 * and the copy read back first; a failure puts the old content back at once, a crash does it at the next
 * save (`recoverInterrupted`).
 * @param path an existing file, behind all links
 */
export async function writeInPlace(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: WriteOptions,
): Promise<WriteResult> {
  const old = await fileSystem.readFile(path);
  const present = contentHash(old);
  if (options.expected !== undefined && options.expected !== present) {
    return { outcome: 'changed-underneath', hash: present };
  }
  const record = await keepUndo(fileSystem, { path, old, next: bytes }, [dirname(path), options.storage]);
  await overwriteOrRestore(fileSystem, path, bytes, old, record);
  await removeUndo(fileSystem, record);
  return { outcome: 'written', how: 'in-place', hash: contentHash(bytes) };
}

async function overwriteOrRestore(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
  old: Uint8Array,
  record: string,
): Promise<void> {
  try {
    await overwrite(fileSystem, path, bytes);
  } catch (error) {
    // The blocks of the old content were never given up, so that it fits even on a full disk. Should
    // this fail too, the record stays and the next save tries again.
    await overwrite(fileSystem, path, old);
    await removeUndo(fileSystem, record);
    throw error;
  }
}

/** Writes front to back and cuts the rest off last: what a crash leaves is new text, then old. */
export async function overwrite(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fileSystem.open(path, 'r+');
  try {
    await writeAll(handle, bytes, 0);
    await handle.truncate(bytes.length);
    await syncHandle(handle);
    const { size } = await handle.stat();
    if (size !== bytes.length) throw new Error(`Only ${size} of ${bytes.length} bytes reached the disk`);
  } finally {
    await handle.close();
  }
}
