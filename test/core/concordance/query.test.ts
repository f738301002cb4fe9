import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterText, isBlank, readQuery } from '../../../src/core/concordance/query.js';
import { ANYTHING, type Query } from '../../../src/core/concordance/types.js';

const table: readonly (readonly [string, Partial<Query>])[] = [
  ['', {}],
  ['  Fares   RISE ', { terms: ['fares', 'rise'] }],
  ['“a Penny more” fares', { terms: ['a penny more', 'fares'] }],
  ['"a penny', { terms: ['a penny'] }],
  ['fares fares', { terms: ['fares'] }],
  ['Café', { terms: ['cafe'] }],
  ['speaker:quill', { speaker: 'quill' }],
  ['organisation:"Harbour Board" fares', { organisation: 'Harbour Board', terms: ['fares'] }],
  ['org:board ISSUE:fares stance:oppose', { organisation: 'board', issue: 'fares', stance: 'oppose' }],
  ['from:2024 to:2025-03', { from: '2024', to: '2025-03' }],
  ['from:2024-01-31', { from: '2024-01-31' }],
  [
    'in:quotes is:untagged is:whole bus',
    { scope: 'quotes', tagged: false, wholeWords: true, terms: ['bus'] },
  ],
  ['in:statements is:tagged', { scope: 'statements', tagged: true }],
  ['http://example.org 10:30', { terms: ['http://example.org', '10:30'] }],
  ['speaker:', {}],
  ['"" “ ”', {}],
];

describe('readQuery', () => {
  for (const [text, expected] of table) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readQuery(text), { query: { ...ANYTHING, ...expected }, unread: [] });
    });
  }

  it('says which filters mean nothing, and goes on without them', () => {
    assert.deepEqual(readQuery('from:spring in:space fares is:blue'), {
      query: { ...ANYTHING, terms: ['fares'] },
      unread: ['from:spring', 'in:space', 'is:blue'],
    });
  });

  it('knows a query that says nothing', () => {
    assert.ok(isBlank(readQuery('is:whole').query));
    assert.ok(!isBlank(readQuery('is:tagged').query));
    assert.ok(!isBlank(readQuery('x').query));
  });

  it('reads back the filter of any id', () => {
    for (const id of ['board', 'a b', 'x:y', 'über-uns']) {
      assert.equal(readQuery(`${filterText('organisation', id)} fares`).query.organisation, id);
    }
  });

  it('bounds what it asks for', () => {
    assert.equal(readQuery(Array.from({ length: 90 }, (_, at) => `w${at}`).join(' ')).query.terms.length, 20);
    assert.equal(readQuery('x'.repeat(5000)).query.terms[0]?.length, 100);
  });

  it('takes any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { terms } = readQuery(text).query;
        assert.ok(terms.length <= 20 && terms.every((term) => term.length > 0 && term.length <= 100));
      }),
      { numRuns: 50 },
    );
  });
});
