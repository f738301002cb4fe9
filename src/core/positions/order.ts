import type { Evidence } from './types.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Dates that need no calendar to be told from others. */
const EVERY_MONTH_HAS_IT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/;
const MILLISECONDS = 86_400_000;

/**
 * Order of time: by the document's date, those without one first, since they cannot be the latest word;
 * then by the document's place, by the place in the document, by when it was coded, by id.
 */
export function byTime(a: Evidence, b: Evidence): number {
  return compare(dateOf(a) ?? '', dateOf(b) ?? '') || byPlace(a, b);
}

/** Statements in order of time, as {@link byTime} has it: dates are read once each. */
export function inTime<E extends Evidence>(evidence: readonly E[]): readonly E[] {
  if (evidence.length < 2) return evidence;
  return evidence
    .map((one) => ({ one, date: dateOf(one) ?? '' }))
    .sort((a, b) => compare(a.date, b.date) || byPlace(a.one, b.one))
    .map(({ one }) => one);
}

function byPlace(a: Evidence, b: Evidence): number {
  return (
    a.documentOrder - b.documentOrder ||
    compare(a.corpus, b.corpus) ||
    (a.start ?? Infinity) - (b.start ?? Infinity) ||
    compare(a.statement.created ?? '', b.statement.created ?? '') ||
    compare(a.statement.id, b.statement.id)
  );
}

/** The order of code units, which is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The document's date where it is one. */
export function dateOf(evidence: Evidence): string | null {
  const { date } = evidence;
  return date !== null && (EVERY_MONTH_HAS_IT.test(date) || dayNumber(date) !== null) ? date : null;
}

/** Days between two pieces of evidence; null where one has no date. */
export function daysBetween(a: Evidence, b: Evidence): number | null {
  const [first, second] = [dayNumber(a.date ?? ''), dayNumber(b.date ?? '')];
  return first === null || second === null ? null : Math.abs(second - first);
}

export function isSameDocument(a: Evidence, b: Evidence): boolean {
  return a.corpus === b.corpus && a.statement.document === b.statement.document;
}

function dayNumber(date: string): number | null {
  if (!DATE.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / MILLISECONDS;
}
