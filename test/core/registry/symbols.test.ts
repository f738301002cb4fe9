import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codebookSymbolAt, corpusSymbolAt, sidecarSymbolAt } from '../../../src/core/registry/symbols.js';
import { referencesOf } from '../../../src/core/registry/references.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import { CODEBOOK, CORPUS, OTHER, projectOf, SIDECAR, TEXT } from './project.js';

describe('registry: what stands at an offset', () => {
  const project = projectOf();
  const { codebook } = project;

  for (const [words, kind, id, role] of [
    ['fares\n', 'issue', 'fares', 'id'],
    ['Fares may rise', 'issue', 'fares', 'name'],
    ['Harbour Board', 'organisation', 'board', 'name'],
    ['HB', 'organisation', 'board', 'alias'],
    ['the union', 'organisation', 'union', 'alias'],
    ['union\n\n', 'organisation', 'union', 'parent'],
    ['forum, role', 'organisation', 'forum', 'affiliation'],
    ['ada-quill', 'person', 'ada-quill', 'id'],
  ] as const) {
    it(`finds ${id} at “${words.trim()}” of a codebook`, () => {
      const found = codebookSymbolAt(CODEBOOK, CODEBOOK.indexOf(words) + 1);
      assert.deepEqual([found?.kind, found?.id, found?.role], [kind, id, role]);
    });
  }

  it('finds nothing in comments, keys, roles and dates of a codebook', () => {
    for (const words of ['kept by hand', 'label', 'chair', '2025-01-31', 'x-wave']) {
      assert.equal(codebookSymbolAt(CODEBOOK, CODEBOOK.indexOf(words) + 1), null, words);
    }
  });

  it('finds the entry that a value of a statement names, person or organisation', () => {
    const { text, file } = project.sidecar(SIDECAR) ?? assert.fail();
    const at = (words: string) => sidecarSymbolAt(file, codebook, text.indexOf(words) + words.length - 1);
    assert.deepEqual(
      ['speaker: ada-quill', 'speaker: forum', 'issue: prices', 'stance: mixed', 'claimed_by: forum'].map(
        (words) => [at(words)?.kind, at(words)?.id],
      ),
      [
        ['person', 'ada-quill'],
        ['organisation', 'forum'],
        ['issue', 'prices'],
        ['stance', 'mixed'],
        ['organisation', 'forum'],
      ],
    );
    assert.equal(at('document: early'), null);
    assert.equal(at('quote: "Fares'), null);
  });

  it('finds the actor that a source mentions, by its name or an alias', () => {
    const corpus = project.corpus(CORPUS) ?? assert.fail();
    const at = (words: string) => corpusSymbolAt(corpus, codebook, TEXT.indexOf(words) + 1)?.id;
    assert.equal(at('Ada Quill'), 'ada-quill');
    assert.equal(at('Islanders Forum'), 'forum');
    assert.equal(at('Harbour Board'), 'board');
    assert.equal(at('Fares may'), undefined);
  });

  it('never throws, whatever the text and the offset', () => {
    const yaml = fc.oneof(
      fc.string(),
      fc.string().map((s) => `${CODEBOOK.slice(0, s.length * 20)}${s}`),
    );
    fc.assert(
      fc.property(yaml, fc.nat(2000), (text, offset) => {
        codebookSymbolAt(text, offset);
        sidecarSymbolAt(readSidecar(text), codebook, offset);
      }),
      { numRuns: 200 },
    );
  });
});

describe('registry: references', () => {
  const project = projectOf();
  const counted = (kind: 'organisation' | 'person' | 'issue' | 'stance', id: string) => {
    const counts = new Map<string, number>();
    for (const { address, role } of referencesOf(project, { kind, id })) {
      const key = `${address ?? 'codebook'} ${role}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return Object.fromEntries(counts);
  };

  it('finds an organisation in codebook, statements of every coder, and sources', () => {
    assert.deepEqual(counted('organisation', 'forum'), {
      'codebook id': 1,
      'codebook affiliation': 1,
      [`${SIDECAR} statement`]: 3,
      [`${OTHER} statement`]: 1,
      [`${CORPUS} mention`]: 1,
    });
    assert.equal(counted('organisation', 'board')[`${CORPUS} mention`], 2);
    assert.equal(counted('organisation', 'union')['codebook parent'], 1);
  });

  it('finds people, issues and stances, and each in its own words', () => {
    assert.equal(counted('person', 'ada-quill')[`${CORPUS} mention`], 2);
    assert.deepEqual(counted('issue', 'prices'), { 'codebook id': 1, [`${SIDECAR} statement`]: 2 });
    assert.deepEqual(counted('stance', 'mixed'), { [`${SIDECAR} statement`]: 1 });
    for (const { address, span } of referencesOf(project, { kind: 'issue', id: 'prices' })) {
      const text = (address === null ? project.codebookText : project.sidecar(address)?.text) ?? '';
      assert.equal(text.slice(span.start, span.end), 'prices');
    }
  });
});
