import { writeSync } from 'node:fs';
import { Journal } from '../../../../src/node/journal.js';
import { saveOperation } from './save.js';
import { changeFile } from '../../../../src/node/store.js';
import { add, apply, applyInFront } from './blocks.js';
import { shortWrites } from './short-writes.js';

export interface SaveArguments {
  readonly file: string;
  readonly journal: string;
  readonly window: string;
  readonly count: number;
  /** Whether each save moves all bytes and is written in many small pieces. */
  readonly pieces: boolean;
}

/** Adds statements one after the other until somebody kills us; prints each id once its save returned. */
export async function saveUntilKilled({ file, journal, window, pieces }: SaveArguments): Promise<void> {
  const own = await Journal.open(journal, window);
  const options = { staleAfterMs: 400, fileSystem: pieces ? shortWrites(8192) : undefined };
  const change = pieces ? applyInFront : apply;
  writeSync(1, 'ready\n');
  for (let number = 0; ; number += 1) {
    const id = `${window}-${number}`;
    const result = await saveOperation(own, { id, file, operation: add(id) }, change, options);
    if (result.outcome === 'refused') throw new Error(result.message);
    writeSync(1, `${id}\n`);
  }
}

/** Adds so many statements. @returns how many saves were written */
export async function addMany({ file, journal, window, count }: SaveArguments): Promise<number> {
  const own = await Journal.open(journal, window);
  let written = 0;
  for (let number = 0; number < count; number += 1) {
    const id = `${window}-${number}`;
    const result = await saveOperation(own, { id, file, operation: add(id) }, apply, { waitMs: 60_000 });
    if (result.outcome === 'written') written += 1;
  }
  return written;
}

export interface OtherUserArguments {
  readonly files: readonly string[];
  readonly storage: string;
}

/** Saves to each file as a user without special rights. @returns the outcomes or reasons */
export async function asOtherUser({ files, storage }: OtherUserArguments): Promise<readonly string[]> {
  if (process.getuid?.() === 0) {
    process.setgid?.(65534);
    process.setuid?.(65534);
  }
  const outcomes = [];
  for (const file of files) {
    const result = await changeFile(file, (text) => apply(text, add('new')), { storage });
    outcomes.push(result.outcome === 'refused' ? result.reason : result.outcome);
  }
  return outcomes;
}
