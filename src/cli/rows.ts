import type { Output } from './output.js';

/** One answer: flat, so that it can be a line of JSON or a row of a table. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type Format = 'json' | 'csv';

/** Spreadsheets run a cell that begins like this as a formula; full-width forms count, blanks before it too. */
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

/**
 * Writes rows as JSON lines or as CSV (RFC 4180, with a head). CSV is for spreadsheets: an apostrophe is put
 * before a text that one would run as a formula, and lists are joined with "; ". JSON has the texts as they are.
 */
export async function writeRows(
  output: Output,
  rows: readonly Row[],
  columns: readonly string[],
  format: Format,
): Promise<void> {
  if (format === 'csv') await output.line(columns.map(cell).join(','));
  for (const row of rows) {
    if (output.isClosed) return;
    await output.line(
      format === 'json' ? JSON.stringify(row) : columns.map((name) => cell(row[name] ?? null)).join(','),
    );
  }
}

function cell(value: Row[string]): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
