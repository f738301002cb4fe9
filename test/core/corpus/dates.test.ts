import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateForm, readDate } from '../../../src/core/corpus/dates.js';

const june = '2014-06-11';

describe('readDate', () => {
  const read: readonly (readonly [string, string])[] = [
    ['2014-06-11', june],
    ['2014/06/11', june],
    ['2014.6.11', june],
    ['20140611', june],
    ['2014-06-11T09:30:00Z', june],
    ['2014-06-11T09:30:00.000+01:00', june],
    ['2014-06-11 09:30', june],
    ['11 June 2014', june],
    ['11 June, 2014', june],
    ['11th June 2014', june],
    ['the 11th of June 2014', june],
    ['1st May 2014', '2014-05-01'],
    ['2nd May 2014', '2014-05-02'],
    ['3rd May 2014', '2014-05-03'],
    ['11 Jun 2014', june],
    ['11 Jun. 2014', june],
    ['11-Jun-2014', june],
    ['5 Sept 2014', '2014-09-05'],
    ['5 Sep 2014', '2014-09-05'],
    ['June 11, 2014', june],
    ['June 11 2014', june],
    ['June 11th, 2014', june],
    ['JUNE 11, 2014', june],
    ['Sept. 5, 2014', '2014-09-05'],
    ['Wednesday, June 11, 2014', june],
    ['Wednesday 11 June 2014', june],
    ['Wed 11 Jun 2014 10.15 BST', june],
    ['Wed., 11 June 2014', june],
    ['Weds 11 June 2014', june],
    ['Thurs 12 June 2014', '2014-06-12'],
    ['June 11, 2014 Wednesday', june],
    ['June 11, 2014 Wednesday 10:15 AM GMT', june],
    ['11 June 2014, 10:15', june],
    ['11 June 2014 at 10:15am', june],
    ['11 June 2014 - 10:15 a.m.', june],
    ['10:15, 11 June 2014', june],
    ['10:15 on 11 June 2014', june],
    ['9am, Wednesday 11 June 2014', june],
    ['Published: 11 June 2014', june],
    ['Published on 11 June 2014', june],
    ['Last updated 11 June 2014', june],
    ['First published on Wed 11 Jun 2014 10.15 BST', june],
    ['Posted 11 June 2014', june],
    ['  11\u00a0June  2014. ', june],
    ['13/06/2014', '2014-06-13'],
    ['06/13/2014', '2014-06-13'],
    ['13.06.2014', '2014-06-13'],
    ['13-06-2014', '2014-06-13'],
    ['06/06/2014', '2014-06-06'],
    ['29 February 2016', '2016-02-29'],
    ['31 December 1899', '1899-12-31'],
  ];
  for (const [text, iso] of read) it(`reads ${text}`, () => assert.equal(readDate(text), iso));

  const formsOnly = [
    '11/06/2014',
    '06.11.2014',
    '30 February 2014',
    '2014-13-01',
    'June 31, 2014',
    '45/45/2014',
    '0 May 2014',
  ];
  for (const text of formsOnly) {
    it(`sees a date in ${text}, but no day`, () => assert.deepEqual(dateForm(text), { iso: null }));
  }

  const none = [
    '',
    'June 2014',
    '2014',
    '11 June',
    'yesterday',
    '11/06/14',
    'In 11 June 2014 he left',
    '11 June 2014 was hot',
    '99999999',
    '1 2 3',
  ];
  for (const text of none) it(`sees no date in "${text}"`, () => assert.equal(dateForm(text), null));

  it('gives a day that exists, or nothing, for any text', () => {
    const piece = fc.constantFrom(
      '11',
      '6',
      '2014',
      'June',
      'Wed',
      ',',
      ' ',
      '/',
      '-',
      ':',
      '.',
      'th',
      'am',
      'T',
      'Published',
      '0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const iso = readDate(text);
          if (iso !== null) assert.equal(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10), iso);
        },
      ),
    );
  });
});
