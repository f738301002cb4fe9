import assert from 'node:assert/strict';
import { Project, type Addressing } from '../../../src/core/model/project.js';
import type { ProjectChange } from '../../../src/core/model/types.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

const corpus = [
  '=== ferry-one',
  'title: Ferry fares to rise',
  'date: 2025-02-03',
  '',
  'The harbour board met on Monday.',
  '',
  '“Higher fares would empty the boats,” said Ada Quill, chair of the Islanders Forum.',
  '',
  '=== ferry-two',
  'title: Board replies',
  'date: 2025-03-04',
  '',
  'A spokesman for the harbour board said: “The boats must pay their way.”',
  '',
].join('\n');

const QUOTE = 'Higher fares would empty the boats,';

function sidecar(
  statements: readonly { id: string; document: string; quote: string; organisation?: string }[],
): string {
  const blocks = statements.map(
    ({ id, document, quote, organisation = 'forum' }) =>
      `- id: ${id}\n  document: ${document}\n  quote: ${JSON.stringify(quote)}\n  prefix: ""\n  suffix: ""\n  organisation: ${organisation}\n  issue: fares\n  stance: oppose\n`,
  );
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;
}

function project(files: Record<string, string>): { model: Project; changes: ProjectChange[] } {
  const model = new Project('/w', paths);
  model.batch(() => {
    for (const [name, text] of Object.entries(files)) hand(model, name, text);
  });
  const changes: ProjectChange[] = [];
  model.onDidChange((change) => changes.push(change));
  return { model, changes };
}

function hand(model: Project, name: string, text: string | null): void {
  if (name === 'standpoint.yaml') model.setCodebook(text);
  else if (name.endsWith('.stances.yaml')) model.setSidecar(`/w/${name}`, text);
  else model.setCorpus(`/w/${name}`, text);
}

const words = (model: Project, key = '/w/a.corpus.stances.yaml#s000000001'): string | null => {
  const statement = model.statement(key);
  const owner = statement && model.corpus(statement.corpus);
  const span = statement && owner?.spanOf(statement);
  return span && owner ? owner.text.slice(span.start, span.end) : null;
};

const files = {
  'a.corpus.stances.yaml': sidecar([{ id: 's000000001', document: 'ferry-one', quote: QUOTE }]),
  'a.corpus': corpus,
};

describe('Project', () => {
  it('finds the words of a statement, whichever file came first', () => {
    assert.equal(words(project(files).model), QUOTE);
    assert.equal(words(project(Object.fromEntries(Object.entries(files).reverse())).model), QUOTE);
  });

  it('tells once of many files', () => {
    const { model, changes } = project({});
    model.batch(() => Object.entries(files).forEach(([name, text]) => hand(model, name, text)));
    assert.equal(changes.length, 1);
    assert.deepEqual([...(changes[0]?.corpora ?? [])], ['/w/a.corpus']);
  });

  it('tells nothing when a file is handed in again unchanged', () => {
    const { model, changes } = project(files);
    Object.entries(files).forEach(([name, text]) => hand(model, name, text));
    assert.deepEqual(changes, []);
  });

  it('keeps the very same statement when text before its document changes', () => {
    const { model, changes } = project({
      ...files,
      'a.corpus.stances.yaml': sidecar([
        { id: 's000000001', document: 'ferry-two', quote: 'The boats must pay their way' },
      ]),
    });
    const before = model.statements()[0];
    model.setCorpus('/w/a.corpus', corpus.replace('met on Monday', 'met on Monday and again on Tuesday'));
    assert.equal(model.statements()[0], before);
    assert.equal(words(model), 'The boats must pay their way');
    assert.equal(changes[0]?.statements.size, 0);
  });

  it('names the organisations whose statements changed', () => {
    const { model, changes } = project(files);
    hand(
      model,
      'a.corpus.stances.yaml',
      sidecar([{ id: 's000000001', document: 'ferry-one', quote: QUOTE, organisation: 'board' }]),
    );
    assert.deepEqual([...(changes[0]?.organisations ?? [])].sort(), ['board', 'forum']);
  });

  it('stays with words that are corrected in the editor, and says that they changed', () => {
    const { model } = project(files);
    const at = corpus.indexOf('empty the');
    model.followEdits('/w/a.corpus', [{ start: at, end: at + 5, newText: 'clear' }]);
    model.setCorpus('/w/a.corpus', corpus.replace('empty the', 'clear the'));
    assert.equal(words(model), 'Higher fares would clear the boats,');
    const place = model.statements()[0]?.place;
    assert.equal(place?.outcome === 'located' && place.changed, true);
  });

  it('calls a statement lost when its words are deleted, and finds it when they come back', () => {
    const { model } = project(files);
    const start = corpus.indexOf('“Higher');
    const end = corpus.indexOf('\n\n=== ferry-two');
    model.followEdits('/w/a.corpus', [{ start, end, newText: '' }]);
    model.setCorpus('/w/a.corpus', corpus.slice(0, start) + corpus.slice(end));
    assert.equal(model.statements()[0]?.place.outcome, 'lost');
    model.followEdits('/w/a.corpus', [{ start, end: start, newText: corpus.slice(start, end) }]);
    model.setCorpus('/w/a.corpus', corpus);
    assert.equal(words(model), QUOTE);
  });

  it('never moves a statement to another document', () => {
    const { model } = project(files);
    model.setCorpus('/w/a.corpus', corpus.replace('=== ferry-one', '=== ferry-0'));
    assert.equal(model.statements()[0]?.place.outcome === 'located', false);
  });

  it('shows statements whose corpus is gone as lost', () => {
    const { model } = project(files);
    hand(model, 'a.corpus', null);
    assert.equal(model.statements().length, 1);
    assert.equal(model.statements()[0]?.place.outcome, 'lost');
  });

  it('keeps the statements of coders apart', () => {
    const { model } = project({
      ...files,
      'a.corpus.ben.stances.yaml': sidecar([{ id: 's000000001', document: 'ferry-one', quote: QUOTE }]),
    });
    assert.deepEqual(
      model.statements().map((statement) => statement.coder),
      [null, 'ben'],
    );
    assert.equal(new Set(model.statements().map((statement) => statement.key)).size, 2);
  });

  it('lets names of the codebook win over what the text suggests', () => {
    const { model, changes } = project(files);
    hand(
      model,
      'standpoint.yaml',
      'standpoint: 1\norganisations:\n- id: forum\n  name: Forum of All the Islands\n  aliases: [Islanders Forum]\npeople:\n- id: ada-quill\n  name: Ada Quill\n  affiliations:\n  - {organisation: forum}\n',
    );
    const quote = model.corpus('/w/a.corpus')?.document('ferry-one')?.analysis.quotes[0];
    assert.equal(quote?.person, 'Ada Quill');
    assert.equal(quote.organisation, 'Forum of All the Islands');
    assert.equal(changes[0]?.codebook, true);
  });
});
