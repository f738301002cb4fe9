import * as vscode from 'vscode';
import { directoryOf } from '../../core/codebook/directory.js';
import type { Codebook, Stance } from '../../core/codebook/types.js';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import type { Basis, Statement } from '../../core/sidecar/types.js';

/** Enough of a quote for one row. */
const ROW = 80;

/** Characters that could reorder or hide what stands round them. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

interface InProject {
  readonly project: Project;
  readonly statement: PlacedStatement;
}

/** A text from a file as one plain line. */
export function plain(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
}

/** The first words of a quote, in quotation marks. */
export function shortWords(quote: string, most = ROW): string {
  const words = plain(quote.slice(0, most * 2));
  return `“${words.length > most ? `${words.slice(0, most).trimEnd()}…` : words}”`;
}

/** "Supports: Councils may outsource …" */
export function stanceLabel({ project, statement }: InProject): string {
  const { stance, issue } = statement.stored.statement;
  return `${stanceName(project.codebook, stance)}: ${issueName(project.codebook, issue)}`;
}

export function stanceOf(codebook: Codebook, id: string | null): Stance | undefined {
  return id === null ? undefined : directoryOf(codebook).stances.get(id);
}

export function stanceName(codebook: Codebook, id: string | null): string {
  return plain(stanceOf(codebook, id)?.label ?? id ?? vscode.l10n.t('No stance'));
}

export function issueName(codebook: Codebook, id: string | null): string {
  if (id === null) return vscode.l10n.t('No issue');
  return plain(directoryOf(codebook).issues.get(id)?.label ?? id);
}

export function organisationName(codebook: Codebook, id: string | null): string {
  if (id === null) return vscode.l10n.t('No organisation');
  return plain(directoryOf(codebook).organisations.get(id)?.name ?? id);
}

export function personName(codebook: Codebook, id: string | null): string {
  if (id === null) return vscode.l10n.t('No person');
  return plain(directoryOf(codebook).people.get(id)?.name ?? id);
}

/** Whoever an id names: a person or an organisation. */
export function actorName(codebook: Codebook, id: string): string {
  const { people, organisations } = directoryOf(codebook);
  return plain((people.get(id) ?? organisations.get(id))?.name ?? id);
}

/** "Alan Wood, ADCS": whoever is known. */
export function speakerLine(codebook: Codebook, { speaker, organisation }: Statement): string {
  const names = [
    ...(speaker === null ? [] : [personName(codebook, speaker)]),
    ...(organisation === null ? [] : [organisationName(codebook, organisation)]),
  ];
  return names.length > 0 ? names.join(', ') : vscode.l10n.t('Speaker not known');
}

export function basisName(basis: Basis | null): string {
  if (basis === null) return vscode.l10n.t('not said');
  return {
    quoted: vscode.l10n.t('quoted'),
    reported: vscode.l10n.t('reported'),
    claimed: vscode.l10n.t('claimed by somebody else'),
  }[basis];
}
