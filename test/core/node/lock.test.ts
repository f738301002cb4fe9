import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockPath, withLock } from '../../../src/node/lock.js';
import { FileRefused } from '../../../src/node/refusal.js';
import { useTempFolder } from './support/temp-folder.js';

describe('withLock', () => {
  const at = useTempFolder();

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const one = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(at('a.yaml'), one)));
    assert.equal(most, 1);
    assert.deepEqual(fs.readdirSync(at()), []);
  });

  it('hands out the result, and is released when the function throws', async () => {
    assert.equal(await withLock(at('a.yaml'), () => Promise.resolve(7)), 7);
    await assert.rejects(
      withLock(at('a.yaml'), () => Promise.reject(new Error('mine'))),
      /mine/,
    );
    assert.deepEqual(fs.readdirSync(at()), []);
  });

  it('says in the lock who holds it', async () => {
    await withLock(at('a.yaml'), () => {
      const [name = ''] = fs.readdirSync(at('a.yaml.lock'));
      const who = JSON.parse(fs.readFileSync(at('a.yaml.lock', name), 'utf8')) as Record<string, unknown>;
      assert.equal(who['pid'], process.pid);
      assert.equal(who['host'], hostname());
      return Promise.resolve();
    });
  });

  it('gives up after the wait, with who holds it and what to do', async () => {
    leaveLock(at('a.yaml'), { pid: 4711, host: 'desk-2', time: '2026-03-01T10:00:00Z' });
    const refused = await withLock(at('a.yaml'), () => Promise.resolve(), { waitMs: 50 }).catch(
      (e: unknown) => e,
    );
    assert.ok(refused instanceof FileRefused);
    assert.equal(refused.reason, 'locked');
    assert.match(refused.message, /process 4711 on desk-2 since 2026-03-01T10:00:00Z.*a\.yaml\.lock/);
    assert.ok(fs.existsSync(at('a.yaml.lock')));
  });

  it('takes over the old lock of a dead process of this machine', async () => {
    const owner = leaveLock(at('a.yaml'), { pid: 1, host: hostname(), time: 'x' });
    fs.utimesSync(owner, 1e9, 1e9);
    await withLock(at('a.yaml'), () => Promise.resolve());
    assert.deepEqual(fs.readdirSync(at()), []);
  });

  it('takes over a lock without a sign of life, whoever held it', async () => {
    const who = [{ pid: 1, host: 'elsewhere', time: 'x' }, 'torn{', null];
    for (const owner of who) {
      leaveLock(at('a.yaml'), owner);
      await withLock(at('a.yaml'), () => Promise.resolve(), { staleAfterMs: 60 });
      assert.deepEqual(fs.readdirSync(at()), []);
    }
  });

  it('does not take over the lock of a living holder whose clock is wrong', async () => {
    const owner = leaveLock(at('a.yaml'), { pid: 1, host: 'elsewhere', time: 'x' });
    let beat = 0;
    const life = setInterval(() => fs.utimesSync(owner, 1e9, 1e9 + (beat += 1)), 40);
    const options = { staleAfterMs: 800, waitMs: 1600 };
    const refused = await withLock(at('a.yaml'), () => Promise.resolve(), options).catch((e: unknown) => e);
    clearInterval(life);
    assert.ok(refused instanceof FileRefused);
    assert.ok(fs.existsSync(owner));
  });

  it('is not taken from a holder that works for long', async () => {
    const order: string[] = [];
    const long = withLock(
      at('a.yaml'),
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1200));
        order.push('long');
      },
      { staleAfterMs: 600 },
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const other = withLock(at('a.yaml'), () => Promise.resolve(order.push('other')), { staleAfterMs: 600 });
    await Promise.all([long, other]);
    assert.deepEqual(order, ['long', 'other']);
  });

  it('is taken over by one only', async () => {
    const owner = leaveLock(at('a.yaml'), { pid: 1, host: hostname(), time: 'x' });
    fs.utimesSync(owner, 1e9, 1e9);
    let inside = 0;
    const one = async (): Promise<void> => {
      assert.equal((inside += 1), 1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(at('a.yaml'), one)));
  });

  it('does not release the lock of somebody who took over', async () => {
    await withLock(at('a.yaml'), () => {
      fs.rmSync(at('a.yaml.lock'), { recursive: true });
      leaveLock(at('a.yaml'), { pid: 1, host: 'elsewhere', time: 'x' });
      return Promise.resolve();
    });
    assert.equal(fs.readdirSync(at('a.yaml.lock')).length, 1);
  });

  it('never removes what is not a lock of ours', async () => {
    fs.writeFileSync(at('a.yaml.lock'), 'yarn');
    fs.mkdirSync(at('b.yaml.lock'));
    fs.writeFileSync(at('b.yaml.lock', 'precious'), '');
    for (const name of ['a.yaml', 'b.yaml']) {
      const refused = withLock(at(name), () => Promise.resolve(), { waitMs: 80, staleAfterMs: 20 });
      await assert.rejects(refused, /not a lock of Standpoint/);
    }
    assert.deepEqual(fs.readdirSync(at()), ['a.yaml.lock', 'b.yaml.lock']);
    assert.deepEqual(fs.readdirSync(at('b.yaml.lock')), ['precious']);
  });

  it('fits a file with a name of 255 bytes', async () => {
    const path = at('n'.repeat(255));
    assert.ok(Buffer.byteLength(lockPath(path)) < 255 + at().length);
    assert.equal(await withLock(path, () => Promise.resolve(1)), 1);
  });
});

/** A lock that somebody holds. @returns the holder's file, or the lock where it has none */
function leaveLock(path: string, who: object | string | null): string {
  const lock = lockPath(path);
  fs.mkdirSync(lock);
  if (who === null) return lock;
  const owner = join(lock, 'owner-0123456789abcdef.json');
  fs.writeFileSync(owner, typeof who === 'string' ? who : JSON.stringify(who));
  return owner;
}
