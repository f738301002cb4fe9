import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { evidenceOf, type PlacedEvidence } from '../../core/model/evidence.js';
import { Affiliations } from '../../core/positions/affiliation.js';
import { positionsOf } from '../../core/positions/positions.js';
import { referenceCount } from '../../core/registry/use.js';
import { nameOf } from '../../core/registry/rename.js';
import type { EntryName } from '../../core/registry/types.js';
import type { Affiliation } from '../../core/codebook/types.js';
import { beginning } from '../../core/text/excerpt.js';
import { shownDate } from '../browsing/dates.js';
import { positionLine } from '../browsing/rows.js';
import { escaped } from '../common/markdown.js';
import { toRange } from '../common/ranges.js';
import type { Feature } from '../services.js';
import { issueName, organisationName } from '../tagging/statementWords.js';
import { EVERYWHERE, targetAt } from './target.js';
import { kindWord, statementCount } from './words.js';

/** As much of a definition, and as many positions, as a card has room for. */
const LONGEST_TEXT = 400;
const MOST_POSITIONS = 8;

/** A card over ids in our YAML files and over actors in sources: who or what it is, and the positions so far. */
export const registerRegistryHover: Feature = (services) =>
  vscode.languages.registerHoverProvider(EVERYWHERE, {
    async provideHover(document, position) {
      await services.workspace.loaded(document.uri);
      const target = targetAt(services, document, position);
      if (!target) return undefined;
      return new vscode.Hover(card(target.project, target.found), toRange(document, target.found.span));
    },
  });

/** All there is to say of an entry. Texts from files are escaped: they are never markup. */
export function card(project: Project, entry: EntryName): vscode.MarkdownString {
  const name = nameOf(project.codebook, entry);
  const text = new vscode.MarkdownString();
  const kind = kindWord(entry.kind);
  if (name === null) {
    return text.appendMarkdown(escaped(vscode.l10n.t('{0}: “{1}” is not in the codebook.', kind, entry.id)));
  }
  text.appendMarkdown(`**${escaped(name)}** · ${escaped([kind, ...traits(project, entry)].join(' · '))}`);
  for (const line of details(project, entry)) text.appendMarkdown(`\n\n${escaped(line)}`);
  for (const line of positionLines(project, entry)) text.appendMarkdown(`\n\n${escaped(line)}`);
  const count = referenceCount(project, entry);
  return text.appendMarkdown(
    `\n\n${escaped(count === 0 ? vscode.l10n.t('no statements yet') : statementCount(count))}`,
  );
}

function traits({ codebook }: Project, { kind, id }: EntryName): readonly string[] {
  if (kind === 'stance') {
    const value = codebook.stances.find((one) => one.id === id)?.value ?? null;
    return [value === null ? vscode.l10n.t('no value') : vscode.l10n.t('value {0}', value)];
  }
  const organisation = kind === 'organisation' ? codebook.organisations.find((one) => one.id === id) : null;
  const parent = organisation?.parent ?? null;
  return [
    ...(organisation?.type ? [organisation.type] : []),
    ...(parent === null ? [] : [vscode.l10n.t('part of {0}', organisationName(codebook, parent))]),
  ];
}

function details({ codebook }: Project, { kind, id }: EntryName): readonly string[] {
  if (kind === 'issue') {
    const definition = codebook.issues.find((one) => one.id === id)?.definition;
    return definition ? [beginning(definition, LONGEST_TEXT)] : [];
  }
  if (kind === 'stance') return [];
  const actors = kind === 'organisation' ? codebook.organisations : codebook.people;
  const actor = actors.find((one) => one.id === id);
  if (!actor) return [];
  const aliases = actor.aliases.length > 0 ? [vscode.l10n.t('Also {0}', actor.aliases.join(', '))] : [];
  const affiliations = 'affiliations' in actor ? actor.affiliations : [];
  return [
    ...aliases,
    ...affiliations.map((one) => affiliationLine(organisationName(codebook, one.organisation), one)),
  ];
}

function affiliationLine(organisation: string, { role, from, to }: Affiliation): string {
  const period =
    from !== null && to !== null
      ? vscode.l10n.t('{0} to {1}', shownDate(from), shownDate(to))
      : from !== null
        ? vscode.l10n.t('since {0}', shownDate(from))
        : to !== null
          ? vscode.l10n.t('until {0}', shownDate(to))
          : '';
  return [organisation, role ?? '', period].filter((part) => part !== '').join(', ');
}

/** The positions of an organisation, or those on an issue; none for people and stances. */
function positionLines(project: Project, { kind, id }: EntryName): readonly string[] {
  if (kind !== 'organisation' && kind !== 'issue') return [];
  const { codebook } = project;
  const affiliations = new Affiliations(codebook);
  const concerns = (one: PlacedEvidence): boolean =>
    kind === 'issue' ? one.statement.issue === id : affiliations.organisationOf(one) === id;
  const evidence = project.statements().map(evidenceOf).filter(concerns);
  const positions = positionsOf(evidence, codebook);
  const lines = positions.slice(0, MOST_POSITIONS).map((position) => {
    const other =
      kind === 'issue'
        ? organisationName(codebook, position.organisation)
        : issueName(codebook, position.issue);
    return `${other}: ${positionLine(position)}`;
  });
  const left = positions.length - lines.length;
  return left > 0 ? [...lines, vscode.l10n.t('and {0} more', left)] : lines;
}
