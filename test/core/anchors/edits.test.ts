import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describePlaces } from '../../../src/core/anchors/describe.js';
import { locateAll } from '../../../src/core/anchors/locate.js';
import { needleOf } from '../../../src/core/anchors/needle.js';
import { normalise } from '../../../src/core/anchors/normalise.js';
import type { Anchor } from '../../../src/core/anchors/types.js';
import { NEWS } from './news.js';

/** One random change to a text. */
type Step = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);

const pieces = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('the plan', 'a tax on the west', '\r\n', '“', '😀', 'e\u0301', '-'),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(share, pieces).map(
    ([where, piece]): Step =>
      (text) =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
  ),
  fc.tuple(share, fc.nat(200)).map(
    ([where, length]): Step =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(share, fc.nat(20), pieces).map(
    ([where, length, piece]): Step =>
      (text) =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where) + length),
  ),
  fc.constant<Step>((text) => text.replace(/\r?\n/g, '\r\n')),
  fc.constant<Step>((text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
  fc.integer({ min: 20, max: 70 }).map(
    (width): Step =>
      (text) =>
        text.replace(new RegExp(`(\\S{1,${width}}) `, 'g'), '$1\n'),
  ),
  fc.constant<Step>((text) => text.split('\n\n').reverse().join('\n\n')),
  fc.constant<Step>((text) => `${text}\n\n${text}`),
  fc.constant<Step>((text) => text.normalize('NFD')),
);

const spans = fc.array(fc.tuple(share, fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 6 });

describe('random edits', function () {
  this.timeout(20_000);

  it('leave located words that are the stored ones or say so, and never anything outside the text', () => {
    fc.assert(
      fc.property(spans, fc.array(steps, { maxLength: 4 }), (marks, script) => {
        const places = marks.map(([where, length]) => ({
          start: at(NEWS, where),
          end: at(NEWS, where) + length,
        }));
        const anchors = describePlaces(NEWS, places);
        const text = script.reduce((before, step) => step(before), NEWS);
        locateAll(text, anchors).forEach((place, index) => {
          if (place.outcome === 'lost') return;
          const { start, end } = place.span;
          assert.ok(start >= 0 && start < end && end <= text.length);
          if (place.outcome !== 'located' || place.changed) return;
          const { quote } = needleOf(anchors[index] as Anchor);
          assert.equal(tight(text.slice(start, end)), tight(quote));
        });
      }),
      { numRuns: 250 },
    );
  });

  it('and any anchor at all never throw', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), pieces);
    const offsets = fc.oneof(fc.integer(), fc.double(), fc.nat(300));
    const anchors = fc.record({
      at: fc.option(fc.record({ start: offsets, end: offsets })),
      quote: texts,
      prefix: texts,
      suffix: texts,
    });
    fc.assert(
      fc.property(texts, fc.array(anchors, { maxLength: 4 }), fc.boolean(), (text, all, unchanged) => {
        for (const place of locateAll(text, all, { unchanged })) {
          if (place.outcome === 'lost') continue;
          assert.ok(
            place.span.start >= 0 && place.span.start <= place.span.end && place.span.end <= text.length,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Without blanks and hyphens at the ends, which depend on what stands beside them. */
function tight(words: string): string {
  return normalise(words).text.replace(/^[ -]+|[ -]+$/g, '');
}
