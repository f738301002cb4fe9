import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldText } from '../../../src/core/concordance/fold.js';

describe('fold', () => {
  for (const [text, same] of [
    ['CAFÉ', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['Straße', 'STRASSE'],
    ['ΛΌΓΟΣ', 'λογος'],
    ['“so-called”', '"so‑called"'],
    ['Members’', "MEMBERS'"],
    ['co\u00adoperate', 'cooperate'],
    ['a\u200bb', 'ab'],
    ['care\r\n  and\u00a0budget', 'care and budget'],
    ['ﬁre', 'FIRE'],
    ['2024–25', '2024-25'],
  ] as const) {
    it(`takes ${JSON.stringify(text)} and ${JSON.stringify(same)} for the same`, () => {
      assert.equal(fold(text), fold(same));
    });
  }

  it('keeps apart what readers keep apart', () => {
    for (const [a, b] of [
      ['care', 'cart'],
      ['no', 'now'],
      ['a b', 'ab'],
      ['1', '11'],
    ] as const)
      assert.notEqual(fold(a), fold(b));
  });

  it('leads back to whole characters with their accents', () => {
    const text = 'the cafe\u0301, the ﬁre,  the Straße';
    const folded = foldText(text);
    for (const [word, original] of [
      ['cafe', 'cafe\u0301'],
      ['fi', 'ﬁ'],
      ['i', 'ﬁ'],
      ['fire', 'ﬁre'],
      ['strasse', 'Straße'],
      ['fire, the', 'ﬁre,  the'],
    ] as const) {
      const at = folded.text.indexOf(word);
      const span = folded.original(at, at + word.length);
      assert.equal(text.slice(span.start, span.end), original);
    }
  });

  it('leads back from any stretch of any text to one that folds to it', () => {
    const characters = fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      'é',
      'e\u0301',
      'ß',
      'ﬃ',
      '”',
      '\u00ad',
      '😀',
      '\ud800',
      '。',
    );
    fc.assert(
      fc.property(fc.array(characters), fc.nat(), fc.nat(), (parts, from, length) => {
        const text = parts.join('');
        const folded = foldText(text);
        const start = Math.min(from, folded.text.length);
        const end = Math.min(start + length, folded.text.length);
        const span = folded.original(start, end);
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        assert.ok(fold(text.slice(span.start, span.end)).includes(folded.text.slice(start, end)));
      }),
      { numRuns: 300 },
    );
  });
});
