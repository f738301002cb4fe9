import { assert } from 'chai';
import { beginning } from '../../src/core/text/excerpt.js';
import { escaped } from '../../src/editor/common/markdown.js';
import { freeId, idFromTitle } from '../../src/editor/reading/ids.js';
import { layered } from '../../src/editor/reading/layers.js';
import { utterances } from '../../src/core/passages/quotes.js';
import type { Quote, QuoteKind } from '../../src/core/quotes/types.js';

function quote(kind: QuoteKind, start: number, end: number): Quote {
  const nobody = { speaker: null, cue: null, person: null, organisation: null, confidence: 0 };
  return { kind, start, end, ...nobody, reason: 'none' };
}

describe('reading: small parts', () => {
  it('cuts overlapping spans into pieces, the inner on top', () => {
    const outer = { start: 0, end: 10, name: 'outer' };
    const inner = { start: 3, end: 5, name: 'inner' };
    const across = { start: 8, end: 12, name: 'across' };
    const pieces = layered([across, inner, outer]).map(({ start, end, name }) => `${start}-${end} ${name}`);
    assert.deepEqual(pieces, ['0-3 outer', '3-5 inner', '5-8 outer', '8-12 across']);
  });

  it('keeps the later of two spans that are the same, and none that is empty', () => {
    const pieces = layered([
      { start: 2, end: 4, name: 'first' },
      { start: 2, end: 4, name: 'second' },
      { start: 3, end: 3, name: 'empty' },
    ]);
    assert.deepEqual(
      pieces.map(({ start, end, name }) => [start, end, name]),
      [[2, 4, 'second']],
    );
  });

  it('covers just what the spans cover, whatever they are', () => {
    let state = 7;
    const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
    for (let round = 0; round < 500; round++) {
      const spans = Array.from({ length: random(8) }, () => {
        const start = random(30);
        return { start, end: start + random(10) };
      });
      const covered = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      );
      const pieces = layered(spans);
      let at = 0;
      const drawn: number[] = [];
      for (const { start, end } of pieces) {
        assert.isAtLeast(start, at);
        assert.isAbove(end, start);
        for (let i = start; i < end; i++) drawn.push(i);
        at = end;
      }
      assert.deepEqual(
        drawn,
        [...covered].sort((a, b) => a - b),
      );
    }
  });

  it('takes reported speech with words in marks for one utterance, and titles for none', () => {
    const quotes = [
      quote('reported', 0, 50),
      quote('partial', 10, 20),
      quote('scare', 60, 70),
      quote('direct', 80, 90),
    ];
    const found = utterances({ analysis: { quotes, mentions: [] } });
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['reported', 'direct'],
    );
  });

  it('escapes whatever Markdown could take for more than text', () => {
    assert.strictEqual(escaped('a_b'), 'a\\_b');
    for (const hostile of [
      '<b>',
      '[a](command:b)',
      '![a](b)',
      '$(zap)',
      '`c`',
      '&lt;',
      '# h',
      '| a |',
      'https://a.b',
    ]) {
      assert.notMatch(escaped(hostile), /(?<!\\)[<[`$&#|:!]/, hostile);
    }
  });

  it('shortens a text on one line and never splits a character', () => {
    assert.strictEqual(beginning('two\n words', 20), 'two words');
    assert.strictEqual(beginning('ab😀cd', 3), 'ab…');
    assert.strictEqual(beginning('x'.repeat(500), 3), 'xxx…');
    assert.strictEqual(beginning(' '.repeat(500), 3), '…');
  });

  it('finds an id that no document has', () => {
    const documents = [{ id: 'a' }, { id: 'a-2' }, { id: 'document-3' }];
    assert.strictEqual(freeId('a', documents), 'a-3');
    assert.strictEqual(freeId('b', documents), 'b');
    assert.strictEqual(idFromTitle('Über alles: “So what?”', 1, documents), 'uber-alles-so-what');
    assert.strictEqual(idFromTitle('…', 3, documents), 'document-3-2');
  });
});
