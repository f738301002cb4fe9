import * as l10n from '@vscode/l10n';
import type { Codebook } from '../codebook/types.js';
import { evidenceOf, type PlacedEvidence } from '../model/evidence.js';
import type { Project } from '../model/project.js';
import { Affiliations } from '../positions/affiliation.js';
import { compare } from '../positions/order.js';
import { positionsOf } from '../positions/positions.js';
import type { Position } from '../positions/types.js';
import { Names, shown } from './names.js';
import { quoteLines } from './quotes.js';
import {
  changeLine,
  contradictionLine,
  currentSentence,
  dateWord,
  disagreementLine,
  idOf,
  strengthSentence,
} from './words.js';

/** What a sheet is about: one of the two, by its codebook id. */
export type Subject = { readonly organisation: string } | { readonly issue: string };

/**
 * What an organisation holds on each issue, or what each organisation holds on an issue, as Markdown to write up from:
 * positions, their history, and the quotes with their sources. No text of a file can be markup, a link or a command in it.
 */
export function positionSheet(project: Project, subject: Subject): string {
  const { codebook } = project;
  const names = new Names(codebook);
  const evidence = evidenceFor(project, subject);
  const positions = byTitle(positionsOf(evidence, codebook), subject, names);
  const counted = positions.reduce((sum, { history, claimed }) => sum + history.length + claimed.length, 0);
  const lines = [
    ...headLines(codebook, subject, names),
    ...(positions.length === 0
      ? [l10n.t('There are no statements yet.'), '']
      : overview(positions, subject, names)),
    ...leftOut(evidence.length - counted, subject),
    ...positions.flatMap((position) => sectionLines(project, position, subject, names)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Whether there is anything to say: an entry of the codebook, or statements about it. */
export function hasSheet(project: Project, subject: Subject): boolean {
  const { organisations, issues } = project.codebook;
  const isKnown =
    'organisation' in subject
      ? organisations.some(({ id }) => id === subject.organisation)
      : issues.some(({ id }) => id === subject.issue);
  return isKnown || evidenceFor(project, subject).length > 0;
}

function evidenceFor(project: Project, subject: Subject): readonly PlacedEvidence[] {
  const affiliations = new Affiliations(project.codebook);
  return project
    .statements()
    .map(evidenceOf)
    .filter((one) =>
      'issue' in subject
        ? one.statement.issue === subject.issue
        : affiliations.organisationOf(one) === subject.organisation,
    );
}

/** Title, and what the codebook says of the subject. */
function headLines({ issues, organisations }: Codebook, subject: Subject, names: Names): readonly string[] {
  if ('issue' in subject) {
    const definition = issues.find(({ id }) => id === subject.issue)?.definition ?? null;
    return [`# ${names.issue(subject.issue)}`, '', ...(definition === null ? [] : [shown(definition), ''])];
  }
  const entry = organisations.find(({ id }) => id === subject.organisation);
  const { type = null, aliases = [], parent = null } = entry ?? {};
  const facts = [
    ...(type === null ? [] : [shown(type)]),
    ...(aliases.length === 0 ? [] : [l10n.t('also called {0}', aliases.map(shown).join(', '))]),
    ...(parent === null ? [] : [l10n.t('part of {0}', names.organisation(parent))]),
  ];
  return [
    `# ${names.organisation(subject.organisation)}`,
    '',
    ...(facts.length === 0 ? [] : [facts.join('; '), '']),
  ];
}

/** One line a position. */
function overview(positions: readonly Position[], subject: Subject, names: Names): readonly string[] {
  const lines = positions.map(
    (position) => `- ${titleOf(position, subject, names)}: ${stanceOf(position, names)}`,
  );
  return [...lines, ''];
}

function stanceOf({ current }: Position, names: Names): string {
  if (current === null) return l10n.t('no stance');
  const stance = names.stance(current.evidence) ?? '';
  return current.claimedOnly ? l10n.t('{0} (claimed by others only)', stance) : stance;
}

function leftOut(count: number, subject: Subject): readonly string[] {
  if (count === 0) return [];
  return [
    'issue' in subject
      ? l10n.t('Statements that name no organisation, and are left out: {0}.', count)
      : l10n.t('Statements that name no issue, and are left out: {0}.', count),
    '',
  ];
}

function titleOf(position: Position, subject: Subject, names: Names): string {
  return 'issue' in subject ? names.organisation(position.organisation) : names.issue(position.issue);
}

/** In the order of the titles, without regard to case: the same on every machine. */
function byTitle<P extends Position>(positions: readonly P[], subject: Subject, names: Names): readonly P[] {
  const key = (position: P): string => titleOf(position, subject, names).toLowerCase();
  return [...positions].sort((a, b) => compare(key(a), key(b)));
}

function sectionLines(
  project: Project,
  position: Position<PlacedEvidence>,
  subject: Subject,
  names: Names,
): readonly string[] {
  const { issues } = project.codebook;
  const definition =
    'issue' in subject ? null : (issues.find(({ id }) => id === position.issue)?.definition ?? null);
  const { history, claimed, changes, contradictions, disagreements, strength } = position;
  const turns = [
    ...changes.map((one) => changeLine(one, names)),
    ...contradictions.map((one) => contradictionLine(one, names)),
    ...disagreements.map((one) => disagreementLine(one, names)),
  ];
  return [
    `## ${titleOf(position, subject, names)}`,
    '',
    ...(definition === null ? [] : [shown(definition), '']),
    currentSentence(position, names),
    '',
    strengthSentence(strength, names),
    '',
    ...(history.length === 0
      ? []
      : part(l10n.t('History'), [...history.map((one) => `- ${historyLine(one, names)}`), ''])),
    ...(turns.length === 0
      ? []
      : part(l10n.t('Changes and contradictions'), [...turns.map((line) => `- ${line}`), ''])),
    ...(history.length === 0 ? [] : part(l10n.t('Quotes'), quoteLines(project, history, names))),
    ...(claimed.length === 0 ? [] : part(l10n.t('Claimed by others'), quoteLines(project, claimed, names))),
  ];
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return [`### ${title}`, '', ...lines];
}

/** "2024-03-05: Opposes, Gavin Tully, s7k3m9q2xw" */
function historyLine(one: PlacedEvidence, names: Names): string {
  const { speaker } = one.statement;
  const who = speaker === null ? [] : [names.actor(speaker)];
  return `${dateWord(one)}: ${[names.stance(one) ?? l10n.t('no stance'), ...who, idOf(one)].join(', ')}`;
}
