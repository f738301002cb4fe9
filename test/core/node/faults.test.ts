import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../../../src/node/journal.js';
import { pending } from '../../../src/node/journal-folder.js';
import { replayPending, saveOperation, type SaveResult } from './support/save.js';
import { add, apply, fileOf, idsIn, isComplete } from './support/blocks.js';
import { FailingFileSystem, type Fault } from './support/failing-file-system.js';
import { useTempFolder } from './support/temp-folder.js';

const old = fileOf(['old1', 'old2', 'old3']);

/** What is there before the save, and how it is written. */
const places = {
  'no file': () => undefined,
  'a file': (path: string) => fs.writeFileSync(path, old),
  'a hard-linked file': (path: string) => {
    fs.writeFileSync(path, old);
    fs.linkSync(path, `${path}.twin`);
  },
};

describe('a save that fails at any call', () => {
  const at = useTempFolder();

  for (const [place, prepare] of Object.entries(places)) {
    for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EROFS']) {
      it(`${place}, ${code} once`, async function () {
        this.timeout(20_000);
        await failEverywhere(prepare, (call) => [
          { call, code, when: 'before' },
          { call, code, when: 'after' },
        ]);
      });
    }
    for (const code of ['ENOSPC', 'EIO']) {
      it(`${place}, ${code} from then on`, async function () {
        this.timeout(20_000);
        await failEverywhere(prepare, (call) => [
          { call, code, when: 'before', lasting: true },
          { call, code, when: 'after', lasting: true },
        ]);
      });
    }
  }

  /** The calls of one save, counted; then a save for each fault at each call, all side by side. */
  async function failEverywhere(
    prepare: (path: string) => void,
    faults: (call: number) => readonly Fault[],
  ): Promise<void> {
    const counted = new FailingFileSystem();
    assert.equal((await save(at('count'), prepare, counted)).outcome, 'written');
    assert.ok(counted.calls > 20);
    const all = Array.from({ length: counted.calls }, (_, index) => faults(index + 1)).flat();
    await Promise.all(all.map((fault) => fails(at(`${fault.call}-${fault.when}`), prepare, fault)));
  }

  async function fails(folder: string, prepare: (path: string) => void, fault: Fault): Promise<void> {
    const place = JSON.stringify(fault);
    const result = await save(folder, prepare, new FailingFileSystem(fault));
    const path = join(folder, 'w', 'a.yaml');
    const after = fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
    if (after !== null && fs.statSync(path).nlink === 1) assert.ok(isComplete(after), place);
    if (result.outcome !== 'refused') assert.ok(after !== null && idsIn(after).includes('new'), place);
    // What was neither saved nor journaled is said to be so, and the caller keeps it.
    if (result.outcome === 'refused' && !result.journaled) return;
    const journal = await Journal.open(join(folder, 'journal'), 'next');
    const { entries } = await pending(join(folder, 'journal'));
    const replayed = await replayPending(journal, entries, apply, { staleAfterMs: 5 });
    for (const { result: again } of replayed) assert.notEqual(again.outcome, 'refused', place);
    const final = fs.readFileSync(path, 'utf8');
    const wanted = [...(prepare === places['no file'] ? [] : ['old1', 'old2', 'old3']), 'new'];
    assert.ok(isComplete(final), place);
    assert.deepEqual(idsIn(final), wanted, place);
    assert.deepEqual((await pending(join(folder, 'journal'))).entries, [], place);
  }
});

async function save(
  folder: string,
  prepare: (path: string) => void,
  { fileSystem }: FailingFileSystem,
): Promise<SaveResult> {
  const [file, storage] = [join(folder, 'w', 'a.yaml'), join(folder, 'storage')];
  for (const name of ['w', 'storage']) fs.mkdirSync(join(folder, name), { recursive: true });
  prepare(file);
  try {
    const journal = await Journal.open(join(folder, 'journal'), 'window', fileSystem);
    const entry = { id: 'entry', file, operation: add('new') };
    return await saveOperation(journal, entry, apply, { fileSystem, storage });
  } catch (error) {
    // The journal's folder could not be made: nothing was begun.
    return { outcome: 'refused', reason: 'failed', message: String(error), journaled: false };
  }
}
