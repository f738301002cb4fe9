import { plainText, quoteText } from '../yaml/format.js';
import { keyOrder } from './keys.js';
import type { Statement, StatementChange, StatementKey } from './types.js';

/** The member of a statement that a key of the file holds. */
export const members: Readonly<Record<StatementKey, keyof StatementChange>> = {
  document: 'document',
  at: 'at',
  quote: 'quote',
  prefix: 'prefix',
  suffix: 'suffix',
  speaker: 'speaker',
  organisation: 'organisation',
  issue: 'issue',
  stance: 'stance',
  basis: 'basis',
  claimed_by: 'claimedBy',
  created: 'created',
  note: 'note',
};

const texts: ReadonlySet<StatementKey> = new Set(['quote', 'prefix', 'suffix', 'note']);

/** The value of a key as it is written, on one line; null where the key is left out. */
export function formatValue(key: StatementKey, statement: StatementChange): string | null {
  const value = statement[members[key]];
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return `[${value.start}, ${value.end}]`;
  if (value === '' && (key === 'prefix' || key === 'suffix')) return null;
  return texts.has(key) ? quoteText(value) : plainText(value);
}

/** A block as we write it, without the line end of its last line. */
export function formatBlock(statement: Statement, indent: number, eol: string): string {
  const lines = keyOrder.flatMap((key) => {
    const value = key === 'id' ? plainText(statement.id) : formatValue(key, statement);
    return value === null ? [] : [`${key}: ${value}`];
  });
  const margin = ' '.repeat(indent);
  return `${margin}- ${lines.join(`${eol}${margin}  `)}`;
}

/** The start of a new sidecar, up to its empty list. */
export function newSidecar(options: NewSidecar): string {
  const lines = [
    ...(options.schema === undefined ? [] : [`# yaml-language-server: $schema=${options.schema}`]),
    'standpoint: 1',
    ...(options.coder === null ? [] : [`coder: ${plainText(options.coder)}`]),
    '',
    'statements:',
    '',
  ];
  return lines.join(options.eol);
}

/** How a new sidecar begins. */
export interface NewSidecar {
  readonly coder: string | null;
  readonly eol: string;
  /** The address of the schema, for editors that are not told of it otherwise. */
  readonly schema?: string;
}
