import assert from 'node:assert/strict';
import { parse } from 'yaml';
import fc from 'fast-check';
import { flowText, nameText, plainText, quoteText } from '../../../src/core/yaml/format.js';
import { lineEndOf, lineStart, nextLine } from '../../../src/core/yaml/lines.js';
import { nestedTooDeep } from '../../../src/core/yaml/nesting.js';
import { parseYaml } from '../../../src/core/yaml/parse.js';

const codes = (text: string): readonly string[] => parseYaml(text).faults.map(({ code }) => code);

describe('parsing YAML', () => {
  it('tells what is wrong', () => {
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ['a: b\n', []],
      ['', []],
      ['a: b\na: c\n', ['duplicate-key']],
      ['x:\n  a: b\n  a: c\n', ['duplicate-key']],
      ['x: {a: b, a: c}\n', ['duplicate-key']],
      ['a: b\n---\nc: d\n', ['several-documents']],
      ['a: &x b\nc: *x\n', ['alias']],
      ['a:\n\tb: c\n', ['tab']],
      ['a: "b\n', ['syntax']],
      [`a: ${'['.repeat(101)}`, ['nesting']],
    ];
    for (const [text, expected] of rows) assert.deepEqual(codes(text), expected, text);
  });

  it('comes back from any nesting', () => {
    const deep = [
      '['.repeat(100_000),
      '{a: '.repeat(50_000),
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      '[{'.repeat(40_000),
    ];
    for (const text of deep) assert.deepEqual(codes(text), ['nesting']);
    const levels = Array.from({ length: 390 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    assert.deepEqual(codes(levels), []);
    assert.deepEqual(codes(`${levels}\n${' '.repeat(450)}a:`), ['nesting']);
    assert.equal(nestedTooDeep('[]'.repeat(10_000)), null);
    assert.equal(nestedTooDeep(`a: "${'[…] '.repeat(5_000)}"`), null);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '- ',
      '? ',
      ': ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a ',
      '!!x ',
      '%',
      '@',
      '#',
      '\n',
      '  ',
      '\t',
      'a',
      ',',
      '---\n',
      '\r',
      '<<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { span } of parseYaml(pieces.join('')).faults) assert.ok(span.start <= span.end);
      }),
      { numRuns: 1000 },
    );
  }).timeout(30_000);
});

describe('writing YAML values', () => {
  it('round-trips any text, in any list or map, for any version of YAML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('1.1', '1.2'), (text, version) => {
        const options = { version, logLevel: 'silent' } as const;
        for (const format of [quoteText, plainText, nameText, flowText]) {
          if (format === plainText && /^\d{4}-\d\d-\d\dT/.test(text)) continue;
          assert.deepEqual(parse(`a: ${format(text)}\n`, options), { a: text });
          assert.deepEqual(parse(`a: [${format(text)}, {b: ${format(text)}}]\n`, options), {
            a: [text, { b: text }],
          });
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(30_000);

  it('quotes what a reader takes for something else', () => {
    for (const text of [
      'no',
      'On',
      'null',
      '~',
      '',
      '1e5',
      '0x1f',
      '-',
      '.inf',
      'a: b',
      'a #b',
      ' a',
      'a ',
      '2014',
      'y',
    ]) {
      assert.ok(plainText(text).startsWith('"'), text);
      assert.ok(nameText(text).startsWith('"'), text);
    }
    assert.equal(plainText('care-union'), 'care-union');
    assert.equal(
      nameText("Association of Directors of Children's Services"),
      "Association of Directors of Children's Services",
    );
    assert.equal(quoteText('a\u2028b\ufffd\u202e\ud800"'), '"a\\u2028b\\ufffd\\u202e\\ud800\\""');
    assert.equal(flowText([1, 'a', null, { b: '2014-04-01' }]), '[1, a, null, {b: 2014-04-01}]');
  });
});

describe('lines of a text', () => {
  it('end in three ways', () => {
    assert.deepEqual(['a', 'a\nb\r\n', 'a\r\nb\n', 'a\rb\n'].map(lineEndOf), ['\n', '\n', '\r\n', '\r']);
    assert.deepEqual([nextLine('a\r\nb', 0), nextLine('a\rb', 0), nextLine('ab', 1)], [3, 2, 2]);
    assert.deepEqual([lineStart('a\r\nbc', 4), lineStart('ab', 1), lineStart('a\rb', 3)], [3, 0, 2]);
  });
});
