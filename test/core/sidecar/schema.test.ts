import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import schema from '../../../media/schemas/sidecar.schema.json';
import { formatBlock } from '../../../src/core/sidecar/format.js';
import { keyOrder } from '../../../src/core/sidecar/keys.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import { newSidecar } from '../../../src/core/sidecar/write.js';
import { validator } from '../../../src/core/yaml/schema.js';
import { anyStatement } from './samples.js';

const validate = validator(schema);
/** What an editor with the schema says of a file: it looks at the data of any YAML parser. */
const valid = (text: string): boolean => validate(parse(text)).length === 0;

describe('the schema of the sidecar', () => {
  it('knows the keys that we write', () => {
    const known = Object.keys(schema.definitions.statement.properties);
    assert.deepEqual(known, [...keyOrder, 'conflict']);
  });

  it('has nothing against what we write', () => {
    fc.assert(
      fc.property(anyStatement('s7k3m9q2xw'), (one) => {
        const text = `${newSidecar({ coder: 'a', eol: '\n' })}\n${formatBlock(one, 0, '\n')}\n`;
        assert.deepEqual(readSidecar(text).problems, []);
        assert.ok(valid(text));
      }),
    );
  });

  it('finds fault with just the statements with which the reader does', () => {
    const anything = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        '',
        'x',
        's1',
        1,
        -1,
        1.5,
        true,
        [],
        [1, 2],
        [-1, 2],
        [1, 'x'],
        [1, 2, 3],
        [null],
        {},
        { a: 1 },
      ),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const keys = ['id', 'document', 'quote', 'at', 'stance', 'basis', 'created', 'note', 'weight'];
    const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), anything), { selector: ([key]) => key });
    fc.assert(
      fc.property(some, (changes) => {
        const entry = { id: 's1', document: 'd', quote: 'q', ...Object.fromEntries(changes) };
        const text = stringify({ statements: [entry] }, { lineWidth: 0, aliasDuplicateObjects: false });
        const codes = readSidecar(text).problems.map(({ code }) => code);
        // Two rules are beyond a schema: the ends of a hint are in order, and a document has a name of some sort.
        if (codes.length === 1 && codes[0] === 'hint-ignored') return;
        assert.equal(codes.length === 0, valid(text), text);
      }),
      { numRuns: 500 },
    );
  }).timeout(30_000);

  it('finds fault with the top level where the reader does', () => {
    const rows: readonly (readonly [string, boolean])[] = [
      ['standpoint: 1\n', true],
      ['', true],
      ['standpoint: 2\n', false],
      ['standpoint: "1"\n', false],
      ['coder: [a]\n', false],
      ['coder: 3\n', true],
      ['statements: 3\n', false],
      ['statements:\n', true],
      ['statements:\n- x\n', false],
      ['- x\n', false],
      ['x: y\n', true],
    ];
    for (const [text, good] of rows) {
      assert.equal(valid(text), good, text);
      assert.equal(readSidecar(text).problems.length === 0, good, text);
    }
  });
});
