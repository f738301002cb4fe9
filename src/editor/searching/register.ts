import * as vscode from 'vscode';
import { filterText } from '../../core/concordance/query.js';
import { Disposables } from '../common/disposables.js';
import { chooseProject, entryOf, pickEntry } from '../registry/entryPick.js';
import type { Feature, Services } from '../services.js';
import { askSearch } from './input.js';
import type { HitNode, ResultNode } from './resultNodes.js';
import { hitsOf, ResultsView } from './resultsView.js';
import { tagHits } from './tagHits.js';

/** Reading across: the search, its view, and tagging from it. */
export const registerSearching: Feature = (services) => {
  const own = new Disposables();
  const results = own.add(new ResultsView(services));
  const command = (name: string, run: (...args: unknown[]) => Promise<unknown>): void => {
    own.add(vscode.commands.registerCommand(`standpoint.${name}`, run));
  };
  command('findInQuotes', async (text) => {
    const wanted = typeof text === 'string' ? text : await askSearch(services, results.text);
    if (wanted !== undefined && wanted.trim() !== '') await results.show(wanted.trim());
  });
  command('showQuotesOf', async (argument) => {
    const id = await organisationId(services, argument);
    if (id !== undefined) await results.show(filterText('organisation', id));
  });
  command('clearSearch', () => results.clear());
  command('tagHit', async (node) => {
    const [hit] = nodesOf(results, node).slice(0, 1);
    if (hit) await tagOne(hit);
  });
  command('tagHits', (node, nodes) => {
    const rows = Array.isArray(nodes) && nodes.length > 0 ? nodes : [node];
    const named = rows.flatMap((row) => nodesOf(results, row));
    return tagHits(services, named.length > 0 ? hitsOf(named) : results.selected);
  });
  return own;
};

/** Opens the words of a hit, selected, and asks as for any other selection. */
async function tagOne({ hit }: HitNode): Promise<void> {
  const { corpus, document, passage } = hit;
  await vscode.commands.executeCommand('standpoint.openPassage', { corpus, document, ...passage });
  await vscode.commands.executeCommand('standpoint.tagQuote');
}

/** The hits of a row as the view has it now: anything may call a command. */
function nodesOf(results: ResultsView, argument: unknown): readonly HitNode[] {
  if (typeof argument !== 'object' || argument === null || !('id' in argument)) return [];
  const all: readonly ResultNode[] = results.documents.flatMap((row) => [row, ...row.hits]);
  return hitsOf(all.filter(({ id }) => id === argument.id));
}

async function organisationId(services: Services, argument: unknown): Promise<string | undefined> {
  const named = entryOf(services, argument, ['organisation']);
  if (named) return named.entry.id;
  const project = await chooseProject(services);
  if (!project) return undefined;
  const entry = await pickEntry(
    project,
    ['organisation'],
    vscode.l10n.t('All quotes of an organisation'),
    vscode.l10n.t('Which organisation?'),
  );
  return entry?.id;
}
