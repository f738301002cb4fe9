import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { SidecarOperation, Statement } from '../../../../src/core/sidecar/types.js';
import type { Change } from '../../../../src/node/store.js';

/** A statement of which only the id and the quote matter. */
export function statement(id: string, quote = `the words of ${id}`): Statement {
  return {
    id,
    document: 'harbour-dues',
    at: null,
    quote,
    prefix: '',
    suffix: '',
    speaker: null,
    organisation: null,
    issue: null,
    stance: null,
    basis: null,
    claimedBy: null,
    created: null,
    note: null,
  };
}

export function add(id: string, quote?: string): SidecarOperation {
  return { kind: 'add', statement: statement(id, quote) };
}

export const header = 'standpoint: 1\n\nstatements:\n';

/** A file with so many blocks, each about 300 bytes. */
export function fileOf(ids: readonly string[]): string {
  return header + ids.map((id) => block(statement(id, 'the harbour dues are too high. '.repeat(8)))).join('');
}

/** Adds and removes blocks by id; the real splicer has tests of its own. */
export function apply(text: string | null, operation: SidecarOperation): Change {
  const before = text ?? header;
  switch (operation.kind) {
    case 'add':
      return {
        text: idsIn(before).includes(operation.statement.id) ? before : before + block(operation.statement),
      };
    case 'remove': {
      const start = before.indexOf(`\n- id: ${operation.id}\n`);
      if (start === -1) return { text: before };
      const end = before.indexOf(`end: ${operation.id}\n`, start) + `end: ${operation.id}\n`.length;
      return { text: before.slice(0, start) + before.slice(end), removed: end - start };
    }
    case 'set':
      return { refuse: 'not in these tests' };
  }
}

/** The same, but an addition goes to the front, so that every byte behind it changes its place. */
export function applyInFront(text: string | null, operation: SidecarOperation): Change {
  const before = text ?? header;
  if (operation.kind !== 'add' || idsIn(before).includes(operation.statement.id))
    return apply(text, operation);
  return { text: header + block(operation.statement) + before.slice(header.length) };
}

export function idsIn(text: string): string[] {
  return [...text.matchAll(/^- id: (.+)$/gm)].map((match) => match[1] ?? '');
}

/** Whether a text is a header and whole blocks, and nothing else. */
export function isComplete(text: string): boolean {
  if (!text.startsWith(header)) return false;
  const rest = text.slice(header.length);
  return (
    rest === '' ||
    rest
      .split(/(?<=\n)(?=\n- id: )/)
      .every((part) => /^\n- id: (.+)\n {2}quote: ".*"\n {2}end: \1\n$/.test(part))
  );
}

/** The file is whole, holds all of these ids, and none twice. */
export function assertHolds(file: string, wanted: ReadonlySet<string>): void {
  const text = readFileSync(file, 'utf8');
  assert.ok(isComplete(text), `${file} is torn`);
  const ids = idsIn(text);
  const present = new Set(ids);
  assert.equal(present.size, ids.length, `${file} holds a statement twice`);
  assert.deepEqual(
    [...wanted].filter((id) => !present.has(id)),
    [],
  );
}

function block({ id, quote }: Statement): string {
  return `\n- id: ${id}\n  quote: ${JSON.stringify(quote)}\n  end: ${id}\n`;
}
