import assert from 'node:assert/strict';
import { Project, type Addressing } from '../../../src/core/model/project.js';
import type { PlacedStatement, ProjectChange } from '../../../src/core/model/types.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

const CORPUS = '/w/a.corpus';
const SIDECAR = '/w/a.corpus.stances.yaml';

const TEXT = [
  '=== one',
  'date: 2025-02-03',
  '',
  '“Higher fares would empty the boats,” said Ada Quill. “Lower fares would fill them.”',
  '',
  '=== two',
  'date: 2025-03-04',
  '',
  '“The boats must pay their way,” said the harbour board.',
  '',
].join('\n');

interface Row {
  readonly id: string;
  readonly document: string;
  readonly quote: string;
  readonly organisation: string;
  readonly stance?: string;
}

const ROWS: readonly Row[] = [
  { id: 'saaaaaaaaa', document: 'one', quote: 'Higher fares would empty the boats,', organisation: 'forum' },
  { id: 'sbbbbbbbbb', document: 'one', quote: 'Lower fares would fill them.', organisation: 'users' },
  { id: 'sccccccccc', document: 'two', quote: 'The boats must pay their way,', organisation: 'board' },
];

function sidecar(rows: readonly Row[], eol = '\n'): string {
  const blocks = rows.map(
    ({ id, document, quote, organisation, stance = 'oppose' }) =>
      `- id: ${id}\n  document: ${document}\n  quote: ${JSON.stringify(quote)}\n  prefix: ""\n  suffix: ""\n  organisation: ${organisation}\n  issue: fares\n  stance: ${stance}\n`,
  );
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`.replaceAll('\n', eol);
}

function load(rows: readonly Row[] = ROWS): { model: Project; changes: ProjectChange[] } {
  const model = new Project('/w', paths);
  model.setSidecar(SIDECAR, sidecar(rows));
  model.setCorpus(CORPUS, TEXT);
  const changes: ProjectChange[] = [];
  model.onDidChange((change) => changes.push(change));
  return { model, changes };
}

function organisations(changes: readonly ProjectChange[]): readonly unknown[] {
  return changes.flatMap((change) => [...change.organisations]).sort();
}

function wordsOf(model: Project, id: string): string | null {
  const statement = statementOf(model, id);
  const corpus = model.corpus(CORPUS);
  const span = corpus?.spanOf(statement);
  return corpus && span ? corpus.text.slice(span.start, span.end) : null;
}

function statementOf(model: Project, id: string): PlacedStatement {
  const found = model.statement(`${SIDECAR}#${id}`);
  assert.ok(found, `no statement ${id}`);
  return found;
}

/** Types into the corpus as an editor would: each edit is told first, the text is handed in at the end. */
function type(model: Project, ...edits: readonly { readonly on: string; readonly put: string }[]): string {
  let text = model.corpus(CORPUS)?.text ?? '';
  for (const { on, put } of edits) {
    const start = text.indexOf(on);
    assert.notEqual(start, -1, `“${on}” is not in the text`);
    model.followEdits(CORPUS, [{ start, end: start + on.length, newText: put }]);
    text = text.slice(0, start) + put + text.slice(start + on.length);
  }
  return text;
}

describe('Project: what a change names', () => {
  it('names one organisation when one statement of the sidecar is edited, though the others move in the file', () => {
    const { model, changes } = load();
    const rows = ROWS.map((row, index) => (index === 0 ? { ...row, stance: 'support' } : row));
    model.setSidecar(SIDECAR, sidecar(rows));
    assert.deepEqual(organisations(changes), ['forum']);
    const { stored } = statementOf(model, 'sccccccccc');
    const text = model.sidecar(SIDECAR)?.text ?? '';
    assert.match(text.slice(stored.span.start, stored.span.end), /^- id: sccccccccc/);
  });

  it('names one organisation when a statement is put first or taken away', () => {
    const { model, changes } = load();
    const extra = { ...ROWS[0]!, id: 'sddddddddd', organisation: 'newcomer' };
    model.setSidecar(SIDECAR, sidecar([extra, ...ROWS]));
    model.setSidecar(SIDECAR, sidecar(ROWS));
    assert.deepEqual(
      changes.map((change) => [...change.organisations]),
      [['newcomer'], ['newcomer']],
    );
  });

  it('names no organisation when only a comment or the line ends of the sidecar change', () => {
    const { model, changes } = load();
    model.setSidecar(SIDECAR, `# by hand\n${sidecar(ROWS)}`);
    model.setSidecar(SIDECAR, sidecar(ROWS, '\r\n'));
    assert.deepEqual(organisations(changes), []);
    assert.deepEqual(
      changes.map((change) => [...change.sidecars]),
      [[SIDECAR], [SIDECAR]],
    );
  });

  it('names both the old and the new organisation', () => {
    const { model, changes } = load();
    model.setSidecar(
      SIDECAR,
      sidecar(ROWS.map((row) => (row.organisation === 'users' ? { ...row, organisation: 'riders' } : row))),
    );
    assert.deepEqual(organisations(changes), ['riders', 'users']);
  });

  it('names the organisations of a document whose date changes: their history is another one', () => {
    const { model, changes } = load();
    model.setCorpus(CORPUS, TEXT.replace('2025-03-04', '2024-03-04'));
    assert.deepEqual(organisations(changes), ['board']);
    assert.equal(statementOf(model, 'sccccccccc').date, '2024-03-04');
  });

  it('tells of many files with one event, even if handing them in fails half-way', () => {
    const { model, changes } = load();
    assert.throws(() =>
      model.batch(() => {
        model.setCodebook('standpoint: 1\n');
        throw new Error('the disk is gone');
      }),
    );
    model.setCodebook('standpoint: 1\nissues: []\n');
    assert.equal(changes.at(-1)?.codebook, true);
  });

  it('shows both of two statements with one id, under keys of their own', () => {
    const [first, second] = ROWS;
    const { model } = load([first!, { ...second!, id: first!.id }]);
    assert.deepEqual(
      model.statements().map(({ key }) => key),
      [`${SIDECAR}#saaaaaaaaa`, `${SIDECAR}#saaaaaaaaa#1`],
    );
  });

  it('keeps the statements of a corpus that is deleted, and finds their words when it comes back', () => {
    const { model, changes } = load();
    model.setCorpus(CORPUS, null);
    assert.deepEqual(
      model.statements().map(({ place }) => place.outcome),
      ['lost', 'lost', 'lost'],
    );
    assert.deepEqual(organisations(changes), ['board', 'forum', 'users']);
    model.setCorpus(CORPUS, TEXT);
    assert.equal(wordsOf(model, 'sbbbbbbbbb'), 'Lower fares would fill them.');
  });

  it('ignores the going of files that it never had', () => {
    const { model, changes } = load();
    model.setCorpus('/w/b.corpus', null);
    model.setSidecar('/w/b.corpus.stances.yaml', null);
    model.setCodebook(null);
    assert.deepEqual(changes, []);
  });
});

describe('Project: following what is typed', () => {
  it('moves with words typed before, and grows with words typed inside', () => {
    const { model } = load();
    const text = type(
      model,
      { on: 'Ada Quill', put: 'Dr Ada Quill' },
      { on: 'Higher fares', put: 'Higher bus fares' },
      { on: 'empty the boats', put: 'quite empty the boats' },
    );
    model.setCorpus(CORPUS, text);
    assert.equal(wordsOf(model, 'saaaaaaaaa'), 'Higher bus fares would quite empty the boats,');
    assert.equal(wordsOf(model, 'sbbbbbbbbb'), 'Lower fares would fill them.');
    assert.equal(wordsOf(model, 'sccccccccc'), 'The boats must pay their way,');
  });

  it('leaves words typed at the edges outside', () => {
    const { model } = load();
    model.setCorpus(
      CORPUS,
      type(model, { on: '“Lower', put: '“No: Lower' }, { on: 'them.”', put: 'them. So!”' }),
    );
    assert.equal(wordsOf(model, 'sbbbbbbbbb'), 'Lower fares would fill them.');
  });

  it('still follows when the sidecar changes between a key press and the new text', () => {
    const { model } = load();
    const text = type(model, { on: 'empty the boats', put: 'clear the boats out' });
    model.setSidecar(SIDECAR, sidecar(ROWS.map((row) => ({ ...row, stance: 'support' }))));
    model.setCorpus(CORPUS, text);
    assert.equal(wordsOf(model, 'saaaaaaaaa'), 'Higher fares would clear the boats out,');
    assert.equal(statementOf(model, 'saaaaaaaaa').place.outcome, 'located');
  });

  it('does not follow on from places that an outside change has made wrong', () => {
    const { model } = load();
    const corpus = model.corpus(CORPUS);
    // The text was reloaded with words before the quote, and typed in before the new text was handed in.
    const reloaded = TEXT.replace('“Higher', 'Hi “Higher');
    corpus?.forgetEdits();
    const at = reloaded.indexOf('Hi ');
    model.followEdits(CORPUS, [{ start: at, end: at + 3, newText: '' }]);
    model.setCorpus(CORPUS, TEXT.replace('=== one', '=== one '));
    assert.equal(wordsOf(model, 'saaaaaaaaa'), 'Higher fares would empty the boats,');
    const place = statementOf(model, 'saaaaaaaaa').place;
    assert.equal(place.outcome === 'located' && place.changed, false);
  });

  it('does not carry a statement into the next document when the delimiter moves over it', () => {
    const { model } = load();
    const moved = type(
      model,
      { on: '=== two\ndate: 2025-03-04\n\n', put: '' },
      { on: '“Lower', put: '\n=== two\ndate: 2025-03-04\n\n“Lower' },
    );
    model.setCorpus(CORPUS, moved);
    assert.notEqual(statementOf(model, 'sbbbbbbbbb').place.outcome, 'located');
    assert.equal(wordsOf(model, 'sccccccccc'), 'The boats must pay their way,');
  });

  it('finds its words again after every line end has changed', () => {
    const { model, changes } = load();
    model.setCorpus(CORPUS, TEXT.replaceAll('\n', '\r\n'));
    assert.equal(wordsOf(model, 'sccccccccc'), 'The boats must pay their way,');
    assert.deepEqual(
      model.statements().map(({ place }) => place.outcome === 'located' && !place.changed),
      [true, true, true],
    );
    assert.deepEqual([...(changes[0]?.corpora ?? [])], [CORPUS]);
  });
});
