import * as vscode from 'vscode';
import type { PlacedEvidence } from '../../core/model/evidence.js';
import type { Dimension } from '../../core/positions/groups.js';
import type { RollUp } from '../../core/positions/rollUp.js';
import type { Position } from '../../core/positions/types.js';
import { iconOf, lookOf } from '../tagging/stanceLooks.js';
import {
  issueName,
  organisationName,
  personName,
  plain,
  shortWords,
  speakerLine,
  stanceName,
  stanceOf,
} from '../tagging/statementWords.js';
import { shownDate } from './dates.js';
import {
  codesOf,
  type BranchNode,
  type Mark,
  type MoreNode,
  type Node,
  type StatementNode,
  type UnplacedNode,
} from './nodes.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** As many characters of a quote as its row shows. */
const LABEL = 48;

/** What a row shows. Tooltips come later, when they are asked for. */
export function rowOf(node: Node, annotates: (node: StatementNode) => boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'unplaced':
      return unplacedRow(node);
    case 'branch':
      return branchRow(node);
    case 'statement':
      return statementRow(node, annotates(node));
    case 'more':
      return moreRow(node);
  }
}

function moreRow(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show more'), None);
  item.id = node.id;
  item.description = vscode.l10n.t('{0} more rows', node.left);
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = {
    command: 'standpoint.showMoreRows',
    title: vscode.l10n.t('Show more'),
    arguments: [{ id: node.id }],
  };
  item.accessibilityInformation = { label: `${vscode.l10n.t('Show more')}, ${item.description}` };
  return item;
}

function unplacedRow(node: UnplacedNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Lost or to confirm'), Expanded);
  const lost = node.statements.filter(({ placed }) => placed.place.outcome === 'lost').length;
  item.id = node.id;
  item.description = vscode.l10n.t('{0} lost, {1} to confirm', lost, node.statements.length - lost);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'unplaced';
  item.accessibilityInformation = { label: `${vscode.l10n.t('Lost or to confirm')}, ${item.description}` };
  return item;
}

function branchRow(node: BranchNode): vscode.TreeItem {
  const { group, position, project } = node;
  const label = branchLabel(node);
  const item = new vscode.TreeItem(label, Collapsed);
  const stance = group.dimension === 'stance' ? stanceOf(project.codebook, group.id) : undefined;
  item.id = node.id;
  item.description = [position ? positionLine(position) : countLine(node), ...partsLine(node)].join(' · ');
  item.contextValue = `branch ${group.dimension}`;
  if (position)
    item.iconPath = position.current ? iconOf(position.current.stance) : new vscode.ThemeIcon('dash');
  else
    item.iconPath =
      group.dimension === 'stance' ? iconOf(stance) : new vscode.ThemeIcon(ICONS[group.dimension]);
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

const ICONS: Record<Exclude<Dimension, 'stance'>, string> = {
  organisation: 'organization',
  issue: 'comment-discussion',
  speaker: 'person',
  document: 'file-text',
  coder: 'account',
};

/** What a branch is called: documents by their titles. */
export function branchLabel({ group }: BranchNode): string {
  const title = group.dimension === 'document' ? group.evidence[0]?.placed.title : null;
  return group.label === null ? blankLabel(group.dimension) : plain(title ?? group.label);
}

function statementRow(node: StatementNode, isOwn: boolean): vscode.TreeItem {
  const { placed, statement } = node.shown;
  const { codebook } = node.project;
  const { place } = placed;
  const words = shortWords(statement.quote);
  // Short enough that the date behind it is seen; the tooltip and the screen reader have more of it.
  const item = new vscode.TreeItem(shortWords(statement.quote, LABEL), None);
  const stance = stanceOf(codebook, statement.stance);
  const whose = isOwn
    ? []
    : [
        placed.coder === null
          ? vscode.l10n.t('without a coder')
          : vscode.l10n.t('by {0}', plain(placed.coder)),
      ];
  const notes = [...whose, ...placeNotes(node.shown), ...node.marks.flatMap(markWord)];
  const date = placed.date === null ? vscode.l10n.t('no date') : shownDate(placed.date);
  const changed = place.outcome === 'located' && place.changed;
  item.id = node.id;
  item.description = [date, ...notes, ...sourceOf(node)].join(' · ');
  item.iconPath =
    place.outcome === 'lost'
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : iconOf(stance);
  item.contextValue = [
    'statement',
    place.outcome,
    ...(changed ? ['changed'] : []),
    ...(isOwn ? ['mine'] : []),
  ].join(' ');
  item.command = {
    command: 'standpoint.openStatement',
    title: vscode.l10n.t('Open'),
    arguments: [{ key: node.key, row: true }],
  };
  item.accessibilityInformation = {
    label: [
      words,
      stanceName(codebook, statement.stance),
      ...(codesOf(node).has('issue') ? [] : [issueName(codebook, statement.issue)]),
      date,
      ...notes,
      speakerLine(codebook, statement),
      plain(placed.title ?? placed.document),
    ].join(', '),
  };
  return item;
}

/** Who says it and in which document, as far as no row above says so. */
function sourceOf(node: StatementNode): readonly string[] {
  const { placed, statement } = node.shown;
  const { codebook } = node.project;
  const said = codesOf(node);
  const { speaker, organisation } = statement;
  const nobody = speaker === null && organisation === null && !said.has('organisation');
  return [
    ...(nobody && !said.has('speaker') ? [vscode.l10n.t('Speaker not known')] : []),
    ...(speaker === null || said.has('speaker') ? [] : [personName(codebook, speaker)]),
    ...(organisation === null || said.get('organisation') === organisation
      ? []
      : [organisationName(codebook, organisation)]),
    ...(said.has('document') ? [] : [plain(placed.title ?? placed.document)]),
  ];
}

/** "Opposes since 3 Mar 2025 · 4 statements · changed" */
export function positionLine(position: Position<PlacedEvidence>): string {
  const { current, changes, contradictions, disagreements } = position;
  const count = position.history.length + position.claimed.length;
  const parts = [
    current ? `${lookOf(current.stance).sign} ${plain(current.stance.label)}` : vscode.l10n.t('no stance'),
    ...(current?.claimedOnly ? [vscode.l10n.t('claimed by others only')] : []),
    statementCount(count),
    ...(changes.length > 0 ? [vscode.l10n.t('↻ changed')] : []),
    ...(contradictions.length > 0 ? [vscode.l10n.t('≠ contradiction')] : []),
    ...(disagreements.length > 0 ? [vscode.l10n.t('coders disagree')] : []),
  ];
  return parts.join(' · ');
}

function countLine({ group, positions }: BranchNode): string {
  const changed = positions.filter((one) => one.changes.length > 0).length;
  const contradicted = positions.filter((one) => one.contradictions.length > 0).length;
  return [
    group.count === 0 && group.total > 0 ? vscode.l10n.t('none of its own') : statementCount(group.count),
    ...(changed > 0 ? [vscode.l10n.t('↻ {0} changed', changed)] : []),
    ...(contradicted > 0 ? [vscode.l10n.t('≠ {0} contradictory', contradicted)] : []),
  ].join(' · ');
}

/** What the parts of an organisation have said, beside its own. */
function partsLine({ group, rolledUp }: BranchNode): readonly string[] {
  if (rolledUp) return [rollUpLine(rolledUp)];
  const inParts = group.total - group.count;
  return inParts === 0 ? [] : [vscode.l10n.t('{0} in its parts', inParts)];
}

/** "its parts: 2 Supports, 1 Opposes, ≠ divided" */
export function rollUpLine({ stances, statements, divided }: RollUp): string {
  const held =
    stances.length === 0
      ? [statementCount(statements)]
      : stances.map(({ stance, parts }) => `${parts} ${plain(stance.label)}`);
  return vscode.l10n.t(
    'its parts: {0}',
    [...held, ...(divided ? [vscode.l10n.t('≠ divided')] : [])].join(', '),
  );
}

function statementCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count);
}

function blankLabel(dimension: BranchNode['group']['dimension']): string {
  const labels = {
    organisation: vscode.l10n.t('No organisation'),
    issue: vscode.l10n.t('No issue'),
    stance: vscode.l10n.t('No stance'),
    speaker: vscode.l10n.t('No speaker'),
    document: vscode.l10n.t('No document'),
    coder: vscode.l10n.t('No coder'),
  };
  return labels[dimension];
}

function placeNotes({ placed: { place } }: PlacedEvidence): readonly string[] {
  if (place.outcome === 'lost') return [vscode.l10n.t('lost')];
  if (place.outcome === 'suggested') return [vscode.l10n.t('probably moved')];
  return place.changed ? [vscode.l10n.t('text changed')] : [];
}

function markWord(mark: Mark): readonly string[] {
  switch (mark) {
    case 'decides':
      return [];
    case 'change':
      return [vscode.l10n.t('↻ position changed')];
    case 'contradiction':
      return [vscode.l10n.t('≠ contradiction')];
    case 'disagreement':
      return [vscode.l10n.t('coders disagree')];
  }
}
