import type { Codebook } from '../../../src/core/codebook/types.js';
import type { Evidence } from '../../../src/core/positions/types.js';
import type { Statement } from '../../../src/core/sidecar/types.js';

export const CODEBOOK: Codebook = {
  stances: [
    { id: 'support', label: 'Supports', value: 1, key: '1' },
    { id: 'mixed', label: 'Mixed', value: 0, key: '2' },
    { id: 'neutral', label: 'Neutral', value: 0, key: '3' },
    { id: 'oppose', label: 'Opposes', value: -1, key: '4' },
    { id: 'leaning', label: 'Leans towards', value: 0.5, key: null },
    { id: 'unclear', label: 'Unclear', value: null, key: '5' },
  ],
  issues: [
    { id: 'tolls', label: 'Tolls on the Severn crossing', definition: null },
    { id: 'buses', label: 'Free buses for pupils', definition: null },
  ],
  organisations: [
    { id: 'hauliers', name: 'Western Hauliers', aliases: [], type: null, parent: null },
    { id: 'council', name: 'Avonbridge Council', aliases: [], type: null, parent: null },
  ],
  people: [
    {
      id: 'jo-marsh',
      name: 'Jo Marsh',
      aliases: [],
      affiliations: [
        { organisation: 'hauliers', role: 'chair', from: '2010-01-01', to: '2014-03-31' },
        { organisation: 'council', role: 'leader', from: '2014-04-01', to: null },
      ],
    },
    {
      id: 'sam-pike',
      name: 'Sam Pike',
      aliases: [],
      affiliations: [{ organisation: 'hauliers', role: null, from: null, to: null }],
    },
  ],
};

/** What a test says of a statement; everything else has a plain value. */
export type Sketch = Partial<Omit<Evidence, 'statement'>> & Partial<Omit<Statement, 'at'>>;

/** Evidence in short: each in a document of its own, in the order given. */
export function evidence(sketches: readonly Sketch[]): readonly Evidence[] {
  return sketches.map((sketch, index) => {
    const { corpus, date, documentOrder, start, coder, ...statement } = sketch;
    return {
      corpus: corpus ?? 'a.corpus',
      date: date === undefined ? `2014-01-${String(index + 1).padStart(2, '0')}` : date,
      documentOrder: documentOrder ?? index,
      start: start === undefined ? 0 : start,
      coder: coder ?? null,
      statement: {
        id: `s${index}`,
        document: `d${index}`,
        at: null,
        quote: `words ${index}`,
        prefix: '',
        suffix: '',
        speaker: null,
        organisation: 'hauliers',
        issue: 'tolls',
        stance: 'support',
        basis: 'quoted',
        claimedBy: null,
        created: null,
        note: null,
        ...statement,
      },
    };
  });
}
