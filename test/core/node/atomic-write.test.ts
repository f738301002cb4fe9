import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { removeStaleTemps, writeFileAtomically } from '../../../src/node/atomic-write.js';
import { contentHash, type FileSystem, realFileSystem } from '../../../src/node/file-system.js';
import { FileRefused } from '../../../src/node/refusal.js';
import { shortWrites } from './support/short-writes.js';
import { useTempFolder } from './support/temp-folder.js';

const posix = process.platform !== 'win32';

describe('writeFileAtomically', () => {
  const at = useTempFolder();

  it('makes a new file and replaces one, and leaves nothing else behind', async () => {
    const first = await writeFileAtomically(at('a.yaml'), 'one\n');
    assert.deepEqual(first, { outcome: 'written', how: 'replaced', hash: contentHash('one\n') });
    await writeFileAtomically(at('a.yaml'), new Uint8Array([0xef, 0xbb, 0xbf, 0x61]));
    assert.deepEqual([...fs.readFileSync(at('a.yaml'))], [0xef, 0xbb, 0xbf, 0x61]);
    assert.deepEqual(fs.readdirSync(at()), ['a.yaml']);
  });

  it('never touches the old content: who reads it goes on reading it', async () => {
    fs.writeFileSync(at('a.yaml'), 'old');
    const reader = fs.openSync(at('a.yaml'), 'r');
    await writeFileAtomically(at('a.yaml'), 'new');
    assert.equal(fs.readFileSync(reader, 'utf8'), 'old');
    fs.closeSync(reader);
  });

  it('keeps the mode, whatever the umask', async function () {
    if (!posix) this.skip();
    fs.writeFileSync(at('a.yaml'), 'old');
    fs.chmodSync(at('a.yaml'), 0o666);
    await writeFileAtomically(at('a.yaml'), 'new');
    assert.equal(fs.statSync(at('a.yaml')).mode & 0o777, 0o666);
  });

  it('keeps the owner', async function () {
    if (process.getuid?.() !== 0) this.skip();
    fs.writeFileSync(at('a.yaml'), 'old');
    fs.chownSync(at('a.yaml'), 65534, 65534);
    await writeFileAtomically(at('a.yaml'), 'new');
    const { uid, gid } = fs.statSync(at('a.yaml'));
    assert.deepEqual({ uid, gid }, { uid: 65534, gid: 65534 });
  });

  it('keeps a link and writes what it leads to, through several links', async () => {
    fs.mkdirSync(at('far'));
    fs.writeFileSync(at('far', 'real.yaml'), 'old');
    fs.symlinkSync(at('far', 'real.yaml'), at('far', 'link.yaml'));
    fs.symlinkSync('far/link.yaml', at('a.yaml'));
    await writeFileAtomically(at('a.yaml'), 'new');
    assert.equal(fs.readlinkSync(at('a.yaml')), 'far/link.yaml');
    assert.equal(fs.readFileSync(at('far', 'real.yaml'), 'utf8'), 'new');
    assert.ok(fs.lstatSync(at('far', 'link.yaml')).isSymbolicLink());
  });

  it('writes a hard-linked file in place, so that all its names see it', async () => {
    fs.writeFileSync(at('a.yaml'), 'old and long');
    fs.linkSync(at('a.yaml'), at('b.yaml'));
    const result = await writeFileAtomically(at('a.yaml'), 'new');
    assert.equal(result.outcome === 'written' && result.how, 'in-place');
    assert.equal(fs.readFileSync(at('b.yaml'), 'utf8'), 'new');
    assert.deepEqual(fs.readdirSync(at()), ['a.yaml', 'b.yaml']);
  });

  for (const code of ['EXDEV', 'EBUSY', 'EPERM', 'EACCES']) {
    it(`writes in place where the name cannot be replaced: ${code}`, async () => {
      fs.writeFileSync(at('a.yaml'), 'old');
      const { ino } = fs.statSync(at('a.yaml'));
      const failing = renameFails(code, Infinity);
      const result = await writeFileAtomically(at('a.yaml'), 'new', { fileSystem: failing });
      assert.equal(result.outcome === 'written' && result.how, 'in-place');
      assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), 'new');
      assert.equal(fs.statSync(at('a.yaml')).ino, ino);
      assert.deepEqual(fs.readdirSync(at()), ['a.yaml']);
    });
  }

  it('tries a rename again while another program holds the file', async () => {
    fs.writeFileSync(at('a.yaml'), 'old');
    const result = await writeFileAtomically(at('a.yaml'), 'new', { fileSystem: renameFails('EBUSY', 3) });
    assert.equal(result.outcome === 'written' && result.how, 'replaced');
  });

  it('goes on after a short write', async () => {
    const text = 'a long text '.repeat(100);
    await writeFileAtomically(at('a.yaml'), text, { fileSystem: shortWrites(7) });
    assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), text);
  });

  it('does not overwrite what somebody else wrote meanwhile', async () => {
    fs.writeFileSync(at('a.yaml'), 'theirs');
    for (const linked of [false, true]) {
      if (linked) fs.linkSync(at('a.yaml'), at('b.yaml'));
      const result = await writeFileAtomically(at('a.yaml'), 'ours', { expected: contentHash('old') });
      assert.deepEqual(result, { outcome: 'changed-underneath', hash: contentHash('theirs') });
    }
    const made = await writeFileAtomically(at('a.yaml'), 'ours', { expected: null });
    assert.equal(made.outcome, 'changed-underneath');
    const gone = await writeFileAtomically(at('c.yaml'), 'ours', { expected: contentHash('old') });
    assert.deepEqual(gone, { outcome: 'changed-underneath', hash: null });
    assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), 'theirs');
    assert.deepEqual(fs.readdirSync(at()), ['a.yaml', 'b.yaml']);
  });

  it('tells a change of the same size and time', async () => {
    fs.writeFileSync(at('a.yaml'), 'new1');
    fs.utimesSync(at('a.yaml'), 1e9, 1e9);
    const result = await writeFileAtomically(at('a.yaml'), 'ours', { expected: contentHash('old1') });
    assert.equal(result.outcome, 'changed-underneath');
  });

  it('writes a name of 255 bytes', async function () {
    if (!posix) this.skip();
    const name = `${'n'.repeat(250)}.yaml`;
    await writeFileAtomically(at(name), 'one');
    await writeFileAtomically(at(name), 'two');
    assert.equal(fs.readFileSync(at(name), 'utf8'), 'two');
  });

  it('refuses what is not to be written, and leaves it as it is', async function () {
    if (!posix) this.skip();
    fs.mkdirSync(at('folder.yaml'));
    execFileSync('mkfifo', [at('pipe.yaml')]);
    fs.symlinkSync('nowhere.yaml', at('dangling.yaml'));
    fs.writeFileSync(at('closed.yaml'), 'old', { mode: 0o444 });
    const wanted = {
      'folder.yaml': 'not-a-file',
      'pipe.yaml': 'not-a-file',
      'dangling.yaml': 'dangling-link',
      'closed.yaml': 'read-only',
      'missing/a.yaml': 'folder-missing',
    };
    const before = fs.readdirSync(at());
    for (const [name, reason] of Object.entries(wanted)) {
      const refused = await writeFileAtomically(at(name), 'new').then(
        () => null,
        (error: unknown) => error,
      );
      assert.ok(refused instanceof FileRefused, name);
      assert.equal(refused.reason, reason);
      assert.ok(refused.message.includes(name));
    }
    assert.deepEqual(fs.readdirSync(at()), before);
    assert.equal(fs.statSync(at('closed.yaml')).mode & 0o777, 0o444);
    assert.equal(fs.readFileSync(at('closed.yaml'), 'utf8'), 'old');
  });
});

describe('removeStaleTemps', () => {
  const at = useTempFolder();

  it('removes our own temporary files once they are old, and nothing else', async () => {
    const old = ['.standpoint-12-0123456789abcdef.tmp', '.standpoint-x.tmp', '.a.yaml.12.tmp', 'a.yaml'];
    const names = [...old, '.standpoint-12-fedcba9876543210.tmp'];
    for (const name of names) fs.writeFileSync(at(name), '');
    for (const name of old) fs.utimesSync(at(name), 1e9, 1e9);
    fs.mkdirSync(at('.standpoint-12-0000000000000000.tmp'));
    fs.utimesSync(at('.standpoint-12-0000000000000000.tmp'), 1e9, 1e9);
    assert.equal(await removeStaleTemps(at()), 1);
    assert.deepEqual(fs.readdirSync(at()).sort(), [
      '.a.yaml.12.tmp',
      '.standpoint-12-0000000000000000.tmp',
      '.standpoint-12-fedcba9876543210.tmp',
      '.standpoint-x.tmp',
      'a.yaml',
    ]);
  });
});

function renameFails(code: string, times: number): FileSystem {
  let left = times;
  return {
    ...realFileSystem,
    rename: (from, to) => {
      left -= 1;
      if (left < 0) return realFileSystem.rename(from, to);
      return Promise.reject(Object.assign(new Error(code), { code }));
    },
  };
}
