import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './streams.js';

interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Answer {
  readonly id: string | number | null;
  readonly error?: string;
  readonly file: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly quotes: readonly (Omit<Words, 'text'> & {
    readonly kind: string;
    readonly speaker: Words | null;
    readonly cue: Words | null;
    readonly person: string | null;
    readonly organisation: string | null;
    readonly confidence: number;
  })[];
}

const answers = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);

const said = '“We will look at the winter fares again,” said Ann Reed.';
const quote = '“We will look at the winter fares again,”';
const corpus = `=== one\ntitle: Fares\nauthor: Bob Shah\ndate: 11 June 2014\n\n${said}\n\n=== two\n\nNothing was said about the boats.\n`;

describe('standpoint analyse', function () {
  // A busy machine is no failure.
  this.timeout(30_000);
  let folder = '';
  const file = (name: string) => join(folder, name);
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(file(name), content);
    return file(name);
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-cli-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints one line a document, with offsets into the file', async () => {
    const path = await write('a.corpus', corpus);
    const { status, out, err } = await runCli(['analyse', path]);
    assert.deepEqual([status, err], [0, '']);
    const [one, two] = answers(out);
    assert.deepEqual(
      { ...one, quotes: [] },
      { id: 'one', file: path, title: 'Fares', author: 'Bob Shah', date: '2014-06-11', quotes: [] },
    );
    assert.deepEqual(two, { id: 'two', file: path, title: null, author: null, date: null, quotes: [] });
    const [found] = one?.quotes ?? [];
    assert.ok(found && one?.quotes.length === 1);
    assert.equal(corpus.slice(found.start, found.end), quote);
    assert.equal(found.speaker?.text, 'Ann Reed');
    assert.equal(found.cue?.text, 'said');
    for (const words of [found.speaker, found.cue]) {
      assert.equal(corpus.slice(words?.start, words?.end), words?.text);
    }
    assert.equal(found.kind, 'direct');
  });

  it('keeps to the order of keys that programs rely on', async () => {
    const { out } = await runCli(['analyse', await write('a.corpus', corpus)]);
    const [one] = answers(out);
    assert.deepEqual(Object.keys(one ?? {}), ['id', 'file', 'title', 'author', 'date', 'quotes']);
    assert.deepEqual(Object.keys(one?.quotes[0] ?? {}), [
      'start',
      'end',
      'kind',
      'speaker',
      'cue',
      'person',
      'organisation',
      'confidence',
    ]);
  });

  it('counts a byte order mark, which is part of the file', async () => {
    const text = `\ufeff${said}\n`;
    const [answer] = answers((await runCli(['analyse', await write('bom.txt', text)])).out);
    assert.equal(text.slice(answer?.quotes[0]?.start, answer?.quotes[0]?.end), quote);
  });

  it('reads standard input as a file, with - or without any', async () => {
    assert.deepEqual(
      answers((await runCli(['analyse'], corpus)).out).map((answer) => [answer.id, answer.file]),
      [
        ['one', null],
        ['two', null],
      ],
    );
    assert.deepEqual(
      answers((await runCli(['analyse', '-'], said)).out).map((answer) => [answer.id, answer.file]),
      [['-', '-']],
    );
  });

  it('names a file that it cannot read, answers the rest, and exits with 1', async () => {
    const path = await write('a.corpus', corpus);
    const { status, out, err } = await runCli(['analyse', file('missing.txt'), folder, path]);
    assert.equal(status, 1);
    assert.equal(answers(out).length, 2);
    assert.equal(
      err,
      `standpoint: ${file('missing.txt')}: no such file\nstandpoint: ${folder}: is a folder\n`,
    );
  });

  it('reads what is not UTF-8 as far as it goes, and says so', async () => {
    const path = await write(
      'latin.txt',
      Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from(`. ${said}`)]),
    );
    const { status, out, err } = await runCli(['analyse', path]);
    assert.equal(status, 0);
    assert.equal(answers(out)[0]?.quotes.length, 1);
    assert.match(err, /latin\.txt: not valid UTF-8 at offset 3/);
  });

  it('answers nothing for an empty file', async () => {
    assert.deepEqual(await runCli(['analyse', await write('empty.txt', '')]), {
      status: 0,
      out: '',
      err: '',
    });
  });

  describe('--jsonl', () => {
    const line = (id: unknown, text: unknown) => JSON.stringify({ id, text });

    it('answers each line in order, with offsets into its text', async () => {
      const text = `Fares\n\n${said}`;
      const input = `${line('a', text)}\n${line('b', '')}\n${line(3, '=== c\n\nNo delimiter here: one document.')}`;
      const { status, out, err } = await runCli(['analyse', '--jsonl'], input);
      assert.deepEqual([status, err], [0, '']);
      const found = answers(out);
      assert.deepEqual(
        found.map((answer) => [answer.id, answer.file]),
        [
          ['a', null],
          ['b', null],
          [3, null],
        ],
      );
      assert.equal(text.slice(found[0]?.quotes[0]?.start, found[0]?.quotes[0]?.end), quote);
      assert.deepEqual(found[1], { id: 'b', file: null, title: null, author: null, date: null, quotes: [] });
    });

    const broken: readonly (readonly [string, string | Uint8Array])[] = [
      ['no JSON', 'nonsense'],
      ['an empty line', ''],
      ['a list', '[]'],
      ['null', 'null'],
      ['no id', '{"text": "x"}'],
      ['an id that is an object', '{"id": {}, "text": "x"}'],
      ['no text', '{"id": "x"}'],
      ['a text that is a number', '{"id": "x", "text": 1}'],
      ['half an object', '{"id": "x", "text": "y'],
      ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ];
    for (const [name, bad] of broken) {
      it(`answers ${name} with an error, the rest all the same`, async () => {
        const input = Buffer.concat([
          Buffer.from(`${line('a', said)}\r\n`),
          Buffer.from(bad),
          Buffer.from(`\n${line('b', said)}\n`),
        ]);
        const { status, out } = await runCli(['analyse', '--jsonl'], input);
        assert.equal(status, 1);
        const found = answers(out);
        assert.deepEqual(
          found.map((answer) => answer.id),
          ['a', null, 'b'],
        );
        assert.deepEqual(Object.keys(found[1] ?? {}), ['id', 'error']);
        assert.match(found[1]?.error ?? '', /^line 2: ./);
      });
    }

    it('reads files, and a missing one is named', async () => {
      const path = await write('in.jsonl', `${line('a', said)}\n`);
      const { status, out, err } = await runCli(
        ['analyse', '--jsonl', path, file('missing.jsonl'), '-'],
        line('b', 'x'),
      );
      assert.equal(status, 1);
      assert.deepEqual(
        answers(out).map((answer) => [answer.id, answer.file]),
        [
          ['a', path],
          ['b', '-'],
        ],
      );
      assert.equal(err, `standpoint: ${file('missing.jsonl')}: no such file\n`);
    });

    it('takes ids and texts as they come', async () => {
      const strange = ['__proto__', '', 'a\nb', '\ud800', '😀'];
      const { out } = await runCli(
        ['analyse', '--jsonl'],
        strange.map((id) => line(id, `${id}\0`)).join('\n'),
      );
      assert.deepEqual(
        answers(out).map((answer) => answer.id),
        strange,
      );
    });
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /no command/],
    [['nonsense'], /unknown command "nonsense"/],
    [['__proto__'], /unknown command/],
    [['analyse', '--nonsense'], /--nonsense/],
    [['analyse', '--jsonl=yes'], /--jsonl/],
    [['analyse'], /no FILE/],
  ];
  for (const [args, message] of wrong) {
    it(`exits with 2 for "${args.join(' ')}"`, async () => {
      const { status, out, err } = await runCli(args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
    });
  }

  for (const args of [['--help'], ['-h'], ['help'], ['analyse', '--help'], ['analyse', 'x.txt', '-h']]) {
    it(`prints help for "${args.join(' ')}"`, async () => {
      const { status, out, err } = await runCli(args);
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^Usage: standpoint /);
    });
  }
});
