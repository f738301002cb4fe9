import assert from 'node:assert/strict';
import { locateAllElsewhereInSlices, locateElsewhere } from '../../../src/core/anchors/elsewhere.js';
import { finish } from '../../../src/core/anchors/slices.js';
import { Project, type Addressing } from '../../../src/core/model/project.js';
import type { PlacedStatement } from '../../../src/core/model/types.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

const QUOTE = 'The levy pays for the sea wall that every visitor to Wharfside walks along';

const document = (id: string, words: string): string =>
  `=== ${id}\ndate: 2025-03-04\n\nThe council met on Monday in the old net loft. “${words},” said Nadia Khan, and sat down.\n\n`;

const sidecar = (id: string, home: string): string =>
  `standpoint: 1\n\nstatements:\n\n- id: ${id}\n  document: ${home}\n  quote: ${JSON.stringify(QUOTE)}\n` +
  `  prefix: "in the old net loft. “"\n  suffix: ",” said Nadia Khan"\n  organisation: residents\n`;

function project(corpus: string): Project {
  const model = new Project('/w', paths);
  model.setCorpus('/w/a.corpus', corpus);
  model.setSidecar('/w/a.corpus.stances.yaml', sidecar('k2k2k2k2k2', 'levy'));
  return model;
}

function only(model: Project): PlacedStatement {
  const [statement, ...others] = model.statements();
  assert.ok(statement);
  assert.deepEqual(others, []);
  return statement;
}

/** Looks for the statement's words in all documents, as the editor does in the background. */
function suggest(model: Project): void {
  const corpus = model.corpus('/w/a.corpus');
  assert.ok(corpus);
  const texts = new Map(corpus.documents.map((one) => [one.document.id, one.text]));
  const statement = only(model);
  const [best] = locateElsewhere(texts, statement.stored.statement);
  model.suggestElsewhere(corpus.address, new Map(best ? [[statement.key, best]] : []));
}

describe('a statement whose document is gone', () => {
  it('is suggested in another document, and never more than that', () => {
    const model = project(document('harbour-levy', QUOTE));
    assert.equal(only(model).place.outcome, 'lost');
    suggest(model);
    const statement = only(model);
    assert.equal(statement.place.outcome, 'suggested');
    assert.equal(statement.document, 'harbour-levy');
    assert.equal(statement.date, '2025-03-04');
    assert.equal(statement.stored.statement.document, 'levy');
    const corpus = model.corpus('/w/a.corpus');
    const span = corpus?.spanOf(statement);
    assert.ok(corpus && span);
    assert.equal(corpus.text.slice(span.start, span.end), QUOTE);
    assert.deepEqual(corpus.document('harbour-levy')?.statements, [statement]);
  });

  it('is lost again when the words there change, and home again when its document comes back', () => {
    const model = project(document('harbour-levy', QUOTE));
    suggest(model);
    model.setCorpus('/w/a.corpus', document('harbour-levy', 'Nothing was said of it'));
    assert.equal(only(model).place.outcome, 'lost');
    model.setCorpus('/w/a.corpus', document('harbour-levy', QUOTE) + document('levy', QUOTE));
    assert.equal(only(model).document, 'levy');
    assert.equal(only(model).place.outcome, 'located');
  });

  it('tells of the change once, with its organisation', () => {
    const model = project(document('harbour-levy', QUOTE));
    const told: (readonly (string | null)[])[] = [];
    model.onDidChange(({ organisations }) => told.push([...organisations]));
    suggest(model);
    assert.deepEqual(told, [['residents']]);
  });
});

describe('a refused place', () => {
  it('leaves the statement lost while the same words stand there', () => {
    const model = project(document('harbour-levy', QUOTE));
    suggest(model);
    model.refuse(only(model));
    assert.equal(only(model).place.outcome, 'lost');
    suggest(model);
    assert.equal(only(model).place.outcome, 'lost');
    model.setCorpus(
      '/w/a.corpus',
      `${document('first', 'Something else')}${document('harbour-levy', QUOTE)}`,
    );
    suggest(model);
    assert.equal(only(model).place.outcome, 'lost');
  });

  it('is forgotten when the statement is found in its own document', () => {
    const model = project(document('levy', QUOTE.replace('every visitor', 'no visitor')));
    const { place } = only(model);
    assert.notEqual(place.outcome, 'lost');
    model.refuse(only(model));
    assert.equal(only(model).place.outcome, 'lost');
    model.setCorpus('/w/a.corpus', document('levy', QUOTE));
    assert.equal(only(model).place.outcome, 'located');
  });
});

describe('hiding sidecars', () => {
  it('takes their statements out of every list, and brings them back', () => {
    const model = project(document('levy', QUOTE));
    model.setSidecar('/w/a.corpus.coder-b.stances.yaml', sidecar('m3m3m3m3m3', 'levy'));
    model.setSidecar('/w/gone.corpus.coder-b.stances.yaml', sidecar('n4n4n4n4n4', 'levy'));
    const ids = (): readonly string[] =>
      model
        .statements()
        .map(({ stored }) => stored.statement.id)
        .sort();
    assert.deepEqual(ids(), ['k2k2k2k2k2', 'm3m3m3m3m3', 'n4n4n4n4n4']);
    const told: boolean[] = [];
    model.onDidChange(({ statements }) => told.push(statements.has('/w/a.corpus')));
    model.show((one) => one.coder === null);
    assert.deepEqual(ids(), ['k2k2k2k2k2']);
    assert.equal(model.corpus('/w/a.corpus')?.document('levy')?.statements.length, 1);
    assert.equal(model.sidecars.length, 3, 'the files are still known');
    model.setSidecar('/w/a.corpus.coder-b.stances.yaml', sidecar('p5p5p5p5p5', 'levy'));
    assert.deepEqual(ids(), ['k2k2k2k2k2']);
    model.show(() => true);
    assert.deepEqual(ids(), ['k2k2k2k2k2', 'n4n4n4n4n4', 'p5p5p5p5p5']);
    assert.ok(told[0]);
  });
});

describe('many anchors elsewhere', () => {
  it('are found in one pass as each by itself', () => {
    const other = 'nobody asked the boatowners whether they would pay it or sail on';
    const texts = new Map([
      ['one', `He said “${QUOTE}” and left.`],
      ['two', `They wrote that ${other} to the next quay.`],
      ['three', 'Nothing of the kind.'],
    ]);
    const anchors = [QUOTE, other, 'words that stand in no document at all, whichever one looks at'].map(
      (quote) => ({ at: null, quote, prefix: '', suffix: '' }),
    );
    const together = finish(locateAllElsewhereInSlices(texts, anchors));
    assert.deepEqual(
      together,
      anchors.map((anchor) => locateElsewhere(texts, anchor)),
    );
    assert.deepEqual(
      together.map((places) => places.map(({ document }) => document)),
      [['one'], ['two'], []],
    );
  });
});
