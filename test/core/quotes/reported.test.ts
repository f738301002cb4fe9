import assert from 'node:assert/strict';
import { show } from './show.js';

/** A text, and for each piece of reported speech its words and its speaker. */
const CASES: readonly (readonly [what: string, text: string, ...pieces: (readonly [string, string])[]])[] = [
  ['that', 'Ann Shaw said that the pier was safe.', ['that the pier was safe', 'Ann Shaw']],
  ['no that', 'Ann Shaw said the pier was safe.', ['the pier was safe', 'Ann Shaw']],
  ['the verb behind', 'The pier was safe, Ann Shaw said.', ['The pier was safe', 'Ann Shaw']],
  [
    'the verb before its subject',
    'The pier was safe, said Ann Shaw, an engineer.',
    ['The pier was safe', 'Ann Shaw'],
  ],
  ['the verb within', 'The pier, she said, was quite safe.', ['The pier', 'she'], ['was quite safe', 'she']],
  ['according to, behind', 'The pier is safe, according to the trust.', ['The pier is safe', 'the trust']],
  ['according to, before', 'According to the trust, the pier is safe.', ['the pier is safe', 'the trust']],
  ['an addressee', 'Ann Shaw told the council that it was safe.', ['that it was safe', 'Ann Shaw']],
  ['a time between', 'Ann Shaw said on Monday that it was safe.', ['that it was safe', 'Ann Shaw']],
  [
    'two verbs',
    'Shaw said it was safe and added that it was cheap.',
    ['it was safe', 'Shaw'],
    ['that it was cheap', 'Shaw'],
  ],
  ['a subordinate clause', 'While Shaw said it was safe, nobody came.', ['it was safe', 'Shaw']],
  ['what was announced', 'The trust announced a review of the pier.', ['a review of the pier', 'The trust']],
  ['what was promised', 'The trust promised to repair the pier.', ['to repair the pier', 'The trust']],
  ['what was called for', 'The trust called for an early review.', ['an early review', 'The trust']],
  ['nothing said', 'Ann Shaw did not say that it was safe.'],
  ['a state of mind', 'Ann Shaw knew that it was safe.'],
  ['an action', 'Ann Shaw added salt to the soup.'],
  ['a noun', 'His claims about the pier were wrong.'],
];

describe('reported speech', () => {
  for (const [what, text, ...pieces] of CASES) {
    it(what, () => {
      const reported = show(text).filter(({ kind }) => kind === 'reported');
      assert.deepEqual(
        reported.map(({ words, speaker }) => [words, speaker]),
        pieces,
      );
    });
  }

  it('holds the words in marks that stand in it', () => {
    const quotes = show('Ann Shaw said the pier was “quite safe” in June.');
    assert.deepEqual(
      quotes.map(({ kind, words }) => [kind, words]),
      [
        ['reported', 'the pier was “quite safe” in June'],
        ['partial', '“quite safe”'],
      ],
    );
  });
});
