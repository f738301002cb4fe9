import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBlock } from '../../../src/core/sidecar/block.js';
import { readCanonical } from '../../../src/core/sidecar/canonical.js';
import { formatBlock } from '../../../src/core/sidecar/format.js';
import { anyStatement, anyText, statement } from './samples.js';

describe('fast reading of a block', () => {
  it('reads whatever we write', () => {
    fc.assert(
      fc.property(anyStatement('s7k3m9q2xw'), fc.constantFrom(0, 2, 4), (one, indent) => {
        assert.notEqual(readCanonical(formatBlock(one, indent, '\n'), indent), null);
      }),
    );
  });

  it('says the same as the YAML parser', () => {
    const line = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom('  stance: oppose', '  note: "x"', '  at: [1, 2]', '  speaker: null', ''),
      },
      fc
        .tuple(fc.constantFrom('note', 'stance', 'x_y', 'null', 'at'), anyText)
        .map(([key, text]) => `  ${key}: ${text}`),
      fc.tuple(fc.constantFrom('note', 'quote'), anyText).map(([key, text]) => `  ${key}: "${text}"`),
      fc.constantFrom(
        '  a:',
        '  - x',
        '   b: c',
        '\tb: c',
        '  b:  c',
        '  b: c ',
        '  at: [01, 2]',
        '  true: x',
        '  b: 1e5',
        '  b: yes',
      ),
    );
    const block = fc
      .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, eol]) => ['- id: s1', ...lines, ''].join(eol));
    let fast = 0;
    fc.assert(
      fc.property(block, (text) => {
        const plain = text.replace(/\r(?!\n)/g, '\n');
        const pairs = readCanonical(plain, 0);
        if (pairs === null) return;
        fast += 1;
        assert.deepEqual({ pairs, flow: false, faults: [], parsed: true }, parseBlock(plain));
      }),
      { numRuns: 2000 },
    );
    assert.ok(fast > 100, `only ${fast} blocks were read fast`);
  }).timeout(30_000);

  it('says the same as the YAML parser of every block that we write', () => {
    fc.assert(
      fc.property(anyStatement('s7k3m9q2xw'), fc.constantFrom('\n', '\r\n'), (one, eol) => {
        const text = formatBlock(one, 2, eol) + eol + eol;
        assert.deepEqual(
          { pairs: readCanonical(text, 2), flow: false, faults: [], parsed: true },
          parseBlock(text),
        );
      }),
      { numRuns: 300 },
    );
  }).timeout(30_000);

  it('leaves to the parser what it does not know for sure', () => {
    for (const line of [
      'stance: x # why',
      'stance:  x',
      "stance: 'x'",
      'stance: null',
      'stance: true',
      'stance: 1',
      'at: [1,2]',
      'id: s2',
      'note: |',
      'stance: x y',
    ]) {
      assert.equal(readCanonical(`- id: s1\n  ${line}\n`, 0), null, line);
    }
    assert.equal(readCanonical(`${formatBlock(statement('s1'), 0, '\n')}\n# a comment\n`, 0), null);
  });
});
