import assert from 'node:assert/strict';
import { describePlace } from '../../../src/core/anchors/describe.js';
import { locateElsewhere } from '../../../src/core/anchors/elsewhere.js';
import { locateAll, locateInSlices } from '../../../src/core/anchors/locate.js';
import { saysTheSame } from '../../../src/core/anchors/meaning.js';
import { finish, runInSlices } from '../../../src/core/anchors/slices.js';
import { NEWS, spanOf } from './news.js';

const ANCHOR = describePlace(NEWS, spanOf(NEWS, 'a tax on the west'));
const OTHER =
  'Quite another story, of ferries and of fog, in which nobody says a word about tolls or bridges.';

describe('searching other documents', () => {
  it('gives places, the best first, in the order of the documents', () => {
    const edited = NEWS.replace('a tax on the west', 'a tax on tho west');
    const texts = new Map([
      ['none', OTHER],
      ['copy', edited],
      ['same', `New.\n${NEWS}`],
      ['again', NEWS],
    ]);
    const found = locateElsewhere(texts, ANCHOR);
    assert.deepEqual(
      found.map(({ document }) => document),
      ['same', 'again', 'copy'],
    );
    assert.deepEqual(found[0], {
      document: 'same',
      span: spanOf(`New.\n${NEWS}`, 'a tax on the west'),
      score: 1,
    });
    assert.ok((found[2]?.score ?? 1) < 1);
  });

  it('gives nothing where there is nothing', () => {
    assert.deepEqual(
      locateElsewhere(
        new Map([
          ['other', OTHER],
          ['empty', ''],
        ]),
        ANCHOR,
      ),
      [],
    );
    assert.deepEqual(locateElsewhere(new Map(), ANCHOR), []);
  });
});

describe('locating in slices', () => {
  const text = `${OTHER}\n${NEWS}\n`.repeat(400);
  const anchors = ['a tax on the vest', 'free busses for pupils', 'nothing of the kind'].map((quote) => ({
    ...ANCHOR,
    quote,
  }));

  it('gives what locating at once gives', () => {
    assert.deepEqual(finish(locateInSlices(text, anchors)), locateAll(text, anchors));
  });

  it('pauses often', () => {
    let pauses = 0;
    const work = locateInSlices(text, anchors);
    while (work.next().done !== true) pauses += 1;
    assert.ok(pauses >= text.length / 200_000, `${pauses} pauses`);
  });

  it('runs with pauses to the same result', async () => {
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
      await Promise.resolve();
    };
    const found = await runInSlices(locateInSlices(text, anchors), { pause, milliseconds: 0 });
    assert.deepEqual(found, locateAll(text, anchors));
    assert.ok(pauses > 0);
  });

  it('stops when it is no longer wanted', async () => {
    const host = { pause: () => Promise.resolve(), cancelled: () => true };
    assert.equal(await runInSlices(locateInSlices(text, anchors), host), null);
  });
});

describe('whether two forms of a quote say the same', () => {
  const CASES: readonly (readonly [string, string, boolean])[] = [
    ['They will pay.', 'They will pay!', true],
    ['They will pay 12 pounds', 'They will pay 20 pounds', false],
    ['They will pay £1,200', 'They will pay £1.200', false],
    ['They will pay £3bn', 'They will pay £5bn', false],
    ['on the 12th', 'on the 13th', false],
    ['the c0uncil said', 'the council said', true],
    ['all of two firms', 'all of ten firms', false],
    ['They will pay', 'They will not pay', false],
    ['They won’t pay'.replace('’', "'"), 'They will pay', false],
    ['No firm was asked', 'A firm was asked', false],
    ['as Sam Pike said', 'as Sam Pyke said', true],
    ['as Sam Pike said', 'as Sam Brown said', false],
    ['as the chairman said', 'as Pike the chairman said', false],
    ['Pike said so', 'Brown said so', true],
    ['', '', true],
  ];
  for (const [one, other, expected] of CASES) {
    it(`"${one}" and "${other}": ${expected ? 'yes' : 'no'}`, () =>
      assert.equal(saysTheSame(one, other), expected));
  }
});
