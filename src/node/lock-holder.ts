import { join } from 'node:path';
import { errorCode, type FileSystem, readPlainFile } from './file-system.js';

/** What can be seen of a lock that somebody holds. */
export interface Holder {
  /** False when what stands there is no lock of this program; it is then never touched. */
  readonly ours: boolean;
  /** The holder's file in the lock; null when it has none (yet). */
  readonly name: string | null;
  /** The name of its machine, null when not known. */
  readonly host: string | null;
  /** When it last showed that it lives, by its file system's clock; milliseconds since 1970. */
  readonly touched: number;
  /** Changes whenever the holder changes or shows that it lives. */
  readonly sign: string;
  /** For people: machine, process and time. */
  readonly description: string;
}

const ownerName = /^owner-[0-9a-f]{16}\.json$/;

/** @returns null when the lock has been released meanwhile */
export async function lookAtHolder(fileSystem: FileSystem, lock: string): Promise<Holder | null> {
  try {
    if (!(await fileSystem.lstat(lock)).isDirectory()) return stranger('it is not a lock of Standpoint');
    const names = await fileSystem.readdir(lock);
    if (names.some((name) => !ownerName.test(name))) return stranger('it is not a lock of Standpoint');
    const name = names[0] ?? null;
    const place = name === null ? lock : join(lock, name);
    const { mtimeMs, ino } = await fileSystem.lstat(place);
    const who = name === null ? null : parseOwner(await readPlainFile(fileSystem, place));
    const description =
      who === null ? 'an unknown process' : `process ${who.pid} on ${who.host} since ${who.time}`;
    const sign = `${name ?? ''} ${ino} ${mtimeMs}`;
    return { ours: true, name, host: who?.host ?? null, touched: mtimeMs, sign, description };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Takes one holder out of a lock, ourselves or a dead one. Nobody else can be hit by it: only one process
 * succeeds in removing that holder's file, and a folder in which somebody else stands is not empty and
 * stays.
 */
export async function removeHolder(fileSystem: FileSystem, lock: string, name: string | null): Promise<void> {
  try {
    if (name !== null) await fileSystem.unlink(join(lock, name));
    await fileSystem.rmdir(lock);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
}

function stranger(description: string): Holder {
  return { ours: false, name: null, host: null, touched: 0, sign: 'stranger', description };
}

function parseOwner(bytes: Buffer | null): { pid: number; host: string; time: string } | null {
  try {
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '');
    if (typeof value !== 'object' || value === null) return null;
    if (!('pid' in value && 'host' in value && 'time' in value)) return null;
    const { pid, host, time } = value;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof time !== 'string') return null;
    return { pid, host: host.slice(0, 100), time: time.slice(0, 40) };
  } catch {
    return null;
  }
}
