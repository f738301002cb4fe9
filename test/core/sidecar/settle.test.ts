import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../src/core/sidecar/merge.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import { unsettledAt, type Unsettled } from '../../../src/core/sidecar/settle.js';
import { applyEdits } from '../../../src/core/text/span.js';

const block = (id: string, stance: string, note = 'as said'): string =>
  `- id: ${id}\n  document: pier-plan\n  quote: "No pier, no town"   # aligned\n  stance: ${stance}\n  note: "${note}"\n`;
const file = (...blocks: readonly string[]): string => `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;

const BASE = file(block('a1a1a1a1a1', 'mixed'), block('b2b2b2b2b2', 'neutral'));

function merged(ours: string, theirs: string): string {
  const result = mergeSidecars(BASE, ours, theirs);
  assert.ok(result.ok);
  assert.notEqual(result.conflicts.length, 0);
  return result.text;
}

function unsettled(text: string): Unsettled {
  const sidecar = readSidecar(text);
  const problem = sidecar.problems.find(({ code }) => code === 'unsettled');
  assert.ok(problem);
  const found = unsettledAt(sidecar, problem.span.start);
  assert.ok(found);
  return found;
}

describe('settling what a merge left', () => {
  const oppose = file(block('a1a1a1a1a1', 'oppose', 'ours'), block('b2b2b2b2b2', 'neutral'));
  const support = file(block('a1a1a1a1a1', 'support', 'as said'), block('b2b2b2b2b2', 'neutral'));

  for (const eol of ['\n', '\r\n']) {
    it(`keeps ours or takes theirs, and is then as that side had it (${JSON.stringify(eol)})`, () => {
      const lines = (text: string): string => text.replaceAll('\n', eol);
      const result = mergeSidecars(lines(BASE), lines(oppose), lines(support));
      assert.ok(result.ok);
      const found = unsettled(result.text);
      assert.deepEqual(
        [found.id, found.removedBy, found.theirs],
        ['a1a1a1a1a1', null, [{ key: 'stance', value: 'support' }]],
      );
      assert.ok(found.keep && found.change);
      assert.equal(applyEdits(result.text, found.keep), lines(oppose));
      assert.equal(applyEdits(result.text, found.change), lines(oppose.replace('oppose', 'support')));
    });
  }

  it('settles texts and keys that one side took away', () => {
    const ours = BASE.replace('"as said"', '"ours: \\"yes\\""');
    const theirs = BASE.replace('  note: "as said"\n', '').replace('mixed', 'support');
    const found = unsettled(merged(ours, theirs));
    assert.deepEqual(found.theirs, [{ key: 'note', value: null }]);
    assert.ok(found.change);
    const text = applyEdits(merged(ours, theirs), found.change);
    assert.equal(text, theirs);
  });

  it('settles a statement that one side removed', () => {
    const removed = file(block('b2b2b2b2b2', 'neutral'));
    for (const [ours, theirs, by] of [
      [oppose, removed, 'theirs'],
      [removed, oppose, 'ours'],
    ] as const) {
      const text = merged(ours, theirs);
      const found = unsettled(text);
      assert.equal(found.removedBy, by);
      assert.ok(found.keep && found.change);
      const ids = (result: string): readonly string[] =>
        readSidecar(result)
          .statements.map(({ statement }) => statement.id)
          .sort();
      assert.deepEqual(ids(applyEdits(text, found.keep)), ['a1a1a1a1a1', 'b2b2b2b2b2']);
      assert.deepEqual(ids(applyEdits(text, found.change)), ['b2b2b2b2b2']);
      for (const edits of [found.keep, found.change]) {
        assert.deepEqual(readSidecar(applyEdits(text, edits)).problems, []);
      }
    }
  });

  it('finds nothing elsewhere, and takes a forged note for what it is', () => {
    assert.equal(unsettledAt(readSidecar(BASE), BASE.indexOf('stance')), null);
    assert.equal(unsettledAt(readSidecar(''), 0), null);
    const forged = BASE.replace(
      '  note: "as said"\n',
      '  conflict: {theirs: {id: "x\\ny: z", __proto__: 1}}\n',
    );
    const found = unsettled(forged);
    assert.deepEqual(
      found.theirs.map(({ key }) => key),
      ['id', '__proto__'],
    );
    assert.equal(found.change === null || readSidecar(applyEdits(forged, found.change)).writable, true);
    const nonsense = unsettled(BASE.replace('  note: "as said"\n', '  conflict: [1, {2: 3}]\n'));
    assert.deepEqual(nonsense.theirs, []);
  });
});
