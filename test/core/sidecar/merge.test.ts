import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatBlock } from '../../../src/core/sidecar/format.js';
import { mergeSidecars, splitConflicted } from '../../../src/core/sidecar/merge.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import type { SidecarOperation, Statement } from '../../../src/core/sidecar/types.js';
import { editSidecar, newSidecar } from '../../../src/core/sidecar/write.js';
import { applyEdits } from '../../../src/core/text/span.js';
import { anyStatement, byId, statement } from './samples.js';

const head = newSidecar({ coder: 'a', eol: '\n' });
const at = (id: string, document: string, start: number, more: Partial<Statement> = {}): Statement =>
  statement(id, { document, at: { start, end: start + 5 }, stance: 'mixed', note: 'n', ...more });
const base = `${head}\n${[at('s1', 'a', 10), at('s2', 'a', 50), at('s3', 'b', 5)].map((one) => formatBlock(one, 0, '\n')).join('\n\n')}\n`;

function after(text: string, ...operations: readonly SidecarOperation[]): string {
  return operations.reduce((now, operation) => {
    const result = editSidecar(now, operation);
    assert.ok(result.ok, JSON.stringify(result));
    return applyEdits(now, result.edits);
  }, text);
}

function merged(b: string | null, ours: string, theirs: string): { text: string; conflicts: number } {
  const result = mergeSidecars(b, ours, theirs);
  assert.ok(result.ok, JSON.stringify(result));
  assert.ok(readSidecar(result.text).writable);
  return { text: result.text, conflicts: result.conflicts.length };
}

const add = (one: Statement): SidecarOperation => ({ kind: 'add', statement: one });
const set = (id: string, change: Partial<Omit<Statement, 'id'>>): SidecarOperation => ({
  kind: 'set',
  id,
  change,
});
const remove = (id: string): SidecarOperation => ({ kind: 'remove', id });
const ids = (text: string): readonly string[] => readSidecar(text).statements.map((one) => one.statement.id);

describe('merging sidecars', () => {
  // [what, ours, theirs, merged]: merged as if both had been done to the base one after the other.
  const clean: readonly (readonly [string, readonly SidecarOperation[], readonly SidecarOperation[]])[] = [
    ['one each in different documents', [add(at('n1', 'a', 20))], [add(at('n2', 'b', 20))]],
    ['one each in the same gap', [add(at('n1', 'a', 20))], [add(at('n2', 'a', 30))]],
    ['the same quote', [add(at('n1', 'a', 20))], [add(at('n2', 'a', 20, { stance: 'support' }))]],
    [
      'many each',
      [add(at('n1', 'a', 20)), add(at('n3', 'c', 1))],
      [add(at('n2', 'a', 20)), add(at('n4', 'c', 9)), add(at('n5', 'b', 9))],
    ],
    ['the same entry, keys far apart', [set('s1', { document: 'c' })], [set('s1', { note: 'theirs' })]],
    [
      'the same entry, keys next to each other',
      [set('s1', { issue: 'i' })],
      [set('s1', { stance: 'oppose' })],
    ],
    ['the same change', [set('s1', { stance: 'oppose' })], [set('s1', { stance: 'oppose' })]],
    ['entries next to each other', [set('s1', { note: 'x' })], [set('s2', { note: 'y' })]],
    [
      'all hints, and new ones',
      ['s1', 's2', 's3'].map((id) => set(id, { at: { start: 1, end: 2 } })),
      [add(at('n1', 'a', 3)), add(at('n2', 'b', 90))],
    ],
    ['removed and added', [remove('s1'), remove('s2')], [add(at('n1', 'a', 3)), add(at('n2', 'b', 90))]],
    ['removed on both sides', [remove('s3')], [remove('s3'), set('s1', { stance: null })]],
    ['all removed, one added', [remove('s1'), remove('s2'), remove('s3')], [add(at('n1', 'b', 7))]],
    ['a key gone and another come', [set('s1', { note: null })], [set('s1', { speaker: 'p' })]],
  ];
  for (const [what, mine, other] of clean) {
    it(`has no conflict: ${what}`, () => {
      const both = [
        ...mine,
        ...other.filter(
          (one) =>
            one.kind !== 'remove' || !mine.some((each) => each.kind === 'remove' && each.id === one.id),
        ),
      ];
      for (const [x, y] of [
        [mine, other],
        [other, mine],
      ] as const) {
        const { text, conflicts } = merged(base, after(base, ...x), after(base, ...y));
        assert.equal(conflicts, 0);
        const found = readSidecar(text).statements.map((one) => one.statement);
        const wanted = readSidecar(after(base, ...both)).statements.map((one) => one.statement);
        assert.deepEqual(byId(found), byId(wanted));
        assert.ok(!text.includes('conflict'));
        assert.ok(!text.includes('\n\n\n'));
      }
    });
  }

  it('keeps both versions of a key that both changed, as valid YAML', () => {
    const result = mergeSidecars(
      base,
      after(base, set('s1', { stance: 'oppose', note: null })),
      after(base, set('s1', { stance: 'support', note: 'a "b" {c}', speaker: 'p' })),
    );
    assert.ok(result.ok);
    assert.deepEqual(result.conflicts, [
      { id: 's1', key: 'stance', base: 'mixed', ours: 'oppose', theirs: 'support' },
      { id: 's1', key: 'note', base: '"n"', ours: null, theirs: '"a \\"b\\" {c}"' },
    ]);
    const conflict =
      '  conflict: {theirs: {stance: support, note: "a \\"b\\" {c}"}, base: {stance: mixed, note: "n"}}\n';
    assert.ok(result.text.includes(conflict), result.text);
    const file = readSidecar(result.text);
    assert.deepEqual(
      [file.statements[0]?.statement.stance, file.statements[0]?.statement.speaker],
      ['oppose', 'p'],
    );
    assert.deepEqual([file.problems.map(({ code }) => code), file.writable], [['unsettled'], true]);
  });

  it('keeps a statement that one side changed and the other removed', () => {
    const edited = after(base, set('s2', { stance: 'oppose' }));
    const gone = after(base, remove('s2'));
    for (const [ours, theirs, who] of [
      [edited, gone, 'theirs'],
      [gone, edited, 'ours'],
    ] as const) {
      const { text, conflicts } = merged(base, ours, theirs);
      assert.equal(conflicts, 1);
      assert.deepEqual(ids(text), ['s1', 's2', 's3']);
      assert.ok(text.includes(`  stance: oppose\n  note: "n"\n  conflict: {${who}: removed}\n`), text);
    }
  });

  it('does not lose a conflict that is not settled yet', () => {
    const once = merged(
      base,
      after(base, set('s1', { stance: 'oppose' })),
      after(base, set('s1', { stance: 'support' })),
    ).text;
    const twice = merged(
      once,
      after(once, set('s1', { note: 'x' })),
      after(once, set('s1', { note: 'y' })),
    ).text;
    assert.ok(twice.includes('conflict: {theirs: {stance: support}'));
    assert.ok(twice.includes('conflict_2: {theirs: {note: "y"}'));
  });

  it('is our file byte for byte where they changed nothing, comments and line ends included', () => {
    const ours = base
      .replaceAll('\n', '\r\n')
      .replace('- id: s2', '# mine\r\n- id: s2')
      .replace('coder: a', 'coder:   a # me');
    const { text } = merged(base, ours, after(base, add(at('n1', 'b', 50))));
    assert.ok(text.startsWith(ours));
    assert.ok(text.slice(ours.length).startsWith('\r\n- id: n1\r\n'));
    assert.equal(merged(base, ours, base).text, ours);
    assert.equal(merged(base, base, ours).text, ours);
  });

  it('takes over their comments and unknown keys', () => {
    const theirs =
      base.replace('- id: s2\n', '# look here\n- id: s2   # twice\n  weight: 3\n') +
      '\n# new\n- {id: n1, document: b, quote: q, x: [1]}\n';
    const { text } = merged(base, after(base, set('s1', { stance: 'x' })), theirs);
    assert.ok(text.includes('# look here\n- id: s2   # twice\n  weight: 3\n'));
    assert.ok(text.includes('\n\n# new\n- {id: n1, document: b, quote: q, x: [1]}\n'));
    const both = merged(base, after(base, set('s2', { stance: 'x' })), theirs).text;
    assert.ok(/- id: s2\n(?: {2}.*\n)*? {2}stance: x\n(?: {2}.*\n)*? {2}weight: 3\n/.test(both), both);
  });

  it('merges lists that are indented in two ways', () => {
    const theirs = after(base, add(at('n1', 'a', 20))).replace(/^(?=- | {2}\w)/gm, '  ');
    const ours = after(base, set('s1', { stance: 'oppose' }));
    assert.deepEqual(ids(merged(base, ours, theirs).text), ['s1', 'n1', 's2', 's3']);
    assert.deepEqual(ids(merged(base, theirs, ours).text), ['s1', 'n1', 's2', 's3']);
  });

  it('merges the top level', () => {
    const mood = base.replace('coder: a\n', 'coder: a\nmood: good\n');
    assert.ok(
      merged(base, after(base, set('s1', { note: 'x' })), mood).text.startsWith(
        'standpoint: 1\ncoder: a\nmood: good\n\nstatements:',
      ),
    );
    const two = merged(base, base.replace('coder: a', 'coder: b'), base.replace('coder: a', 'coder: c'));
    assert.equal(two.conflicts, 1);
    assert.ok(
      two.text.startsWith('standpoint: 1\n# conflict: coder is c in their version, and was a\ncoder: b\n'),
      two.text,
    );
  });

  it('keeps what is on one side only where there is no base', () => {
    const ours = after(base, remove('s1'), add(at('n1', 'a', 20)));
    const theirs = after(base, set('s2', { stance: 'oppose' }));
    const { text, conflicts } = merged(null, ours, theirs);
    assert.deepEqual([...ids(text)].sort(), ['n1', 's1', 's2', 's3']);
    assert.equal(conflicts, 1);
  });

  it('refuses what it cannot read whole', () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      [base, `${base}\n- id: x\n  quote: "\n`, `${base}\n`, 'ours'],
      [base, after(base, remove('s1')), `${base}\n- document: x\n`, 'theirs'],
      ['a: [', after(base, remove('s1')), base, 'base'],
    ];
    for (const [b, ours, theirs, side] of cases) {
      const result = mergeSidecars(b, ours, theirs);
      assert.ok(!result.ok && result.side === side, side);
    }
  });

  it('loses nothing of what either side did', () => {
    const id = fc.constantFrom('s1', 's2', 's3', 'n1', 'n2');
    const operation: fc.Arbitrary<SidecarOperation> = fc.oneof(
      fc
        .constantFrom('n1', 'n2', 'n3')
        .chain(anyStatement)
        .map((one) => ({ kind: 'add' as const, statement: one })),
      fc
        .tuple(id, anyStatement('x'))
        .map(([one, { stance, note, at: place }]) => set(one, { stance, note, at: place })),
      id.map(remove),
    );
    const side = fc.array(operation, { maxLength: 5 }).map((operations) =>
      operations.reduce((text, one) => {
        const result = editSidecar(text, one);
        return result.ok ? applyEdits(text, result.edits) : text;
      }, base),
    );
    fc.assert(
      fc.property(side, side, (ours, theirs) => {
        const result = mergeSidecars(base, ours, theirs);
        assert.ok(result.ok, JSON.stringify(result));
        const file = readSidecar(result.text);
        assert.ok(file.writable);
        const found = byId(file.statements.map((one) => one.statement));
        const read = (text: string): ReadonlyMap<string, Statement> =>
          byId(readSidecar(text).statements.map((one) => one.statement));
        const [b, o, t] = [read(base), read(ours), read(theirs)];
        for (const key of new Set([...o.keys(), ...t.keys()])) {
          const [was, is, comes, now] = [b.get(key), o.get(key), t.get(key), found.get(key)];
          const text = (one?: Statement): string => JSON.stringify(one);
          const wanted =
            text(is) === text(was)
              ? comes
              : text(comes) === text(was) || text(is) === text(comes)
                ? is
                : undefined;
          const conflicted = result.conflicts.some((one) => one.id === key);
          if (wanted || (!is && !was) || (!comes && !was))
            assert.equal(text(now), text(wanted ?? is ?? comes));
          else if (is && comes) assert.ok(now);
          else assert.equal(now !== undefined, conflicted);
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(30_000);
});

describe('taking a conflicted file apart', () => {
  it('gives the versions that git merged', () => {
    const text = 'a\n<<<<<<< HEAD\nb\n||||||| 123\nc\n=======\nd\n>>>>>>> other\ne\n';
    assert.deepEqual(splitConflicted(text), { ours: 'a\nb\ne\n', base: 'a\nc\ne\n', theirs: 'a\nd\ne\n' });
    const two = 'a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\n>>>>>>> other\r\n';
    assert.deepEqual(splitConflicted(two), { ours: 'a\r\nb\r\n', base: null, theirs: 'a\r\n' });
  });

  it('does not guess', () => {
    const bad = [
      '',
      'a\n',
      '<<<<<<< a\n',
      '=======\n',
      '<<<<<<< a\n>>>>>>> b\n',
      '<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n',
      '>>>>>>> x\n',
    ];
    for (const text of bad) assert.equal(splitConflicted(text), null, text);
    assert.equal(splitConflicted('<<<<<<<x\n=======y\n'), null);
  });

  it('settles what only git could not merge', () => {
    const [ours, theirs] = [add(at('n1', 'b', 20)), add(at('n2', 'b', 30))].map((one) =>
      formatBlock(one.kind === 'add' ? one.statement : at('', '', 0), 0, '\n'),
    );
    const text = `${base}\n<<<<<<< HEAD\n${ours ?? ''}\n=======\n${theirs ?? ''}\n>>>>>>> b\n`;
    assert.ok(!readSidecar(text).writable);
    const versions = splitConflicted(text);
    assert.ok(versions);
    assert.deepEqual(ids(merged(versions.base, versions.ours, versions.theirs).text), [
      's1',
      's2',
      's3',
      'n1',
      'n2',
    ]);
  });
});
