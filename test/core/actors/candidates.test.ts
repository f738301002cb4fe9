import assert from 'node:assert/strict';
import { findCandidates } from '../../../src/core/actors/candidates.js';
import { analyseDocument } from '../../../src/core/quotes/analyse.js';

const TEXTS = [
  'Ann Shaw, president of the Association of Coastal Councils (ACC), said: “No.” The ACC left. Peter Reed stayed.',
  '“Yes,” Shaw said. Ann Shaw left. The Kite House Trust was named.',
];
const analyses = TEXTS.map((text) => analyseDocument(text));

describe('candidates for the codebook', () => {
  it('are counted by document, mention and quote, speakers first', () => {
    assert.deepEqual(findCandidates(analyses), [
      { kind: 'person', name: 'Ann Shaw', mentions: 3, documents: 2, quotes: 2 },
      { kind: 'organisation', name: 'Association of Coastal Councils', mentions: 3, documents: 1, quotes: 1 },
      { kind: 'organisation', name: 'Kite House Trust', mentions: 1, documents: 1, quotes: 0 },
      { kind: 'person', name: 'Peter Reed', mentions: 1, documents: 1, quotes: 0 },
    ]);
  });

  it('leave out whom the codebook has', () => {
    const known = new Set(['Ann Shaw', 'Kite House Trust']);
    assert.deepEqual(
      findCandidates(analyses, known).map(({ name }) => name),
      ['Association of Coastal Councils', 'Peter Reed'],
    );
  });

  it('come from mentions that slice to a name', () => {
    const text = 'The Harbour Workers’ Union met BASW’s president, Ann Shaw.';
    assert.deepEqual(
      analyseDocument(text).mentions.map(({ start, end, kind }) => [text.slice(start, end), kind]),
      [
        ['Harbour Workers’ Union', 'organisation'],
        ['BASW', 'organisation'],
        ['Ann Shaw', 'person'],
      ],
    );
  });
});
