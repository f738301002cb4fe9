import { basename, dirname, join } from 'node:path';
import {
  contentHash,
  errorCode,
  type FileSystem,
  readPlainFile,
  removeQuietly,
  syncFolder,
  syncHandle,
  writeAll,
} from './file-system.js';
import { FileRefused } from './refusal.js';

/** An in-place write about to happen: what the file held and what it shall hold. */
export interface Undo {
  /** The file, behind all links. */
  readonly path: string;
  readonly old: Uint8Array;
  readonly next: Uint8Array;
}

/**
 * Stores the two contents beside the file, or in the storage folder where that is closed, and reads them
 * back before anything else happens.
 * @param folders where to try, in this order
 * @returns the record's path
 */
export async function keepUndo(
  fileSystem: FileSystem,
  undo: Undo,
  folders: readonly (string | undefined)[],
): Promise<string> {
  const bytes = encode(undo);
  let closed: unknown;
  for (const folder of folders) {
    if (folder === undefined) continue;
    try {
      return await storeRecord(fileSystem, join(folder, recordName(undo.path)), bytes);
    } catch (error) {
      if (!isClosed(error)) throw error;
      closed = error;
    }
  }
  throw new FileRefused('no-permission', undo.path, 'no place for a copy of the old content', {
    cause: closed,
  });
}

/** The record of a write that did not end, or null. A record that was itself cut short is removed. */
export async function findUndo(
  fileSystem: FileSystem,
  path: string,
  storage: string | undefined,
): Promise<{ readonly record: string; readonly undo: Undo } | null> {
  for (const folder of [dirname(path), storage]) {
    if (folder === undefined) continue;
    const record = join(folder, recordName(path));
    const bytes = await readPlainFile(fileSystem, record);
    if (bytes === null) continue;
    const undo = decode(bytes, path);
    if (undo !== null) return { record, undo };
    await removeQuietly(fileSystem, record);
  }
  return null;
}

/** Removes a record and makes that last: one that came back would undo a later save. */
export async function removeUndo(fileSystem: FileSystem, record: string): Promise<void> {
  await fileSystem.unlink(record);
  await syncFolder(fileSystem, dirname(record));
}

/** Stores the old content under a name that a person can find, beside the record. */
export async function setAside(fileSystem: FileSystem, record: string, undo: Undo): Promise<string> {
  const name = `${basename(undo.path).slice(0, 100)}.before-${contentHash(undo.old).slice(0, 12)}.bak`;
  const copy = await storeRecord(fileSystem, join(dirname(record), name), undo.old);
  await removeUndo(fileSystem, record);
  return copy;
}

function recordName(path: string): string {
  return `.standpoint-${contentHash(path).slice(0, 16)}.undo`;
}

function isClosed(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(errorCode(error) ?? '');
}

async function storeRecord(fileSystem: FileSystem, record: string, bytes: Uint8Array): Promise<string> {
  // Never through a link that lies there: a hostile folder could aim it at any file.
  await removeQuietly(fileSystem, record);
  const handle = await fileSystem.open(record, 'wx', 0o600);
  try {
    await writeAll(handle, bytes, 0);
    await syncHandle(handle);
  } catch (error) {
    await removeQuietly(fileSystem, record);
    throw error;
  } finally {
    await handle.close();
  }
  await syncFolder(fileSystem, dirname(record));
  if (contentHash(await fileSystem.readFile(record)) !== contentHash(bytes)) {
    await removeQuietly(fileSystem, record);
    throw new Error(`The copy ${record} does not hold what was written to it`);
  }
  return record;
}

/** A line "hash length", then the old content and the next. */
function encode({ path, old, next }: Undo): Uint8Array {
  const contents = Buffer.concat([Buffer.from(old), Buffer.from(next)]);
  return Buffer.concat([Buffer.from(`${sealOf(path, contents)} ${old.length}\n`), contents]);
}

function decode(bytes: Buffer, path: string): Undo | null {
  const end = bytes.indexOf(0x0a);
  const head = /^([0-9a-f]{64}) (\d{1,15})$/.exec(bytes.subarray(0, Math.max(0, end)).toString('latin1'));
  const contents = bytes.subarray(end + 1);
  if (head === null || head[1] !== sealOf(path, contents)) return null;
  const split = Number(head[2]);
  return { path, old: contents.subarray(0, split), next: contents.subarray(split) };
}

function sealOf(path: string, contents: Uint8Array): string {
  return contentHash(Buffer.concat([Buffer.from(`${path}\n`), Buffer.from(contents)]));
}
