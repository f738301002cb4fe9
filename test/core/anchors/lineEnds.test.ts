import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromLf, LineEnds, toLf, withLf } from '../../../src/core/anchors/lineEnds.js';

describe('offsets without regard to line ends', () => {
  it('are the same where there is no CR', () => {
    const ends = new LineEnds('one\ntwo');
    assert.equal(ends.lf, 'one\ntwo');
    assert.equal(ends.toLf(5), 5);
    assert.equal(ends.fromLf(5), 5);
  });

  it('count CRLF once, and a lone CR as a line end', () => {
    const text = 'a\r\nb\rc\r\n\r\nd';
    assert.equal(withLf(text), 'a\nb\nc\n\nd');
    assert.deepEqual(
      [0, 1, 3, 5, 10].map((at) => toLf(text, at)),
      [0, 1, 2, 4, 7],
    );
    assert.equal(toLf(text, 2), 1);
    assert.equal(fromLf(text, 1), 1);
    assert.equal(fromLf(text, 7), 10);
  });

  it('lead there and back', () => {
    const texts = fc
      .array(fc.constantFrom('a', '\r', '\n', '\r\n', 'bc'), { maxLength: 30 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const ends = new LineEnds(text);
        for (let at = 0; at <= ends.lf.length; at += 1) {
          assert.equal(ends.toLf(ends.fromLf(at)), at);
          assert.equal(withLf(text.slice(0, ends.fromLf(at))).length, at);
        }
      }),
      { numRuns: 200 },
    );
  });
});
