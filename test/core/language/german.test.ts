import assert from 'node:assert/strict';
import type { QuoteKind } from '../../../src/core/quotes/types.js';
import { show } from '../quotes/show.js';

type Row = readonly [kind: QuoteKind, words: string, speaker: string | null];

const CASES: readonly (readonly [what: string, text: string, ...rows: Row[]])[] = [
  [
    '„…“',
    '„Die Reform kommt zu früh“, sagte die Ministerin.',
    ['direct', '„Die Reform kommt zu früh“', 'die Ministerin'],
  ],
  ['»…«', '»Wir prüfen das«, sagte eine Sprecherin.', ['direct', '»Wir prüfen das«', 'eine Sprecherin']],
  [
    '„…” closed the English way',
    'Anna Weber sagte: „Wir prüfen das.”',
    ['direct', '„Wir prüfen das.”', 'Anna Weber'],
  ],
  [
    'inner marks',
    'Sie sagte: „Er meinte ‚nie wieder‘ und ging.“',
    ['direct', '„Er meinte ‚nie wieder‘ und ging.“', 'Sie'],
  ],
  [
    'a colon',
    'Die Gewerkschaft Verdi erklärte: „Das ist ein Fehler.“',
    ['direct', '„Das ist ein Fehler.“', 'Die Gewerkschaft Verdi'],
  ],
  [
    'dass',
    'Der Minister sagte, dass die Mittel reichen.',
    ['reported', 'dass die Mittel reichen', 'Der Minister'],
  ],
  ['laut', 'Laut dem Bericht fehlen 300 Stellen.', ['reported', 'fehlen 300 Stellen', 'dem Bericht']],
  ['words in a sentence', 'Er nannte den Plan „halbherzig“.', ['partial', '„halbherzig“', 'Er']],
  [
    'a split quote',
    '„Wir warten“, sagte Anna Weber. „Aber nicht lange.“',
    ['direct', '„Wir warten“', 'Anna Weber'],
    ['direct', '„Aber nicht lange.“', 'Anna Weber'],
  ],
];

describe('German', () => {
  for (const [what, text, ...rows] of CASES) {
    it(what, () => {
      assert.deepEqual(
        show(text, { language: 'de' }).map(({ kind, words, speaker }) => [kind, words, speaker]),
        rows,
      );
    });
  }

  it('knows the office of a person', () => {
    const text = 'Peter Lang, Vorsitzender der Stiftung Kinderland, warnte: „So geht es nicht.“';
    const [quote] = show(text, { language: 'de-AT' });
    assert.deepEqual([quote?.person, quote?.organisation], ['Peter Lang', 'Stiftung Kinderland']);
  });
});
