import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../../../../src/node/journal.js';
import { pending } from '../../../../src/node/journal-folder.js';
import { replayPending, saveOperation } from './save.js';
import { changeFile } from '../../../../src/node/store.js';
import { add, apply, fileOf, idsIn, isComplete } from './blocks.js';

export interface FullDiskRow {
  readonly freePages: number;
  readonly outcome: string;
  readonly journaled: boolean;
  /** Whether the file was a whole old or new text right after the save. */
  readonly whole: boolean;
  readonly oldKept: boolean;
  readonly strays: readonly string[];
  /** How often the statement is in the file once there is room and the journal was replayed. */
  readonly found: number;
}

/** Saves to a small disk that has ever so many pages left; the journal lies on it or outside. */
export async function fillDisk(args: {
  readonly disk: string;
  readonly journal: string;
  readonly inodes: boolean;
}): Promise<readonly FullDiskRow[]> {
  const limits = args.inodes ? 'size=2m,nr_inodes=14' : 'size=512k';
  execFileSync('mount', ['-t', 'tmpfs', '-o', limits, 'tmpfs', args.disk]);
  const rows: FullDiskRow[] = [];
  for (let free = 0; free <= (args.inodes ? 8 : 30); free += 1) {
    rows.push(await saveWith(free, args));
  }
  return rows;
}

async function saveWith(
  free: number,
  { disk, journal: journalFolder, inodes }: { disk: string; journal: string; inodes: boolean },
): Promise<FullDiskRow> {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  rmSync(journalFolder, { recursive: true, force: true });
  const file = join(disk, 'a.corpus.stances.yaml');
  const old = fileOf(Array.from({ length: 150 }, (_, number) => `old${number}`));
  writeFileSync(file, old);
  const journal = await Journal.open(journalFolder, 'window');
  const fillers = inodes ? takeInodes(disk, free) : takePages(disk, free);
  const before = readdirSync(disk);
  const operation = add('new', 'a long quote. '.repeat(600));
  const result = await saveOperation(journal, { id: 'entry', file, operation }, apply);
  const present = readFileSync(file, 'utf8');
  const strays = readdirSync(disk).filter((name) => !before.includes(name));
  for (const filler of fillers) rmSync(filler);
  const { entries } = await pending(journalFolder);
  await replayPending(journal, entries, apply);
  return {
    freePages: free,
    outcome: result.outcome === 'refused' ? result.reason : result.outcome,
    journaled: result.journaled,
    whole: isComplete(present) && idsIn(present).length >= 150,
    oldKept: present.startsWith(old),
    strays,
    found: idsIn(readFileSync(file, 'utf8')).filter((id) => id === 'new').length,
  };
}

function takePages(disk: string, free: number): string[] {
  const { bavail, bsize } = statfsSync(disk);
  const filler = join(disk, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail - free) * bsize));
  return [filler];
}

function takeInodes(disk: string, free: number): string[] {
  const fillers = [];
  for (let left = statfsSync(disk).ffree; left > free; left -= 1) {
    const filler = join(disk, `filler${left}`);
    writeFileSync(filler, '');
    fillers.push(filler);
  }
  return fillers;
}

/** Saves into a read-only mount and onto a file that is itself a mount point. */
export async function readOnlyPlaces(args: { readonly folder: string; readonly storage: string }): Promise<{
  readonly readOnlyMount: string;
  readonly mountPoint: string;
  readonly mountPointText: string;
  readonly strays: readonly string[];
}> {
  const closed = join(args.folder, 'closed');
  mkdirSync(closed);
  writeFileSync(join(closed, 'a.yaml'), fileOf(['old']));
  execFileSync('mount', ['--bind', closed, closed]);
  execFileSync('mount', ['-o', 'remount,ro,bind', closed]);
  const outside = join(args.folder, 'outside.yaml');
  const inside = join(args.folder, 'inside.yaml');
  writeFileSync(outside, fileOf(['old']));
  writeFileSync(inside, '');
  execFileSync('mount', ['--bind', outside, inside]);
  const save = async (file: string): Promise<string> => {
    const result = await changeFile(file, (text) => apply(text, add('new')), { storage: args.storage });
    return result.outcome === 'refused' ? result.reason : result.outcome;
  };
  return {
    readOnlyMount: await save(join(closed, 'a.yaml')),
    mountPoint: await save(inside),
    mountPointText: readFileSync(outside, 'utf8'),
    strays: readdirSync(args.folder).filter((name) => name.startsWith('.') || name.endsWith('.lock')),
  };
}
