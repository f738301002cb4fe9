import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify, parse } from 'yaml';
import schema from '../../../media/schemas/codebook.schema.json';
import { readCodebook } from '../../../src/core/codebook/read.js';
import { defaultScale, emptyCodebook } from '../../../src/core/codebook/scale.js';
import { validator } from '../../../src/core/yaml/schema.js';

const full = `standpoint: 1
stances:
- {id: support, label: Supports, value: 1, key: "1"}
- {id: perhaps, value: -0.5}
issues:
- id: outsourcing
  label: Councils may outsource child protection
  definition: >-
    Over several
    lines
organisations:
- id: adcs
  name: Association of Directors of Children's Services
  aliases: [ADCS, 007]
  type: professional body
- id: adcs-london
  parent: adcs
people:
- id: alan-wood
  name: Alan Wood
  affiliations:
  - {organisation: adcs, role: president, from: 2014-04-01, to: 2015-03-31}
  - {organisation: adcs-london}
`;

describe('reading a codebook', () => {
  it('reads all of it', () => {
    const { codebook, problems, writable, places } = readCodebook(full);
    assert.deepEqual(problems, []);
    assert.ok(writable);
    assert.deepEqual(codebook, {
      stances: [
        { id: 'support', label: 'Supports', value: 1, key: '1' },
        { id: 'perhaps', label: 'perhaps', value: -0.5, key: null },
      ],
      issues: [
        {
          id: 'outsourcing',
          label: 'Councils may outsource child protection',
          definition: 'Over several lines',
        },
      ],
      organisations: [
        {
          id: 'adcs',
          name: "Association of Directors of Children's Services",
          aliases: ['ADCS', '007'],
          type: 'professional body',
          parent: null,
        },
        { id: 'adcs-london', name: 'adcs-london', aliases: [], type: null, parent: 'adcs' },
      ],
      people: [
        {
          id: 'alan-wood',
          name: 'Alan Wood',
          aliases: [],
          affiliations: [
            { organisation: 'adcs', role: 'president', from: '2014-04-01', to: '2015-03-31' },
            { organisation: 'adcs-london', role: null, from: null, to: null },
          ],
        },
      ],
    });
    const place = places.get('people/alan-wood');
    assert.equal(place && full.slice(place.start, place.end), 'alan-wood');
    assert.deepEqual(readCodebook(full.replaceAll('\n', '\r')).codebook, codebook);
  });

  it('has the default scale where there is none', () => {
    for (const text of ['', '# mine\n', 'standpoint: 1\n', 'stances:\n', 'stances: []\n']) {
      assert.deepEqual(readCodebook(text), {
        codebook: emptyCodebook,
        problems: [],
        writable: true,
        places: new Map(),
      });
    }
    assert.deepEqual(
      defaultScale.map(({ id, value, key }) => [id, value, key]),
      [
        ['support', 1, '1'],
        ['mixed', 0, '2'],
        ['neutral', 0, '3'],
        ['oppose', -1, '4'],
        ['unclear', null, '5'],
      ],
    );
  });

  const rows: readonly (readonly [string, string, readonly string[], boolean])[] = [
    ['a list', '- a\n', ['not-a-map'], false],
    ['a word', 'a\n', ['not-a-map'], false],
    ['an open bracket', 'issues: [\n', ['yaml'], false],
    ['a tab', 'issues:\n\t- id: a\n', ['yaml'], false],
    ['a key twice', 'issues: []\nissues: []\n', ['yaml'], false],
    ['two documents', 'issues: []\n---\nissues: []\n', ['yaml'], false],
    ['an alias', 'a: &a x\nb: *a\n', ['yaml'], false],
    ['deep nesting', `a: ${'['.repeat(10_000)}`, ['yaml'], false],
    ['not UTF-8', 'a: \ufffd\n', ['yaml'], false],
    ['conflict markers', '<<<<<<< a\nissues: []\n=======\n>>>>>>> b\n', ['conflict-markers'], false],
    ['far too much', 'x'.repeat(5_000_000), ['too-large'], false],
    ['another version', 'standpoint: 2\n', ['unsupported-version'], true],
    ['a section that is no list', 'issues: {a: b}\n', ['wrong-type'], true],
    ['an entry that is no map', 'issues: [a]\n', ['wrong-type'], true],
    ['no id', 'issues:\n- label: x\n', ['missing-id'], true],
    ['a blank id', 'issues:\n- id:\n', ['missing-id'], true],
    ['an id that is a list', 'issues:\n- id: [a]\n', ['missing-id'], true],
    ['an id twice', 'issues:\n- id: a\n- id: a\n', ['duplicate-id'], true],
    ['an id twice, one in quotes', 'issues:\n- id: 7\n- id: "7"\n', ['duplicate-id'], true],
    ['an id that is two actors', 'organisations:\n- id: a\npeople:\n- id: a\n', ['duplicate-id'], true],
    ['an id in two sections', 'issues:\n- id: a\npeople:\n- id: a\n', [], true],
    ['a name that is a list', 'people:\n- id: a\n  name: [x]\n', ['wrong-type'], true],
    ['aliases that are a word', 'people:\n- id: a\n  aliases: x\n', ['wrong-type'], true],
    ['a value beyond the scale', 'stances:\n- {id: a, value: 2}\n', ['wrong-type'], true],
    ['a value that is a word', 'stances:\n- {id: a, value: much}\n', ['wrong-type'], true],
    [
      'an unknown organisation',
      'people:\n- id: a\n  affiliations: [{organisation: x}]\n',
      ['unknown-organisation'],
      true,
    ],
    ['an unknown parent', 'organisations:\n- id: a\n  parent: x\n', ['unknown-organisation'], true],
    [
      'an affiliation without organisation',
      'people:\n- id: a\n  affiliations: [{role: x}]\n',
      ['missing-id'],
      true,
    ],
    [
      'a date that is none',
      'organisations: [{id: o}]\npeople:\n- id: a\n  affiliations: [{organisation: o, from: 2014-13-01}]\n',
      ['invalid-date'],
      true,
    ],
    [
      'a year',
      'organisations: [{id: o}]\npeople:\n- id: a\n  affiliations: [{organisation: o, to: 2014}]\n',
      ['invalid-date'],
      true,
    ],
    [
      'unknown keys',
      'mood: good\nissues:\n- {id: a, weight: 3, __proto__: {x: 1}, constructor: y}\n',
      [],
      true,
    ],
  ];
  for (const [what, text, codes, writable] of rows) {
    it(`reports ${what}`, () => {
      const file = readCodebook(text);
      assert.deepEqual(
        [[...new Set(file.problems.map(({ code }) => code))], file.writable],
        [codes, writable],
      );
      for (const { span } of file.problems)
        assert.ok(span.start <= span.end && span.end <= Math.max(text.length, 1));
    });
  }

  it('finds fault where the schema does, and never throws', () => {
    const validate = validator(schema);
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, 'a', 'o', 1, -3, true, [], ['a'], {}, '2014-04-01', [
        { organisation: 'o' },
      ]),
      fc.string(),
    );
    const keys = fc.constantFrom(
      'id',
      'label',
      'name',
      'value',
      'key',
      'aliases',
      'affiliations',
      'type',
      'x',
    );
    const entry = fc
      .uniqueArray(fc.tuple(keys, value), { selector: ([key]) => key })
      .map((pairs) => Object.fromEntries(pairs));
    const section = fc.constantFrom('stances', 'issues', 'organisations', 'people');
    fc.assert(
      fc.property(section, fc.oneof(entry, value), (name, one) => {
        const text = stringify(
          { organisations: [{ id: 'o' }], [name]: [{ id: 'first' }, one] },
          { aliasDuplicateObjects: false },
        );
        const ours = new Set(['wrong-type', 'missing-id', 'invalid-date']);
        const found = readCodebook(text).problems.filter(({ code }) => ours.has(code));
        // An empty id is a text to a schema, and no id to us.
        if (/id: ""/.test(text)) return;
        assert.equal(found.length > 0, validate(parse(text)).length > 0, text);
      }),
      { numRuns: 400 },
    );
  }).timeout(30_000);
});
