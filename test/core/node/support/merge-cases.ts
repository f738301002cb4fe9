import { newSidecar, editSidecarAll } from '../../../../src/core/sidecar/write.js';
import type { SidecarOperation, Statement, StatementChange } from '../../../../src/core/sidecar/types.js';
import { applyEdits } from '../../../../src/core/text/span.js';
import { statement } from './blocks.js';

/** What two coders do to one shared sidecar between a fork and the merge. */
export interface MergeCase {
  readonly name: string;
  readonly ours: readonly SidecarOperation[];
  readonly theirs: readonly SidecarOperation[];
}

const documents = 40;
const perDocument = 5;
const length = 1000;

/** The order of the documents in the corpus. */
export function order(document: string): number {
  return Number(document.slice('paper-'.length));
}

/** A sidecar of 200 statements, five to a document. */
export function baseText(): string {
  const operations = Array.from({ length: documents * perDocument }, (_, number) =>
    place(base(number), Math.floor(number / perDocument), (number % perDocument) * length),
  );
  return edited(newSidecar({ coder: null, eol: '\n' }), operations);
}

/** A sidecar after operations, as a coder's own editor writes it. */
export function edited(text: string, operations: readonly SidecarOperation[]): string {
  const result = editSidecarAll(text, operations, order);
  if (!result.ok) throw new Error(result.reason);
  return applyEdits(text, result.edits);
}

/** The rows of the table; all of them merge without a conflict. */
export const cleanCases: readonly MergeCase[] = [
  { name: 'add 1 each, other documents', ours: [place('a0', 3, 500)], theirs: [place('b0', 30, 500)] },
  { name: 'add 1 each, same gap', ours: [place('a0', 7, 300)], theirs: [place('b0', 7, 600)] },
  { name: 'mark the same quote', ours: [stance('a0', 'support')], theirs: [stance('b0', 'oppose')] },
  { name: 'add 30 each, other documents', ours: many('a', 30, 0, 20), theirs: many('b', 30, 20, 20) },
  { name: 'add 30 each, same 5 documents', ours: many('a', 30, 10, 5), theirs: many('b', 30, 10, 5) },
  {
    name: 'edit the same statement, far keys',
    ours: [set(12, { stance: 'oppose' })],
    theirs: [set(12, { document: 'paper-2', note: 'x' })],
  },
  {
    name: 'edit the same statement, neighbouring keys',
    ours: [set(12, { stance: 'oppose' })],
    theirs: [set(12, { issue: 'dues', basis: 'quoted' })],
  },
  {
    name: 'edit neighbouring statements',
    ours: [set(12, { note: 'ours' })],
    theirs: [set(13, { note: 'theirs' })],
  },
  { name: 'one moves all hints, the other adds 10', ours: moveAll(), theirs: many('b', 10, 0, 40) },
  { name: 'one removes 10, the other adds 10', ours: removeMany(), theirs: many('b', 10, 4, 5) },
  {
    name: 'both make the same change',
    ours: [set(5, { stance: 'oppose' })],
    theirs: [set(5, { stance: 'oppose' })],
  },
  { name: 'both remove the same statement', ours: [remove(5)], theirs: [remove(5), set(6, { note: 'x' })] },
];

/** Only a person can settle these. */
export const trueConflicts: readonly MergeCase[] = [
  {
    name: 'the same key set to two values',
    ours: [set(12, { stance: 'oppose' })],
    theirs: [set(12, { stance: 'mixed' })],
  },
  { name: 'removed here, changed there', ours: [remove(12)], theirs: [set(12, { stance: 'mixed' })] },
  { name: 'changed here, removed there', ours: [set(12, { note: 'kept?' })], theirs: [remove(12)] },
];

function base(number: number): string {
  return `s${String(number).padStart(9, '0')}`;
}

function place(id: string, document: number, start: number, change: StatementChange = {}): SidecarOperation {
  const added: Statement = {
    ...statement(id.padEnd(10, 'z'), `the words at ${start} of paper ${document}`),
    document: `paper-${document}`,
    at: { start, end: start + 30 },
    organisation: 'harbour-board',
    issue: 'dues',
    stance: 'support',
    ...change,
  };
  return { kind: 'add', statement: added };
}

function stance(id: string, value: string): SidecarOperation {
  return place(id, 9, 700, { stance: value });
}

function many(prefix: string, count: number, first: number, across: number): SidecarOperation[] {
  const shift = prefix === 'a' ? 0 : 7;
  return Array.from({ length: count }, (_, number) =>
    place(`${prefix}${number}`, first + (number % across), 100 + shift + number * 61),
  );
}

function set(number: number, change: StatementChange): SidecarOperation {
  return { kind: 'set', id: base(number), change };
}

function remove(number: number): SidecarOperation {
  return { kind: 'remove', id: base(number) };
}

function moveAll(): SidecarOperation[] {
  return Array.from({ length: documents * perDocument }, (_, number) => {
    const start = (number % perDocument) * length + 17;
    return set(number, { at: { start, end: start + 30 } });
  });
}

function removeMany(): SidecarOperation[] {
  return Array.from({ length: 10 }, (_, number) => remove(20 + number * 2));
}
