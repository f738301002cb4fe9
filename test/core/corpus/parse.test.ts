import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCorpus, spansWithoutQuotes, splitDocuments } from '../../../src/core/corpus/parse.js';

const parse = (text: string, fileName = 'a.corpus') => parseCorpus(text, { fileName });

describe('problems', () => {
  const cases: readonly (readonly [
    string,
    string,
    readonly (readonly [string, string, string, string])[],
  ])[] = [
    ['none', '=== a\ndate: 2014-06-11\n\nText\n=== b\n', []],
    ['a second id', '=== a\n=== b\n=== a\n', [['duplicate-id', 'error', 'a', 'a']]],
    [
      'every further one',
      '=== a\n=== a\n=== a\n',
      [
        ['duplicate-id', 'error', 'a', 'a'],
        ['duplicate-id', 'error', 'a', 'a'],
      ],
    ],
    ['an empty id', '=== a\n=== \nText', [['empty-id', 'error', '===', '']]],
    ['an empty id with a closing run', '=== a\n=== ===\nText', [['empty-id', 'error', '=== ===', '']]],
    [
      'an empty name in what tail prints',
      '==> a <==\n==>  <==\nText',
      [['empty-id', 'error', '==>  <==', '']],
    ],
    [
      'two empty ids',
      '=== a\n=== \n=== \n',
      [
        ['empty-id', 'error', '===', ''],
        ['empty-id', 'error', '===', ''],
      ],
    ],
    [
      'text before the first delimiter',
      '\n A note\nmore\n\n=== a\n',
      [['text-before-first-delimiter', 'warning', 'A note\nmore', 'A note']],
    ],
    [
      'a date that cannot be read',
      '=== a\ndate: next week\n',
      [['unreadable-date', 'warning', 'next week', 'next week']],
    ],
    [
      'a date with two readings',
      '=== a\ndate: 11/06/2014\n',
      [['unreadable-date', 'warning', '11/06/2014', '11/06/2014']],
    ],
    [
      'a printed date with two readings',
      '=== a\n\nTitle\n\nBy Ann Reed\n11/06/2014\n\nText',
      [['unreadable-date', 'warning', '11/06/2014', '11/06/2014']],
    ],
    ['no date given', '=== a\ndate:\n', []],
    ['NUL bytes', '=== a\nx\0y\0\0\n', [['nul-byte', 'error', '\0', '3']]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      const shown = parse(text).problems.map(({ code, severity, span, values }) => [
        code,
        severity,
        text.slice(span.start, span.end),
        values[0] ?? '',
      ]);
      assert.deepEqual(shown, expected);
    });
  }

  it('name the second of two, not the first', () => {
    assert.deepEqual(parse('=== a\n=== a\n').problems[0]?.span, { start: 10, end: 11 });
  });

  it('stand in file order', () => {
    const starts = parse('x\n=== a\ndate: no\n\n\0\n=== a\n').problems.map((problem) => problem.span.start);
    assert.deepEqual(starts, [0, 14, 18, 24]);
  });
});

/** Texts made of what matters to the parser, so that structure comes up often. */
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '\u00a0',
      'Text of a line',
      '=== a',
      '=== b ===',
      '=== ',
      '==> a.txt <==',
      '\\=== a',
      'title: T',
      'date: 2014-06-11',
      'date: no',
      '  more',
      'By Ann Reed',
      'Ann Reed',
      '| 17 April 2014',
      'Wednesday, June 11, 2014',
      'Subscribe',
      'Related:',
      'Comments',
      'Picture: Ann Reed',
      'All rights reserved',
      'a@b.example',
      '“We will,” he said.',
      'A headline of some words',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      'The ferry company said on Tuesday that it would look again at winter fares on the northern routes, after island councils had warned.',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const anyText = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '=== first\n', '==> f <==\n'),
    fc.array(line, { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([start, lines, end]) => start + lines.join(end));
const anyName = fc.constantFrom('a.corpus', 'a.txt');

describe('parseCorpus, whatever the text', function () {
  // A busy machine is no failure.
  this.timeout(30_000);

  it('tiles the file with documents, and every span holds what it says', () => {
    fc.assert(
      fc.property(anyText, anyName, (text, fileName) => {
        const { documents, dialect } = parse(text, fileName);
        let at = documents[0]?.span.start ?? 0;
        for (const document of documents) {
          const { span, headSpan, textSpan, idSpan, id } = document;
          assert.equal(span.start, at);
          assert.equal(headSpan.start, span.start);
          assert.equal(headSpan.end, textSpan.start);
          assert.equal(textSpan.end, span.end);
          if (dialect !== 'plain') assert.equal(text.slice(idSpan.start, idSpan.end), id);
          at = span.end;
          for (const field of document.fields) {
            assert.ok(span.start <= field.span.start && field.span.end <= span.end);
            assert.ok(field.span.start <= field.valueSpan.start && field.valueSpan.end <= field.span.end);
            const words = text.slice(field.valueSpan.start, field.valueSpan.end);
            assert.equal(words.replace(/\s+/g, ' '), field.value.replace(/\s+/g, ' '));
          }
          for (const spans of [document.furniture, spansWithoutQuotes(document)]) {
            let last = 0;
            for (const piece of spans) {
              assert.ok(last <= piece.start && piece.start < piece.end);
              assert.ok(piece.end <= textSpan.end - textSpan.start);
              last = piece.end;
            }
          }
        }
        assert.equal(at, documents.length > 0 ? text.length : 0);
        assert.deepEqual(
          splitDocuments(text, { fileName }).map((slice) => slice.span),
          documents.map((document) => document.span),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives after an edit what it gives from scratch', () => {
    fc.assert(
      fc.property(
        anyText,
        anyName,
        fc.nat(),
        fc.nat({ max: 40 }),
        anyText,
        (text, fileName, at, length, added) => {
          const start = at % (text.length + 1);
          const edited = text.slice(0, start) + added + text.slice(start + length);
          const previous = { text, file: parse(text, fileName) };
          assert.deepEqual(parseCorpus(edited, { fileName }, previous), parse(edited, fileName));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads only the document that changed', () => {
    const text = '=== a\n\nOne\n=== b\n\nTwo\n=== c\ntitle: T\n\nThree\n';
    const before = parse(text);
    const after = parseCorpus(text.replace('Two', 'Two!'), { fileName: 'a.corpus' }, { text, file: before });
    assert.equal(after.documents[0], before.documents[0]);
    assert.notEqual(after.documents[1], before.documents[1]);
    assert.equal(after.documents[2]?.furniture, before.documents[2]?.furniture);
    assert.equal(after.documents[2]?.span.start, (before.documents[2]?.span.start ?? 0) + 1);
  });

  it('forgets repeated lines when the other document loses them', () => {
    const foot = 'All rights reserved';
    const text = `=== a\n\nText one\n\n${foot}\n=== b\n\nText two\n\n${foot}\n`;
    const file = parse(text);
    assert.equal(file.documents[0]?.furniture.length, 1);
    const edited = text.replace(/All rights reserved\n$/, '');
    const after = parseCorpus(edited, { fileName: 'a.corpus' }, { text, file });
    assert.deepEqual(after.documents[0]?.furniture, []);
  });

  it('takes hostile texts of a megabyte', () => {
    const million = 1_000_000;
    const hostile = [
      'a'.repeat(million),
      '=== ' + ' ='.repeat(million / 2),
      '=== id\n' + ' '.repeat(million),
      '=== a\ntitle: ' + 'x '.repeat(million / 2),
      '\0'.repeat(million),
      '"'.repeat(million),
      'By ' + 'A '.repeat(million / 2),
      '=== a\n\n' + 'Subscribe\n\n'.repeat(million / 20),
    ];
    for (const text of hostile) assert.ok(parse(text).documents.length > 0);
  });
});
