import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Codebook, Organisation } from '../../../src/core/codebook/types.js';
import { PositionBook } from '../../../src/core/positions/book.js';
import { group, type Group } from '../../../src/core/positions/groups.js';
import { Hierarchy } from '../../../src/core/positions/hierarchy.js';
import { positionsOf } from '../../../src/core/positions/positions.js';
import { CODEBOOK, evidence, type Sketch } from './evidence.js';

/** Organisations from "part<whole" in short; a name alone is an organisation of its own. */
function organisations(sketch: string): readonly Organisation[] {
  return sketch
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const [id = '', parent] = one.split('<');
      return { id, name: id.toUpperCase(), aliases: [], type: null, parent: parent ?? null };
    });
}

function codebook(sketch: string): Codebook {
  return { ...CODEBOOK, organisations: organisations(sketch) };
}

const says = (organisation: string, stance = 'support', more: Sketch = {}): Sketch => ({
  organisation,
  stance,
  ...more,
});

describe('the hierarchy of organisations', () => {
  const cases: readonly (readonly [rule: string, sketch: string, wholes: string])[] = [
    ['none is part of another', 'a b', 'a- b-'],
    ['a part has its whole', 'union north<union south<union', 'union- north<union south<union'],
    ['parts have parts', 'a b<a c<b', 'a- b<a c<b'],
    ['a whole may come later in the file', 'b<a a', 'b<a a-'],
    ['a whole that is not in the codebook is none', 'b<gone', 'b-'],
    ['nothing is part of itself', 'a<a b<a', 'a- b<a'],
    ['two that are parts of each other have no whole', 'a<b b<a', 'a- b-'],
    ['what hangs on a ring stays', 'a<c b<a c<b d<b e<d', 'a- b- c- d<b e<d'],
    ['ids may mean something to JavaScript', 'constructor x<constructor', 'constructor- x<constructor'],
  ];
  for (const [rule, sketch, wholes] of cases) {
    it(rule, () => {
      const all = organisations(sketch);
      const hierarchy = new Hierarchy(all);
      const found = all.map(({ id }) => {
        const whole = hierarchy.wholeOf(id);
        if (whole !== null) assert.ok(hierarchy.partsOf(whole).includes(id));
        return whole === null ? `${id}-` : `${id}<${whole}`;
      });
      assert.equal(found.join(' '), wholes);
    });
  }

  it('gives all parts, a whole before its parts', () => {
    const hierarchy = new Hierarchy(organisations('c<b b<a d<a a e<c f'));
    assert.deepEqual(hierarchy.allPartsOf('a'), ['b', 'd', 'c', 'e']);
    assert.deepEqual(hierarchy.allPartsOf('f'), []);
    assert.deepEqual(hierarchy.allPartsOf('nobody'), []);
  });

  it('ends and has no ring, whatever the parents are', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...ids, 'gone')), { minLength: 6, maxLength: 6 }),
        (parents) => {
          const all = ids.map((id, index) => ({
            id,
            name: id,
            aliases: [],
            type: null,
            parent: parents[index] ?? null,
          }));
          const hierarchy = new Hierarchy(all);
          for (const id of ids) assert.ok(!hierarchy.allPartsOf(id).includes(id));
          const roots = ids.filter((id) => hierarchy.wholeOf(id) === null);
          const reached = roots.flatMap((root) => [root, ...hierarchy.allPartsOf(root)]);
          assert.deepEqual([...reached].sort(), ids);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('bears a chain of 2,000 and a whole with 130,000 parts', () => {
    const chain = Array.from({ length: 2_000 }, (_, index) =>
      index === 0 ? 'n0' : `n${index}<n${index - 1}`,
    );
    const deep = codebook(chain.join(' '));
    const [root] = group(evidence([says('n1999')]), ['organisation'], deep);
    assert.equal(root?.id, 'n0');
    assert.equal(root.total, 1);
    const wide = organisations('whole').concat(
      Array.from({ length: 130_000 }, (_, index) => ({
        id: `p${index}`,
        name: 'P',
        aliases: [],
        type: null,
        parent: 'whole',
      })),
    );
    assert.equal(new Hierarchy(wide).allPartsOf('whole').length, 130_000);
  });
});

describe('positions of parts, rolled up', () => {
  const UNION = 'union north<union south<union pit<north guild';
  const rolled = (sketches: readonly Sketch[], sketch = UNION, id = 'union', issue = 'tolls') => {
    const book = new PositionBook(codebook(sketch));
    book.update({ gone: [], come: evidence(sketches) });
    return book.rolledUp(id, issue);
  };
  const inShort = (found: ReturnType<typeof rolled>) =>
    found && {
      own: found.own?.current?.stance.id ?? null,
      parts: found.parts.map(({ organisation }) => organisation).join(' '),
      statements: found.statements,
      stances: found.stances.map(({ stance, parts }) => `${stance.id} ${parts}`).join(', '),
      divided: found.divided,
    };
  const CLAIM = { basis: 'claimed' } as const;
  const cases: readonly (readonly [string, readonly Sketch[], ReturnType<typeof inShort>])[] = [
    ['there is nothing without parts that speak', [says('union')], null],
    [
      'a whole that is silent has the parts only',
      [says('north')],
      { own: null, parts: 'north', statements: 1, stances: 'support 1', divided: false },
    ],
    [
      'statements of the whole are not counted among those of its parts',
      [says('union'), says('union'), says('north')],
      { own: 'support', parts: 'north', statements: 1, stances: 'support 1', divided: false },
    ],
    [
      'parts of parts count',
      [says('union'), says('pit'), says('south', 'mixed')],
      { own: 'support', parts: 'south pit', statements: 2, stances: 'support 1, mixed 1', divided: false },
    ],
    [
      'stances come in the order of the scale',
      [says('pit', 'unclear'), says('south', 'oppose'), says('north')],
      {
        own: null,
        parts: 'north south pit',
        statements: 3,
        stances: 'support 1, oppose 1, unclear 1',
        divided: true,
      },
    ],
    [
      'the whole against a part is divided',
      [says('union', 'oppose'), says('north')],
      { own: 'oppose', parts: 'north', statements: 1, stances: 'support 1', divided: true },
    ],
    [
      'mixed against for is not divided',
      [says('union', 'mixed'), says('north')],
      { own: 'mixed', parts: 'north', statements: 1, stances: 'support 1', divided: false },
    ],
    [
      'a part with several statements counts once, by its current stance',
      [says('north', 'oppose'), says('north')],
      { own: null, parts: 'north', statements: 2, stances: 'support 1', divided: false },
    ],
    [
      'claims about a part count as statements',
      [says('north'), says('north', 'oppose', CLAIM)],
      { own: null, parts: 'north', statements: 2, stances: 'support 1', divided: false },
    ],
    [
      'a part whose stance is not on the scale has none',
      [says('north', 'furious')],
      { own: null, parts: 'north', statements: 1, stances: '', divided: false },
    ],
    ['another issue is not looked at', [says('north', 'support', { issue: 'buses' })], null],
    ['a whole is no part of its parts', [says('union'), says('guild')], null],
  ];
  for (const [rule, sketches, expected] of cases) {
    it(rule, () => assert.deepEqual(inShort(rolled(sketches)), expected));
  }

  it('never change the position of the whole', () => {
    const alone = positionsOf(evidence([says('union')]), codebook(UNION));
    const all = positionsOf(evidence([says('union'), says('north', 'oppose')]), codebook(UNION));
    assert.deepEqual(
      all.filter(({ organisation }) => organisation === 'union'),
      alone,
    );
  });

  it('count nothing twice where parents make a ring', () => {
    assert.equal(rolled([says('a'), says('b')], 'a<b b<a', 'a'), null);
  });
});

describe('the book of positions', () => {
  it('says what the plain rules say, and keeps what did not change', () => {
    const all = evidence([
      says('hauliers'),
      says('hauliers', 'oppose', { issue: 'buses' }),
      says('council', 'oppose'),
      { organisation: null },
      { issue: null },
    ]);
    const book = new PositionBook(CODEBOOK);
    book.update({ gone: [], come: all });
    const found = ['council', 'hauliers'].flatMap((id) => book.positionsOf(id));
    assert.deepEqual(found, positionsOf(all, CODEBOOK));
    const [council] = book.positionsOf('council');
    const come = evidence([says('hauliers', 'mixed', { id: 'new', date: '2014-03-03' })]);
    const turned = book.update({ gone: [], come });
    assert.deepEqual(
      turned.map(({ organisation, before, after }) => [organisation, before.length, after.length]),
      [['hauliers', 3, 4]],
    );
    assert.equal(book.position('council', 'tolls'), council);
    assert.equal(book.position('hauliers', 'tolls')?.current?.stance.id, 'mixed');
    assert.equal(book.position('hauliers', null), undefined);
    assert.deepEqual(book.positionsOf(null), []);
    assert.equal(book.update({ gone: [...all, ...come], come: [] }).length, 2);
    assert.deepEqual(book.positionsOf('council'), []);
  });
});

describe('groups of parts', () => {
  const outline = (groups: readonly Group[]): unknown =>
    groups.map(({ id, count, total, groups: inner, parts }) => [
      `${id} ${count}/${total}`,
      ...(inner.length > 0 ? [outline(inner)] : []),
      ...(parts.length > 0 ? [{ parts: outline(parts) }] : []),
    ]);
  const NESTED = codebook('union north<union south<union pit<north guild');

  it('stand under their wholes, silent wholes too, on either level', () => {
    const all = evidence([says('pit'), says('south'), says('guild'), says('union')]);
    assert.deepEqual(outline(group(all, ['organisation'], NESTED)), [
      ['guild 1/1'],
      ['union 1/3', { parts: [['north 0/1', { parts: [['pit 1/1']] }], ['south 1/1']] }],
    ]);
    assert.deepEqual(outline(group(all, ['issue', 'organisation'], NESTED)), [
      [
        'tolls 4/4',
        [['guild 1/1'], ['union 1/3', { parts: [['north 0/1', { parts: [['pit 1/1']] }], ['south 1/1']] }]],
      ],
    ]);
  });

  it('have keys of their own, whatever they are part of', () => {
    const all = evidence([says('pit'), says('union')]);
    const keys = (groups: readonly Group[]): string[] =>
      groups.flatMap(({ key, groups: inner, parts }) => [key, ...keys(inner), ...keys(parts)]);
    const nested = keys(group(all, ['organisation', 'issue'], NESTED));
    assert.equal(new Set(nested).size, nested.length);
    const flat = keys(group(all, ['organisation', 'issue'], codebook('union pit')));
    assert.ok(flat.every((key) => nested.includes(key)));
  });
});
