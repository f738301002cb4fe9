import { writeFileAtomically } from './atomic-write.js';
import {
  contentHash,
  errorCode,
  type FileSystem,
  pause,
  readIfThere,
  realFileSystem,
} from './file-system.js';
import { type LockOptions, withLock } from './lock.js';
import { type Recovery, recoverInterrupted } from './recover.js';
import { asRefusal, FileRefused, type RefusalReason } from './refusal.js';
import { findTarget } from './target.js';

/** What a change makes of a file's text. */
export type Change =
  | {
      readonly text: string;
      /** How many UTF-16 code units the change takes out on purpose; 0 if left out. */
      readonly removed?: number;
    }
  /** The file is not to be changed; the sentence goes to the reader. */
  | { readonly refuse: string };

/**
 * Makes the new text from what the file holds now (null: there is no file). It may be called more than
 * once, with another text each time, and must do nothing to a text that holds the change already.
 */
export type ChangeText = (text: string | null) => Change;

export interface ChangeOptions extends LockOptions {
  /** Looks for losses that were not asked for: what the new text would lose ("2 statements"), or null. */
  readonly losses?: ((before: string, after: string) => string | null) | undefined;
}

export type ChangeResult =
  | { readonly outcome: 'written' | 'unchanged'; readonly text: string; readonly recovery: Recovery }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly message: string };

/** Larger files are read by nobody and would only fill the memory. */
const largest = 64 * 1024 * 1024;
const attempts = 8;

/**
 * Changes a text file that others may be changing too: takes the lock, reads the file, applies the change
 * to what it holds now, writes it atomically and reads it again. Links, mode, byte order mark and line
 * ends stay as they are. A file that is not valid UTF-8 is never written, nor a text that would lose more
 * than was asked for.
 * @returns never throws for what the file system does: a refusal says why and what to do, and the file is
 * as it was
 */
export async function changeFile(
  path: string,
  change: ChangeText,
  options: ChangeOptions = {},
): Promise<ChangeResult> {
  try {
    const target = await findTarget(options.fileSystem ?? realFileSystem, path);
    return await withLock(target.path, () => changeLocked(target.path, path, change, options), options);
  } catch (error) {
    const { reason, message } = asRefusal(error, path);
    return { outcome: 'refused', reason, message };
  }
}

/**
 * Reads a text file as `changeFile` does.
 * @returns null where there is no file
 * @throws FileRefused for what is not a text file of ours; the system's errors
 */
export async function readText(path: string, fileSystem = realFileSystem): Promise<string | null> {
  const target = await findTarget(fileSystem, path);
  return decode(await read(fileSystem, target.path, path), path);
}

async function changeLocked(
  real: string,
  path: string,
  change: ChangeText,
  options: ChangeOptions,
): Promise<ChangeResult> {
  const fileSystem = options.fileSystem ?? realFileSystem;
  const recovery = await recoverInterrupted(fileSystem, real, options.storage);
  let wrote = false;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const bytes = await read(fileSystem, real, path);
    const before = decode(bytes, path);
    const wanted = change(before);
    if ('refuse' in wanted) throw new FileRefused('change-refused', path, wanted.refuse);
    const { text } = wanted;
    if (text === before) return { outcome: wrote ? 'written' : 'unchanged', text, recovery };
    refuseLosses(path, before ?? '', text, wanted.removed ?? 0, options);
    const expected = bytes === null ? null : contentHash(bytes);
    const encoded = encode(text, path);
    const result = await writeFileAtomically(real, encoded, { ...options, expected });
    // A program that knows no lock may have come before us or after us: then the change is applied again.
    if (result.outcome === 'written') {
      wrote = true;
      if ((await readIfThere(fileSystem, real))?.equals(encoded) === true) {
        return { outcome: 'written', text, recovery };
      }
    }
  }
  throw new FileRefused('keeps-changing', path);
}

async function read(fileSystem: FileSystem, real: string, path: string): Promise<Buffer | null> {
  for (let attempt = 1; ; attempt += 1) {
    const size = await sizeOf(fileSystem, real);
    if (size !== null && size > largest) throw new FileRefused('too-large', path, `${size} bytes`);
    const bytes = await readIfThere(fileSystem, real);
    // Programs that write in place empty the file first. What looks empty gets a moment to fill.
    if (bytes === null || bytes.length > 0 || attempt === 4) return bytes;
    await pause(50);
  }
}

async function sizeOf(fileSystem: FileSystem, real: string): Promise<number | null> {
  try {
    return (await fileSystem.stat(real)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function decode(bytes: Buffer | null, path: string): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new FileRefused('not-utf8', path, '', { cause: error });
  }
}

/** Half a surrogate pair would be stored as a replacement character, and the text lost without a word. */
function encode(text: string, path: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) throw new FileRefused('not-text', path);
  return bytes;
}

function refuseLosses(
  path: string,
  before: string,
  after: string,
  removed: number,
  { losses }: ChangeOptions,
): void {
  if (after.length < (before.length - removed) / 2) {
    throw new FileRefused('would-shrink', path, `${after.length} of ${before.length} characters`);
  }
  const lost = losses?.(before, after) ?? null;
  if (lost !== null) throw new FileRefused('would-lose', path, lost);
}
