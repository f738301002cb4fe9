import assert from 'node:assert/strict';
import fc from 'fast-check';
import { positionsOf } from '../../../src/core/positions/positions.js';
import type { Position } from '../../../src/core/positions/types.js';
import { CODEBOOK, evidence, type Sketch } from './evidence.js';

/** Statements by their number in the case. */
interface Expected {
  /** Stance and the number of the statement that decides; null for none. */
  readonly current?: readonly [string, number] | null;
  readonly claimedOnly?: boolean;
  readonly changes?: readonly (readonly [number, number])[];
  readonly contradictions?: readonly (readonly [string, number, number])[];
  readonly disagreements?: readonly (readonly [number, number])[];
}

interface Case {
  readonly rule: string;
  readonly given: readonly Sketch[];
  readonly period?: number;
  readonly then: Expected;
}

const S = { stance: 'support' };
const O = { stance: 'oppose' };
const M = { stance: 'mixed' };
const N = { stance: 'neutral' };
const U = { stance: 'unclear' };
const on = (date: string | null): Sketch => ({ date });
const by = (speaker: string): Sketch => ({ speaker });
const SAME = { document: 'same', documentOrder: 0, date: '2014-01-01' };
const WORDS = { ...SAME, quote: 'the same words', start: 10 };
const CLAIM = { basis: 'claimed', claimedBy: 'council' } as const;

const CASES: readonly Case[] = [
  // The current stance.
  { rule: 'one statement decides', given: [S], then: { current: ['support', 0], claimedOnly: false } },
  {
    rule: 'the latest date decides',
    given: [
      { ...O, ...on('2014-05-01') },
      { ...S, ...on('2014-02-01') },
    ],
    then: { current: ['oppose', 0] },
  },
  {
    rule: 'a paraphrase decides as well as a quote',
    given: [S, { ...O, basis: 'reported' }],
    then: { current: ['oppose', 1] },
  },
  {
    rule: 'a blank basis counts as their own',
    given: [S, { ...O, basis: null }],
    then: { current: ['oppose', 1] },
  },
  {
    rule: 'a later claim of others does not decide',
    given: [S, { ...O, ...CLAIM }],
    then: { current: ['support', 0], claimedOnly: false, changes: [], contradictions: [] },
  },
  {
    rule: 'a claim decides where there is nothing else',
    given: [{ ...O, ...CLAIM }],
    then: { current: ['oppose', 0], claimedOnly: true },
  },
  {
    rule: 'the latest of claims decides',
    given: [
      { ...O, ...CLAIM },
      { ...S, ...CLAIM },
    ],
    then: { current: ['support', 1], claimedOnly: true, changes: [], contradictions: [] },
  },
  {
    rule: 'an unclear word does not undo a clear one',
    given: [S, U],
    then: { current: ['support', 0], changes: [] },
  },
  { rule: 'an unclear word is all there is', given: [U], then: { current: ['unclear', 0] } },
  {
    rule: 'the latest unclear word, where there are only such',
    given: [U, U],
    then: { current: ['unclear', 1] },
  },
  {
    rule: 'own unclear words stand before a claim',
    given: [U, { ...O, ...CLAIM }],
    then: { current: ['unclear', 0], claimedOnly: false },
  },
  { rule: 'neutral is a stance and decides', given: [S, N], then: { current: ['neutral', 1] } },
  { rule: 'mixed is a stance and decides', given: [O, M], then: { current: ['mixed', 1] } },
  {
    rule: 'a stance that the codebook does not have decides nothing',
    given: [S, { stance: 'furious' }],
    then: { current: ['support', 0], changes: [] },
  },
  {
    rule: 'no stance known, no position',
    given: [{ stance: 'furious' }, { stance: null }],
    then: { current: null },
  },
  {
    rule: 'own words without a stance leave it to the claim',
    given: [{ stance: null }, { ...O, ...CLAIM }],
    then: { current: ['oppose', 1], claimedOnly: true },
  },
  { rule: 'a lost statement counts', given: [S, { ...O, start: null }], then: { current: ['oppose', 1] } },
  // Order.
  {
    rule: 'without a date it comes first',
    given: [
      { ...S, ...on('2012-01-01') },
      { ...O, ...on(null) },
    ],
    then: { current: ['support', 0], changes: [[1, 0]] },
  },
  {
    rule: 'a date that is none counts as none',
    given: [
      { ...S, ...on('2012-01-01') },
      { ...O, ...on('last May') },
    ],
    then: { current: ['support', 0] },
  },
  {
    rule: 'a day that is none counts as none',
    given: [
      { ...S, ...on('2012-01-01') },
      { ...O, ...on('2014-13-45') },
    ],
    then: { current: ['support', 0] },
  },
  {
    rule: 'on one day the later document decides',
    given: [
      { ...S, date: '2014-01-01', documentOrder: 7 },
      { ...O, date: '2014-01-01', documentOrder: 3 },
    ],
    then: { current: ['support', 0] },
  },
  {
    rule: 'in one document the later words decide',
    given: [
      { ...SAME, ...S, start: 90 },
      { ...SAME, ...O, start: 20 },
    ],
    then: { current: ['support', 0] },
  },
  {
    rule: 'in one document lost words come last',
    given: [
      { ...SAME, ...S, start: null },
      { ...SAME, ...O, start: 20 },
    ],
    then: { current: ['support', 0] },
  },
  {
    rule: 'at one place the later coded decides',
    given: [
      { ...WORDS, ...O, created: '2026-02-02T10:00:00Z' },
      { ...WORDS, ...S, created: '2026-01-01T10:00:00Z' },
    ],
    then: { current: ['oppose', 0] },
  },
  // Changes.
  {
    rule: 'another stance is a change',
    given: [S, { ...O, ...on('2015-01-01') }],
    then: { changes: [[0, 1]], contradictions: [] },
  },
  { rule: 'the same stance is none', given: [S, S], then: { changes: [] } },
  {
    rule: 'there and back are two',
    given: [S, { ...O, ...on('2015-01-01') }, { ...S, ...on('2016-01-01') }],
    then: {
      changes: [
        [0, 1],
        [1, 2],
      ],
    },
  },
  {
    rule: 'from support to mixed is a change and no contradiction',
    given: [S, M],
    then: { changes: [[0, 1]], contradictions: [] },
  },
  {
    rule: 'mixed and neutral have one value and are two stances',
    given: [M, N],
    then: { changes: [[0, 1]] },
  },
  {
    rule: 'unclear words between do not hide a change',
    given: [S, U, { ...O, ...on('2015-01-01') }],
    then: { changes: [[0, 2]] },
  },
  { rule: 'unclear words make no change', given: [U, S], then: { changes: [] } },
  { rule: 'claims make no change', given: [S, { ...O, ...CLAIM }, S], then: { changes: [] } },
  {
    rule: 'stances on one side may change',
    given: [S, { stance: 'leaning' }],
    then: { changes: [[0, 1]], contradictions: [] },
  },
  // Contradictions.
  {
    rule: 'for and against in one document',
    given: [
      { ...SAME, ...S, start: 1 },
      { ...SAME, ...O, start: 9 },
    ],
    then: { contradictions: [['document', 0, 1]] },
  },
  {
    rule: 'each turn in a document counts',
    given: [
      { ...SAME, ...S, start: 1 },
      { ...SAME, ...O, start: 9 },
      { ...SAME, ...S, start: 20 },
    ],
    then: {
      contradictions: [
        ['document', 0, 1],
        ['document', 1, 2],
      ],
    },
  },
  {
    rule: 'documents with one id in two files are two',
    given: [
      { ...SAME, ...S },
      { ...SAME, ...O, corpus: 'b.corpus', date: '2016-01-01' },
    ],
    then: { contradictions: [] },
  },
  {
    rule: 'an undated document contradicts itself',
    given: [
      { ...SAME, ...S, ...on(null), start: 1 },
      { ...SAME, ...O, ...on(null), start: 9 },
    ],
    then: { contradictions: [['document', 0, 1]] },
  },
  {
    rule: 'for and against within thirty days',
    given: [
      { ...S, ...on('2014-01-01') },
      { ...O, ...on('2014-01-31') },
    ],
    then: { contradictions: [['period', 0, 1]], changes: [[0, 1]] },
  },
  {
    rule: 'after more than thirty days it is a change',
    given: [
      { ...S, ...on('2014-01-01') },
      { ...O, ...on('2014-02-01') },
    ],
    then: { contradictions: [], changes: [[0, 1]] },
  },
  {
    rule: 'the period can be set',
    period: 31,
    given: [
      { ...S, ...on('2014-01-01') },
      { ...O, ...on('2014-02-01') },
    ],
    then: { contradictions: [['period', 0, 1]] },
  },
  {
    rule: 'a leap day is a day',
    given: [
      { ...S, ...on('2016-02-01') },
      { ...O, ...on('2016-03-03') },
    ],
    then: { contradictions: [] },
  },
  {
    rule: 'without a date no period',
    given: [
      { ...S, ...on(null) },
      { ...O, ...on('2014-01-01') },
    ],
    then: { contradictions: [] },
  },
  {
    rule: 'neutral words between do not hide it',
    given: [S, N, O],
    then: { contradictions: [['period', 0, 2]] },
  },
  {
    rule: 'each turn counts once',
    given: [S, O, O, S],
    then: {
      contradictions: [
        ['period', 0, 1],
        ['period', 2, 3],
      ],
    },
  },
  {
    rule: 'half for is for',
    given: [{ stance: 'leaning' }, O],
    then: { contradictions: [['period', 0, 1]] },
  },
  { rule: 'neutral contradicts nothing', given: [S, N], then: { contradictions: [] } },
  { rule: 'claims contradict nothing', given: [S, { ...O, ...CLAIM }], then: { contradictions: [] } },
  // Speakers.
  {
    rule: 'two who both still speak, however long between',
    given: [
      { ...S, ...by('sam-pike'), ...on('2011-01-01') },
      { ...O, ...by('kit-low'), ...on('2013-01-01') },
    ],
    then: { contradictions: [['speakers', 0, 1]] },
  },
  {
    rule: 'one who has left no longer speaks',
    given: [
      { ...S, ...by('jo-marsh'), ...on('2011-01-01') },
      { ...O, ...by('sam-pike'), ...on('2015-01-01') },
    ],
    then: { contradictions: [], changes: [[0, 1]] },
  },
  {
    rule: 'one who has not left yet still speaks',
    given: [
      { ...S, ...by('jo-marsh'), ...on('2011-01-01') },
      { ...O, ...by('sam-pike'), ...on('2014-03-31') },
    ],
    then: { contradictions: [['speakers', 0, 1]] },
  },
  {
    rule: 'one speaker who changes does not contradict',
    given: [
      { ...S, ...by('sam-pike'), ...on('2011-01-01') },
      { ...O, ...by('sam-pike'), ...on('2013-01-01') },
    ],
    then: { contradictions: [], changes: [[0, 1]] },
  },
  {
    rule: 'who has come round is of one mind',
    given: [
      { ...S, ...by('sam-pike'), ...on('2011-01-01') },
      { ...O, ...by('kit-low'), ...on('2013-01-01') },
      { ...O, ...by('sam-pike'), ...on('2015-01-01') },
    ],
    then: { contradictions: [] },
  },
  {
    rule: 'the nameless are nobody in particular',
    given: [
      { ...S, ...on('2011-01-01') },
      { ...O, ...by('sam-pike'), ...on('2013-01-01') },
    ],
    then: { contradictions: [] },
  },
  {
    rule: 'a pair within the period is told once',
    given: [
      { ...S, ...by('sam-pike') },
      { ...O, ...by('kit-low') },
    ],
    then: { contradictions: [['period', 0, 1]] },
  },
  // Coders.
  {
    rule: 'two coders who agree count once',
    given: [
      { ...WORDS, ...S, coder: 'a' },
      { ...WORDS, ...S, coder: 'b' },
      { ...O, ...on('2014-01-09') },
    ],
    then: { contradictions: [['period', 0, 2]], changes: [[0, 2]], disagreements: [] },
  },
  {
    rule: 'two coders who differ make no contradiction',
    given: [
      { ...WORDS, ...S, coder: 'a' },
      { ...WORDS, ...O, coder: 'b' },
    ],
    then: { contradictions: [], changes: [], disagreements: [[0, 1]] },
  },
  {
    rule: 'one coder with two stances on the same words does',
    given: [
      { ...WORDS, ...S, coder: 'a' },
      { ...WORDS, ...O, coder: 'a' },
    ],
    then: { contradictions: [['document', 0, 1]], disagreements: [] },
  },
  {
    rule: 'words that coders dispute make no change with others',
    given: [
      { ...WORDS, ...S, coder: 'a' },
      { ...WORDS, ...O, coder: 'b' },
      { ...S, ...on('2016-01-01') },
    ],
    then: { changes: [], disagreements: [[0, 1]] },
  },
  {
    rule: 'the same words at two places are two',
    given: [
      { ...WORDS, ...S, coder: 'a' },
      { ...WORDS, ...O, coder: 'b', start: 99 },
    ],
    then: { contradictions: [['document', 0, 1]], disagreements: [] },
  },
];

describe('positions', () => {
  for (const { rule, given, period, then } of CASES) {
    it(rule, () => {
      const all = evidence(given);
      const [position] = positionsOf(all, CODEBOOK, period === undefined ? {} : { period });
      assert.ok(position);
      const number = (one: unknown): number => all.findIndex((candidate) => candidate === one);
      const { current } = position;
      if (then.current !== undefined) {
        assert.deepEqual(current && [current.stance.id, number(current.evidence)], then.current);
      }
      if (then.claimedOnly !== undefined) assert.equal(current?.claimedOnly, then.claimedOnly);
      const pairs = (list: Position['changes'] | Position['disagreements']): number[][] =>
        list.map(({ before, after }) => [number(before), number(after)]);
      if (then.changes) assert.deepEqual(pairs(position.changes), then.changes);
      if (then.disagreements) assert.deepEqual(pairs(position.disagreements), then.disagreements);
      if (then.contradictions) {
        const found = position.contradictions.map((one) => [one.kind, number(one.before), number(one.after)]);
        assert.deepEqual(found, then.contradictions);
      }
    });
  }

  it('are one for each organisation and issue, in the order of their ids', () => {
    const all = evidence([
      {},
      { issue: 'buses' },
      { organisation: 'council' },
      {},
      { issue: null },
      { organisation: null },
    ]);
    const found = positionsOf(all, CODEBOOK).map(({ organisation, issue, history }) => [
      organisation,
      issue,
      history.length,
    ]);
    assert.deepEqual(found, [
      ['council', 'tolls', 1],
      ['hauliers', 'buses', 1],
      ['hauliers', 'tolls', 2],
    ]);
  });

  const WHOSE: readonly (readonly [string, Sketch, string | null])[] = [
    ['the coder says', { organisation: 'council', speaker: 'sam-pike' }, 'council'],
    ['the speaker’s only affiliation', { organisation: null, speaker: 'sam-pike' }, 'hauliers'],
    [
      'the first office, at the time',
      { organisation: null, speaker: 'jo-marsh', date: '2012-05-05' },
      'hauliers',
    ],
    ['its last day', { organisation: null, speaker: 'jo-marsh', date: '2014-03-31' }, 'hauliers'],
    ['the next office', { organisation: null, speaker: 'jo-marsh', date: '2014-04-01' }, 'council'],
    ['before any office', { organisation: null, speaker: 'jo-marsh', date: '2009-12-31' }, null],
    ['two offices and no date', { organisation: null, speaker: 'jo-marsh', date: null }, null],
    ['an organisation speaks itself', { organisation: null, speaker: 'council' }, 'council'],
    ['somebody unknown', { organisation: null, speaker: 'kit-low' }, null],
  ];
  for (const [what, sketch, organisation] of WHOSE) {
    it(`belong to the right organisation: ${what}`, () => {
      const [position] = positionsOf(evidence([sketch]), CODEBOOK);
      assert.equal(position?.organisation ?? null, organisation);
    });
  }

  it('say how much there is to go by', () => {
    const [position] = positionsOf(
      evidence([
        { speaker: 'sam-pike', coder: 'a', date: '2013-02-02' },
        { speaker: 'jo-marsh', coder: 'b', document: 'd0', date: '2013-02-02' },
        { speaker: 'sam-pike', coder: 'a', date: null, start: null },
        { ...CLAIM, speaker: 'council', date: '2015-03-03' },
        { speaker: null, document: 'd0', corpus: 'b.corpus', date: '2014-02-02' },
      ]),
      CODEBOOK,
    );
    assert.deepEqual(position?.strength, {
      own: 4,
      claimed: 1,
      documents: 4,
      speakers: ['sam-pike', 'jo-marsh'],
      coders: 3,
      lost: 1,
      since: '2013-02-02',
      until: '2015-03-03',
    });
  });

  it('do not depend on the order in which statements come', () => {
    const stances = fc.constantFrom('support', 'oppose', 'mixed', 'unclear', null);
    const sketch = fc.record({
      stance: stances,
      date: fc.constantFrom('2014-01-01', '2014-01-20', '2015-06-01', null),
      basis: fc.constantFrom('quoted' as const, 'claimed' as const),
    });
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 12 }), (sketches) => {
        const all = evidence(sketches);
        assert.deepEqual(positionsOf([...all].reverse(), CODEBOOK), positionsOf(all, CODEBOOK));
      }),
      { numRuns: 100 },
    );
  });

  it('survive ids that mean something to JavaScript', () => {
    const all = evidence([
      { organisation: '__proto__', issue: 'constructor', stance: 'toString', speaker: 'hasOwnProperty' },
    ]);
    const [position] = positionsOf(all, CODEBOOK);
    assert.equal(position?.organisation, '__proto__');
    assert.equal(position?.current, null);
  });
});
