import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/core/text/decode.js';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

describe('decodeText', () => {
  it('reads UTF-8 without a word', () => {
    assert.deepEqual(decodeText(bytes('£30m – “näive” 😀')), {
      text: '£30m – “näive” 😀',
      hasMark: false,
      problems: [],
    });
  });

  it('takes a byte order mark off and says so', () => {
    assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'a')), { text: 'a', hasMark: true, problems: [] });
  });

  const broken: readonly (readonly [string, Uint8Array, string, number, number, string])[] = [
    ['a lone byte of Latin-1', bytes('caf', [0xe9], ' bar'), 'caf\ufffd bar', 3, 4, 'E9'],
    ['a cut-off character at the end', bytes('a', [0xe2, 0x80]), 'a\ufffd', 1, 2, 'E2 80'],
    ['an overlong form', bytes('a', [0xc0, 0xaf], 'b'), 'a\ufffd\ufffdb', 1, 3, 'C0 AF'],
    ['a surrogate', bytes([0xed, 0xa0, 0x80], 'b'), '\ufffd\ufffd\ufffdb', 0, 3, 'ED A0 80'],
    [
      'past the last character',
      bytes([0xf4, 0x90, 0x80, 0x80]),
      '\ufffd\ufffd\ufffd\ufffd',
      0,
      4,
      'F4 90 80 80',
    ],
    ['behind a pair of code units', bytes('😀', [0xff]), '😀\ufffd', 2, 3, 'FF'],
    ['behind a byte order mark', bytes([0xef, 0xbb, 0xbf], 'a', [0xff]), 'a\ufffd', 1, 2, 'FF'],
  ];
  for (const [name, input, text, start, end, shown] of broken) {
    it(`finds ${name}`, () => {
      const decoded = decodeText(input);
      assert.equal(decoded.text, text);
      assert.deepEqual(decoded.problems, [
        { code: 'invalid-utf8', severity: 'error', span: { start, end }, values: [shown] },
      ]);
    });
  }

  it('does not take a true U+FFFD for a fault', () => {
    const { problems } = decodeText(bytes('a\ufffdb', [0xff]));
    assert.deepEqual(
      problems.map((problem) => problem.span),
      [{ start: 3, end: 4 }],
    );
  });

  it('reads any bytes as a decoder does, and every problem stands on U+FFFD alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (input) => {
        const { text, problems } = decodeText(input);
        assert.equal(text, new TextDecoder().decode(input));
        const covered = problems.map(({ span }) => text.slice(span.start, span.end)).join('');
        assert.match(covered, /^\ufffd*$/);
        const isValid = Buffer.from(text).equals(
          Buffer.from(input.subarray(decodeText(input).hasMark ? 3 : 0)),
        );
        assert.equal(problems.length === 0, isValid);
      }),
      { numRuns: 500 },
    );
  });

  it('reports no more than a hundred places', () => {
    const input = bytes(...Array.from({ length: 500 }, () => [0xff, 0x61]));
    assert.equal(decodeText(input).problems.length, 100);
  });
});
