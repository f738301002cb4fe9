import { flowText, plainText } from '../yaml/format.js';
import type { YamlValue } from '../yaml/format.js';
import { defaultScale } from './scale.js';
import { entryOrder } from './sections.js';
import type { Section } from './sections.js';
import type { Affiliation, Issue, Organisation, Person, Stance } from './types.js';

export type Entry = Stance | Issue | Organisation | Person;

/** A whole entry of a list, in lines without line ends; the first has the dash. */
export function formatEntry(section: Section, entry: Entry): readonly string[] {
  if (section === 'stances') return [`- ${flowText(keysOf(section, entry))}`];
  const { affiliations, ...others } = keysOf(section, entry);
  const lines = Object.entries(others).map(([key, value]) => `${key}: ${formatValue(key, value)}`);
  if (Array.isArray(affiliations)) {
    lines.push('affiliations:', ...affiliations.map((each: YamlValue) => `- ${flowText(each)}`));
  }
  return lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`));
}

/** An entry on one line: `{id: support, label: Supports}`. */
export function formatInline(section: Section, entry: Entry): string {
  return flowText(keysOf(section, entry));
}

export function formatAffiliation(affiliation: Affiliation): string {
  return flowText(affiliationKeys(affiliation));
}

/** A value on one line; ids are quoted where a YAML reader could take them for something else. */
export function formatValue(key: string, value: YamlValue): string {
  return key === 'id' && typeof value === 'string' ? plainText(value) : flowText(value);
}

/** A codebook to begin with: the default scale, which can then be changed, and no entries. */
export function newCodebook(eol = '\n'): string {
  const stances = defaultScale.flatMap((stance) => formatEntry('stances', stance));
  const lines = [
    'standpoint: 1',
    'stances:',
    ...stances,
    'issues: []',
    'organisations: []',
    'people: []',
    '',
  ];
  return lines.join(eol);
}

/** The keys that an entry needs, in order; what is null or empty is left out. */
function keysOf(section: Section, entry: Entry): { readonly [key: string]: YamlValue } {
  const raw = entry as unknown as { readonly [key: string]: YamlValue | readonly Affiliation[] };
  const pairs = entryOrder[section].flatMap((key): readonly (readonly [string, YamlValue])[] => {
    const value = key === 'affiliations' ? (entry as Person).affiliations.map(affiliationKeys) : raw[key];
    const absent = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    return absent ? [] : [[key, value as YamlValue]];
  });
  return Object.fromEntries(pairs);
}

function affiliationKeys({ organisation, role, from, to }: Affiliation): {
  readonly [key: string]: YamlValue;
} {
  const all = { organisation, role, from, to };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
