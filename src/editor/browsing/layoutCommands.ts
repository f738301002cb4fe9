import * as vscode from 'vscode';
import type { Dimension, Sort } from '../../core/positions/groups.js';
import { ask } from '../tagging/picks.js';
import { DIMENSIONS, dimensionName, SORTS, sortName } from './layout.js';

/** Asks by what the statements are grouped: a first level, then a second one or none. */
export async function askLevels(now: readonly Dimension[]): Promise<readonly Dimension[] | undefined> {
  const title = vscode.l10n.t('Group statements');
  const choice = (dimension: Dimension) => ({ label: dimensionName(dimension), value: dimension });
  const first = await ask<Dimension>({
    title,
    placeholder: vscode.l10n.t('First by what?'),
    choices: DIMENSIONS.map(choice),
    preferred: (dimension) => dimension === now[0],
  });
  if (!first || !('value' in first)) return undefined;
  const second = await ask<Dimension | 'none'>({
    title,
    placeholder: vscode.l10n.t('By {0}, then by what?', dimensionName(first.value)),
    choices: [
      ...DIMENSIONS.filter((dimension) => dimension !== first.value).map(choice),
      { label: vscode.l10n.t('nothing more'), value: 'none' as const },
    ],
    preferred: (dimension) => dimension === (now[1] ?? 'none'),
  });
  if (!second || !('value' in second)) return undefined;
  return second.value === 'none' ? [first.value] : [first.value, second.value];
}

/** Asks for the order of the branches. */
export async function askSort(now: Sort): Promise<Sort | undefined> {
  const details: Record<Sort, string> = {
    name: vscode.l10n.t('stances in the order of the scale, documents in their own order'),
    count: vscode.l10n.t('those of its parts count for an organisation'),
    latest: vscode.l10n.t('by the date of the latest document'),
    contested: vscode.l10n.t('where the smaller side of an issue, for or against, has most statements'),
  };
  const answer = await ask<Sort>({
    title: vscode.l10n.t('Sort branches'),
    placeholder: vscode.l10n.t('In which order?'),
    choices: SORTS.map((sort) => ({ label: sortName(sort), detail: details[sort], value: sort })),
    preferred: (sort) => sort === now,
  });
  return answer && 'value' in answer ? answer.value : undefined;
}
