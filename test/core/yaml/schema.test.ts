import assert from 'node:assert/strict';
import codebook from '../../../media/schemas/codebook.schema.json';
import sidecar from '../../../media/schemas/sidecar.schema.json';
import { validator } from '../../../src/core/yaml/schema.js';
import type { Schema } from '../../../src/core/yaml/schema.js';

/** [schema, good values, bad values], as draft 7 has it. */
const rows: readonly (readonly [Schema, readonly unknown[], readonly unknown[]])[] = [
  [{}, [1, null, {}], []],
  [{ type: 'string' }, ['', 'x'], [1, null, [], {}]],
  [{ type: 'integer' }, [0, -3, 2.0], [1.5, '1', NaN, Infinity]],
  [{ type: 'number' }, [1.5], ['1', NaN]],
  [{ type: ['array', 'null'] }, [[], null], [{}, 0, '']],
  [{ type: 'object' }, [{}, Object.create(null)], [[], null]],
  [{ type: 'boolean' }, [true], ['true']],
  [{ const: 1 }, [1], ['1', null]],
  [{ enum: ['a', null] }, ['a', null], ['b', undefined]],
  [{ pattern: '^a+$' }, ['aa', 3, null], ['ab', '']],
  [{ minimum: 0, maximum: 1 }, [0, 1, 'x'], [-0.1, 2]],
  [{ minItems: 1, maxItems: 2 }, [[1], [1, 2], 'x'], [[], [1, 2, 3]]],
  [{ items: { type: 'string' } }, [[], ['a'], 'x'], [['a', 1]]],
  [{ required: ['a'] }, [{ a: null }, 'x'], [{}, { b: 1 }]],
  [{ required: ['toString'] }, [{ toString: 1 }], [{}]],
  [{ properties: { a: { type: 'string' } } }, [{}, { a: 'x' }, { b: 1 }, 3], [{ a: 1 }]],
  [{ $ref: '#/definitions/n', definitions: { n: { type: 'null' } } }, [null], [1]],
];

describe('validating by a schema', () => {
  for (const [schema, good, bad] of rows) {
    it(JSON.stringify(schema), () => {
      const validate = validator(schema);
      for (const value of good) assert.deepEqual(validate(value), [], JSON.stringify(value));
      for (const value of bad) assert.equal(validate(value).length, 1, JSON.stringify(value));
    });
  }

  it('says where', () => {
    const schema: Schema = {
      properties: { a: { items: { required: ['b'], properties: { c: { type: 'string' } } } } },
    };
    assert.deepEqual(validator(schema)({ a: [{ b: 1 }, { c: 2 }] }), [
      { path: ['a', 1, 'b'], rule: 'required' },
      { path: ['a', 1, 'c'], rule: 'type' },
    ]);
  });

  it('knows every keyword of our schemas', () => {
    const rules = new Set([
      'type',
      'const',
      'enum',
      'pattern',
      'minimum',
      'maximum',
      'minItems',
      'maxItems',
      'items',
      'required',
      'properties',
      'definitions',
      '$ref',
    ]);
    // These do not restrict anything.
    const words = new Set(['$schema', '$id', 'title', 'description', 'additionalProperties']);
    const look = (schema: Readonly<Record<string, unknown>>): void => {
      for (const [key, value] of Object.entries(schema)) {
        assert.ok(rules.has(key) || words.has(key), key);
        if (key === 'additionalProperties') assert.equal(value, true);
        const parts =
          key === 'properties' || key === 'definitions'
            ? Object.values(value as object)
            : key === 'items'
              ? [value]
              : [];
        for (const part of parts) look(part as Readonly<Record<string, unknown>>);
      }
    };
    look(sidecar);
    look(codebook);
  });
});
