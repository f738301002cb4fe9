import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { touches } from '../../core/text/span.js';
import { escaped } from '../common/markdown.js';
import { toRange } from '../common/ranges.js';
import { LANGUAGE } from '../common/settings.js';
import type { Feature, Services } from '../services.js';
import { lookOf } from './stanceLooks.js';
import {
  actorName,
  basisName,
  issueName,
  plain,
  speakerLine,
  stanceName,
  stanceOf,
} from './statementWords.js';

/** A hover for each statement on the words under the pointer. */
export const registerStatementHover: Feature = (services) =>
  vscode.languages.registerHoverProvider(
    { language: LANGUAGE },
    { provideHover: (document, position) => provideHover(services, document, position) },
  );

function provideHover(
  { workspace }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const corpus = workspace.corpusOf(document);
  const project = corpus && workspace.projectOf(document.uri);
  if (!project) return undefined;
  const offset = document.offsetAt(position);
  const here = corpus.statements.flatMap((statement) => {
    const span = corpus.spanOf(statement);
    return span && touches(span, offset) ? [{ statement, span }] : [];
  });
  const [first] = here;
  if (!first) return undefined;
  return new vscode.Hover(
    here.map(({ statement }) => statementCard(project, statement)),
    toRange(document, first.span),
  );
}

/** All there is to say of a statement. Texts from files are escaped, never taken for markup. */
export function statementCard(project: Project, placed: PlacedStatement): vscode.MarkdownString {
  const { codebook } = project;
  const { statement } = placed.stored;
  const card = new vscode.MarkdownString();
  card.isTrusted = {
    enabledCommands: [
      'standpoint.editStatement',
      'standpoint.openStatementInSidecar',
      'standpoint.confirmStatement',
    ],
  };
  const { sign } = lookOf(stanceOf(codebook, statement.stance));
  card
    .appendMarkdown('**')
    .appendMarkdown(escaped(`${sign} ${stanceName(codebook, statement.stance)}`))
    .appendMarkdown('** · ');
  card.appendMarkdown(escaped(issueName(codebook, statement.issue))).appendMarkdown('  \n');
  card.appendMarkdown(escaped(speakerLine(codebook, statement))).appendMarkdown('  \n');
  card.appendMarkdown(escaped(facts(project, placed).join(' · ')));
  if (statement.note)
    card
      .appendMarkdown('\n\n_')
      .appendMarkdown(escaped(plain(statement.note)))
      .appendMarkdown('_');
  card.appendMarkdown('\n\n').appendMarkdown(links(placed));
  return card;
}

function facts({ codebook }: Project, { stored, coder, place }: PlacedStatement): readonly string[] {
  const { basis, claimedBy } = stored.statement;
  const claim = claimedBy === null ? [] : [vscode.l10n.t('claimed by {0}', actorName(codebook, claimedBy))];
  const outcome = {
    located: () =>
      place.outcome === 'located' && place.changed ? [vscode.l10n.t('text changed since it was coded')] : [],
    suggested: () => [vscode.l10n.t('probably here: confirm or re-attach')],
    lost: () => [vscode.l10n.t('its words were not found')],
  }[place.outcome]();
  return [
    ...(claim.length > 0 ? claim : [basisName(basis)]),
    ...(coder === null ? [] : [plain(coder)]),
    ...outcome,
  ];
}

function links({ key, place }: PlacedStatement): string {
  const argument = encodeURIComponent(JSON.stringify([{ key }]));
  const link = (title: string, command: string): string => `[${title}](command:${command}?${argument})`;
  const unsure = place.outcome === 'suggested' || (place.outcome === 'located' && place.changed);
  return [
    ...(unsure ? [link(vscode.l10n.t('Confirm'), 'standpoint.confirmStatement')] : []),
    link(vscode.l10n.t('Edit'), 'standpoint.editStatement'),
    link(vscode.l10n.t('YAML'), 'standpoint.openStatementInSidecar'),
  ].join(' · ');
}
