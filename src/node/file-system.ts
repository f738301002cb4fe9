import { createHash } from 'node:crypto';
import * as promises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/**
 * The calls that a save makes, as Node has them. It is a port for one reason only: a test can hand in a
 * file system that fails at a chosen call.
 */
export type FileSystem = Pick<
  typeof promises,
  | 'access'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readFile'
  | 'readdir'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rmdir'
  | 'stat'
  | 'unlink'
  | 'utimes'
>;

export const realFileSystem: FileSystem = promises;

/** The code of a system error ("ENOSPC"), or null for anything else. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The SHA-256 of a content, in hexadecimal: what a file is compared by, never its time or its size. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The content's hash, or null where there is no such file. */
export async function hashOfFile(fileSystem: FileSystem, path: string): Promise<string | null> {
  const bytes = await readIfThere(fileSystem, path);
  return bytes === null ? null : contentHash(bytes);
}

/** The content, or null where there is no such file. */
export async function readIfThere(fileSystem: FileSystem, path: string): Promise<Buffer | null> {
  try {
    return await fileSystem.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The content of a file of our own, or null where there is none or something else stands there: a link
 * in a hostile folder may lead to a device that never ends.
 */
export async function readPlainFile(fileSystem: FileSystem, path: string): Promise<Buffer | null> {
  try {
    return (await fileSystem.lstat(path)).isFile() ? await fileSystem.readFile(path) : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Writes all bytes at a position. One `write` may take only a part, on a disk that fills up even without
 * an error; well-known packages ignore the count and replace a good file with half of one.
 */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0)
      throw Object.assign(new Error('The disk takes no more bytes'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** Forces a file to the disk, where its file system knows how to. */
export async function syncHandle(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOSYS', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Forces a folder's list of names to the disk. Windows has no such call and needs none. */
export async function syncFolder(fileSystem: FileSystem, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: FileHandle;
  try {
    handle = await fileSystem.open(folder, 'r');
  } catch (error) {
    // A folder may be writable and not readable; the names then reach the disk a little later.
    if (errorCode(error) === 'EACCES') return;
    throw error;
  }
  try {
    await syncHandle(handle);
  } finally {
    await handle.close();
  }
}

/** Removes a file if it can; a file that stays is tidied up another time. */
export async function removeQuietly(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    await fileSystem.unlink(path);
  } catch {
    return;
  }
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The errors that a virus scanner, a synchroniser or an indexer causes by holding a file for a moment. */
const passing = ['EPERM', 'EBUSY', 'EACCES'];

/** Runs an action again, up to ten times in about half a second, while it fails with a passing error. */
export async function withRetries<T>(action: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (attempt === 10 || !passing.includes(errorCode(error) ?? '')) throw error;
      await pause(10 * attempt);
    }
  }
}
