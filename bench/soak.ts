import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../src/node/journal.js';
import { pending } from '../src/node/journal-folder.js';
import { replayPending } from '../test/core/node/support/save.js';
import { changeFile } from '../src/node/store.js';
import { apply, applyInFront, assertHolds, fileOf } from '../test/core/node/support/blocks.js';
import { Children } from '../test/core/node/support/children.js';
import { killWhileSaving } from '../test/core/node/support/kill.js';

/**
 * Soak test of the saves: `npm run soak [-- minutes]`, ten minutes by default. Round after round, four
 * processes save to one file at once and are killed at random times, their locks left behind; then the
 * file must be whole, and hold each statement whose save had returned or that the journals kept, once.
 * Run it in the project's folder.
 */
const initial = Array.from({ length: 500 }, (_, number) => `old${number}`);
const writers = 4;

async function main([minutes = '10']: readonly string[]): Promise<void> {
  const end = performance.now() + Number(minutes) * 60_000;
  const children = await Children.build();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'standpoint-soak-'));
  let [rounds, kills, saves] = [0, 0, 0];
  try {
    while (performance.now() < end) {
      saves += await round(children, join(folder, String(rounds)), rounds % 2 === 1);
      rounds += 1;
      kills += writers * 3;
      console.log(`${rounds} rounds, ${kills} kills, ${saves} saves: nothing lost, nothing doubled`);
    }
  } finally {
    children.remove();
  }
  // A folder in which something went wrong stays, to be looked at.
  rmSync(folder, { recursive: true });
}

/** @returns how many saves were made */
async function round(children: Children, folder: string, linked: boolean): Promise<number> {
  mkdirSync(folder);
  const file = join(folder, 'a.corpus.stances.yaml');
  writeFileSync(file, fileOf(initial));
  if (linked) linkSync(file, `${file}.twin`);
  const wanted = new Set(initial);
  const one = async (writer: number): Promise<void> => {
    for (let life = 0; life < 3; life += 1) {
      const args = {
        file,
        journal: `${folder}/journal`,
        window: `w${writer}-${life}`,
        count: 0,
        pieces: linked,
      };
      const ids = await killWhileSaving(children, args, 200 + Math.random() * 1500);
      for (const id of ids) wanted.add(id);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)));
  const options = { staleAfterMs: 500 };
  const looked = await changeFile(file, (text) => ({ text: text ?? '' }), options);
  if (looked.outcome === 'refused') throw new Error(looked.message);
  assertHolds(file, wanted);
  const { entries } = await pending(`${folder}/journal`);
  const journal = await Journal.open(`${folder}/journal`, 'last');
  await replayPending(journal, entries, linked ? applyInFront : apply, options);
  for (const { id } of entries) wanted.add(id);
  assertHolds(file, wanted);
  rmSync(folder, { recursive: true });
  return wanted.size - initial.length;
}

await main(process.argv.slice(2));
