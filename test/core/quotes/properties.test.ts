import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyseDocument } from '../../../src/core/quotes/analyse.js';
import type { DocumentAnalysis } from '../../../src/core/quotes/types.js';

/** Pieces that make texts which the engine has something to say of. */
const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  "''",
  '«',
  '»',
  '„',
  '(',
  ')',
  '.',
  ',',
  ':',
  ';',
  '—',
  '?',
  '\n',
  '\n\n',
  ' ',
  ' ',
  'said',
  ' said ',
  'Ann Shaw',
  'Shaw',
  'he',
  'she',
  'it',
  'the union',
  'LGA',
  '(LGA)',
  'Local Government Association',
  'according to',
  'told',
  'that',
  'who',
  'and',
  'but',
  'of',
  'the',
  'the pier',
  'called',
  'a spokeswoman for',
  '’s',
  '=',
  'Mr',
  'president',
  'its',
  'Unison',
  'response',
  '\u00ad',
  '\u{1f30a}',
  '\ud800',
  '中',
  '--',
  'U.S.',
  '1,000',
  'by',
];

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function check(text: string, { quotes, mentions }: DocumentAnalysis): void {
  let start = 0;
  for (const quote of quotes) {
    assert.ok(quote.start >= start && quote.start < quote.end && quote.end <= text.length);
    start = quote.start;
    for (const span of [quote.speaker, quote.cue]) {
      if (span) assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
    }
    assert.ok(quote.confidence >= 0 && quote.confidence <= 1);
    assert.equal(quote.confidence === 0, quote.speaker === null);
    if (quote.speaker === null) assert.ok(quote.person === null && quote.reason === 'none');
  }
  const marked = quotes.filter(({ kind }) => kind !== 'reported');
  marked.forEach((quote, index) => assert.ok(index === 0 || quote.start >= (marked[index - 1]?.end ?? 0)));
  let last = 0;
  for (const mention of mentions) {
    assert.ok(mention.start >= last && mention.start < mention.end && mention.end <= text.length);
    last = mention.end;
  }
}

describe('any text', () => {
  it('gives spans in bounds, in order, with a reason for each speaker', () => {
    fc.assert(
      fc.property(texts, (text) => check(text, analyseDocument(text))),
      { numRuns: 1500 },
    );
  });

  it('gives the same result each time, whatever was analysed in between', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = analyseDocument(text);
        analyseDocument(other, { language: 'de' });
        assert.deepEqual(analyseDocument(text), first);
      }),
      { numRuns: 300 },
    );
  });

  it('that is edited into its final form gives what that form gives from scratch', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom(...PIECES)), { maxLength: 6 });
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        let edited = text;
        for (const [place, length, inserted] of changes) {
          const at = place % (edited.length + 1);
          edited = edited.slice(0, at) + inserted + edited.slice(at + length);
          analyseDocument(edited);
        }
        const joined = [...edited].join('');
        assert.deepEqual(analyseDocument(edited), analyseDocument(joined));
      }),
      { numRuns: 200 },
    );
  });

  it('holds no quote in what is skipped', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, one, two) => {
        const [start, end] = [one % (text.length + 1), two % (text.length + 1)].sort((a, b) => a - b);
        if (start === undefined || end === undefined || start === end) return;
        for (const quote of analyseDocument(text, { skip: [{ start, end }] }).quotes) {
          assert.ok(quote.end <= start || quote.start >= end);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  const UNITS = [
    '"',
    "'",
    '“',
    '“ ',
    'said ',
    'he said ',
    'Reed ',
    'A ',
    '"a" said X, ',
    'Reed and said ',
    'who, ',
    ', said',
  ];
  for (const unit of UNITS) {
    it(`${JSON.stringify(unit)} over and over is done with`, () => {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      check(text, analyseDocument(text));
    }).timeout(20_000);
  }
});
