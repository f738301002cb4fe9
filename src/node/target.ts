import { constants, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, type FileSystem } from './file-system.js';
import { FileRefused } from './refusal.js';

/** The file that a path means: behind all links, and an ordinary file or nothing yet. */
export interface Target {
  /** The path behind all links. */
  readonly path: string;
  readonly folder: string;
  /** Null where there is no file yet. */
  readonly stats: Stats | null;
}

/**
 * Follows the links of a path, so that a link stays a link when what it leads to is replaced.
 * @throws FileRefused for a folder, a pipe, a device, a link to nothing, or a folder that is not there
 */
export async function findTarget(fileSystem: FileSystem, path: string): Promise<Target> {
  const real = await realPath(fileSystem, path);
  if (real !== null) {
    const stats = await fileSystem.stat(real);
    if (!stats.isFile()) throw new FileRefused('not-a-file', path);
    return { path: real, folder: dirname(real), stats };
  }
  await refuseDanglingLink(fileSystem, path);
  const folder = await realPath(fileSystem, dirname(path));
  if (folder === null) throw new FileRefused('folder-missing', path);
  return { path: join(folder, basename(path)), folder, stats: null };
}

/** @throws FileRefused for a file that its owner or the system keeps from being changed */
export async function refuseReadOnly(fileSystem: FileSystem, target: Target, path: string): Promise<void> {
  if (target.stats === null) return;
  // The superuser may write a file of mode 444, yet somebody meant it to stay as it is.
  if ((target.stats.mode & 0o222) === 0) throw new FileRefused('read-only', path);
  try {
    await fileSystem.access(target.path, constants.W_OK);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) {
      throw new FileRefused('read-only', path, '', { cause: error });
    }
    throw error;
  }
}

async function realPath(fileSystem: FileSystem, path: string): Promise<string | null> {
  try {
    return await fileSystem.realpath(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function refuseDanglingLink(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    if ((await fileSystem.lstat(path)).isSymbolicLink()) {
      throw new FileRefused('dangling-link', path, await fileSystem.readlink(path));
    }
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
