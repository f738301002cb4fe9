import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import fc from 'fast-check';
import { Journal } from '../../../src/node/journal.js';
import { pending, tidyJournals } from '../../../src/node/journal-folder.js';
import { add } from './support/blocks.js';
import { FailingFileSystem } from './support/failing-file-system.js';
import { useTempFolder } from './support/temp-folder.js';

describe('Journal', () => {
  const at = useTempFolder();
  const entry = (id: string) => ({
    id,
    file: '/texts/a.yaml',
    operation: add(id, 'line\nend \u2028 “quoted”'),
  });
  const ids = async (): Promise<string[]> => (await pending(at())).entries.map(({ id }) => id);

  it('gives back what was appended and not settled, across windows, in order', async () => {
    const [one, two] = [await Journal.open(at(), 'one'), await Journal.open(at(), 'two')];
    for (const id of ['a', 'b', 'c']) {
      await one.append(entry(id));
      await new Promise((resolve) => setTimeout(resolve, 2));
      await two.append(entry(`${id}2`));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await one.settle('b');
    await two.settle('c');
    const { entries, unreadable } = await pending(at());
    assert.deepEqual(
      entries.map(({ id, window }) => [id, window]),
      [
        ['a', 'one'],
        ['a2', 'two'],
        ['b2', 'two'],
        ['c2', 'two'],
      ],
    );
    assert.deepEqual(entries[0]?.operation, entry('a').operation);
    assert.equal(unreadable, 0);
  });

  it('has nothing to say about a folder that is not there', async () => {
    assert.deepEqual(await pending(at('none')), { entries: [], unreadable: 0 });
  });

  it('survives a line torn at any place, and goes on behind it', async () => {
    const journal = await Journal.open(at(), 'one');
    await journal.append(entry('a'));
    const whole = fs.statSync(at('one.jsonl')).size;
    await journal.append(entry('b'));
    const text = fs.readFileSync(at('one.jsonl'));
    for (let cut = whole + 1; cut < text.length - 1; cut += 9) {
      fs.writeFileSync(at('one.jsonl'), text.subarray(0, cut));
      assert.deepEqual(await ids(), ['a']);
      assert.equal((await pending(at())).unreadable, 1);
      await (await Journal.open(at(), 'one')).append(entry('c'));
      assert.deepEqual(await ids(), ['a', 'c']);
    }
  });

  it('ignores lines that are no entries', async () => {
    const lines = [
      'null',
      '[]',
      '7',
      '{}',
      '{"id":"x"}',
      '{"settled":7}',
      '\u0000\u0000',
      '{"__proto__":{"settled":"a"}}',
      '{"id":"x","file":"f","at":"t","operation":{"kind":"add","statement":null}}',
      '{"id":"x","file":"f","at":"t","operation":{"kind":"drop"}}',
    ];
    const journal = await Journal.open(at(), 'one');
    await journal.append(entry('a'));
    fs.appendFileSync(at('one.jsonl'), `${lines.join('\n')}\n`);
    fs.writeFileSync(at('notes.txt'), 'not a journal');
    assert.deepEqual(await ids(), ['a']);
    assert.equal((await pending(at())).unreadable, lines.length);
  });

  it('refuses a window id that is no file name', async () => {
    for (const id of ['', '../x', 'a/b', 'a.b', 'x'.repeat(65)]) {
      await assert.rejects(Journal.open(at(), id), RangeError);
    }
  });

  it('keeps its meaning when it is compacted, at any time', async () => {
    const step = fc.record({
      action: fc.constantFrom('append', 'settle', 'compact'),
      window: fc.constantFrom('one', 'two'),
      id: fc.nat({ max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        fs.rmSync(at(), { recursive: true });
        const journals = { one: await Journal.open(at(), 'one'), two: await Journal.open(at(), 'two') };
        const wanted = new Map<string, boolean>();
        for (const { action, window, id } of steps) {
          const journal = window === 'one' ? journals.one : journals.two;
          const name = `e${id}`;
          if (action === 'compact') await journal.compact();
          else if (action === 'append' && !wanted.has(name)) {
            wanted.set(name, true);
            await journal.append(entry(name));
          } else if (action === 'settle' && wanted.has(name)) {
            wanted.set(name, false);
            await journal.settle(name);
          }
        }
        const left = [...wanted].flatMap(([name, waits]) => (waits ? [name] : []));
        assert.deepEqual((await ids()).sort(), left.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('compacts by itself and then leaves no file behind', async () => {
    const journal = await Journal.open(at(), 'one');
    await journal.append({ ...entry('a'), operation: add('a', 'x'.repeat(300_000)) });
    await journal.settle('a');
    assert.deepEqual(fs.readdirSync(at()), []);
    await journal.append(entry('b'));
    assert.deepEqual(await ids(), ['b']);
  });

  it('takes an entry back that could not be stored, and says so', async () => {
    const counted = new FailingFileSystem();
    await (await Journal.open(at(), 'count', counted.fileSystem)).append(entry('x'));
    for (let call = 2; call <= counted.calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const { fileSystem } = new FailingFileSystem({ call, code: 'ENOSPC', when });
        const journal = await Journal.open(at(), `w${call}${when}`, fileSystem);
        const stored = await journal.append(entry(`${call}${when}`)).then(
          () => true,
          () => false,
        );
        await journal.append(entry(`next${call}${when}`));
        const found = await ids();
        assert.ok(found.includes(`next${call}${when}`));
        if (stored) assert.ok(found.includes(`${call}${when}`));
      }
    }
  });

  it('tidies up behind windows that are long gone, and keeps what waits', async () => {
    const [gone, waiting, crossing] = ['gone', 'waiting', 'crossing'].map((name) => Journal.open(at(), name));
    await (await gone)?.append(entry('a'));
    await (await gone)?.settle('a');
    await (await waiting)?.append(entry('b'));
    await (await waiting)?.append(entry('c'));
    await (await crossing)?.settle('c');
    await tidyJournals(at());
    assert.equal(fs.readdirSync(at()).length, 3);
    await tidyJournals(at(), 0);
    assert.deepEqual(fs.readdirSync(at()), ['crossing.jsonl', 'waiting.jsonl']);
    assert.deepEqual(await ids(), ['b']);
  });
});
