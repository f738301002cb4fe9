import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { removeStaleTemps } from '../../../src/node/atomic-write.js';
import { Journal } from '../../../src/node/journal.js';
import { pending } from '../../../src/node/journal-folder.js';
import { replayPending } from './support/save.js';
import { changeFile } from '../../../src/node/store.js';
import { apply, assertHolds, fileOf } from './support/blocks.js';
import { Children } from './support/children.js';
import { killWhileSaving } from './support/kill.js';
import { useTempFolder } from './support/temp-folder.js';

const initial = Array.from({ length: 1500 }, (_, number) => `old${number}`);
/** Files of a lane take turns, so that a dead process's lock is old when its file comes round again. */
const filesPerLane = 5;

describe('a process that is killed while it saves', () => {
  const at = useTempFolder();
  let children: Children;
  before(async () => (children = await Children.build()));
  after(() => children.remove());

  it('200 times: the file is the old or the new text, and nothing that was saved or journaled is lost', async function () {
    this.timeout(120_000);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => lane(name, 50, false)));
  });

  it('40 times, written in place: the next save puts the file right', async function () {
    this.timeout(120_000);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => lane(name, 10, true)));
  });

  async function lane(name: string, kills: number, linked: boolean): Promise<void> {
    const folder = at(name);
    fs.mkdirSync(folder);
    const files = Array.from({ length: filesPerLane }, (_, number) => `${folder}/${number}.yaml`);
    for (const file of files) {
      fs.writeFileSync(file, fileOf(initial));
      if (linked) fs.linkSync(file, `${file}.twin`);
    }
    const saved = new Map(files.map((file) => [file, new Set(initial)]));
    for (let kill = 0; kill < kills; kill += 1) {
      const file = files[kill % files.length] ?? '';
      const args = { file, journal: `${folder}/journal`, window: `${name}${kill}`, count: 0, pieces: linked };
      for (const id of await killWhileSaving(children, args, Math.random() * 50)) saved.get(file)?.add(id);
      if (linked) await changeFile(file, (text) => ({ text: text ?? '' }), { staleAfterMs: 100 });
      assertHolds(file, saved.get(file) ?? new Set());
    }
    await replay(folder, saved);
  }

  /** Everything journaled gets into its file, once; the folder ends without leftovers. */
  async function replay(folder: string, saved: ReadonlyMap<string, Set<string>>): Promise<void> {
    const { entries } = await pending(`${folder}/journal`);
    const journal = await Journal.open(`${folder}/journal`, 'last');
    await replayPending(journal, entries, apply, { staleAfterMs: 100 });
    for (const { file, id } of entries) saved.get(file)?.add(id);
    for (const [file, ids] of saved) assertHolds(file, ids);
    assert.deepEqual((await pending(`${folder}/journal`)).entries, []);
    for (const name of fs.readdirSync(folder)) {
      if (name.endsWith('.tmp')) fs.utimesSync(`${folder}/${name}`, 1e9, 1e9);
    }
    await removeStaleTemps(folder);
    const strays = fs.readdirSync(folder).filter((name) => /^\./.test(name));
    assert.deepEqual(strays, []);
  }
});
