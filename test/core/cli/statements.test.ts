import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from './streams.js';

const codebook = `standpoint: 1
issues:
- {id: fares, label: Fares may rise}
organisations:
- {id: board, name: Harbour Board}
- {id: forum, name: Islanders Forum}
people:
- id: ada-quill
  name: Ada Quill
  affiliations:
  - {organisation: board, to: 2025-01-31}
  - {organisation: forum, from: 2025-02-01}
`;
const corpus = `=== early
date: 2025-01-10

Ada Quill said: “Fares may have to rise.”

=== late
date: 2025-03-10

Ada Quill said: “No fare should rise by a penny.”
`;
const block = (id: string, document: string, quote: string, stance: string, more = '') =>
  `- id: ${id}\n  document: ${document}\n  quote: ${JSON.stringify(quote)}\n  prefix: ""\n  suffix: ""\n  speaker: ada-quill\n  issue: fares\n  stance: ${stance}\n  basis: quoted\n${more}`;
const sidecar = `standpoint: 1
coder: coder-a

statements:

${block('aaaaaaaaaa', 'early', 'Fares may have to rise.', 'support', '  note: "=a formula"\n')}
${block('bbbbbbbbbb', 'late', 'No fare should rise by a penny.', 'oppose')}
${block('cccccccccc', 'late', 'Words that nobody has ever written down', 'oppose')}`;

interface Line {
  readonly [key: string]: unknown;
}

const lines = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('standpoint statements and positions', function () {
  this.timeout(30_000);
  let folder = '';
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-cli-'));
    await write('standpoint.yaml', codebook);
    await write('texts/ferries.corpus', corpus);
    await write('texts/ferries.corpus.coder-a.stances.yaml', sidecar);
  });
  after(() => rm(folder, { recursive: true }));

  it('locates each statement in the corpus as it is now, with names from the codebook above it', async () => {
    const { status, out } = await runCli(['statements', folder]);
    const found = lines(out);
    assert.equal(status, 0);
    const text = await readFile(join(folder, 'texts/ferries.corpus'), 'utf8');
    assert.equal(
      text.slice(Number(found[0]?.['start']), Number(found[0]?.['end'])),
      'Fares may have to rise.',
    );
    assert.deepEqual(
      found.map((line) => [line['id'], line['outcome'], line['date'], line['person'], line['organisation']]),
      [
        ['aaaaaaaaaa', 'located', '2025-01-10', 'Ada Quill', 'Harbour Board'],
        ['bbbbbbbbbb', 'located', '2025-03-10', 'Ada Quill', 'Islanders Forum'],
        ['cccccccccc', 'lost', '2025-03-10', 'Ada Quill', 'Islanders Forum'],
      ],
    );
    assert.deepEqual([found[2]?.['start'], found[2]?.['end']], [null, null]);
  });

  it('takes a corpus file or a sidecar for a path, and gives each statement once', async () => {
    const one = await runCli(['statements', join(folder, 'texts/ferries.corpus')]);
    const two = await runCli(['statements', join(folder, 'texts/ferries.corpus.coder-a.stances.yaml')]);
    const both = await runCli(['statements', folder, join(folder, 'texts')]);
    assert.equal(lines(one.out).length, 3);
    assert.equal(lines(two.out).length, 3);
    assert.equal(lines(both.out).length, 3);
  });

  it('counts a byte order mark, since it is part of the file', async () => {
    await write('marked/ferries.corpus', `\uFEFF${corpus}`);
    await write('marked/ferries.corpus.stances.yaml', sidecar);
    const [first] = lines((await runCli(['statements', join(folder, 'marked')])).out);
    const text = `\uFEFF${corpus}`;
    assert.equal(text.slice(Number(first?.['start']), Number(first?.['end'])), 'Fares may have to rise.');
  });

  it('prints a table in which no spreadsheet runs a formula', async () => {
    const { out } = await runCli(['statements', '--format', 'csv', join(folder, 'texts')]);
    const [head, first] = out.split('\n');
    assert.match(head ?? '', /^id,sidecar,coder,corpus,document,date,outcome,start,end,quote,person/);
    assert.match(first ?? '', /,'=a formula$/);
  });

  it('prints what each organisation holds on each issue', async () => {
    const found = lines((await runCli(['positions', join(folder, 'texts')])).out);
    assert.deepEqual(
      found.map((line) => [line['organisation'], line['issue'], line['stance'], line['statements']]),
      [
        ['Harbour Board', 'fares', 'support', 1],
        ['Islanders Forum', 'fares', 'oppose', 2],
      ],
    );
  });

  it('says which path cannot be read, and what is wrong with its arguments', async () => {
    const missing = await runCli(['statements', join(folder, 'nowhere')]);
    assert.equal(missing.status, 1);
    assert.match(missing.err, /nowhere: no such file or folder/);
    const wrong = await runCli(['positions', '--format', 'xml']);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /unknown format "xml"/);
  });
});

describe('standpoint check', function () {
  this.timeout(30_000);
  let folder = '';
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-check-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is quiet where all is well', async () => {
    await write('standpoint.yaml', codebook);
    await write('ferries.corpus', corpus);
    assert.deepEqual(await runCli(['check', folder]), { status: 0, out: '', err: '' });
  });

  it('says where an error is, and fails', async () => {
    await write('ferries.corpus', `${corpus}\n=== early\n\nAgain.\n`);
    await write('ferries.corpus.stances.yaml', 'standpoint: 1\nstatements:\n- id: aaaaaaaaaa\n  note: [x\n');
    const { status, out } = await runCli(['check', folder]);
    assert.equal(status, 1);
    assert.match(out, /ferries\.corpus:11:5: \w+: The id “early” is taken .*\(duplicate-id\)/);
    assert.match(out, /ferries\.corpus\.stances\.yaml:\d+:\d+: error: This is not valid YAML/);
  });

  it('tells of statements without a place, which are no errors', async () => {
    await write('ferries.corpus', corpus);
    await write('ferries.corpus.stances.yaml', sidecar);
    await write('gone.corpus.stances.yaml', sidecar);
    const { status, out } = await runCli(['check', '--format', 'json', folder]);
    assert.equal(status, 0);
    assert.deepEqual(
      lines(out).map((line) => line['code']),
      ['lost', 'orphan'],
    );
  });
});
