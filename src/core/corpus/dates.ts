const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?(?:\\.,?|,)?)';
const day = '(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?<year>\\d{4})';
const half = '(?:am|pm|a\\.m\\.?|p\\.m\\.?)';
const zone = '(?: ?(?:z|gmt|bst|utc|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|[+-]\\d{2}:?\\d{2}))?';
const clock = `\\d{1,2}(?:(?:[:.]\\d{2}){1,2}(?:\\.\\d+)?(?: ?${half})?| ?${half})${zone}`;
const before = `^(?:${clock}(?:,| on)? )?(?:${weekday} )?`;
const after = `(?:,? ${weekday})?(?:(?:,|,? at| -)? ${clock}| ?t${clock})?\\.?$`;

const worded: readonly RegExp[] = [
  new RegExp(`${before}${day}(?: of)?[ -]${month},?[ -]${year}${after}`),
  new RegExp(`${before}${month} ${day},? ${year}${after}`),
  new RegExp(`${before}${year}(?<mark>[-/.])(?<monthNumber>\\d{1,2})\\k<mark>(?<day>\\d{1,2})${after}`),
  /^(?<year>(?:1[5-9]|20|21)\d{2})(?<monthNumber>\d{2})(?<day>\d{2})$/,
];
const figures = new RegExp(
  `${before}(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>${year}${after}`,
);
const label = /^(?:(?:first|last) )?(?:published|posted|updated|modified|created|date)(?: on| at)?:? ?/;

/** Something that has the form of a date; `iso` is null when it names no day, or more than one. */
export interface DateForm {
  /** YYYY-MM-DD. */
  readonly iso: string | null;
}

/**
 * Reads a date as newspapers and databases print it: "Wednesday, June 11, 2014", "17th April 2014",
 * "Wed 11 Jun 2014 10.15 BST", "2014-06-11T09:00Z", with or without a label ("Published on"). The
 * weekday and the time of day are not kept. Figures alone (11/06/2014) are read only if just one order of
 * day and month is possible.
 * @returns the date as YYYY-MM-DD, or null when it names no day, or more than one
 */
export function readDate(text: string): string | null {
  return dateForm(text)?.iso ?? null;
}

/** The same as {@link readDate}, but tells what has the form of a date from what is none: then null. */
export function dateForm(text: string): DateForm | null {
  if (text.length > 100) return null;
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[‐‑–]/g, '-').replace(label, '');
  for (const form of worded) {
    const parts = form.exec(plain)?.groups;
    if (!parts) continue;
    const name = parts.month?.slice(0, 3);
    const number = name === undefined ? Number(parts.monthNumber) : months.indexOf(name) + 1;
    return { iso: isoDate(Number(parts.year), number, Number(parts.day)) };
  }
  const parts = figures.exec(plain)?.groups;
  if (!parts) return null;
  const dayFirst = isoDate(Number(parts.year), Number(parts.second), Number(parts.first));
  const monthFirst = isoDate(Number(parts.year), Number(parts.first), Number(parts.second));
  return {
    iso: dayFirst === monthFirst ? dayFirst : dayFirst && monthFirst ? null : (dayFirst ?? monthFirst),
  };
}

function isoDate(year: number, monthNumber: number, dayNumber: number): string | null {
  const made = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
  const exists =
    year >= 1000 &&
    made.getUTCMonth() === monthNumber - 1 &&
    made.getUTCDate() === dayNumber &&
    dayNumber > 0;
  return exists ? made.toISOString().slice(0, 10) : null;
}
