import assert from 'node:assert/strict';
import { findActor, idFor, lexiconOf, organisationOf } from '../../../src/core/codebook/lookup.js';
import { emptyCodebook } from '../../../src/core/codebook/scale.js';
import type { Affiliation, Codebook } from '../../../src/core/codebook/types.js';

const organisation = (id: string, name: string, ...aliases: readonly string[]) => ({
  id,
  name,
  aliases,
  type: null,
  parent: null,
});
const belongs = (to: string, from: string | null, until: string | null): Affiliation => ({
  organisation: to,
  role: null,
  from,
  to: until,
});
const book: Codebook = {
  ...emptyCodebook,
  organisations: [
    organisation('adcs', "Association of Directors of Children's Services", 'ADCS'),
    organisation('care-union', 'The Care Union', 'the union', 'CU'),
    organisation('credit-union', 'Credit Union', 'CU'),
    organisation('nspcc', 'NSPCC'),
  ],
  people: [
    {
      id: 'alan-wood',
      name: 'Alan Wood',
      aliases: ['Mr Wood'],
      affiliations: [belongs('adcs', '2014-04-01', '2015-03-31'), belongs('care-union', '2015-03-31', null)],
    },
    { id: 'ann-wood', name: 'Ann Wood', aliases: ['Mrs Wood', 'mrs  wood'], affiliations: [] },
    {
      id: 'bo',
      name: 'Bo',
      aliases: [],
      affiliations: [belongs('gone', null, null), belongs('gone', '2014-01-01', null)],
    },
  ],
};

describe('looking up actors', () => {
  it('finds by id, name and alias', () => {
    const rows: readonly (readonly [string, string | null])[] = [
      ['adcs', 'adcs'],
      ['ADCS', 'adcs'],
      ['the association of directors of children’s  services', 'adcs'],
      ['Care Union', 'care-union'],
      ['The care union', 'care-union'],
      ['Union', 'care-union'],
      ['CU', null],
      ['nspcc', 'nspcc'],
      ['The NSPCC', 'nspcc'],
      ['Mr Wood', 'alan-wood'],
      ['Mrs Wood', 'ann-wood'],
      ['Wood', null],
      ['', null],
      ['__proto__', null],
    ];
    for (const [name, id] of rows) assert.equal(findActor(book, name)?.id ?? null, id, name);
    assert.deepEqual(findActor(book, 'alan wood'), { kind: 'person', id: 'alan-wood', name: 'Alan Wood' });
  });

  it('knows where a person belonged at a date', () => {
    const rows: readonly (readonly [string, string | null, string | null])[] = [
      ['alan-wood', '2014-03-31', null],
      ['alan-wood', '2014-04-01', 'adcs'],
      ['alan-wood', '2015-03-31', null],
      ['alan-wood', '2016-01-01', 'care-union'],
      ['alan-wood', null, null],
      ['ann-wood', '2014-04-01', null],
      ['bo', '2015-01-01', 'gone'],
      ['bo', null, 'gone'],
      ['nobody', null, null],
    ];
    for (const [person, date, id] of rows)
      assert.equal(organisationOf(book, person, date), id, `${person} ${date}`);
  });

  it('gives the engine names instead of ids', () => {
    const lexicon = lexiconOf(book);
    assert.deepEqual(lexicon.people[0]?.affiliations[1], {
      organisation: 'The Care Union',
      from: '2015-03-31',
      to: null,
    });
    assert.deepEqual(lexicon.people[2]?.affiliations[0]?.organisation, 'gone');
    assert.deepEqual(lexicon.organisations[3], { name: 'NSPCC', aliases: [] });
  });

  it('makes readable ids', () => {
    const rows: readonly (readonly [string, readonly string[], string])[] = [
      ["Association of Directors of Children's Services (ADCS)", [], 'adcs'],
      ['NSPCC', [], 'nspcc'],
      ['NSPCC', ['nspcc'], 'nspcc-2'],
      ['NSPCC', ['nspcc', 'nspcc-2'], 'nspcc-3'],
      ['Councils may outsource child protection', [], 'councils-may-outsource-child-protection'],
      ['The Children’s Society', [], 'childrens-society'],
      ['Zoë Åström', [], 'zoe-astrom'],
      ['4Children', [], 'n-4children'],
      ['No', [], 'no-2'],
      ['The The', [], 'the-the'],
      ['Совет', [], 'entry'],
      ['', [], 'entry'],
      ['x'.repeat(10_000), [], 'x'.repeat(40)],
    ];
    for (const [name, taken, id] of rows) assert.equal(idFor(name, new Set(taken)), id, name.slice(0, 60));
  });
});
