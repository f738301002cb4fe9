import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { changeFile, readText } from '../../../src/node/store.js';
import { add, apply, fileOf, header, idsIn } from './support/blocks.js';
import { useTempFolder } from './support/temp-folder.js';

describe('changeFile', () => {
  const at = useTempFolder();
  const append = (more: string) => (text: string | null) => ({ text: (text ?? '') + more });

  it('makes a file, changes it, and leaves only it behind', async () => {
    const made = await changeFile(at('a.yaml'), (text) => apply(text, add('one')));
    assert.equal(made.outcome, 'written');
    await changeFile(at('a.yaml'), (text) => apply(text, add('two')));
    assert.deepEqual(idsIn(fs.readFileSync(at('a.yaml'), 'utf8')), ['one', 'two']);
    assert.deepEqual(fs.readdirSync(at()), ['a.yaml']);
  });

  it('does not write what the file holds already', async () => {
    fs.writeFileSync(at('a.yaml'), fileOf(['one']));
    const { ino, mtimeMs } = fs.statSync(at('a.yaml'));
    const result = await changeFile(at('a.yaml'), (text) => apply(text, add('one')));
    assert.equal(result.outcome, 'unchanged');
    assert.deepEqual([fs.statSync(at('a.yaml')).ino, fs.statSync(at('a.yaml')).mtimeMs], [ino, mtimeMs]);
  });

  it('keeps byte order mark, line ends and everything else byte for byte', async () => {
    const bytes = Buffer.from('\ufeffa: 1\r\nb: 2\nc: \u0000\u2028 é\r');
    fs.writeFileSync(at('a.yaml'), bytes);
    await changeFile(at('a.yaml'), append('d'));
    assert.deepEqual(fs.readFileSync(at('a.yaml')), Buffer.concat([bytes, Buffer.from('d')]));
  });

  it('applies the change to what a program without locks wrote meanwhile', async () => {
    fs.writeFileSync(at('a.yaml'), header);
    let calls = 0;
    const result = await changeFile(at('a.yaml'), (text) => {
      calls += 1;
      if (calls < 4) fs.appendFileSync(at('a.yaml'), `# theirs ${calls}\n`);
      return { text: `${text ?? ''}# ours\n` };
    });
    assert.equal(result.outcome, 'written');
    const present = fs.readFileSync(at('a.yaml'), 'utf8');
    assert.equal(present, `${header}# theirs 1\n# theirs 2\n# theirs 3\n# ours\n`);
  });

  it('gives up on a file that never holds still, without writing', async () => {
    fs.writeFileSync(at('a.yaml'), 'text');
    let calls = 0;
    const result = await changeFile(at('a.yaml'), (text) => {
      fs.writeFileSync(at('a.yaml'), `theirs ${(calls += 1)}`);
      return { text: `${text ?? ''}ours` };
    });
    assert.equal(result.outcome === 'refused' && result.reason, 'keeps-changing');
    assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), `theirs ${calls}`);
  });

  it('asks before a file that was removed comes back: the change decides', async () => {
    const gone = await changeFile(at('a.yaml'), (text) =>
      text === null ? { refuse: 'the file was removed.' } : { text },
    );
    assert.equal(gone.outcome === 'refused' && gone.reason, 'change-refused');
    assert.ok(gone.outcome === 'refused' && gone.message.endsWith('the file was removed.'));
    assert.deepEqual(fs.readdirSync(at()), []);
  });

  it('waits for a program that emptied the file before writing it', async () => {
    fs.writeFileSync(at('a.yaml'), '');
    setTimeout(() => fs.writeFileSync(at('a.yaml'), 'theirs '), 60);
    await changeFile(at('a.yaml'), append('ours'));
    assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), 'theirs ours');
  });

  it('does not lose more than was asked for', async () => {
    const text = fileOf(['one', 'two', 'three']);
    fs.writeFileSync(at('a.yaml'), text);
    const cases = [
      { change: { text: header }, reason: 'would-shrink' },
      { change: { text: '' }, reason: 'would-shrink' },
      { change: { text: fileOf(['one', 'three']) }, reason: 'would-lose' },
    ];
    const losses = (before: string, after: string): string | null =>
      idsIn(after).length < idsIn(before).length ? '1 statement' : null;
    for (const { change, reason } of cases) {
      const result = await changeFile(at('a.yaml'), () => change, { losses });
      assert.equal(result.outcome === 'refused' && result.reason, reason);
      assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), text);
    }
  });

  it('removes all of it when that was asked for', async () => {
    fs.writeFileSync(at('a.yaml'), fileOf(['one']));
    const result = await changeFile(at('a.yaml'), (text) => apply(text, { kind: 'remove', id: 'one' }));
    assert.equal(result.outcome, 'written');
    assert.equal(fs.readFileSync(at('a.yaml'), 'utf8'), header);
  });

  it('never writes a file in another encoding', async () => {
    const contents = [
      Buffer.from('\ufeffa: 1', 'utf16le'),
      Buffer.from('caf\u00e9', 'latin1'),
      Buffer.from([0x61, 0xed, 0xa0, 0x80]),
      Buffer.from([0xc0, 0x80]),
      Buffer.from([0xe2, 0x82]),
    ];
    for (const bytes of contents) {
      fs.writeFileSync(at('a.yaml'), bytes);
      const result = await changeFile(at('a.yaml'), append('x'));
      assert.equal(result.outcome === 'refused' && result.reason, 'not-utf8');
      assert.deepEqual(fs.readFileSync(at('a.yaml')), bytes);
    }
  });

  it('does not store half a character', async () => {
    const result = await changeFile(at('a.yaml'), append('\ud83d'));
    assert.equal(result.outcome === 'refused' && result.reason, 'not-text');
    assert.deepEqual(fs.readdirSync(at()), []);
  });

  it('does not read a file of more than 64 MB', async () => {
    fs.writeFileSync(at('a.yaml'), '');
    fs.truncateSync(at('a.yaml'), 65 * 1024 * 1024);
    const result = await changeFile(at('a.yaml'), append('x'));
    assert.equal(result.outcome === 'refused' && result.reason, 'too-large');
  });

  it('refuses what is no file of ours, says what to do, and leaves all as it is', async function () {
    if (process.platform === 'win32') this.skip();
    fs.mkdirSync(at('folder.yaml'));
    execFileSync('mkfifo', [at('pipe.yaml')]);
    fs.symlinkSync('nowhere.yaml', at('dangling.yaml'));
    fs.symlinkSync('circle.yaml', at('circle.yaml'));
    fs.writeFileSync(at('closed.yaml'), header, { mode: 0o444 });
    const before = fs.readdirSync(at());
    const cases = {
      'folder.yaml': [/not an ordinary file/, 'not-a-file'],
      'pipe.yaml': [/not an ordinary file/, 'not-a-file'],
      'dangling.yaml': [/link to nowhere\.yaml.*Restore/, 'dangling-link'],
      'circle.yaml': [/could not be written/, 'failed'],
      'closed.yaml': [/read-only.*Make it writable/, 'read-only'],
      'missing/a.yaml': [/folder.*does not exist/, 'folder-missing'],
      'closed.yaml/a.yaml': [/folder.*does not exist/, 'folder-missing'],
      [`${'n'.repeat(300)}.yaml`]: [/too long/, 'name-too-long'],
    } as const;
    for (const [name, [message, reason]] of Object.entries(cases)) {
      const result = await changeFile(at(name), append('x'));
      assert.ok(result.outcome === 'refused', name);
      assert.equal(result.reason, reason);
      assert.match(result.message, message);
    }
    assert.deepEqual(fs.readdirSync(at()), before);
  });

  it('shares one lock among all links to a file', async () => {
    fs.writeFileSync(at('real.yaml'), header);
    fs.symlinkSync('real.yaml', at('link.yaml'));
    const saves = Array.from({ length: 20 }, (_, number) =>
      changeFile(at(number % 2 === 0 ? 'real.yaml' : 'link.yaml'), (text) => apply(text, add(`s${number}`))),
    );
    await Promise.all(saves);
    assert.equal(new Set(idsIn(fs.readFileSync(at('real.yaml'), 'utf8'))).size, 20);
    assert.ok(fs.lstatSync(at('link.yaml')).isSymbolicLink());
  });
});

describe('readText', () => {
  const at = useTempFolder();

  it('reads a file, and answers null for none', async () => {
    fs.writeFileSync(at('a.yaml'), '\ufefftext');
    assert.equal(await readText(at('a.yaml')), '\ufefftext');
    assert.equal(await readText(at('b.yaml')), null);
  });
});
