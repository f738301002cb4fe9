import assert from 'node:assert/strict';
import {
  BY_ISSUE,
  BY_ORGANISATION,
  BY_STANCE,
  group,
  type Group,
} from '../../../src/core/positions/groups.js';
import { CODEBOOK, evidence } from './evidence.js';

const outline = (groups: readonly Group[]): unknown[] =>
  groups.map(({ label, groups: inner, evidence: own }) =>
    inner.length === 0 ? [label, own.map(({ statement }) => statement.id)] : [label, outline(inner)],
  );

const keys = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ key, groups: inner }) => [key, ...keys(inner)]);

describe('groups of statements', () => {
  const all = evidence([
    { issue: 'tolls' },
    { issue: 'buses', organisation: 'council', stance: 'oppose' },
    { issue: 'buses', stance: 'oppose', date: '2013-01-01' },
    { issue: 'buses', stance: 'unclear' },
    { issue: null, organisation: null, stance: null },
    { organisation: 'anglers', stance: 'furious' },
  ]);

  it('by organisation, then issue, by name; the unknown behind, the blank last', () => {
    assert.deepEqual(outline(group(all, BY_ORGANISATION, CODEBOOK)), [
      ['Avonbridge Council', [['Free buses for pupils', ['s1']]]],
      [
        'Western Hauliers',
        [
          ['Free buses for pupils', ['s2', 's3']],
          ['Tolls on the Severn crossing', ['s0']],
        ],
      ],
      ['anglers', [['Tolls on the Severn crossing', ['s5']]]],
      [null, [[null, ['s4']]]],
    ]);
  });

  it('by issue, then organisation', () => {
    assert.deepEqual(outline(group(all, BY_ISSUE, CODEBOOK)), [
      [
        'Free buses for pupils',
        [
          ['Avonbridge Council', ['s1']],
          ['Western Hauliers', ['s2', 's3']],
        ],
      ],
      [
        'Tolls on the Severn crossing',
        [
          ['Western Hauliers', ['s0']],
          ['anglers', ['s5']],
        ],
      ],
      [null, [[null, ['s4']]]],
    ]);
  });

  it('by stance in the order of the scale, then organisation', () => {
    const found = group(all, BY_STANCE, CODEBOOK);
    assert.deepEqual(
      found.map(({ label }) => label),
      ['Supports', 'Opposes', 'Unclear', 'furious', null],
    );
  });

  it('by document, in the order of the documents and not of their names', () => {
    const found = group(
      evidence([
        { document: 'z', documentOrder: 1 },
        { document: 'a', documentOrder: 2 },
        { document: 'z', documentOrder: 9, corpus: 'b.corpus' },
      ]),
      ['document'],
      CODEBOOK,
    );
    assert.deepEqual(outline(found), [
      ['z', ['s0']],
      ['a', ['s1']],
      ['z', ['s2']],
    ]);
  });

  it('have keys that are unique and stay when statements come and go', () => {
    const before = keys(group(all, BY_ORGANISATION, CODEBOOK));
    const after = keys(group(all.slice(0, 3), BY_ORGANISATION, CODEBOOK));
    assert.equal(new Set(before).size, before.length);
    assert.ok(after.every((key) => before.includes(key)));
  });

  it('have keys that no id can forge', () => {
    const odd = evidence([
      { organisation: 'a/issue:=b', issue: 'c' },
      { organisation: 'a', issue: 'b/issue:=c' },
      { organisation: '', issue: '' },
      { organisation: null, issue: null },
      { organisation: '\ud800', issue: '%2f' },
      { organisation: '__proto__', issue: 'constructor' },
    ]);
    const found = keys(group(odd, BY_ORGANISATION, CODEBOOK));
    assert.equal(new Set(found).size, 12);
  });

  it('of nothing are none', () => {
    assert.deepEqual(group([], BY_STANCE, CODEBOOK), []);
  });
});
