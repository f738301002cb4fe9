import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coderSlug, newStatementId, parseSidecarName, sidecarName } from '../../../src/core/sidecar/names.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';

describe('names of sidecars', () => {
  const rows: readonly (readonly [string, string, string | null])[] = [
    ['articles.corpus.stances.yaml', 'articles.corpus', null],
    ['articles.corpus.coder-a.stances.yaml', 'articles.corpus', 'coder-a'],
    ['1.txt.stances.yaml', '1.txt', null],
    ['1.txt.ann.stances.yaml', '1.txt', 'ann'],
    ['notes.2014.txt.stances.yaml', 'notes.2014.txt', null],
    ['README.stances.yaml', 'README', null],
    ['README.ann.stances.yaml', 'README.ann', null],
    ['.hidden.stances.yaml', '.hidden', null],
    ['a.corpus.Not A Coder.stances.yaml', 'a.corpus.Not A Coder', null],
  ];
  for (const [name, corpus, coder] of rows) {
    it(name, () => {
      assert.deepEqual(parseSidecarName(name), { corpus, coder });
      assert.equal(sidecarName(corpus, coder), name);
    });
  }

  it('ask whoever knows the corpora where two readings are possible', () => {
    const name = 'README.ann.stances.yaml';
    assert.deepEqual(
      parseSidecarName(name, (file) => file === 'README'),
      { corpus: 'README', coder: 'ann' },
    );
    const dotted = 'a.corpus.b.stances.yaml';
    assert.deepEqual(
      parseSidecarName(dotted, (file) => file === 'a.corpus.b'),
      { corpus: 'a.corpus.b', coder: null },
    );
    assert.deepEqual(
      parseSidecarName(dotted, () => false),
      { corpus: 'a.corpus', coder: 'b' },
    );
  });

  it('are none of other files', () => {
    for (const name of [
      '',
      'a.yaml',
      '.stances.yaml',
      'stances.yaml',
      'a.stances.yml',
      'x/a.corpus.stances.yaml',
      'x\\a.stances.yaml',
      'a\0.stances.yaml',
    ]) {
      assert.equal(parseSidecarName(name), null, name);
    }
  });

  it('hold only coders who can stand in a file name', () => {
    assert.equal(coderSlug('Coder A'), 'coder-a');
    assert.equal(coderSlug('  Zoë_2 '), 'zoe_2');
    assert.equal(coderSlug('../../etc/passwd'), 'etc-passwd');
    assert.equal(coderSlug('…'), null);
    assert.equal(sidecarName('a.corpus', '…'), 'a.corpus.stances.yaml');
    fc.assert(
      fc.property(fc.string(), (coder) => {
        const slug = coderSlug(coder);
        if (slug === null) return;
        assert.match(slug, /^[a-z0-9_-]{1,40}$/);
        assert.equal(coderSlug(slug), slug);
        assert.deepEqual(parseSidecarName(sidecarName('a.corpus', coder)), {
          corpus: 'a.corpus',
          coder: ['txt', 'text', 'md', 'xml', 'htm', 'html', 'corpus'].includes(slug) ? null : slug,
        });
      }),
    );
  });
});

describe('ids of new statements', () => {
  it('are a letter and nine characters that nobody takes for a number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
          minLength: 10,
          maxLength: 10,
        }),
        (numbers) => {
          const rest = [...numbers];
          const id = newStatementId(() => rest.shift() ?? 0);
          assert.match(id, /^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{9}$/);
          const text = `statements:\n- id: ${id}\n  document: d\n  quote: q\n`;
          assert.deepEqual(readSidecar(text).problems, []);
          assert.equal(readSidecar(text).statements[0]?.statement.id, id);
        },
      ),
    );
  });
});
