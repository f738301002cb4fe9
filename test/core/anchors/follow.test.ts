import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followEdits, trustworthy } from '../../../src/core/anchors/follow.js';
import { applyEdits, type TextEdit } from '../../../src/core/text/span.js';

const edit = (start: number, end: number, newText: string): TextEdit => ({ start, end, newText });

/** In "aaa QUOTE bbb" the place is QUOTE, from 4 to 9. */
const TEXT = 'aaa QUOTE bbb';
const PLACE = { start: 4, end: 9 };
const CASES: readonly (readonly [string, readonly TextEdit[], string | null])[] = [
  ['typing before it', [edit(0, 0, 'new ')], 'QUOTE'],
  ['typing behind it', [edit(13, 13, ' new')], 'QUOTE'],
  ['typing inside makes it longer', [edit(6, 6, 'xx')], 'QUxxOTE'],
  ['typing at its start does not', [edit(4, 4, 'xx')], 'QUOTE'],
  ['typing at its end does not', [edit(9, 9, 'xx')], 'QUOTE'],
  ['deleting inside', [edit(5, 7, '')], 'QTE'],
  ['replacing its first letters', [edit(4, 6, 'Cou')], 'CouOTE'],
  ['replacing its last letters', [edit(7, 9, 'sts')], 'QUOsts'],
  ['deleting across its start', [edit(2, 6, '')], 'OTE'],
  ['replacing across its start', [edit(2, 6, 'xyz')], 'OTE'],
  ['deleting across its end', [edit(7, 11, '')], 'QUO'],
  ['replacing across its end', [edit(7, 11, 'xyz')], 'QUO'],
  ['deleting just before it', [edit(1, 4, '')], 'QUOTE'],
  ['deleting just behind it', [edit(9, 12, '')], 'QUOTE'],
  ['deleting it', [edit(4, 9, '')], null],
  ['deleting more than it', [edit(2, 11, '')], null],
  ['replacing all of it', [edit(4, 9, 'other')], null],
  ['replacing more than it', [edit(0, 13, 'other')], null],
  ['deleting it in two pieces', [edit(4, 6, ''), edit(6, 9, '')], null],
  ['several edits in any order', [edit(13, 13, '!'), edit(6, 7, 'oo'), edit(0, 1, '')], 'QUooTE'],
  ['an insertion and a deletion at its start', [edit(4, 4, 'x'), edit(4, 5, '')], 'UOTE'],
];

describe('following edits', () => {
  for (const [what, edits, expected] of CASES) {
    it(what, () => {
      const [place] = followEdits([PLACE], edits);
      const text = applyEdits(TEXT, edits);
      assert.equal(place ? text.slice(place.start, place.end) : null, expected);
    });
  }

  it('leaves the very same object where nothing moved', () => {
    assert.equal(followEdits([PLACE], [edit(11, 12, 'x')])[0], PLACE);
    assert.equal(followEdits([PLACE], [])[0], PLACE);
  });

  it('never leaves the text, and keeps what no edit touches', () => {
    const edits = fc
      .uniqueArray(fc.nat(40), { maxLength: 8 })
      .map((offsets) => offsets.sort((a, b) => a - b))
      .chain((offsets) =>
        fc.array(fc.string({ maxLength: 4 }), { minLength: 4, maxLength: 4 }).map((texts) =>
          texts.flatMap((newText, index) => {
            const [start, end] = [offsets[2 * index], offsets[2 * index + 1]];
            return start === undefined || end === undefined ? [] : [edit(start, end, newText)];
          }),
        ),
      );
    fc.assert(
      fc.property(edits, fc.nat(40), fc.nat(40), (all, one, other) => {
        const text = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO';
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        const [place] = followEdits([span], all);
        const after = applyEdits(text, all);
        if (!place) return;
        assert.ok(place.start >= 0 && place.start <= place.end && place.end <= after.length);
        const untouched = all.every(({ start, end }) => end <= span.start || start >= span.end);
        if (untouched && span.end > span.start) {
          assert.equal(after.slice(place.start, place.end), text.slice(span.start, span.end));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes undoing in the same steps back to where it was', () => {
    const typed = edit(6, 6, 'xx');
    const [grown] = followEdits([PLACE], [typed]);
    assert.deepEqual(followEdits([grown ?? PLACE], [edit(6, 8, '')])[0], PLACE);
  });

  it('moves ten thousand places through a hundred thousand edits', () => {
    const places = Array.from({ length: 10_000 }, (_, index) => ({
      start: index * 20 + 1,
      end: index * 20 + 7,
    }));
    const edits = Array.from({ length: 100_000 }, (_, index) => edit(index * 2, index * 2, 'z'));
    const moved = followEdits(places, edits);
    assert.deepEqual(moved[0], { start: 2, end: 11 });
    assert.equal(moved.length, 10_000);
  });
});

describe('trust in edits', () => {
  const TRUST: readonly (readonly [string, TextEdit, number, boolean])[] = [
    ['a key stroke', edit(5, 5, 'x'), 0, true],
    ['a word replaced', edit(5, 9, 'word'), 0, true],
    ['a long paste', edit(5, 5, 'x'.repeat(9000)), 0, true],
    ['a long deletion', edit(5, 9005, ''), 300, true],
    ['a long stretch replaced', edit(5, 2006, 'x'), 0, false],
    ['a long replacement', edit(5, 6, 'x'.repeat(2001)), 0, false],
    ['just short enough', edit(5, 2005, 'x'.repeat(2000)), 20, true],
    ['many lines come', edit(5, 6, '\n'.repeat(21)), 0, false],
    ['many lines go', edit(5, 60, 'x'), 21, false],
  ];
  for (const [what, change, lines, expected] of TRUST) {
    it(what, () => assert.equal(trustworthy(change, lines), expected));
  }
});
