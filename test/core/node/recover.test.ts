import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import fc from 'fast-check';
import { realFileSystem } from '../../../src/node/file-system.js';
import { recoverInterrupted } from '../../../src/node/recover.js';
import { keepUndo } from '../../../src/node/undo-record.js';
import { useTempFolder } from './support/temp-folder.js';

const content = fc.string({ maxLength: 40 }).map((text) => Buffer.from(text));

describe('recoverInterrupted', function () {
  // Each run syncs several files, and a disk may be busy.
  this.timeout(30_000);
  const at = useTempFolder();

  it('gives a file back its old content wherever its write or its restoring stopped', async () => {
    const stops = fc.record({ old: content, next: content, wrote: fc.nat(), restored: fc.nat() });
    await fc.assert(
      fc.asyncProperty(stops, async ({ old, next, wrote, restored }) => {
        const path = at('a.yaml');
        await keepUndo(realFileSystem, { path, old, next }, [at()]);
        fs.writeFileSync(path, stopped(stopped(old, next, wrote), old, restored % (wrote + 1)));
        const { outcome } = await recoverInterrupted(realFileSystem, path, undefined);
        assert.notEqual(outcome, 'set-aside');
        const present = fs.readFileSync(path);
        assert.ok(present.equals(old) || present.equals(next));
        assert.deepEqual(fs.readdirSync(at()), ['a.yaml']);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves a file alone that somebody changed since, and hands out the old content', async () => {
    const path = at('a.yaml');
    for (const present of ['their own text', null]) {
      const undo = { path, old: Buffer.from('old content'), next: Buffer.from('new content') };
      await keepUndo(realFileSystem, undo, [at()]);
      if (present === null) fs.rmSync(path);
      else fs.writeFileSync(path, present);
      const recovery = await recoverInterrupted(realFileSystem, path, undefined);
      assert.ok(recovery.outcome === 'set-aside');
      assert.equal(fs.readFileSync(recovery.copy, 'utf8'), 'old content');
      assert.equal(fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null, present);
      assert.deepEqual(await recoverInterrupted(realFileSystem, path, undefined), {
        outcome: 'nothing-to-do',
      });
    }
  });

  it('ignores a record that is torn, forged for another file, or no file', async () => {
    const path = at('a.yaml');
    fs.writeFileSync(path, 'text');
    const undo = { path, old: Buffer.from('old content'), next: Buffer.from('next') };
    const record = await keepUndo(realFileSystem, undo, [at()]);
    const whole = fs.readFileSync(record);
    for (let length = 0; length < whole.length; length += 7) {
      fs.writeFileSync(record, whole.subarray(0, length));
      assert.deepEqual(await recoverInterrupted(realFileSystem, path, undefined), {
        outcome: 'nothing-to-do',
      });
    }
    fs.symlinkSync('/dev/zero', record);
    assert.deepEqual(await recoverInterrupted(realFileSystem, path, undefined), { outcome: 'nothing-to-do' });
    assert.equal(fs.readFileSync(path, 'utf8'), 'text');
  });

  it('does not write a record through a link', async () => {
    const path = at('a.yaml');
    const undo = { path, old: Buffer.from('old'), next: Buffer.from('next') };
    const record = await keepUndo(realFileSystem, undo, [at()]);
    fs.rmSync(record);
    fs.writeFileSync(at('victim'), 'untouched');
    fs.symlinkSync(at('victim'), record);
    await keepUndo(realFileSystem, undo, [at()]);
    assert.equal(fs.readFileSync(at('victim'), 'utf8'), 'untouched');
  });
});

/** What is in a file when overwriting it stops after so many bytes: at the end it is cut to length. */
function stopped(from: Buffer, to: Buffer, after: number): Buffer {
  const steps = after % (to.length + 2);
  if (steps > to.length) return to;
  return Buffer.concat([to.subarray(0, steps), from.subarray(steps)]);
}
