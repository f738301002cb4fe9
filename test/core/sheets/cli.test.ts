import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli/streams.js';
import { CODEBOOK, ROWS, sidecar, TEXT } from './project.js';

describe('standpoint sheet', function () {
  this.timeout(30_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-sheet-'));
    await writeFile(join(folder, 'standpoint.yaml'), CODEBOOK);
    await writeFile(join(folder, 'ferries.corpus'), TEXT);
    await writeFile(join(folder, 'ferries.corpus.stances.yaml'), sidecar(ROWS));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints the sheet of an organisation or of an issue', async () => {
    const one = await runCli(['sheet', '--organisation', 'forum', folder]);
    assert.equal(one.status, 0);
    assert.match(one.out, /^# Islanders Forum\n\npart of Islands Union\n/);
    assert.match(one.out, /> Supports, sccccccccc\n$/);
    const other = await runCli(['sheet', folder, '--issue', 'fares']);
    assert.match(other.out, /^# Fares may rise\n/);
  });

  it('says that nothing is known of an id', async () => {
    const { status, out, err } = await runCli(['sheet', '--issue', 'nothing', folder]);
    assert.deepEqual([status, out], [1, '']);
    assert.match(err, /nothing is known of "nothing"/);
  });

  for (const args of [[], ['--organisation', 'a', '--issue', 'b'], ['--stance', 'c'], ['--issue']]) {
    it(`refuses ${JSON.stringify(args)}`, async () => {
      assert.equal((await runCli(['sheet', ...args])).status, 2);
    });
  }
});
