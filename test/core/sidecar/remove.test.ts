import assert from 'node:assert/strict';
import type { Statement } from '../../../src/core/sidecar/types.js';
import { editSidecar } from '../../../src/core/sidecar/write.js';
import { applyEdits } from '../../../src/core/text/span.js';

const statement = (start: number): Statement => ({
  id: 'ccccccccck',
  document: 'd',
  at: { start, end: start + 3 },
  quote: 'abc',
  prefix: '',
  suffix: '',
  speaker: null,
  organisation: null,
  issue: 'fares',
  stance: 'oppose',
  basis: null,
  claimedBy: null,
  created: null,
  note: null,
});

const block = (id: string, start: number): string =>
  `- id: ${id}\n  document: d\n  at: [${start}, ${start + 3}]\n  quote: "abc"\n`;

describe('adding a statement and removing it again', () => {
  for (const gap of ['\n', '\n\n', '\n\n\n']) {
    for (const start of [1, 15, 50]) {
      it(`leaves the file as it was: ${gap.length} blank lines between blocks, at ${start}`, () => {
        const before = `standpoint: 1\n\nstatements:\n\n${block('aaaaaaaaaa', 10)}${gap}${block('bbbbbbbbbb', 20)}`;
        const added = editSidecar(before, { kind: 'add', statement: statement(start) });
        assert.ok(added.ok);
        const between = applyEdits(before, added.edits);
        const removed = editSidecar(between, { kind: 'remove', id: 'ccccccccck' });
        assert.ok(removed.ok);
        assert.equal(applyEdits(between, removed.edits), before);
      });
    }
  }
});
