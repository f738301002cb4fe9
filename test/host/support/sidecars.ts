import * as vscode from 'vscode';
import type { StandpointApi } from '../../../src/editor/activate.js';
import type { Services } from '../../../src/editor/services.js';
import type { Statement } from '../../../src/core/sidecar/types.js';
import type { PlacedStatement } from '../../../src/core/model/types.js';
import { uriOf, until } from './workspace.js';

/** What the running extension offers its tests. */
export async function services(): Promise<Services> {
  const extension = vscode.extensions.getExtension<StandpointApi>('standpoint.standpoint');
  if (!extension) throw new Error('The extension is not there.');
  const api = await extension.activate();
  await api.ready;
  return api.services;
}

/** A statement about the ferry corpus of these tests. */
export function statement(id: string, fields: Partial<Statement> = {}): Statement {
  return {
    id,
    document: 'ferry-one',
    at: null,
    quote: 'Higher fares would empty the boats',
    prefix: '“',
    suffix: ',” said Ada Quill',
    speaker: null,
    organisation: 'residents',
    issue: 'harbour-levy',
    stance: 'oppose',
    basis: 'quoted',
    claimedBy: null,
    created: '2025-07-01T09:00:00Z',
    note: null,
    ...fields,
  };
}

export const CORPUS = [
  '=== ferry-one',
  'title: Ferry fares to rise',
  'date: 2025-02-03',
  '',
  'The harbour board met on Monday, and nobody left the hall before midnight.',
  '',
  '“Higher fares would empty the boats,” said Ada Quill, chair of the Islanders Forum.',
  '',
  '=== ferry-two',
  'title: Board replies',
  'date: 2025-03-04',
  '',
  'A spokesman for the harbour board said: “The boats must pay their own way from next spring.”',
  '',
].join('\n');

/** The text of a sidecar that holds the statements, as a person would write it by hand. */
export function sidecarText(statements: readonly Statement[]): string {
  const block = (one: Statement): string =>
    [
      `- id: ${one.id}`,
      `  document: ${one.document}`,
      `  quote: ${JSON.stringify(one.quote)}`,
      `  prefix: ${JSON.stringify(one.prefix)}`,
      `  suffix: ${JSON.stringify(one.suffix)}`,
      `  organisation: ${one.organisation}`,
      `  issue: ${one.issue}`,
      `  stance: ${one.stance}`,
      `  basis: ${one.basis}`,
      '',
    ].join('\n');
  return `standpoint: 1\n\nstatements:\n\n${statements.map(block).join('\n')}`;
}

/** The statements of a corpus file once they are as wanted. */
export async function statementsOf(
  corpus: vscode.Uri,
  wanted: (statements: readonly PlacedStatement[]) => boolean,
): Promise<readonly PlacedStatement[]> {
  const { workspace } = await services();
  return until(`the statements of ${corpus.path}`, () => {
    const found = workspace.projectOf(corpus)?.corpus(corpus.toString())?.statements;
    return found && wanted(found) && found;
  });
}

/** A file's text on disk. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Sets one of the extension's settings for the workspace folder; undefined takes it away. */
export async function configure(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('standpoint', uriOf('.'));
  await settings.update(name, value, vscode.ConfigurationTarget.WorkspaceFolder);
}
