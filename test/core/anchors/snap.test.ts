import assert from 'node:assert/strict';
import { describePlace } from '../../../src/core/anchors/describe.js';
import { locateAll } from '../../../src/core/anchors/locate.js';

const around = (words: string): string =>
  `The board met on Monday to talk of the harbour.\n\nAda Quill said: “It is so: ${words}, and nobody wants it.” She left after that.\n\nThere was more about the pier.`;

describe('the edges of changed words', () => {
  for (const [was, is] of [
    ['The boats must pay their way in the end', 'The old boats must pay their way in the end'],
    ['The boats must pay their way in the end', 'All of the boats must pay their way in the end'],
    ['Higher fares would empty the boats again', 'Higher fares would empty all boats again'],
  ] as const) {
    it(`reach from the context before to the context behind: ${is}`, () => {
      const text = around(was);
      const start = text.indexOf(was);
      const anchor = describePlace(text, { start, end: start + was.length });
      const [place] = locateAll(around(is), [anchor]);
      assert.notEqual(place?.outcome, 'lost');
      assert.equal(place && 'span' in place && around(is).slice(place.span.start, place.span.end), is);
    });
  }
});
