import { join } from 'node:path';
import { writeFileAtomically } from './atomic-write.js';
import { type FileSystem, realFileSystem, syncFolder, syncHandle } from './file-system.js';
import { entryIds, journalEnding, readJournals, settledIds } from './journal-folder.js';
import { formatLine, type JournalEntry, type JournalLine } from '../core/sidecar/journalLines.js';

const compactFrom = 256 * 1024;

/**
 * The operations of one window, on the disk before they are carried out and crossed out once the file
 * holds them. What a crash, a full disk or a read-only file kept back is thus still there at the next
 * start. Each window writes a file of its own, so that windows need no lock.
 */
export class Journal {
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private readonly window: string,
    private readonly fileSystem: FileSystem,
  ) {}

  /**
   * Opens a window's journal; the folder is made if need be, the file with the first entry.
   * @param window an id that no other living window has: letters, digits, `_` and `-`, at most 64
   * @throws RangeError for another id
   */
  static async open(folder: string, window: string, fileSystem = realFileSystem): Promise<Journal> {
    if (!/^[\w-]{1,64}$/.test(window)) throw new RangeError(`"${window}" is no window id`);
    await fileSystem.mkdir(folder, { recursive: true });
    return new Journal(folder, window, fileSystem);
  }

  /** Stores an operation; it is on the disk when this returns, and nowhere when this throws. */
  append(entry: JournalEntry): Promise<void> {
    return this.inTurn(async () => {
      await this.write({ kind: 'entry', entry, at: new Date().toISOString() });
    });
  }

  /** Crosses an operation out, one of this window or of another: the file holds it, or nobody wants it. */
  settle(entryId: string): Promise<void> {
    return this.inTurn(async () => {
      const size = await this.write({ kind: 'settled', id: entryId });
      if (size > compactFrom) await this.rewrite();
    });
  }

  /** Drops what is crossed out. Happens by itself when the file has grown. */
  compact(): Promise<void> {
    return this.inTurn(() => this.rewrite());
  }

  private get path(): string {
    return join(this.folder, `${this.window}${journalEnding}`);
  }

  private inTurn<T>(action: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(action);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** @returns the file's size afterwards */
  private async write(line: JournalLine): Promise<number> {
    const handle = await this.fileSystem.open(this.path, 'a+', 0o600);
    let size = 0;
    try {
      size = (await handle.stat()).size;
      const last = size === 0 ? '\n' : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
      // A line that a crash tore is closed first, or it would take this one with it.
      await handle.appendFile(`${last === '\n' ? '' : '\n'}${formatLine(line)}`);
      await syncHandle(handle);
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    if (size === 0) await syncFolder(this.fileSystem, this.folder);
    return size + Buffer.byteLength(formatLine(line));
  }

  private async rewrite(): Promise<void> {
    const files = await readJournals(this.fileSystem, this.folder);
    const own = files.find((file) => file.window === this.window);
    if (own === undefined) return;
    const elsewhere = new Set(files.filter((file) => file !== own).flatMap((file) => entryIds(file.lines)));
    const settled = new Set(settledIds(own.lines));
    const kept = own.lines.filter((line) =>
      // A foreign entry would come back to life if the line that crosses it out went before it.
      line.kind === 'entry' ? !settled.has(line.entry.id) : elsewhere.has(line.id),
    );
    if (kept.length === 0) await this.fileSystem.unlink(this.path);
    else await writeFileAtomically(this.path, kept.map(formatLine).join(''), { fileSystem: this.fileSystem });
  }
}
