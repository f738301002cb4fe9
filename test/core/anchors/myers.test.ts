import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Pattern } from '../../../src/core/anchors/myers.js';

/** The plain table of edit distances, last row. */
function slowDistances(pattern: string, text: string, anchored: boolean): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const found = [pattern.length];
  for (let n = 1; n <= text.length; n += 1) {
    const next = [anchored ? n : 0];
    for (let row = 1; row <= pattern.length; row += 1) {
      const same = pattern[row - 1] === text[n - 1] ? 0 : 1;
      const left = column[row] ?? 0;
      const above = next[row - 1] ?? 0;
      next.push(Math.min((column[row - 1] ?? 0) + same, left + 1, above + 1));
    }
    column = next;
    found.push(column[pattern.length] ?? 0);
  }
  return found;
}

const reversed = (text: string): string => text.split('').reverse().join('');

describe('edit distances', () => {
  const words = (max: number): fc.Arbitrary<string> =>
    fc
      .array(fc.constantFrom('a', 'b', 'c', ' ', 'é', '漢'), { minLength: 1, maxLength: max })
      .map((all) => all.join(''));

  it('are those of the plain table, over one block and over several', () => {
    fc.assert(
      fc.property(words(100), words(80), fc.boolean(), (pattern, text, anchored) => {
        const found = new Pattern(pattern).distances(text, 0, text.length, anchored);
        assert.deepEqual([...found], slowDistances(pattern, text, anchored));
      }),
      { numRuns: 300 },
    );
  });

  it('read backwards are those of the reversed texts', () => {
    fc.assert(
      fc.property(words(70), words(80), fc.boolean(), (pattern, text, anchored) => {
        const found = new Pattern(pattern, true).distances(text, text.length, 0, anchored);
        assert.deepEqual([...found], slowDistances(reversed(pattern), reversed(text), anchored));
      }),
      { numRuns: 200 },
    );
  });

  for (const length of [31, 32, 33, 64, 96]) {
    it(`are right for a pattern of ${length} characters, at the edge of a block`, () => {
      const pattern = 'abcdefgh'.repeat(12).slice(0, length);
      const text = `zz${pattern.slice(0, 10)}X${pattern.slice(11)}zz`;
      const found = new Pattern(pattern).distances(text, 0, text.length, false);
      assert.equal(Math.min(...found), 1);
      assert.equal(found.indexOf(1), length + 2);
    });
  }
});
