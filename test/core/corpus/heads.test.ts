import assert from 'node:assert/strict';
import { parseCorpus, spansWithoutQuotes } from '../../../src/core/corpus/parse.js';
import type { CorpusDocument } from '../../../src/core/corpus/types.js';

const body =
  'The ferry company said on Tuesday that it would look again at winter fares on the northern routes, after island councils warned that the last rise had emptied the boats.';

function only(text: string, fileName = 'a.corpus'): CorpusDocument {
  const { documents } = parseCorpus(text, { fileName });
  const [document] = documents;
  assert.ok(document && documents.length === 1);
  return document;
}

const textOf = (text: string, document: CorpusDocument) =>
  text.slice(document.textSpan.start, document.textSpan.end);

describe('keyed heads', () => {
  it('reads every key, in any case and order, unknown ones as written', () => {
    const text =
      '=== a\nDATE: 11 June 2014\nTitle: A title\nurl:https://example.org/1\nWire-Desk: north\nauthor: B C\nsource: The Weekly\n\nBody';
    const document = only(text);
    const { title, author, date, source, url } = document;
    assert.deepEqual(
      { title, author, date, source, url },
      {
        title: 'A title',
        author: 'B C',
        date: '2014-06-11',
        source: 'The Weekly',
        url: 'https://example.org/1',
      },
    );
    assert.deepEqual(
      document.fields.map((field) => field.key),
      ['date', 'title', 'url', 'Wire-Desk', 'author', 'source'],
    );
    assert.equal(textOf(text, document), 'Body');
    assert.ok(document.fields.every((field) => !field.inferred));
  });

  it('joins a value that goes on over indented lines', () => {
    const text = '=== a\ntitle: One\n  two\n\tthree\nsource:\n  The Weekly\n\nBody';
    const document = only(text);
    assert.equal(document.title, 'One two three');
    assert.equal(document.source, 'The Weekly');
    const [title] = document.fields;
    assert.equal(text.slice(title?.valueSpan.start, title?.valueSpan.end), 'One\n  two\n\tthree');
  });

  it('reads CRLF as LF', () => {
    const text = '=== a\r\ntitle: One\r\n  two\r\ndate: 2014-06-11\r\n\r\nBody\r\n';
    const document = only(text);
    assert.equal(document.title, 'One two');
    assert.equal(document.date, '2014-06-11');
    assert.equal(textOf(text, document), 'Body\r\n');
  });

  const heads: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['no head, text at once', '=== a\nBody', 'Body', []],
    ['no head, a blank line', '=== a\n\nBody', 'Body', []],
    ['no head, two blank lines', '=== a\n\n\nBody', '\nBody', []],
    ['a head and nothing else', '=== a\ntitle: A', '', ['title']],
    ['a head that text ends', '=== a\ntitle: A\nSome body.', 'Some body.', ['title']],
    ['a headline with a colon', '=== a\nMinister: I will stay\n\nBody', 'Minister: I will stay\n\nBody', []],
    ['one unknown key in lower case', '=== a\nspeaker: A B\n\nBody', 'Body', ['speaker']],
    ['two unknown keys', '=== a\nDesk: north\nPage: 4\n\nBody', 'Body', ['Desk', 'Page']],
    [
      'an unknown key of two words among others',
      '=== a\nWire desk: x\ntitle: A\n\nBody',
      'Body',
      ['Wire desk', 'title'],
    ],
    [
      'keys behind the blank line are text',
      '=== a\nsource: S\n\nnote: x\n\nBody',
      'note: x\n\nBody',
      ['source'],
    ],
    ['a line of dialogue', '=== a\nShe said: no\n\nBody', 'She said: no\n\nBody', []],
    ['an address', '=== a\nhttps://example.org\n\nBody', 'https://example.org\n\nBody', []],
    [
      'hostile keys',
      '=== a\n__proto__: x\nconstructor: y\n\nBody',
      '__proto__: x\nconstructor: y\n\nBody',
      [],
    ],
  ];
  for (const [name, text, expected, keys] of heads) {
    it(name, () => {
      const document = only(text);
      assert.equal(textOf(text, document), expected);
      assert.deepEqual(
        document.fields.filter((field) => !field.inferred).map((field) => field.key),
        keys,
      );
      assert.equal(text.slice(document.headSpan.start, document.headSpan.end) + expected, text);
    });
  }

  it('reads known keys at the top of a plain file, and keeps them in the text', () => {
    const text = `title: A\ndate: 2014-06-11\n\n${body}`;
    const document = only(text, 'a.txt');
    assert.deepEqual([document.title, document.date], ['A', '2014-06-11']);
    assert.equal(textOf(text, document), text);
    assert.deepEqual(spansWithoutQuotes(document), [
      { start: 0, end: 8 },
      { start: 9, end: 25 },
    ]);
  });

  it('reads known keys under what tail prints, and keeps them in the text', () => {
    const text = `==> a.txt <==\ntitle: A\n\n${body}`;
    const document = only(text, 'all.txt');
    assert.equal(document.title, 'A');
    assert.ok(textOf(text, document).startsWith('title: A'));
  });

  it('infers nothing beside a keyed title, author or date', () => {
    const document = only(`=== a\ndate: 2014-06-11\n\nA headline\n\nBy Ann Reed\n\n${body}`);
    assert.deepEqual([document.title, document.author, document.date], [null, null, '2014-06-11']);
  });

  it('infers beside other keys', () => {
    const document = only(`=== a\nsource: The Weekly\n\nA headline\n\nBy Ann Reed\n\n${body}`);
    assert.deepEqual(
      [document.title, document.author, document.source],
      ['A headline', 'Ann Reed', 'The Weekly'],
    );
  });
});

describe('heads as newspapers print them', () => {
  type Head = readonly [title: string | null, author: string | null, date: string | null];
  const cases: readonly (readonly [string, string, Head])[] = [
    [
      'title, by-line, date under a rule',
      'Fares to rise\n\nBy Ann Reed\n\n| 17 April 2014',
      ['Fares to rise', 'Ann Reed', '2014-04-17'],
    ],
    [
      'title, name and date in one paragraph',
      'Fares to rise\n\nAnn Reed\nWednesday, June 11, 2014',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'date, then name',
      'Fares to rise\n\n11 June 2014\nAnn Reed',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'name and date in paragraphs of their own',
      'Fares to rise\n\nAnn Reed\n\n11 June 2014',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'standfirst, credit, two authors',
      'Fares are ‘a disgrace’, says union\n\nThe union says that the fares are too high for islanders.\n\nPicture credit: Sam Cole/The Weekly\n\nby Ann Reed and Bob Shah',
      ['Fares are ‘a disgrace’, says union', 'Ann Reed and Bob Shah', null],
    ],
    [
      'three authors',
      'Fares to rise\n\nBy Ann Reed, Bob Shah and Cat O’Neill\n11 June 2014',
      ['Fares to rise', 'Ann Reed, Bob Shah and Cat O’Neill', '2014-06-11'],
    ],
    [
      'a post behind the name',
      'Fares to rise\n\nBy Ann Reed, Transport correspondent\n11 June 2014',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'a post under the name',
      'Fares to rise\n\nAnn Reed\nTransport correspondent\nWed 11 Jun 2014 10.15 BST',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'a place behind the name',
      'Fares to rise\n\nBy Ann Reed in Port Ellis',
      ['Fares to rise', 'Ann Reed', null],
    ],
    [
      'one line for all',
      'Fares to rise\n\nBy Ann Reed | 17 April 2014',
      ['Fares to rise', 'Ann Reed', '2014-04-17'],
    ],
    [
      'one line for all, date first',
      'Fares to rise\n\n17 April 2014 • Ann Reed',
      ['Fares to rise', 'Ann Reed', '2014-04-17'],
    ],
    [
      'a date behind the by-line',
      'Fares to rise\n\nBy Ann Reed, 17 April 2014',
      ['Fares to rise', 'Ann Reed', '2014-04-17'],
    ],
    [
      'a date behind "on"',
      'Fares to rise\n\nPosted by Ann Reed on 17 April 2014',
      ['Fares to rise', 'Ann Reed', '2014-04-17'],
    ],
    [
      'capitals',
      'FARES TO RISE\n\nBY ANN REED\n\n17 APRIL 2014',
      ['FARES TO RISE', 'ANN REED', '2014-04-17'],
    ],
    [
      'initials, particles, hyphens',
      'Fares to rise\n\nBy J. P. van der Berg-Smith',
      ['Fares to rise', 'J. P. van der Berg-Smith', null],
    ],
    [
      'an agency',
      'Fares to rise\n\nBy Press Association\n11 June 2014',
      ['Fares to rise', 'Press Association', '2014-06-11'],
    ],
    ['staff', 'Fares to rise\n\nBy our political staff', ['Fares to rise', 'our political staff', null]],
    [
      'a title over two lines',
      'Fares to rise\nfor all islanders\n\nBy Ann Reed',
      ['Fares to rise for all islanders', 'Ann Reed', null],
    ],
    [
      'title, by-line and date with no blank line',
      'Fares to rise\nBy Ann Reed\n11 June 2014',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'a section over the title',
      'Politics\n\nFares to rise\n\nBy Ann Reed',
      ['Fares to rise', 'Ann Reed', null],
    ],
    [
      'a standfirst between by-line and date',
      'Fares to rise\n\nBy Ann Reed\n\nIslanders are angry.\n\n11 June 2014',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'the first of two dates',
      'Fares to rise\n\nPublished 17 April 2014\nUpdated 18 April 2014',
      ['Fares to rise', null, '2014-04-17'],
    ],
    ['a title alone', 'Fares to rise for islanders', ['Fares to rise for islanders', null, null]],
    ['a date alone: of the text, or of a diary', '11 June 2014', [null, null, '2014-06-11']],
    [
      'no title, name and date',
      'Ann Reed\n11 June 2014\n\nFares to rise',
      ['Fares to rise', 'Ann Reed', '2014-06-11'],
    ],
    [
      'a name first is the title, if it stands alone',
      'Ann Reed\n\n11 June 2014',
      ['Ann Reed', null, '2014-06-11'],
    ],
    ['no name: a place', 'Fares to rise\n\nPort City\n11 June 2014', ['Fares to rise', null, '2014-06-11']],
    [
      'no name: a paper',
      'Fares to rise\n\nThe Weekly Herald\n11 June 2014',
      ['Fares to rise', null, '2014-06-11'],
    ],
    ['no name: one word', 'Fares to rise\n\nIslay\n11 June 2014', ['Fares to rise', null, '2014-06-11']],
    ['no name without a date', 'Fares to rise\n\nAnn Reed', [null, null, null]],
    ['no by-line: a sentence', 'By Tuesday the boats were empty.', [null, null, null]],
    [
      'no by-line: a name in a sentence',
      'By Ann Reed and nobody else was it seen',
      ['By Ann Reed and nobody else was it seen', null, null],
    ],
    ['no title: a sentence', 'Fares are to rise.', [null, null, null]],
    ['no title: speech', '“Fares must not rise”', [null, null, null]],
    ['no title: a greeting', 'Dear Sir,', [null, null, null]],
    [
      'an ambiguous date is left open',
      'Fares to rise\n\nBy Ann Reed\n11/06/2014',
      ['Fares to rise', 'Ann Reed', null],
    ],
  ];
  for (const [name, head, expected] of cases) {
    for (const [how, make] of [
      ['plain', (text: string) => only(text, 'a.txt')],
      ['native', (text: string) => only(`=== a\n\n${text}`)],
      ['tail', (text: string) => only(`==> a <==\n${text}`)],
      ['with BOM and CRLF', (text: string) => only(`\ufeff${text}`.replaceAll('\n', '\r\n'), 'a.txt')],
    ] as const) {
      it(`${name} (${how})`, () => {
        const document = make(`${head}\n\n${body}\n`);
        assert.deepEqual([document.title, document.author, document.date], expected);
        assert.ok(document.fields.every((field) => field.inferred));
      });
    }
  }

  it('gives spans that hold the words', () => {
    const text = `=== a\n\nFares to rise\n\nBy Ann Reed\n\n| 17 April 2014\n\n${body}`;
    const document = only(text);
    const shown = document.fields.map((field) => [
      field.key,
      text.slice(field.span.start, field.span.end),
      text.slice(field.valueSpan.start, field.valueSpan.end),
    ]);
    assert.deepEqual(shown, [
      ['title', 'Fares to rise', 'Fares to rise'],
      ['author', 'By Ann Reed', 'Ann Reed'],
      ['date', '| 17 April 2014', '17 April 2014'],
    ]);
    const inText = textOf(text, document);
    assert.deepEqual(
      spansWithoutQuotes(document).map((span) => inText.slice(span.start, span.end)),
      ['Fares to rise', 'By Ann Reed', '| 17 April 2014'],
    );
  });

  it('does not hide a title that nothing vouches for', () => {
    const document = only(`Fares ‘a disgrace’ to islanders\n\n${body}`, 'a.txt');
    assert.equal(document.title, 'Fares ‘a disgrace’ to islanders');
    assert.deepEqual(spansWithoutQuotes(document), []);
  });

  it('looks no further than the head', () => {
    const text = `${body}\n\n${body} ${body}\n\nBy Ann Reed\n11 June 2014\n\n${body}`;
    assert.deepEqual(only(text, 'a.txt').fields, []);
  });

  it('leaves dialogue alone', () => {
    const text =
      '“Are you there?”\n\n“I am,” said Ann Reed.\n\n“Good.”\n\nThey went down to the quay together, and neither spoke of the fares until the boat was well out.';
    assert.deepEqual(only(text, 'a.txt').fields, []);
  });
});
