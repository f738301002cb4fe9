import * as vscode from 'vscode';
import type { PlacedStatement } from '../../core/model/types.js';
import { matcherOf, coderKey, NO_FILTER, type Facet, type Filter } from './filter.js';
import { issueName, plain, stanceName } from '../tagging/statementWords.js';
import type { Workspace } from '../workspace/workspace.js';

/** A value of a facet: what the filter holds, what it is called, and how many statements have it. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export function facetName(facet: Facet): string {
  return {
    stances: vscode.l10n.t('Stance'),
    issues: vscode.l10n.t('Issue'),
    types: vscode.l10n.t('Type of organisation'),
    coders: vscode.l10n.t('Coder'),
  }[facet];
}

/** What can be chosen of a facet: values of the codebook in its order, and whatever else statements have. */
export function valuesOf({ projects }: Workspace, facet: Facet): readonly FacetValue[] {
  const found = new Map<string, { label: string; count: number }>();
  const note = (value: string, label: string, count: number): void => {
    const known = found.get(value);
    if (known) known.count += count;
    else found.set(value, { label, count });
  };
  for (const { codebook } of projects) {
    if (facet === 'stances') for (const { id, label } of codebook.stances) note(id, plain(label), 0);
    if (facet === 'issues') for (const { id, label } of codebook.issues) note(id, plain(label), 0);
  }
  for (const project of projects) {
    const { codebook } = project;
    const nameOf: Record<Exclude<Facet, 'types'>, (one: PlacedStatement) => readonly [string, string]> = {
      stances: ({ stored: { statement } }) => [
        statement.stance ?? '',
        stanceName(codebook, statement.stance),
      ],
      issues: ({ stored: { statement } }) => [statement.issue ?? '', issueName(codebook, statement.issue)],
      coders: ({ coder }) => [coderKey(coder), coder === null ? vscode.l10n.t('No coder') : plain(coder)],
    };
    if (facet === 'types') {
      const types = new Set(codebook.organisations.map(({ type }) => type ?? ''));
      for (const type of [...types].sort()) {
        const passes = matcherOf({ ...NO_FILTER, types: [type] }, codebook);
        const label = type === '' ? vscode.l10n.t('No type') : plain(type);
        note(type, label, project.statements().filter(passes).length);
      }
    } else {
      for (const one of project.statements()) note(...nameOf[facet](one), 1);
    }
  }
  return [...found].map(([value, { label, count }]) => ({ value, label, count }));
}

/** Asks which values of a facet are shown; undefined when the question was left. */
export function askFacet(workspace: Workspace, facet: Facet, filter: Filter): Promise<Filter | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: string }>();
  pick.title = vscode.l10n.t('Filter by {0}', facetName(facet));
  pick.placeholder = vscode.l10n.t('Tick what to show; nothing ticked shows everything');
  pick.canSelectMany = true;
  pick.items = valuesOf(workspace, facet).map(({ value, label, count }) => ({
    label,
    description: count === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', count),
    value,
  }));
  pick.selectedItems = pick.items.filter(({ value }) => filter[facet].includes(value));
  return new Promise((resolve) => {
    let answer: Filter | undefined;
    pick.onDidAccept(() => {
      answer = { ...filter, [facet]: pick.selectedItems.map(({ value }) => value) };
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(answer);
    });
    pick.show();
  });
}
