import fc from 'fast-check';
import type { Basis, Statement } from '../../../src/core/sidecar/types.js';

/** A statement of which only what matters to a test is said. */
export function statement(id: string, more: Partial<Statement> = {}): Statement {
  return {
    id,
    document: 'minister-calms-fears',
    at: { start: 10, end: 20 },
    quote: 'price before care',
    prefix: 'She said that the plan puts ',
    suffix: ', and walked out.',
    speaker: null,
    organisation: null,
    issue: null,
    stance: null,
    basis: null,
    claimedBy: null,
    created: null,
    note: null,
    ...more,
  };
}

const ids = fc.constantFrom(
  'adcs',
  'care-union',
  'unison_north',
  'no',
  'null',
  '2014-04-01',
  '1e5',
  'a: b',
  'é',
  '#x',
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
/** Any text, and the ones that YAML makes something else of. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    'a #b',
    '*x',
    'he said: yes',
    '"',
    '\\',
    "'",
    '- x',
    '[[[',
    '%',
    '\ud800',
    '\u2028',
    '\u0085',
    '\ufffd',
    '<<<<<<<',
  ),
);
const anySpan = fc.tuple(fc.nat(9999), fc.nat(99)).map(([start, length]) => ({ start, end: start + length }));

/** Any statement with this id. */
export function anyStatement(id: string): fc.Arbitrary<Statement> {
  return fc.record({
    id: fc.constant(id),
    document: fc.constantFrom('minister-calms-fears', 'b', 'c d', '0123'),
    at: maybe(anySpan),
    quote: anyText,
    prefix: anyText,
    suffix: anyText,
    speaker: maybe(ids),
    organisation: maybe(ids),
    issue: maybe(ids),
    stance: maybe(ids),
    basis: maybe(fc.constantFrom<Basis>('quoted', 'reported', 'claimed')),
    claimedBy: maybe(ids),
    created: maybe(fc.constantFrom('2026-11-21T10:12:42Z', 'yesterday')),
    note: maybe(anyText),
  });
}

/** What stays of a statement on its way through a file: an empty prefix is no prefix. */
export const byId = (statements: readonly Statement[]): ReadonlyMap<string, Statement> =>
  new Map(statements.map((one) => [one.id, one]));
