import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/types.js';
import { Disposables } from '../common/disposables.js';
import type { Workspace } from '../workspace/workspace.js';
import { askFacet, facetName } from './facets.js';
import { filterText, NO_FILTER, parseFilter, PARTIAL_DATE, type Facet, type Filter } from './filter.js';
import { filterChips, periodName } from './layout.js';

type Step = 'words' | 'dates' | 'clear' | Facet;

interface StepItem extends vscode.QuickPickItem {
  readonly step: Step;
}

const FACETS: readonly Facet[] = ['stances', 'issues', 'types', 'coders'];

/** What the filter's questions need: the filter as it is kept, and ways to try one out and to keep it. */
export interface FilterDesk {
  readonly workspace: Workspace;
  readonly codebook: Codebook;
  readonly now: () => Filter;
  readonly preview: (filter: Filter) => void;
  readonly keep: (filter: Filter) => Promise<void>;
}

/**
 * Asks what to show: words, which filter while they are typed and are kept by Enter; and, one step further,
 * dates and lists to tick. Each step keeps what was chosen and comes back here; Escape leaves.
 */
export async function askFilter(desk: FilterDesk): Promise<void> {
  for (;;) {
    const step = await askStep(desk);
    if (step === undefined || step === 'words') return;
    if (step === 'clear') return desk.keep(NO_FILTER);
    const next =
      step === 'dates' ? await askDates(desk.now()) : await askFacet(desk.workspace, step, desk.now());
    if (next) await desk.keep(next);
  }
}

/** The first question; words are dealt with here. */
function askStep(desk: FilterDesk): Promise<Step | undefined> {
  const own = new Disposables();
  const before = desk.now();
  const pick = own.add(vscode.window.createQuickPick<StepItem>());
  pick.title = vscode.l10n.t('Filter statements');
  pick.placeholder = vscode.l10n.t(
    'Words of the quote, speaker, organisation, issue, stance, document, date or note',
  );
  // Rows stand whatever is typed: it is words to look for in statements, not in these rows.
  pick.value = before.words.join(' ');
  pick.items = stepsOf(before, pick.value, desk.codebook);
  const typed = (): Filter => merged(before, parseFilter(pick.value));
  return new Promise((resolve) => {
    let answer: Step | undefined;
    own.add(
      pick.onDidChangeValue((text) => {
        pick.items = stepsOf(before, text, desk.codebook);
        desk.preview(typed());
      }),
    );
    own.add(
      pick.onDidAccept(() => {
        answer = pick.selectedItems[0]?.step ?? 'words';
        pick.hide();
      }),
    );
    own.add(
      pick.onDidHide(() => {
        const kept = answer === undefined ? before : typed();
        own.dispose();
        void desk.keep(kept).then(() => resolve(answer));
      }),
    );
    pick.show();
  });
}

/** The words typed, with the dates and lists of before and those that were typed as `stance:oppose`. */
function merged(before: Filter, typed: Filter): Filter {
  const list = (facet: Facet): readonly string[] => [...new Set([...before[facet], ...typed[facet]])];
  return {
    words: typed.words,
    coders: list('coders'),
    stances: list('stances'),
    issues: list('issues'),
    types: list('types'),
    from: typed.from ?? before.from,
    to: typed.to ?? before.to,
  };
}

function stepsOf(filter: Filter, text: string, codebook: Codebook): readonly StepItem[] {
  const words = text.trim();
  const item = (step: Step, label: string, description: string): StepItem => ({
    label,
    description,
    step,
    alwaysShow: true,
  });
  const chosen = (facet: Facet): string =>
    filterChips({ ...NO_FILTER, [facet]: filter[facet] }, codebook).join('') || vscode.l10n.t('all');
  return [
    item(
      'words',
      vscode.l10n.t('$(search) Words'),
      words === '' ? vscode.l10n.t('type to filter, Enter to keep') : `“${words}”`,
    ),
    item('dates', vscode.l10n.t('$(calendar) Dates'), periodName(filter.from, filter.to)),
    ...FACETS.map((facet) => item(facet, `$(list-selection) ${facetName(facet)}`, chosen(facet))),
    ...(filterText(filter) === '' ? [] : [item('clear', vscode.l10n.t('$(clear-all) Show everything'), '')]),
  ];
}

async function askDates(filter: Filter): Promise<Filter | undefined> {
  const { from, to } = filter;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Filter by date'),
    prompt: vscode.l10n.t(
      'First and last date of the documents, with two dots between: 2025-03..2025-06-30, 2025.. or ..2024. Empty for any date.',
    ),
    value: from === null && to === null ? '' : `${from ?? ''}..${to ?? ''}`,
    validateInput: (typed) =>
      periodOf(typed) ? undefined : vscode.l10n.t('Write dates as 2025, 2025-03 or 2025-03-31.'),
  });
  const period = text === undefined ? null : periodOf(text);
  return period ? { ...filter, ...period } : undefined;
}

/** The ends of a period as typed; one date alone is both. Null where it is none. */
export function periodOf(text: string): Pick<Filter, 'from' | 'to'> | null {
  const [first = '', second, ...more] = text.split('..');
  if (more.length > 0) return null;
  const ends = [first, second ?? first].map((end) => end.trim());
  if (!ends.every((end) => end === '' || PARTIAL_DATE.test(end))) return null;
  const [from = '', to = ''] = ends;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}
