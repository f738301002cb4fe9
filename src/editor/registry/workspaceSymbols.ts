import * as vscode from 'vscode';
import { placeKey, type Section } from '../../core/codebook/sections.js';
import type { Project } from '../../core/model/project.js';
import { LineIndex } from '../../core/text/lines.js';
import type { Feature } from '../services.js';
import { rangeIn } from './locations.js';
import { codebookUri } from './target.js';
import { kindWord } from './words.js';

/** The editor shows no more. */
const MOST = 500;

/** Organisations, people and issues under Go to Symbol in Workspace. */
export const registerWorkspaceSymbols: Feature = ({ workspace }) =>
  vscode.languages.registerWorkspaceSymbolProvider({
    provideWorkspaceSymbols: (query) =>
      workspace.projects.flatMap((project) => symbolsOf(project, query.toLowerCase())).slice(0, MOST),
  });

function symbolsOf(project: Project, query: string): vscode.SymbolInformation[] {
  const { organisations, people, issues } = project.codebook;
  const lines = new LineIndex(project.codebookText ?? '');
  const uri = codebookUri(project);
  const symbol = (
    section: Section,
    kind: vscode.SymbolKind,
    container: string,
    entry: { readonly id: string; readonly name: string; readonly others: readonly string[] },
  ): readonly vscode.SymbolInformation[] => {
    const span = project.codebookFile.places.get(placeKey(section, entry.id));
    const names = [entry.name, entry.id, ...entry.others];
    if (!span || !names.some((name) => isSubsequence(query, name.toLowerCase()))) return [];
    const location = new vscode.Location(uri, rangeIn(lines, span));
    // The editor looks for what was typed in the name alone.
    const shown = isSubsequence(query, entry.name.toLowerCase())
      ? entry.name
      : `${entry.name} (${names.find((name) => isSubsequence(query, name.toLowerCase())) ?? entry.id})`;
    return [new vscode.SymbolInformation(shown, kind, container, location)];
  };
  const { Class, Object: Person, Event } = vscode.SymbolKind;
  return [
    ...organisations.flatMap(({ id, name, aliases }) =>
      symbol('organisations', Class, kindWord('organisation'), { id, name, others: aliases }),
    ),
    ...people.flatMap(({ id, name, aliases }) =>
      symbol('people', Person, kindWord('person'), { id, name, others: aliases }),
    ),
    ...issues.flatMap(({ id, label }) =>
      symbol('issues', Event, kindWord('issue'), { id, name: label, others: [] }),
    ),
  ];
}

/** Whether the letters of a query stand in a name in their order, as the editor itself looks for them. */
function isSubsequence(query: string, name: string): boolean {
  let at = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
