import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterLine, blocksOf, linesOf, trimmed } from '../../../src/core/text/blocks.js';

const shown = (text: string) =>
  [...blocksOf(text)].map((block) => block.lines.map((line) => text.slice(line.start, line.end)));

describe('blocksOf', () => {
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['nothing', '', []],
    ['blank lines only', '\n \n\u00a0\n', []],
    ['one line without an end', 'a', [['a']]],
    ['lines of one paragraph', 'a\n  b \nc', [['a', 'b', 'c']]],
    ['paragraphs', 'a\n\n\nb\n', [['a'], ['b']]],
    ['CRLF', 'a\r\nb\r\n\r\nc\r\n', [['a', 'b'], ['c']]],
    ['a line of a no-break space is blank', 'a\n\u00a0 \nb', [['a'], ['b']]],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(shown(text), expected));

  it('keeps to the stretch asked for', () => {
    assert.deepEqual(
      [...blocksOf('abc\n\ndef', 1, 6)].map(({ start, end }) => [start, end]),
      [
        [1, 3],
        [5, 6],
      ],
    );
  });

  it('leaves nothing but white space outside its lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u00a0', '“') }), (text) => {
        let rest = '';
        let at = 0;
        for (const { lines } of blocksOf(text)) {
          for (const line of lines) {
            rest += text.slice(at, line.start);
            at = line.end;
            assert.ok(line.end > line.start);
          }
        }
        assert.equal((rest + text.slice(at)).trim(), '');
      }),
    );
  });
});

describe('lines and their ends', () => {
  it('walks every line, blank ones as empty spans', () => {
    assert.deepEqual(
      [...linesOf('a\n\n b')].map(({ start, end }) => [start, end]),
      [
        [0, 1],
        [2, 2],
        [4, 5],
      ],
    );
  });
  it('finds the next line, or the end', () => {
    assert.equal(afterLine('a\nb', 0), 2);
    assert.equal(afterLine('a\nb', 2), 3);
  });
  it('trims at both ends', () => {
    assert.deepEqual(trimmed('\ufeff a ', 0, 4), { start: 2, end: 3 });
    assert.deepEqual(trimmed('   ', 0, 3), { start: 3, end: 3 });
  });
});
