import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Normaliser, normalise } from '../../../src/core/anchors/normalise.js';

const SAME: readonly (readonly [string, string, string])[] = [
  ['line ends', 'one\r\ntwo\rthree\nfour', 'one two three four'],
  ['runs of blanks and tabs', 'one \t  two', 'one two'],
  ['no-break and thin blanks', 'one\u00a0two\u2009three', 'one two three'],
  ['curly quotes and apostrophes', '“it’s ‘so’”', "\"it's 'so'\""],
  ['low quotes and guillemets', '„so“ «so» ‹so›', '"so" "so" \'so\''],
  ['dashes and double hyphens', 'one — two – three -- four', 'one - two - three - four'],
  ['numbers keep their dash', '12–15', '12-15'],
  ['the ellipsis', 'well…', 'well...'],
  ['ligatures', 'ﬁve ﬂags oﬃce', 'five flags office'],
  ['composed and decomposed letters', 'na\u0308ive cafe\u0301', 'n\u00e4ive caf\u00e9'],
  ['Hangul in parts', '\u1100\u1161\u11a8', '\uac01'],
  ['full-width letters', 'ＡＢＣ１', 'ABC1'],
  ['eszett, small and capital', 'Straße STRAẞE', 'Strasse STRASSE'],
  ['soft hyphens and zero-width characters', 'co\u00adop\u200ber\u2060ate\ufeff', 'cooperate'],
  ['direction marks', '\u200eabc\u202c', 'abc'],
  ['hyphens inside words', 'child-centred', 'childcentred'],
  ['hyphens at line ends', 'child-\ncentred child-\r\ncentred', 'childcentred childcentred'],
  ['hanging hyphens, wherever the line ends', 'pre- and post-war', 'pre-\nand post-war'],
  ['emoji with and without their variation mark', '❤\ufe0f', '❤'],
];

const DIFFERENT: readonly (readonly [string, string, string])[] = [
  ['case', 'March', 'march'],
  ['digits', '12', '20'],
  ['accents', 'resume', 'résumé'],
  ['punctuation', 'yes.', 'yes!'],
  ['a dash between blanks', 'one - two', 'one two'],
  ['a hyphen at the end of a paragraph', 'end-\n\nNext', 'endNext'],
];

describe('the normalised shadow', () => {
  for (const [what, one, other] of SAME) {
    it(`is the same for ${what}`, () => assert.equal(normalise(one).text, normalise(other).text));
  }
  for (const [what, one, other] of DIFFERENT) {
    it(`keeps apart ${what}`, () => assert.notEqual(normalise(one).text, normalise(other).text));
  }

  it('maps every character back to those that it stands for', () => {
    const text = 'a\r\n“ﬁ”\u00adx e\u0301 pre-\nfix…';
    const { text: shadow } = normalise(text);
    assert.equal(shadow, 'a "fi"x \u00e9 prefix...');
    const back = [...shadow].map((_, at) => {
      const span = normalise(text).toText({ start: at, end: at + 1 });
      return text.slice(span.start, span.end);
    });
    const middle = ['a', '\r\n', '“', 'ﬁ', 'ﬁ', '”', 'x', ' ', 'e\u0301', ' ', 'p', 'r', 'e', 'f', 'i', 'x'];
    assert.deepEqual(back, [...middle, '…', '…', '…']);
  });

  const pieces = fc.constantFrom(
    'a',
    'B',
    ' ',
    '\n',
    '\r\n',
    '-',
    '–',
    '“',
    '’',
    '\u00ad',
    '\u200b',
    'e\u0301',
    '\u0301',
    'ﬁ',
    '😀',
    '\ud83d',
    '\u1100',
    '\u1161',
    '12',
    '…',
    '中',
    'é',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''));

  it('maps whole stretches back to where they came from', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, first, second) => {
        const shadow = normalise(text);
        if (shadow.text === '') return;
        const start = first % shadow.text.length;
        const end = start + 1 + (second % (shadow.text.length - start));
        const span = shadow.toText({ start, end });
        assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        assert.ok(shadow.fromText(span.start) <= start && shadow.fromText(span.end) >= end);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on where it pauses', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), (text, step) => {
        const normaliser = new Normaliser(text);
        for (let limit = step; limit < text.length + step; limit += step) normaliser.advance(limit);
        assert.deepEqual(normaliser.finish(), normalise(text));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when it is normalised again, hyphens and dropped characters aside', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normalise(text.replace(/[-–\u00ad\u200b]/g, '')).text;
        assert.equal(normalise(once).text.replace(/ +/g, ' '), once);
      }),
      { numRuns: 300 },
    );
  });
});
