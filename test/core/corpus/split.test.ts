import assert from 'node:assert/strict';
import {
  looksDelimited,
  parseCorpus,
  recogniseDialect,
  splitDocuments,
} from '../../../src/core/corpus/parse.js';

const ids = (text: string, fileName = 'a.corpus') =>
  splitDocuments(text, { fileName }).map((slice) => [slice.id, text.slice(slice.span.start, slice.span.end)]);

describe('recogniseDialect', () => {
  const cases: readonly (readonly [string, string, string, 'native' | 'tail' | 'plain'])[] = [
    ['a delimiter first', '=== a\n\nText', 'a.txt', 'native'],
    ['a delimiter behind blank lines', '\n \n=== a\nText', 'a.txt', 'native'],
    ['a delimiter behind a byte order mark', '\ufeff=== a\nText', 'a.txt', 'native'],
    ['what tail prints', '==> a.txt <==\nText', 'all.txt', 'tail'],
    ['what tail prints, under a line of something else', 'x\n==> a.txt <==\nText', 'all.txt', 'tail'],
    ['text', 'Text\n\nMore text', 'a.txt', 'plain'],
    ['a heading as wikis print it', 'Text\n\n=== History ===\n\nMore', 'a.txt', 'plain'],
    ['a delimiter with a head further down', 'Note\n=== a\ntitle: A\n\nMore', 'a.txt', 'native'],
    ['a delimiter further down in a .corpus file', 'Note\n=== a\n\nMore', 'a.corpus', 'native'],
    ['an indented delimiter', '  === a\nText', 'a.txt', 'plain'],
    ['a rule', '=====\nText', 'a.txt', 'plain'],
    ['too few signs', '== a\nText', 'a.txt', 'plain'],
    ['a delimiter without an id', '=== \nText', 'a.txt', 'plain'],
    ['the first of two kinds', '==> a <==\nText\n=== b\n', 'a.corpus', 'tail'],
    ['the first of two kinds, the other way round', '=== b\nText\n==> a <==\n', 'a.corpus', 'native'],
    ['an empty .corpus file', '', 'a.corpus', 'native'],
    ['a .corpus file with text alone', 'Text', 'a.corpus', 'plain'],
    ['an empty file', '', 'a.txt', 'plain'],
  ];
  for (const [name, text, fileName, dialect] of cases) {
    it(`${name}: ${dialect}`, () => assert.equal(recogniseDialect(text, fileName), dialect));
  }
});

describe('looksDelimited', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['=== a', true],
    ['\ufeff\n==> a <==\nText', true],
    ['Text\n=== a', false],
    ['  === a', false],
    ['', false],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.equal(looksDelimited(text), expected));
  }
});

describe('splitDocuments', () => {
  it('gives each document from its delimiter to the next', () => {
    assert.deepEqual(ids('=== a\n\nOne\n=== b\n\nTwo\n'), [
      ['a', '=== a\n\nOne\n'],
      ['b', '=== b\n\nTwo\n'],
    ]);
  });

  const native: readonly (readonly [string, string])[] = [
    ['=== a', 'a'],
    ['======== a', 'a'],
    ['=== a ===', 'a'],
    ['=== a =', 'a'],
    ['===\ta\t==', 'a'],
    ['===   two words   ', 'two words'],
    ['=== a=', 'a='],
    ['=== a = b', 'a = b'],
    ['=== __proto__', '__proto__'],
    ['=== “ü” 😀', '“ü” 😀'],
    ['=== => <==', '=> <=='],
  ];
  for (const [line, id] of native) {
    it(`reads the id of ${JSON.stringify(line)}`, () => {
      for (const end of ['', '\n', '\r\n']) {
        const [slice] = splitDocuments(line + end, { fileName: 'a.corpus' });
        assert.equal(slice?.id, id);
        assert.equal((line + end).slice(slice?.idSpan.start, slice?.idSpan.end), id);
      }
    });
  }

  const noDelimiter = ['===a', '== a', ' === a', '\\=== a', '===', '=====', '\\==> a <==', '==> a'];
  for (const line of noDelimiter) {
    it(`takes ${JSON.stringify(line)} for text`, () => {
      assert.equal(ids(`=== x\n\n${line}\n`).length, 1);
      assert.equal(ids(`==> x <==\n${line}\n`).length, 1);
    });
  }

  it('reads what tail prints', () => {
    const text = '==> in/a one.txt <==\nOne\n\n==> b.txt <==\r\nTwo';
    assert.deepEqual(ids(text), [
      ['in/a one.txt', '==> in/a one.txt <==\nOne\n\n'],
      ['b.txt', '==> b.txt <==\r\nTwo'],
    ]);
  });

  it('takes a plain file for one document, called by the file', () => {
    assert.deepEqual(ids('Text', 'a.b.txt'), [['a.b.txt', 'Text']]);
    assert.deepEqual(ids('\ufeffText', 'a.txt'), [['a.txt', 'Text']]);
  });

  for (const text of ['', '\n', ' \r\n\u00a0', '\ufeff']) {
    it(`finds no document in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(ids(text), []);
      assert.deepEqual(ids(text, 'a.txt'), []);
      assert.deepEqual(parseCorpus(text, { fileName: 'a.txt' }).problems, []);
    });
  }

  it('follows a dialect that it is given', () => {
    const options = { fileName: 'a', dialect: 'plain' } as const;
    assert.equal(splitDocuments('=== a\n=== b\n', options).length, 1);
  });
});
