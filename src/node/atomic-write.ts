import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import {
  contentHash,
  errorCode,
  type FileSystem,
  hashOfFile,
  realFileSystem,
  removeQuietly,
  syncFolder,
  syncHandle,
  withRetries,
  writeAll,
} from './file-system.js';
import { writeInPlace } from './in-place-write.js';
import { findTarget, refuseReadOnly, type Target } from './target.js';
import type { WriteOptions, WriteResult } from './write-result.js';

const tempName = /^\.standpoint-\d+-[0-9a-f]{16}\.tmp$/;
const staleTempAge = 60 * 60 * 1000;

/**
 * Writes a whole file so that a reader, a crash or a full disk finds the old content or the new, never a
 * part: a synced temporary file in the same folder takes the file's place. Where that would lose
 * something else (a hard link, the owner) or is not possible (the folder is not writable, the file is a
 * mount point), the file is written in place after a verified copy of the old content.
 * @throws FileRefused for what is not to be written (a folder, a pipe, a read-only file, a dangling
 * link), the system's error for the rest; the file is as it was in both cases
 */
export async function writeFileAtomically(
  path: string,
  content: Uint8Array | string,
  options: WriteOptions = {},
): Promise<WriteResult> {
  const fileSystem = options.fileSystem ?? realFileSystem;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const target = await findTarget(fileSystem, path);
  await refuseReadOnly(fileSystem, target, path);
  const linked = target.stats !== null && target.stats.nlink > 1;
  const result = linked ? null : await replace(fileSystem, target, bytes, options.expected);
  return result ?? (await writeInPlace(fileSystem, target.path, bytes, options));
}

/**
 * Removes temporary files that a killed process left in a folder, once they are an hour old.
 * @returns how many were removed
 */
export async function removeStaleTemps(folder: string, fileSystem = realFileSystem): Promise<number> {
  let removed = 0;
  for (const name of await fileSystem.readdir(folder)) {
    if (!tempName.test(name)) continue;
    const path = join(folder, name);
    try {
      const stats = await fileSystem.lstat(path);
      if (!stats.isFile() || Date.now() - stats.mtimeMs < staleTempAge) continue;
      await fileSystem.unlink(path);
      removed += 1;
    } catch (error) {
      // Another window may tidy the same folder; what cannot be removed harms nobody.
      if (!['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(errorCode(error) ?? '')) throw error;
    }
  }
  return removed;
}

/** @returns null where the file cannot be replaced but may be written in place; nothing is changed then */
async function replace(
  fileSystem: FileSystem,
  target: Target,
  bytes: Uint8Array,
  expected: string | null | undefined,
): Promise<WriteResult | null> {
  // The name is short and does not hold the file's own, which may be as long as a name can be.
  const temp = join(target.folder, `.standpoint-${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
  const handle = await openTemp(fileSystem, temp, target);
  if (handle === null) return null;
  let placed = false;
  try {
    if (!(await fillTemp(handle, bytes, target.stats))) return null;
    const present = expected === undefined ? undefined : await hashOfFile(fileSystem, target.path);
    if (present !== expected) return { outcome: 'changed-underneath', hash: present ?? null };
    placed = await putInPlace(fileSystem, temp, target);
    if (!placed) return null;
    await syncFolder(fileSystem, target.folder);
    return { outcome: 'written', how: 'replaced', hash: contentHash(bytes) };
  } finally {
    if (!placed) await removeQuietly(fileSystem, temp);
  }
}

async function openTemp(fileSystem: FileSystem, temp: string, target: Target): Promise<FileHandle | null> {
  try {
    return await fileSystem.open(temp, 'wx', (target.stats?.mode ?? 0o666) & 0o777);
  } catch (error) {
    const closed = ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '');
    if (closed && target.stats !== null) return null;
    throw error;
  }
}

/** @returns false where the temporary file cannot be given the file's owner */
async function fillTemp(handle: FileHandle, bytes: Uint8Array, like: Stats | null): Promise<boolean> {
  try {
    if (like !== null && !(await takeAfter(handle, like))) return false;
    await writeAll(handle, bytes, 0);
    await syncHandle(handle);
    const { size } = await handle.stat();
    if (size !== bytes.length) throw new Error(`Only ${size} of ${bytes.length} bytes reached the disk`);
    return true;
  } finally {
    await handle.close();
  }
}

/** Gives a new file the owner and mode of another. A mode cut by the umask is set again. */
async function takeAfter(handle: FileHandle, like: Stats): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const own = await handle.stat();
  try {
    if (own.uid !== like.uid || own.gid !== like.gid) await handle.chown(like.uid, like.gid);
    await handle.chmod(like.mode & 0o7777);
    return true;
  } catch (error) {
    if (['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EINVAL'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

/** @returns false where the name cannot be replaced: a mount point, another device, a folder of others */
async function putInPlace(fileSystem: FileSystem, temp: string, target: Target): Promise<boolean> {
  try {
    await withRetries(() => fileSystem.rename(temp, target.path));
    return true;
  } catch (error) {
    const closed = ['EXDEV', 'EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '');
    if (closed && target.stats !== null) return false;
    throw error;
  }
}
