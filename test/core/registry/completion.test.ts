import assert from 'node:assert/strict';
import { openValueAt } from '../../../src/core/registry/completion.js';

/** The key and what would be replaced; the caret is where the bar is. */
function at(text: string, file: 'sidecar' | 'codebook' = 'sidecar'): readonly [string, string] | null {
  const caret = text.indexOf('|');
  const line = text.replace('|', '');
  const found = openValueAt(line, caret, file);
  return found && [found.key, line.slice(found.span.start, found.span.end)];
}

describe('registry: the value that is being written', () => {
  for (const [text, wanted] of [
    ['  issue: |', ['issue', '']],
    ['  issue: fa|', ['issue', 'fa']],
    ['  issue: fa|res', ['issue', 'fares']],
    ['- organisation: care-un|', ['organisation', 'care-un']],
    ['  claimed_by: "boa|', ['claimed_by', '"boa']],
    ['  stance:|', null],
    ['  quote: "on this issue: |', null],
    ['  note: "{a, issue: |', null],
    ['  prefix: |', null],
    ['- {id: saaaaaaaaa, issue: fa|, stance: mixed}', ['issue', 'fa']],
    ['  issue: fares # stance: |', null],
    [`  issue: ${'x'.repeat(3000)}|`, null],
  ] as const) {
    it(`of “${text.slice(0, 50)}”`, () => assert.deepEqual(at(text), wanted));
  }

  for (const [text, wanted] of [
    ['  parent: |', ['parent', '']],
    ['  - {organisation: fo|, role: chair}', ['organisation', 'fo']],
    ['  affiliations: [{organisation: |}]', ['organisation', '']],
    ['  type: trade u|', ['type', 'trade u']],
    ['  name: |', null],
  ] as const) {
    it(`of a codebook's “${text}”`, () => assert.deepEqual(at(text, 'codebook'), wanted));
  }
});
