import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/types.js';
import {
  BY_ISSUE,
  BY_ORGANISATION,
  BY_STANCE,
  type Dimension,
  type Sort,
} from '../../core/positions/groups.js';
import { issueName, plain, stanceName } from '../tagging/statementWords.js';
import { shownDate } from './dates.js';
import type { Filter } from './filter.js';
import type { Arrangement } from './outlook.js';

export const DIMENSIONS: readonly Dimension[] = [
  'organisation',
  'issue',
  'stance',
  'speaker',
  'document',
  'coder',
];

export const SORTS: readonly Sort[] = ['name', 'count', 'latest', 'contested'];

/** The groupings of the quick commands. */
export const QUICK = { organisation: BY_ORGANISATION, issue: BY_ISSUE, stance: BY_STANCE } as const;

/** A chip longer than this says little more. */
const CHIP = 28;

/** Levels as they were kept for the workspace; those of a quick command where it kept a name, the plain ones for anything else. */
export function levelsFrom(stored: unknown): readonly Dimension[] {
  if (stored === 'issue' || stored === 'stance') return QUICK[stored];
  if (!Array.isArray(stored)) return BY_ORGANISATION;
  const levels = DIMENSIONS.filter((one) => stored.includes(one));
  levels.sort((a, b) => stored.indexOf(a) - stored.indexOf(b));
  return levels.length > 0 ? levels.slice(0, 2) : BY_ORGANISATION;
}

export function sortFrom(stored: unknown): Sort {
  return SORTS.find((sort) => sort === stored) ?? 'name';
}

export function dimensionName(dimension: Dimension): string {
  return {
    organisation: vscode.l10n.t('organisation'),
    issue: vscode.l10n.t('issue'),
    stance: vscode.l10n.t('stance'),
    speaker: vscode.l10n.t('speaker'),
    document: vscode.l10n.t('document'),
    coder: vscode.l10n.t('coder'),
  }[dimension];
}

export function sortName(sort: Sort): string {
  return {
    name: vscode.l10n.t('by name'),
    count: vscode.l10n.t('most statements first'),
    latest: vscode.l10n.t('latest first'),
    contested: vscode.l10n.t('most contested first'),
  }[sort];
}

/** What a view says beside its title of how it is laid out; nothing where it is as at first. */
export function chipsOf({ dimensions, sort, filter }: Arrangement, codebook: Codebook): readonly string[] {
  const isPlain = dimensions.join() === BY_ORGANISATION.join();
  return [
    ...(isPlain ? [] : [vscode.l10n.t('by {0}', dimensions.map(dimensionName).join(', '))]),
    ...(sort === 'name' ? [] : [sortName(sort)]),
    ...filterChips(filter, codebook),
  ];
}

/** What a filter shows, in short. */
export function filterChips(filter: Filter, codebook: Codebook): readonly string[] {
  const { words, from, to } = filter;
  const none = (id: string): string | null => (id === '' ? null : id);
  return [
    ...(words.length === 0 ? [] : [`“${words.join(' ')}”`]),
    ...(from === null && to === null ? [] : [periodName(from, to)]),
    ...listChip(filter.stances.map((id) => stanceName(codebook, none(id)))),
    ...listChip(filter.issues.map((id) => issueName(codebook, none(id)))),
    ...listChip(filter.types.map((type) => (type === '' ? vscode.l10n.t('no type') : plain(type)))),
    ...listChip(filter.coders.map((coder) => (coder === '' ? vscode.l10n.t('no coder') : plain(coder)))),
  ];
}

/** "since 2025-03", "until 2025", "3 Mar 2025 – 2026" */
export function periodName(from: string | null, to: string | null): string {
  const shown = (date: string): string => (date.length === 10 ? shownDate(date) : date);
  if (from !== null && to !== null) return `${shown(from)} – ${shown(to)}`;
  if (from !== null) return vscode.l10n.t('since {0}', shown(from));
  return to === null ? vscode.l10n.t('any date') : vscode.l10n.t('until {0}', shown(to));
}

/** One of a list, or the first and how many others. */
function listChip(names: readonly string[]): readonly string[] {
  const [first, ...others] = names;
  if (first === undefined) return [];
  const name = first.length > CHIP ? `${first.slice(0, CHIP).trimEnd()}…` : first;
  return [others.length === 0 ? name : `${name} +${others.length}`];
}
