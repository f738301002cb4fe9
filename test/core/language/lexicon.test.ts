import assert from 'node:assert/strict';
import fc from 'fast-check';
import { G, S } from '../../../src/core/language/classes.js';
import { lexiconFor } from '../../../src/core/language/index.js';
import { Gap, Kind, tokenise } from '../../../src/core/quotes/tokens.js';

const english = lexiconFor('en');

function words(text: string): string[] {
  const tokens = tokenise(text, english);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
}

describe('lexicon', () => {
  it('knows a word in any case and in its possessive', () => {
    const tokens = tokenise('SAID Said said union’s', english);
    for (const at of [0, 1, 2]) assert.ok((tokens.sense[at] ?? 0) & S.cue);
    assert.ok((tokens.sense[3] ?? 0) & S.organisationNoun);
  });

  it('knows the last part of a hyphenated word', () => {
    assert.ok((tokenise('vice-president', english).sense[0] ?? 0) & S.role);
  });

  it('has bits for every class, no two alike', () => {
    for (const bits of [Object.values(G), Object.values(S)]) {
      assert.equal(new Set(bits).size, bits.length);
      assert.ok(bits.every((bit) => bit !== 0));
    }
  });

  it('is English for an unknown language and for a region of English', () => {
    assert.equal(lexiconFor('xx'), english);
    assert.equal(lexiconFor('en-GB'), english);
    assert.equal(lexiconFor(), english);
    assert.equal(lexiconFor('constructor'), english);
  });
});

describe('tokens', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ["the council's plan", 'the', "council's", 'plan'],
    ['It cost £1,000.50.', 'It', 'cost', '£', '1,000.50', '.'],
    ['off-the-shelf -- now', 'off-the-shelf', '--', 'now'],
    ["''Yes,''", "''", 'Yes', ',', "''"],
    ['wait... now', 'wait', '...', 'now'],
    ['@shaw wrote', '@shaw', 'wrote'],
    ['a\u00ad­b', 'a\u00ad­b'],
    [''],
  ];
  for (const [text, ...expected] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(words(text), expected));
  }

  it('tell blanks, line ends and blank lines apart, with CRLF as with LF', () => {
    for (const end of ['\n', '\r\n']) {
      const tokens = tokenise(`a b${end}c${end}${end}d`, english);
      assert.deepEqual([...tokens.gap.slice(0, 4)], [Gap.blankLine, Gap.blank, Gap.newline, Gap.blankLine]);
    }
  });

  it('cover every character but blanks, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const tokens = tokenise(text, english);
        let at = 0;
        for (let token = 0; token < tokens.count; token++) {
          assert.ok(
            (tokens.start[token] ?? -1) >= at && (tokens.end[token] ?? 0) > (tokens.start[token] ?? 0),
          );
          assert.ok((tokens.kind[token] ?? 99) <= Kind.singleLow);
          at = tokens.end[token] ?? 0;
        }
        assert.ok(at <= text.length);
      }),
      { numRuns: 500 },
    );
  });
});
