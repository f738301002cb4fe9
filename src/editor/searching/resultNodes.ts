import * as vscode from 'vscode';
import { shownDate } from '../browsing/dates.js';
import { escaped } from '../common/markdown.js';
import { iconOf } from '../tagging/stanceLooks.js';
import { plain, shortWords, stanceLabel, stanceOf } from '../tagging/statementWords.js';
import type { FoundHit } from './search.js';

/** A row of the search view. */
export type ResultNode = DocumentNode | HitNode;

export interface DocumentNode {
  readonly kind: 'document';
  readonly id: string;
  readonly hits: readonly HitNode[];
}

export interface HitNode extends FoundHit {
  readonly kind: 'hit';
  readonly id: string;
}

/** Hits under their documents, both in the order in which they were found. */
export function documentsOf(hits: readonly FoundHit[]): readonly DocumentNode[] {
  const groups = new Map<string, HitNode[]>();
  for (const found of hits) {
    const id = `${found.hit.corpus}#${found.hit.document}`;
    const node: HitNode = { ...found, kind: 'hit', id: `${id}@${found.hit.span.start}` };
    const group = groups.get(id);
    if (group) group.push(node);
    else groups.set(id, [node]);
  }
  return [...groups].map(([id, group]) => ({ kind: 'document', id, hits: group }));
}

export function itemOf(node: ResultNode): vscode.TreeItem {
  return node.kind === 'document' ? documentItem(node) : hitItem(node);
}

function documentItem({ id, hits }: DocumentNode): vscode.TreeItem {
  const hit = hits[0]?.hit;
  const day = hit?.date ?? null;
  const label = plain(hit?.title ?? hit?.document ?? '');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  const date = day === null ? vscode.l10n.t('no date') : shownDate(day);
  item.id = id;
  item.description = `${date} · ${hits.length.toLocaleString()}`;
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = 'searchDocument';
  item.accessibilityInformation = {
    label: [
      label,
      date,
      hits.length === 1 ? vscode.l10n.t('1 hit') : vscode.l10n.t('{0} hits', hits.length),
    ].join(', '),
  };
  return item;
}

function hitItem({ id, project, hit }: HitNode): vscode.TreeItem {
  const { line, statements } = hit;
  const label = line.before + line.keyword + line.after;
  const item = new vscode.TreeItem({
    label,
    highlights: line.marks.map(({ start, end }): [number, number] => [start, end]),
  });
  const [first] = statements;
  item.id = id;
  item.description = [whoOf(hit), ...statements.map((statement) => stanceLabel({ project, statement }))].join(
    ' · ',
  );
  item.iconPath = first
    ? iconOf(stanceOf(project.codebook, first.stored.statement.stance))
    : new vscode.ThemeIcon(hit.quote ? 'quote' : 'note');
  item.contextValue = first ? 'hit tagged' : 'hit untagged';
  item.command = {
    command: 'standpoint.openPassage',
    title: vscode.l10n.t('Open'),
    arguments: [{ corpus: hit.corpus, document: hit.document, ...hit.span }],
  };
  const state = first ? vscode.l10n.t('tagged') : vscode.l10n.t('untagged');
  item.accessibilityInformation = { label: [label, item.description, state].join(', ') };
  return item;
}

/** Who says the words, as far as the text tells. */
export function whoOf({ speaker, organisation, quote }: FoundHit['hit']): string {
  const names = [speaker, organisation].flatMap((actor) => (actor ? [plain(actor.name)] : []));
  if (names.length > 0) return [...new Set(names)].join(', ');
  return quote ? vscode.l10n.t('speaker not known') : vscode.l10n.t('not a quote');
}

/** The whole passage with what is made of it. Texts from files are escaped. */
export function tooltipOf(node: ResultNode): vscode.MarkdownString | undefined {
  if (node.kind === 'document') return undefined;
  const { hit, words, project } = node;
  const lines = [
    words.slice(0, 1200),
    `${whoOf(hit)} · ${plain(hit.title ?? hit.document)}`,
    ...hit.statements.map((statement) => {
      const { quote } = statement.stored.statement;
      return `${stanceLabel({ project, statement })}: ${shortWords(quote)}`;
    }),
  ];
  return new vscode.MarkdownString(lines.map((line) => escaped(plain(line))).join('\n\n'));
}
