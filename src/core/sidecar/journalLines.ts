import type { SidecarOperation } from './types.js';

/** An operation that somebody asked for, and the file that it belongs in. */
export interface JournalEntry {
  readonly id: string;
  /** The path of the file. */
  readonly file: string;
  readonly operation: SidecarOperation;
}

/** An entry with the window that wrote it and when (ISO, UTC). */
export interface PendingEntry extends JournalEntry {
  readonly window: string;
  readonly at: string;
}

export type JournalLine =
  | { readonly kind: 'entry'; readonly entry: JournalEntry; readonly at: string }
  | { readonly kind: 'settled'; readonly id: string };

/** One line of the file, with its line end. */
export function formatLine(line: JournalLine): string {
  return `${JSON.stringify(line.kind === 'entry' ? { at: line.at, ...line.entry } : { settled: line.id })}\n`;
}

/**
 * Reads a journal's text.
 * @returns the lines that could be read, and how many could not: a crash or a full disk tears the last one
 */
export function parseLines(text: string): {
  readonly lines: readonly JournalLine[];
  readonly unreadable: number;
} {
  const lines: JournalLine[] = [];
  let unreadable = 0;
  for (const raw of text.split('\n')) {
    if (raw.trim() === '') continue;
    const line = parseLine(raw);
    if (line === null) unreadable += 1;
    else lines.push(line);
  }
  return { lines, unreadable };
}

function parseLine(raw: string): JournalLine | null {
  const value = parseObject(raw);
  if (value === null) return null;
  if (typeof value['settled'] === 'string') return { kind: 'settled', id: value['settled'] };
  const { id, file, at, operation } = value;
  if (typeof id !== 'string' || typeof file !== 'string' || typeof at !== 'string') return null;
  return isOperation(operation) ? { kind: 'entry', entry: { id, file, operation }, at } : null;
}

function parseObject(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The shape only: what the operation says is judged anew by whoever applies it. */
function isOperation(value: unknown): value is SidecarOperation {
  if (!isObject(value)) return false;
  switch (value['kind']) {
    case 'add':
      return isObject(value['statement']) && typeof value['statement']['id'] === 'string';
    case 'set':
      return typeof value['id'] === 'string' && isObject(value['change']);
    case 'remove':
      return typeof value['id'] === 'string';
    default:
      return false;
  }
}
