import * as vscode from 'vscode';
import type { Position } from '../../core/positions/types.js';
import { iconOf, lookOf } from '../tagging/stanceLooks.js';
import { plain, shortWords, speakerLine, stanceName, stanceOf } from '../tagging/statementWords.js';
import { shownDate } from './dates.js';
import type { BranchNode, Mark, Node, StatementNode, UnplacedNode } from './nodes.js';
import type { PlacedEvidence } from '../../core/model/evidence.js';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** What a row shows. Tooltips come later, when they are asked for. */
export function rowOf(node: Node, annotates: (node: StatementNode) => boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'unplaced':
      return unplacedRow(node);
    case 'branch':
      return branchRow(node);
    case 'statement':
      return statementRow(node, annotates(node));
  }
}

function unplacedRow(node: UnplacedNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Lost or to confirm'), Expanded);
  const lost = node.statements.filter(({ placed }) => placed.place.outcome === 'lost').length;
  item.id = node.id;
  item.description = vscode.l10n.t('{0} lost, {1} to confirm', lost, node.statements.length - lost);
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'unplaced';
  return item;
}

function branchRow(node: BranchNode): vscode.TreeItem {
  const { group, position, project } = node;
  const label = group.label === null ? blankLabel(group.dimension) : plain(group.label);
  const item = new vscode.TreeItem(label, Collapsed);
  const stance = group.dimension === 'stance' ? stanceOf(project.codebook, group.id) : undefined;
  item.id = node.id;
  item.description = position ? positionLine(position) : countLine(node);
  item.contextValue = `branch ${group.dimension}`;
  if (position)
    item.iconPath = position.current ? iconOf(position.current.stance) : new vscode.ThemeIcon('dash');
  else if (group.dimension === 'stance') item.iconPath = iconOf(stance);
  else
    item.iconPath = new vscode.ThemeIcon(group.dimension === 'issue' ? 'comment-discussion' : 'organization');
  item.accessibilityInformation = { label: `${label}, ${item.description}` };
  return item;
}

function statementRow(node: StatementNode, isOwn: boolean): vscode.TreeItem {
  const { placed, statement } = node.shown;
  const { codebook } = node.project;
  const { place } = placed;
  const words = shortWords(statement.quote);
  const item = new vscode.TreeItem(words, None);
  const stance = stanceOf(codebook, statement.stance);
  const whose = isOwn
    ? []
    : [
        placed.coder === null
          ? vscode.l10n.t('without a coder')
          : vscode.l10n.t('by {0}', plain(placed.coder)),
      ];
  const notes = [...whose, ...placeNotes(node.shown), ...node.marks.flatMap(markWord)];
  const source = [
    speakerLine(codebook, statement),
    placed.date === null ? vscode.l10n.t('no date') : shownDate(placed.date),
    plain(placed.title ?? placed.document),
  ];
  const changed = place.outcome === 'located' && place.changed;
  item.id = node.id;
  item.description = [...notes, ...source].join(' · ');
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
    arguments: [{ key: node.key }],
  };
  item.accessibilityInformation = {
    label: [words, stanceName(codebook, statement.stance), ...notes, ...source].join(', '),
  };
  return item;
}

/** "Opposes since 3 Mar 2025 · 4 statements · changed" */
export function positionLine(position: Position<PlacedEvidence>): string {
  const { current, changes, contradictions, disagreements } = position;
  const count = position.history.length + position.claimed.length;
  const parts = [
    current ? `${lookOf(current.stance).sign} ${plain(current.stance.label)}` : vscode.l10n.t('no stance'),
    ...(current?.claimedOnly ? [vscode.l10n.t('claimed by others only')] : []),
    count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count),
    ...(changes.length > 0 ? [vscode.l10n.t('↻ changed')] : []),
    ...(contradictions.length > 0 ? [vscode.l10n.t('≠ contradiction')] : []),
    ...(disagreements.length > 0 ? [vscode.l10n.t('coders disagree')] : []),
  ];
  return parts.join(' · ');
}

function countLine({ group, positions }: BranchNode): string {
  const count = group.evidence.length;
  const changed = positions.filter((one) => one.changes.length > 0).length;
  const contradicted = positions.filter((one) => one.contradictions.length > 0).length;
  return [
    count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count),
    ...(changed > 0 ? [vscode.l10n.t('↻ {0} changed', changed)] : []),
    ...(contradicted > 0 ? [vscode.l10n.t('≠ {0} contradictory', contradicted)] : []),
  ].join(' · ');
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
