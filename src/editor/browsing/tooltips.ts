import * as vscode from 'vscode';
import { directoryOf } from '../../core/codebook/directory.js';
import type { Position } from '../../core/positions/types.js';
import { statementCard } from '../tagging/statementHover.js';
import { issueName, organisationName, personName, plain } from '../tagging/statementWords.js';
import { shownDate } from './dates.js';
import type { BranchNode, Node } from './nodes.js';
import type { PlacedEvidence } from '../../core/model/evidence.js';
import { branchLabel, positionLine, rollUpLine } from './rows.js';

/** As many positions as a tooltip lists. */
const MOST = 12;

/** What a row says when it is hovered. Texts from files are appended as text. */
export function tooltipOf(node: Node): vscode.MarkdownString {
  if (node.kind === 'statement') {
    const words = new vscode.MarkdownString().appendText(
      `“${plain(node.shown.statement.quote.slice(0, 600))}”`,
    );
    return words
      .appendMarkdown('\n\n')
      .appendMarkdown('---\n\n')
      .appendMarkdown(statementCard(node.project, node.shown.placed).value);
  }
  if (node.kind === 'unplaced') {
    return new vscode.MarkdownString().appendText(
      vscode.l10n.t(
        'The words of these statements were not surely found in the text. Nothing is deleted: confirm the place, or select the words and re-attach.',
      ),
    );
  }
  if (node.kind === 'more') return new vscode.MarkdownString();
  return branchTooltip(node);
}

function branchTooltip(node: BranchNode): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const { codebook } = node.project;
  const { id, dimension } = node.group;
  text.appendMarkdown('**').appendText(branchLabel(node)).appendMarkdown('**');
  const about = dimension === 'issue' ? directoryOf(codebook).issues.get(id ?? '')?.definition : undefined;
  const organisation =
    dimension === 'organisation' ? directoryOf(codebook).organisations.get(id ?? '') : undefined;
  const aside = about ?? [organisation?.type, ...(organisation?.aliases ?? [])].filter(Boolean).join(' · ');
  if (aside) text.appendMarkdown('\n\n').appendText(plain(aside));
  if (node.position) appendPosition(text, node, node.position);
  if (node.rolledUp) {
    text.appendMarkdown('\n\n').appendText(rollUpLine(node.rolledUp));
    for (const part of node.rolledUp.parts.slice(0, MOST)) {
      const name = organisationName(codebook, part.organisation);
      text.appendMarkdown('\n\n').appendText(`${name}: ${positionLine(part)}`);
    }
  }
  for (const position of node.positions.slice(0, MOST)) {
    const name =
      dimension === 'issue'
        ? organisationName(codebook, position.organisation)
        : issueName(codebook, position.issue);
    text.appendMarkdown('\n\n').appendText(`${name}: ${positionLine(position)}`);
  }
  return text;
}

function appendPosition(
  text: vscode.MarkdownString,
  node: BranchNode,
  position: Position<PlacedEvidence>,
): void {
  const { codebook } = node.project;
  const { strength, changes, contradictions } = position;
  const date = (shown: PlacedEvidence): string =>
    shown.date === null ? vscode.l10n.t('no date') : shownDate(shown.date);
  const lines = [
    positionLine(position),
    vscode.l10n.t(
      '{0} of its own, {1} claimed by others, in {2} documents',
      strength.own,
      strength.claimed,
      strength.documents,
    ),
    ...(strength.since && strength.until
      ? [`${shownDate(strength.since)} – ${shownDate(strength.until)}`]
      : []),
    ...(strength.speakers.length > 0
      ? [vscode.l10n.t('Speakers: {0}', strength.speakers.map((id) => personName(codebook, id)).join(', '))]
      : []),
    ...changes.map(({ from, to, after }) =>
      vscode.l10n.t('↻ {0}: from “{1}” to “{2}”', date(after), plain(from.label), plain(to.label)),
    ),
    ...contradictions.map(({ before, after }) =>
      vscode.l10n.t('≠ {0} and {1} contradict each other', date(before), date(after)),
    ),
  ];
  for (const line of lines) text.appendMarkdown('\n\n').appendText(line);
}
