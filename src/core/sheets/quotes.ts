import * as l10n from '@vscode/l10n';
import type { PlacedEvidence } from '../model/evidence.js';
import type { Project } from '../model/project.js';
import { shown, type Names } from './names.js';
import { dateWord, idOf } from './words.js';

/**
 * Statements as block quotes, each followed by who said it, where, and what the coders made of it. The same words of
 * several coders are one quote.
 */
export function quoteLines(
  project: Project,
  evidence: readonly PlacedEvidence[],
  names: Names,
): readonly string[] {
  const groups = new Map<string, PlacedEvidence[]>();
  for (const one of evidence) {
    const { document, quote, basis } = one.statement;
    const key = JSON.stringify([one.corpus, document, quote, one.start, basis === 'claimed']);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group) => quoteOf(project, group, names));
}

function quoteOf(project: Project, readings: readonly PlacedEvidence[], names: Names): readonly string[] {
  const [first] = readings;
  if (!first) return [];
  const words = first.statement.quote
    .split(/\n\s*\n/)
    .map(shown)
    .filter((paragraph) => paragraph !== '');
  const notes = readings.flatMap(({ statement }) => (statement.note === null ? [] : [shown(statement.note)]));
  const paragraphs = [
    ...words,
    [`— ${speakerOf(first, names)}.`, ...sourceOf(project, first)].join(' '),
    readings.map((reading) => readingOf(reading, names)).join('; '),
    ...[...new Set(notes)].map((note) => l10n.t('Note: {0}', note)),
  ];
  return [...paragraphs.flatMap((paragraph) => ['>', `> ${paragraph}`]).slice(1), ''];
}

function speakerOf({ statement }: PlacedEvidence, names: Names): string {
  const { speaker, organisation, basis, claimedBy } = statement;
  const who = [
    ...(speaker === null ? [] : [names.actor(speaker)]),
    ...(organisation === null || organisation === speaker ? [] : [names.organisation(organisation)]),
  ].join(', ');
  const name = who === '' ? l10n.t('speaker not known') : who;
  if (basis === 'reported') return l10n.t('{0}, as reported', name);
  if (basis !== 'claimed') return name;
  return claimedBy === null
    ? l10n.t('{0}, as somebody else says', name)
    : l10n.t('{0}, as {1} says', name, names.actor(claimedBy));
}

/** Title, source, date and address: the address as text, for whoever reads it to copy. */
function sourceOf(project: Project, one: PlacedEvidence): readonly string[] {
  const { document: id } = one.statement;
  const document = project.corpus(one.corpus)?.document(one.placed.document)?.document;
  const { title = null, source = null, url = null } = document ?? {};
  const parts = [
    `“${shown(title ?? id)}”`,
    ...(source === null ? [] : [`*${shown(source)}*`]),
    dateWord(one),
    ...(url === null ? [] : [shown(url)]),
  ];
  return [`${parts.join(', ')}.`];
}

/** "Opposes, s7k3m9q2xw (coder-a)" */
function readingOf(one: PlacedEvidence, names: Names): string {
  const coder = one.coder === null ? '' : ` (${shown(one.coder)})`;
  const { place } = one.placed;
  const state =
    place.outcome === 'lost'
      ? [l10n.t('no longer found in the text')]
      : place.outcome === 'suggested'
        ? [l10n.t('place to be confirmed')]
        : place.changed
          ? [l10n.t('text changed since')]
          : [];
  return [names.stance(one) ?? l10n.t('no stance'), `${idOf(one)}${coder}`, ...state].join(', ');
}
