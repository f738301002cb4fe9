import { join } from 'node:path';
import { errorCode, type FileSystem, readIfThere, realFileSystem } from './file-system.js';
import { type JournalLine, parseLines, type PendingEntry } from '../core/sidecar/journalLines.js';

/** How the name of a window's journal ends. */
export const journalEnding = '.jsonl';
const week = 7 * 24 * 60 * 60 * 1000;

export interface Pending {
  /** The oldest first. */
  readonly entries: readonly PendingEntry[];
  /** How many lines could not be read: torn by a crash before their operation was carried out. */
  readonly unreadable: number;
}

/**
 * What all windows, living and dead, have not crossed out. An entry of the last seconds may belong to a
 * window that is saving it just now.
 */
export async function pending(folder: string, fileSystem = realFileSystem): Promise<Pending> {
  const files = await readJournals(fileSystem, folder);
  const settled = new Set(files.flatMap((file) => settledIds(file.lines)));
  const entries = files.flatMap(({ window, lines }) =>
    lines.flatMap((line) =>
      line.kind === 'entry' && !settled.has(line.entry.id) ? [{ ...line.entry, window, at: line.at }] : [],
    ),
  );
  // Stable, so that a window's entries of one millisecond stay in order.
  entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { entries, unreadable: files.reduce((sum, file) => sum + file.unreadable, 0) };
}

/**
 * Removes the journals of windows that have long gone and left nothing pending.
 * @param idleFor how long a journal must be unchanged, in milliseconds; a week, since a living window's
 * journal must never be taken away
 */
export async function tidyJournals(
  folder: string,
  idleFor = week,
  fileSystem = realFileSystem,
): Promise<void> {
  const files = await readJournals(fileSystem, folder);
  const settled = new Set(files.flatMap((file) => settledIds(file.lines)));
  for (const file of files) {
    const others = new Set(files.filter((other) => other !== file).flatMap((other) => entryIds(other.lines)));
    const needed =
      entryIds(file.lines).some((id) => !settled.has(id)) ||
      settledIds(file.lines).some((id) => others.has(id));
    if (needed || Date.now() - file.changed < idleFor) continue;
    await fileSystem.unlink(join(folder, `${file.window}${journalEnding}`)).catch(() => undefined);
  }
}

export interface JournalFile {
  readonly window: string;
  readonly lines: readonly JournalLine[];
  readonly unreadable: number;
  readonly changed: number;
}

/** All journals of a folder, by window. */
export async function readJournals(fileSystem: FileSystem, folder: string): Promise<readonly JournalFile[]> {
  const files: JournalFile[] = [];
  for (const name of (await namesIn(fileSystem, folder)).sort()) {
    if (!name.endsWith(journalEnding)) continue;
    const path = join(folder, name);
    const bytes = await readIfThere(fileSystem, path);
    if (bytes === null) continue;
    const changed = await fileSystem.stat(path).then(
      (stats) => stats.mtimeMs,
      () => Date.now(),
    );
    files.push({
      window: name.slice(0, -journalEnding.length),
      changed,
      ...parseLines(bytes.toString('utf8')),
    });
  }
  return files;
}

async function namesIn(fileSystem: FileSystem, folder: string): Promise<string[]> {
  try {
    return await fileSystem.readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The operations that the lines ask for. */
export function entryIds(lines: readonly JournalLine[]): string[] {
  return lines.flatMap((line) => (line.kind === 'entry' ? [line.entry.id] : []));
}

/** The operations that the lines cross out. */
export function settledIds(lines: readonly JournalLine[]): string[] {
  return lines.flatMap((line) => (line.kind === 'settled' ? [line.id] : []));
}
