import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { changeFile } from '../../../src/node/store.js';
import { add, apply, fileOf, idsIn } from './support/blocks.js';
import { Children } from './support/children.js';
import type { FullDiskRow, readOnlyPlaces } from './support/mounted-scenarios.js';
import { useTempFolder } from './support/temp-folder.js';

describe('disks and folders that do not take a save', () => {
  const at = useTempFolder();
  let children: Children;
  before(async () => (children = await Children.build()));
  after(() => children.remove());

  for (const { journalInside, inodes } of [
    { journalInside: false, inodes: false },
    { journalInside: true, inodes: false },
    { journalInside: false, inodes: true },
    { journalInside: true, inodes: true },
  ]) {
    const what = inodes ? 'names' : 'bytes';
    it(`a disk that runs out of ${what}, the journal ${journalInside ? 'on it' : 'elsewhere'}`, async function () {
      this.timeout(30_000);
      fs.mkdirSync(at('disk'));
      const journal = journalInside ? at('disk', 'journal') : at('journal');
      const rows = await children.runMounting('fillDisk', { disk: at('disk'), journal, inodes });
      // Without mounts, faults.test.ts covers the same by a file system that fails at each call.
      if (rows === null) return this.skip();
      checkRows(rows as readonly FullDiskRow[]);
    });
  }

  function checkRows(rows: readonly FullDiskRow[]): void {
    for (const row of rows) {
      const place = JSON.stringify(row);
      assert.ok(row.whole && row.oldKept, place);
      assert.deepEqual(row.strays, [], place);
      assert.ok(row.outcome === 'written' || row.outcome === 'disk-full', place);
      assert.equal(row.found, row.outcome === 'written' || row.journaled ? 1 : 0, place);
    }
    assert.ok(rows.some(({ outcome }) => outcome === 'disk-full'));
    assert.ok(rows.some(({ outcome }) => outcome === 'written'));
    assert.ok(rows.some(({ outcome, journaled }) => outcome === 'disk-full' && journaled));
  }

  it('a read-only mount, and a file that is a mount point', async function () {
    fs.mkdirSync(at('storage'));
    const answer = await children.runMounting('readOnlyPlaces', { folder: at(), storage: at('storage') });
    if (answer === null) return this.skip();
    const places = answer as Awaited<ReturnType<typeof readOnlyPlaces>>;
    assert.equal(places.readOnlyMount, 'read-only');
    assert.equal(places.mountPoint, 'written');
    assert.deepEqual(idsIn(places.mountPointText), ['old', 'new']);
    assert.deepEqual(places.strays, []);
  });

  it('a user without special rights', async function () {
    if (process.platform === 'win32') this.skip();
    const root = process.getuid?.() === 0;
    for (const folder of ['open', 'closed', 'storage']) fs.mkdirSync(at(folder));
    const files = [
      'open/free.yaml',
      'open/shared.yaml',
      'open/private.yaml',
      'closed/shared.yaml',
      'closed/new.yaml',
    ];
    for (const name of files.slice(0, 4)) fs.writeFileSync(at(name), fileOf(['old']));
    for (const name of files.slice(0, 4)) fs.chmodSync(at(name), name.includes('private') ? 0o444 : 0o666);
    if (root) fs.chownSync(at('open/free.yaml'), 65534, 65534);
    for (const folder of ['open', 'storage']) fs.chmodSync(at(folder), 0o777);
    fs.chmodSync(at('closed'), 0o555);
    const args = { files: files.map((name) => at(name)), storage: at('storage') };
    const outcomes = await children.run('asOtherUser', args);
    fs.chmodSync(at('closed'), 0o755);
    assert.deepEqual(outcomes, ['written', 'written', 'read-only', 'written', 'no-permission']);
    const texts = files.slice(0, 4).map((name) => idsIn(fs.readFileSync(at(name), 'utf8')).join());
    assert.deepEqual(texts, ['old,new', 'old,new', 'old', 'old,new']);
    // The owner of a shared file is kept, since it is written in place.
    if (root) assert.equal(fs.statSync(at('open/shared.yaml')).uid, 0);
    assert.deepEqual(fs.readdirSync(at('storage')), []);
    assert.deepEqual(fs.readdirSync(at('closed')), ['shared.yaml']);
  });

  it('a file and a folder that even the superuser may not change', async function () {
    const [file, folder] = [at('a.yaml'), at('folder')];
    fs.mkdirSync(folder);
    for (const path of [file, at('folder', 'b.yaml')]) fs.writeFileSync(path, fileOf(['old']));
    try {
      execFileSync('chattr', ['+i', file, folder], { stdio: 'ignore' });
    } catch {
      return this.skip();
    }
    try {
      const save = async (path: string, storage?: string): Promise<string> => {
        const result = await changeFile(path, (text) => apply(text, add('new')), { storage });
        return result.outcome === 'refused' ? result.reason : result.outcome;
      };
      assert.equal(await save(file, at('storage')), 'read-only');
      assert.equal(await save(at('folder', 'b.yaml')), 'no-permission');
      assert.deepEqual(idsIn(fs.readFileSync(at('folder', 'b.yaml'), 'utf8')), ['old']);
      assert.equal(await save(at('folder', 'b.yaml'), at('storage')), 'written');
      assert.deepEqual(idsIn(fs.readFileSync(at('folder', 'b.yaml'), 'utf8')), ['old', 'new']);
      assert.deepEqual(idsIn(fs.readFileSync(file, 'utf8')), ['old']);
    } finally {
      execFileSync('chattr', ['-i', file, folder]);
    }
  });
});
