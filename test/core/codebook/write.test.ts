import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addToCodebook } from '../../../src/core/codebook/additions.js';
import type { CodebookAddition, CodebookEditResult } from '../../../src/core/codebook/additions.js';
import { readCodebook } from '../../../src/core/codebook/read.js';
import { defaultScale } from '../../../src/core/codebook/scale.js';
import {
  addAffiliation,
  addIssue,
  addOrganisation,
  addPerson,
  newCodebook,
  renameEntry,
  setEntryField,
} from '../../../src/core/codebook/write.js';
import { applyEdits } from '../../../src/core/text/span.js';
import { anyText } from '../sidecar/samples.js';

const issue = { id: 'outsourcing', label: 'Councils may outsource child protection', definition: null };
const adcs = {
  id: 'adcs',
  name: "Association of Directors of Children's Services",
  aliases: ['ADCS'],
  type: 'professional body',
  parent: null,
};
const wood = {
  id: 'alan-wood',
  name: 'Alan Wood',
  aliases: [],
  affiliations: [{ organisation: 'adcs', role: 'president', from: '2014-04-01', to: null }],
};

function done(text: string | null, result: CodebookEditResult): string {
  assert.ok(result.ok, JSON.stringify(result));
  return applyEdits(text ?? '', result.edits);
}

const byHand = `# Ours
standpoint: 1   # for now

issues:   # two of them
  -   id: a     # the first
      label:    "A"

  # the second
  - {id: b, label: B}

mood: good
organisations: [ {id: o, name: O} ]
people:
- name: P
  id: p
  affiliations:
    - organisation: o   # since ever
  # no more of p
# the end`;

describe('editing a codebook', () => {
  it('makes a new one of the first tag', () => {
    const text = done(
      null,
      addToCodebook(null, [
        { kind: 'issue', entry: issue },
        { kind: 'organisation', entry: adcs },
        { kind: 'person', entry: wood },
      ]),
    );
    assert.equal(
      text,
      `${newCodebook().split('issues: []')[0] ?? ''}issues:
- id: outsourcing
  label: Councils may outsource child protection
organisations:
- id: adcs
  name: Association of Directors of Children's Services
  aliases: [ADCS]
  type: professional body
people:
- id: alan-wood
  name: Alan Wood
  affiliations:
  - {organisation: adcs, role: president, from: 2014-04-01}
`,
    );
    const { codebook, problems } = readCodebook(text);
    assert.deepEqual([codebook.stances, problems], [defaultScale, []]);
  });

  it('adds behind the last of a list, in its style, and leaves the rest', () => {
    let text = done(byHand, addIssue(byHand, issue));
    text = done(text, addOrganisation(text, adcs));
    text = done(text, addPerson(text, { ...wood, affiliations: [] }));
    text = done(
      text,
      addAffiliation(text, 'p', { organisation: 'adcs', role: null, from: null, to: '2014-01-01' }),
    );
    assert.equal(
      text,
      byHand
        .replace(
          '  - {id: b, label: B}\n',
          '  - {id: b, label: B}\n  - id: outsourcing\n    label: Councils may outsource child protection\n',
        )
        .replace(
          '{id: o, name: O}',
          "{id: o, name: O}, {id: adcs, name: Association of Directors of Children's Services, aliases: [ADCS], type: professional body}",
        )
        .replace(
          '    - organisation: o   # since ever\n',
          '    - organisation: o   # since ever\n    - {organisation: adcs, to: 2014-01-01}\n- id: alan-wood\n  name: Alan Wood\n',
        ),
    );
  });

  it('keeps the scale that held when a first stance is added', () => {
    const maybe = { id: 'maybe', label: 'Maybe', value: 0.5, key: null };
    const text = done('issues: []\n', addToCodebook('issues: []\n', [{ kind: 'stance', entry: maybe }]));
    assert.deepEqual(readCodebook(text).codebook.stances, [...defaultScale, maybe]);
    const again = done(text, addToCodebook(text, [{ kind: 'stance', entry: { ...maybe, id: 'm2' } }]));
    assert.equal(readCodebook(again).codebook.stances.length, 7);
  });

  it('refuses what would lose or double something', () => {
    const rows: readonly (readonly [string, CodebookAddition, string])[] = [
      [byHand, { kind: 'issue', entry: { ...issue, id: 'a' } }, 'duplicate-id'],
      [byHand, { kind: 'person', entry: { ...wood, id: 'o' } }, 'duplicate-id'],
      [
        byHand,
        { kind: 'affiliation', person: 'x', entry: { organisation: 'o', role: null, from: null, to: null } },
        'unknown-id',
      ],
      ['issues: [', { kind: 'issue', entry: issue }, 'not-writable'],
      ['issues: {}\n', { kind: 'issue', entry: issue }, 'layout'],
      ['{issues: []}\n', { kind: 'issue', entry: issue }, 'layout'],
      ['a: b\n...\n', { kind: 'issue', entry: issue }, 'layout'],
    ];
    for (const [text, addition, reason] of rows) {
      const result = addToCodebook(text, [addition]);
      assert.equal(result.ok ? 'written' : result.reason, reason, text);
    }
  });

  it('sets, adds and removes a key of an entry', () => {
    const rows: readonly (readonly [Parameters<typeof setEntryField>, string, string])[] = [
      [[byHand, 'issues', 'a', 'label', 'New: name'], 'label:    "A"', 'label:    "New: name"'],
      [
        [byHand, 'issues', 'a', 'definition', 'D'],
        '      label:    "A"\n',
        '      label:    "A"\n      definition: D\n',
      ],
      [[byHand, 'issues', 'b', 'label', null], '{id: b, label: B}', '{id: b}'],
      [
        [byHand, 'organisations', 'o', 'aliases', ['X', 'Y, Z']],
        'name: O}',
        'name: O, aliases: [X, "Y, Z"]}',
      ],
      [[byHand, 'people', 'p', 'name', 'Q'], '- name: P', '- name: Q'],
    ];
    for (const [call, from, to] of rows)
      assert.equal(done(byHand, setEntryField(...call)), byHand.replace(from, to));
    const refused = setEntryField(byHand, 'people', 'p', 'affiliations', []);
    assert.equal(refused.ok, false);
    assert.equal(setEntryField(byHand, 'people', 'x', 'name', 'y').ok, false);
  });

  it('renames an organisation with what refers to it', () => {
    const text = done(byHand, renameEntry(byHand, 'organisations', 'o', 'oo'));
    assert.equal(
      text,
      byHand.replace('{id: o,', '{id: oo,').replace('organisation: o ', 'organisation: oo '),
    );
    assert.equal(renameEntry(byHand, 'issues', 'a', 'b').ok, false);
    assert.equal(renameEntry(byHand, 'issues', 'x', 'y').ok, false);
  });

  it('holds just the entries that were added, in any file', () => {
    const id = fc.constantFrom('a', 'b', 'no', '1', 'x y', 'o', 'p');
    const maybe = fc.option(anyText, { nil: null });
    const name = anyText.filter((text) => text !== '');
    const addition: fc.Arbitrary<CodebookAddition> = fc.oneof(
      fc.record({
        kind: fc.constant('issue' as const),
        entry: fc.record({ id, label: name, definition: maybe }),
      }),
      fc.record({
        kind: fc.constant('organisation' as const),
        entry: fc.record({
          id,
          name,
          aliases: fc.array(anyText, { maxLength: 2 }),
          type: maybe,
          parent: maybe,
        }),
      }),
      fc.record({
        kind: fc.constant('affiliation' as const),
        person: fc.constant('p'),
        entry: fc.record({
          organisation: name,
          role: maybe,
          from: fc.constantFrom(null, '2014-04-01'),
          to: fc.constant(null),
        }),
      }),
    );
    const starts = fc.constantFrom(
      byHand,
      '',
      '# x',
      newCodebook(),
      'people:\n- id: p',
      'issues:\n\n\npeople:\n- {id: p}\n',
    );
    const eols = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(starts, eols, fc.array(addition, { maxLength: 4 }), (start, eol, additions) => {
        const first = start.replaceAll('\n', eol);
        let text = first;
        let applied = 0;
        for (const one of additions) {
          const result = addToCodebook(text, [one]);
          if (!result.ok) {
            assert.ok(result.reason === 'duplicate-id' || result.reason === 'unknown-id', result.reason);
            continue;
          }
          for (const edit of result.edits) assert.ok(/^[ ]?\[\]$|^$/.test(text.slice(edit.start, edit.end)));
          text = applyEdits(text, result.edits);
          applied += 1;
        }
        if (applied !== additions.length) return;
        const batch = addToCodebook(first, additions);
        assert.ok(batch.ok);
        assert.deepEqual(readCodebook(applyEdits(first, batch.edits)).codebook, readCodebook(text).codebook);
      }),
      { numRuns: 200 },
    );
  }).timeout(30_000);
});
