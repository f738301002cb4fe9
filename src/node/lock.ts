import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  contentHash,
  errorCode,
  type FileSystem,
  pause,
  realFileSystem,
  removeQuietly,
} from './file-system.js';
import { type Holder, lookAtHolder, removeHolder } from './lock-holder.js';
import { FileRefused } from './refusal.js';

export interface LockOptions {
  /** A lock that shows no sign of life for so long is taken over; 10 s. */
  readonly staleAfterMs?: number | undefined;
  /** How long to wait for the lock; 25 s, so that a dead holder is outwaited. */
  readonly waitMs?: number | undefined;
  /** Where the lock goes when the file's own folder is not writable. */
  readonly storage?: string | undefined;
  readonly fileSystem?: FileSystem | undefined;
}

/**
 * Runs a function while no other process that uses this lock does, on this machine or another that shares
 * the folder: `mkdir` of `<path>.lock` succeeds for one only. The lock is released whatever happens.
 * The holder touches the lock while it lives; one that is dead or asleep is taken over.
 * @param path the file, behind all links, so that two names of a file share a lock
 * @throws FileRefused "locked" after the wait, or the system's error when no lock can be made
 */
export async function withLock<T>(
  path: string,
  run: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const fileSystem = options.fileSystem ?? realFileSystem;
  const staleAfter = options.staleAfterMs ?? 10_000;
  const held = await acquire(fileSystem, path, staleAfter, options);
  const life = setInterval(() => void touch(fileSystem, held.owner), staleAfter / 4);
  life.unref();
  try {
    return await run();
  } finally {
    clearInterval(life);
    await removeHolder(fileSystem, held.lock, basename(held.owner)).catch(() => undefined);
  }
}

/** The lock's folder: `<path>.lock`, or a short name where that would be longer than a name may be. */
export function lockPath(path: string): string {
  const name = `${basename(path)}.lock`;
  const short = Buffer.byteLength(name) <= 255 ? name : `.standpoint-${contentHash(path).slice(0, 16)}.lock`;
  return join(dirname(path), short);
}

interface Held {
  readonly lock: string;
  readonly owner: string;
}

async function acquire(
  fileSystem: FileSystem,
  path: string,
  staleAfter: number,
  { waitMs = 25_000, storage }: LockOptions,
): Promise<Held> {
  const start = performance.now();
  let lock = lockPath(path);
  let seen = { sign: '', since: start };
  for (;;) {
    const attempt = await tryLock(fileSystem, lock);
    if (attempt.outcome === 'held') return attempt.held;
    if (attempt.outcome === 'closed') {
      const elsewhere = await lockElsewhere(fileSystem, path, storage);
      if (elsewhere === lock || elsewhere === null) throw attempt.error;
      lock = elsewhere;
      continue;
    }
    const holder = await lookAtHolder(fileSystem, lock);
    const now = performance.now();
    if (holder !== null && holder.sign !== seen.sign) seen = { sign: holder.sign, since: now };
    if (holder !== null && isDead(holder, now - seen.since, staleAfter)) {
      // One that we may not remove stays, and the wait ends with its description.
      await removeHolder(fileSystem, lock, holder.name).catch(() => undefined);
    }
    if (now - start > waitMs) {
      const who = holder?.description ?? 'an unknown process';
      throw new FileRefused('locked', path, `${who}; if it is dead, remove ${lock}`);
    }
    await pause(5 + Math.random() * 20);
  }
}

/**
 * Times are compared only with a clock that set them: the age counts on the same machine. A lock of
 * another machine, whose clock may be minutes off, is dead when we saw no sign of life for long enough.
 */
function isDead(holder: Holder, unchangedFor: number, staleAfter: number): boolean {
  if (!holder.ours) return false;
  const age = holder.host === hostname() ? Date.now() - holder.touched : 0;
  return Math.max(age, unchangedFor) > staleAfter;
}

async function lockElsewhere(
  fileSystem: FileSystem,
  path: string,
  storage: string | undefined,
): Promise<string | null> {
  if (storage === undefined) return null;
  await fileSystem.mkdir(storage, { recursive: true });
  return join(storage, `${contentHash(path).slice(0, 32)}.lock`);
}

type Attempt =
  | { readonly outcome: 'held'; readonly held: Held }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'closed'; readonly error: unknown };

async function tryLock(fileSystem: FileSystem, lock: string): Promise<Attempt> {
  try {
    await fileSystem.mkdir(lock);
  } catch (error) {
    const code = errorCode(error) ?? '';
    // Windows answers EPERM while another process is removing the folder.
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return { outcome: 'taken' };
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return { outcome: 'closed', error };
    throw error;
  }
  const name = `owner-${randomBytes(8).toString('hex')}.json`;
  const owner = join(lock, name);
  try {
    await introduce(fileSystem, owner);
    const names = await fileSystem.readdir(lock);
    if (names.length === 1 && names[0] === name) return { outcome: 'held', held: { lock, owner } };
    await abandon(fileSystem, lock, owner);
  } catch (error) {
    await abandon(fileSystem, lock, owner);
    // Somebody took the empty folder for a dead one and removed it.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  return { outcome: 'taken' };
}

/** Takes back an attempt. A folder in which another process stands meanwhile is not empty and stays. */
async function abandon(fileSystem: FileSystem, lock: string, owner: string): Promise<void> {
  await removeQuietly(fileSystem, owner);
  await fileSystem.rmdir(lock).catch(() => undefined);
}

/** Says who holds the lock, for the others' judgement and for a person who finds it. */
async function introduce(fileSystem: FileSystem, owner: string): Promise<void> {
  const handle = await fileSystem.open(owner, 'wx');
  try {
    const who = { pid: process.pid, host: hostname(), time: new Date().toISOString() };
    await handle.writeFile(`${JSON.stringify(who)}\n`);
  } finally {
    await handle.close();
  }
}

async function touch(fileSystem: FileSystem, owner: string): Promise<void> {
  const now = new Date();
  // A lock that was taken over from a sleeping holder is no longer ours to touch.
  await fileSystem.utimes(owner, now, now).catch(() => undefined);
}
