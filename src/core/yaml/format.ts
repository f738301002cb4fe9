/** A value as our files hold it: texts, null, and lists and maps of these in flow style. */
export type YamlValue = string | number | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** Words that some YAML reader takes for a truth value or for nothing. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const word = /^[A-Za-z][A-Za-z0-9_-]*$/;
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const date = /^\d{4}-\d\d-\d\d$/;

/**
 * What must not stand raw in a file that people diff and that other programs read: delete and C1
 * controls, line and paragraph separators, a byte order mark, the sign of a broken decoding (so that a raw
 * one always means a broken file), and the marks that reverse the direction of text. JSON escapes the rest.
 */

const escaped = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]/g;

/** A text in double quotes on one line: JSON, which is YAML as well. Round-trips any string. */
export function quoteText(text: string): string {
  return JSON.stringify(text).replace(escaped, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** An id or a timestamp without quotes where every YAML reader takes it for that text, else in quotes. */
export function plainText(text: string): string {
  return (word.test(text) && !reserved.test(text)) || timestamp.test(text) ? text : quoteText(text);
}

/** A label or a name: without quotes also with blanks in it, so that people can edit the file by hand. */
export function nameText(text: string): string {
  const words = text.split(' ');
  const plain = words.every((part) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&/()-]*$/u.test(part));
  return plain && /^\p{L}/u.test(text) && !reserved.test(text) ? text : quoteText(text);
}

/** A date without quotes, as DESIGN has it; anything else as a name. */
export function dateText(text: string): string {
  return date.test(text) ? text : nameText(text);
}

/** Any value on one line: `[1032, 1068]`, `{organisation: adcs, from: 2014-04-01}`. */
export function flowText(value: YamlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return dateText(value);
  if (Array.isArray(value)) return `[${value.map((item: YamlValue) => flowText(item)).join(', ')}]`;
  const parts = Object.entries(value).map(([key, item]) => `${plainText(key)}: ${flowText(item)}`);
  return `{${parts.join(', ')}}`;
}
