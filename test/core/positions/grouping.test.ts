import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  group,
  Grouping,
  type Dimension,
  type Group,
  type Sort,
} from '../../../src/core/positions/groups.js';
import type { Evidence } from '../../../src/core/positions/types.js';
import { CODEBOOK, evidence, type Sketch } from './evidence.js';

const labels = (groups: readonly Group[]): readonly (string | null)[] => groups.map(({ label }) => label);

describe('groups sorted', () => {
  const all = evidence([
    { issue: 'tolls', date: '2014-01-01', stance: 'support' },
    { issue: 'tolls', date: '2013-01-01', stance: 'oppose', organisation: 'council' },
    { issue: 'tolls', date: null, stance: 'leaning', organisation: 'council' },
    { issue: 'buses', date: '2014-06-01', stance: 'support' },
    { issue: 'bypass', date: 'soon', stance: 'support' },
    { issue: 'bypass', date: null, stance: 'unclear' },
    { issue: null, date: '2020-01-01', stance: 'oppose' },
    { issue: null, date: '2020-01-01', stance: 'support' },
    { issue: null, date: '2020-01-01', stance: 'support' },
    { issue: null, date: '2020-01-01', stance: 'support' },
  ]);
  const [BUSES, TOLLS] = ['Free buses for pupils', 'Tolls on the Severn crossing'];
  const cases: readonly (readonly [Sort, readonly (string | null)[]])[] = [
    ['name', [BUSES, TOLLS, 'bypass', null]],
    ['count', [TOLLS, 'bypass', BUSES, null]],
    ['latest', [BUSES, TOLLS, 'bypass', null]],
    ['contested', [TOLLS, 'bypass', BUSES, null]],
  ];
  for (const [sort, expected] of cases) {
    it(`by ${sort}, the blank last`, () =>
      assert.deepEqual(labels(group(all, ['issue'], CODEBOOK, sort)), expected));
  }

  it('are contested where both sides speak on one issue, not on two', () => {
    const two = evidence([
      { organisation: 'apart', issue: 'tolls', stance: 'support' },
      { organisation: 'apart', issue: 'buses', stance: 'oppose' },
      { organisation: 'torn', issue: 'tolls', stance: 'leaning' },
      { organisation: 'torn', issue: 'tolls', stance: 'oppose' },
    ]);
    assert.deepEqual(labels(group(two, ['organisation'], CODEBOOK, 'contested')), ['torn', 'apart']);
  });

  it('count what parts have said, and go by their latest word', () => {
    const organisations = [
      { id: 'whole', name: 'Whole', aliases: [], type: null, parent: null },
      { id: 'part', name: 'Part', aliases: [], type: null, parent: 'whole' },
      { id: 'lone', name: 'Alone', aliases: [], type: null, parent: null },
    ];
    const codebook = { ...CODEBOOK, organisations };
    const said = evidence([
      { organisation: 'lone', date: '2014-01-01' },
      { organisation: 'part', date: '2014-02-01' },
      { organisation: 'part', date: '2013-02-01' },
    ]);
    for (const sort of ['count', 'latest'] as const) {
      assert.deepEqual(labels(group(said, ['organisation'], codebook, sort)), ['Whole', 'Alone'], sort);
    }
  });

  it('by stance keep the order of the scale between equals', () => {
    const one = evidence([{ stance: 'oppose' }, { stance: 'support' }, { stance: 'mixed' }]);
    assert.deepEqual(labels(group(one, ['stance'], CODEBOOK)), ['Supports', 'Mixed', 'Opposes']);
  });
});

describe('groups made again', () => {
  const DIMENSIONS: readonly Dimension[] = [
    'organisation',
    'issue',
    'stance',
    'speaker',
    'document',
    'coder',
  ];
  const keys = (groups: readonly Group[]): unknown =>
    groups.map((one) => [one.key, one.total, one.evidence, keys(one.groups), keys(one.parts)]);
  const sketch: fc.Arbitrary<Sketch> = fc.record({
    organisation: fc.constantFrom('hauliers', 'council', 'anglers', null),
    issue: fc.constantFrom('tolls', 'buses', null),
    stance: fc.constantFrom('support', 'oppose', null),
    document: fc.constantFrom('d1', 'd2'),
    corpus: fc.constantFrom('a', 'b'),
    coder: fc.constantFrom('ann', null),
  });

  it('are those of a fresh start, whatever came and went before', () => {
    fc.assert(
      fc.property(
        fc.array(sketch, { maxLength: 12 }),
        fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), { maxLength: 4 }),
        fc.shuffledSubarray([...DIMENSIONS], { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Sort>('name', 'count', 'latest', 'contested'),
        fc.boolean(),
        (sketches, versions, dimensions, sort, looks) => {
          const all = evidence(sketches);
          const grouping = new Grouping<Evidence>(dimensions, CODEBOOK, sort);
          let before: readonly Evidence[] = [];
          for (const version of versions) {
            const now = version.flatMap((index) => all[index] ?? []);
            const found = grouping.update({
              gone: before.filter((one) => !now.includes(one)),
              come: now.filter((one) => !before.includes(one)),
            });
            before = now;
            if (looks) keys(found);
            assert.deepEqual(keys(found), keys(group(now, dimensions, CODEBOOK, sort)));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keep every branch in which nothing changed, and make the others anew', () => {
    const all = evidence([{ issue: 'tolls' }, { issue: 'buses' }, { organisation: 'council' }]);
    const grouping = new Grouping<Evidence>(['organisation', 'issue'], CODEBOOK, 'name');
    const before = grouping.take(all);
    const [council, hauliers] = before;
    const inner = hauliers?.groups;
    const [added] = evidence([{ id: 'new', issue: 'tolls' }]);
    assert.ok(added);
    const after = grouping.update({ gone: [], come: [added] });
    assert.equal(after[0], council);
    assert.notEqual(after[1], hauliers);
    assert.deepEqual(
      after[1]?.groups.map((one, index) => one === inner?.[index]),
      [true, false],
    );
  });
});
