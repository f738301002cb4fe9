import assert from 'node:assert/strict';
import { describePlace, describePlaces } from '../../../src/core/anchors/describe.js';
import { LONGEST_WHOLE_QUOTE, readElided } from '../../../src/core/anchors/elision.js';
import { locateAll } from '../../../src/core/anchors/locate.js';
import { NEWS, spanOf } from './news.js';

describe('the description of a place', () => {
  it('holds the words, their offsets and 64 characters on each side, to the edges of words', () => {
    const span = spanOf(NEWS, 'a tax on the west');
    const anchor = describePlace(NEWS, span);
    assert.deepEqual(anchor.at, span);
    assert.equal(anchor.quote, 'a tax on the west');
    assert.ok(anchor.prefix.length >= 64 && anchor.prefix.length <= 64 + 32);
    assert.ok(anchor.suffix.length >= 64 && anchor.suffix.length <= 64 + 32);
    assert.ok(NEWS.includes(anchor.prefix + anchor.quote + anchor.suffix));
    const before = NEWS.charAt(span.start - anchor.prefix.length - 1);
    assert.match(before, /\s/);
  });

  it('counts LF line ends, whatever the text has', () => {
    const span = spanOf(NEWS, 'pay twice');
    const crlf = NEWS.replace(/\n/g, '\r\n');
    assert.deepEqual(describePlace(crlf, spanOf(crlf, 'pay twice')), describePlace(NEWS, span));
  });

  it('grows until quote and context occur once', () => {
    const paragraph =
      'The board met on Monday to hear the case and rose without a word on it to anybody who had come. ';
    const text = `First. ${paragraph.repeat(3)}Last.`;
    const anchor = describePlace(text, spanOf(text, 'without a word', 0));
    const whole = anchor.prefix + anchor.quote + anchor.suffix;
    assert.equal(text.indexOf(whole), text.lastIndexOf(whole));
  });

  it('grows no further than 256 characters', () => {
    const text = 'no change here '.repeat(500);
    const anchor = describePlace(text, spanOf(text, 'change', 200));
    assert.ok(anchor.prefix.length <= 256 && anchor.suffix.length <= 256);
    assert.ok(anchor.prefix.length > 200);
  });

  it('takes no long stretch without blanks for a word', () => {
    const text = '报'.repeat(1000);
    const anchor = describePlace(`${text}甲乙丙${text}`, { start: 1000, end: 1003 });
    assert.equal(anchor.quote, '甲乙丙');
    assert.equal(anchor.prefix.length, 96);
  });

  const WHOLE: readonly (readonly [string, string, number, number, string])[] = [
    ['a surrogate pair', 'a😀b', 2, 3, '😀b'.slice(0, 2)],
    ['combining marks', 'cafe\u0301s', 0, 4, 'cafe\u0301'],
    ['marks at the start', 'cafe\u0301s', 4, 6, 'e\u0301s'],
    ['joined emoji', 'x👩\u200d🌾y', 1, 3, '👩\u200d🌾'],
    ['a skin tone', 'x👍🏽y', 1, 3, '👍🏽'],
    ['a variation mark', 'x❤\ufe0fy', 1, 2, '❤\ufe0f'],
    ['CRLF', 'a\r\nb', 0, 2, 'a\n'],
  ];
  for (const [what, text, start, end, quote] of WHOLE) {
    it(`does not cut ${what}`, () => assert.equal(describePlace(text, { start, end }).quote, quote));
  }

  it('pulls offsets into the text', () => {
    assert.equal(describePlace('abc', { start: -5, end: 99 }).quote, 'abc');
    assert.equal(describePlace('abc', { start: 2, end: 1 }).quote, 'b');
    assert.equal(describePlace('', { start: 0, end: 0 }).quote, '');
    assert.equal(describePlace('abc', { start: NaN, end: 2 }).quote, 'ab');
  });

  it('keeps a long quote by its ends, and finds it again', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${index}`).join(' ');
    const text = `Before it all. ${words}\nAfter it all.`;
    const span = spanOf(text, words);
    assert.ok(words.length > LONGEST_WHOLE_QUOTE);
    const anchor = describePlace(text, span);
    assert.equal(readElided(anchor.quote)?.omitted, words.length - 2000);
    const moved = `New.\r\n\r\n${text.replace(/\n/g, '\r\n')}`;
    const [place] = locateAll(moved, [anchor]);
    assert.deepEqual(place, {
      outcome: 'located',
      span: { start: span.start + 8, end: span.end + 8 },
      changed: false,
    });
  });

  it('of a long quote that lost its middle is not sure', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${index}`).join(' ');
    const text = `Before it all. ${words}\nAfter it all.`;
    const anchor = describePlace(text, spanOf(text, words));
    const cut = text.replace(/ word500 .* word1500 /, ' ');
    assert.equal(locateAll(cut, [anchor])[0]?.outcome, 'suggested');
    assert.equal(locateAll(text.slice(0, 2000), [anchor])[0]?.outcome, 'lost');
  });

  it('keeps a quote of just the longest length whole', () => {
    const text = 'x'.repeat(LONGEST_WHOLE_QUOTE);
    assert.equal(describePlace(text, { start: 0, end: text.length }).quote, text);
    assert.equal(readElided(text), null);
  });

  it('is the same for many at once', () => {
    const spans = ['plan', 'a tax on the west', 'pay twice'].map((words) => spanOf(NEWS, words));
    assert.deepEqual(
      describePlaces(NEWS, spans),
      spans.map((span) => describePlace(NEWS, span)),
    );
  });
});
