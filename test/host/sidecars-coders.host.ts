import { assert } from 'chai';
import * as vscode from 'vscode';
import { matcherOf, parseFilter } from '../../src/editor/browsing/filter.js';
import { withCoder } from '../../src/editor/sidecars/coders.js';
import { lost, toConfirm } from '../../src/editor/sidecars/unsure.js';
import {
  configure,
  CORPUS,
  read,
  services,
  sidecarText,
  statement,
  statementsOf,
} from './support/sidecars.js';
import { clearScratch, open, until, write } from './support/workspace.js';

const MINE = sidecarText([statement('a1a1a1a1a1')]);
const THEIRS = sidecarText([
  statement('b2b2b2b2b2', { stance: 'support' }),
  statement('c3c3c3c3c3', { quote: 'Words that nobody ever said of any boat', prefix: '', suffix: '' }),
]);

describe('sidecars: several coders', () => {
  let corpus: vscode.Uri;

  beforeEach(async () => {
    corpus = await write('ferry.corpus', CORPUS);
    await write('ferry.corpus.ann.stances.yaml', MINE);
    await write('ferry.corpus.ben.stances.yaml', THEIRS);
    await configure('coder', 'ann');
    await statementsOf(corpus, (all) => all.length === 3);
  });

  afterEach(async () => {
    await configure('blind', undefined);
    await configure('coder', undefined);
    await clearScratch();
  });

  it('hides what others have coded while coding blind, in texts, lists and counts, and shows it again', async () => {
    const { workspace } = await services();
    const project = workspace.projectOf(corpus);
    assert.isDefined(project);
    const { document } = await open(corpus);
    const hover = async (): Promise<string> => {
      const at = document.positionAt(document.getText().indexOf('Higher fares') + 3);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        corpus,
        at,
      );
      return hovers
        .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
        .join('\n');
    };
    assert.match(await hover(), /ben/);
    await configure('blind', true);
    await statementsOf(corpus, (all) => all.length === 1);
    const coders = project
      .statements()
      .filter((one) => one.corpus === corpus.toString())
      .map((one) => one.coder);
    assert.deepEqual(coders, ['ann']);
    assert.notMatch(await hover(), /ben/);
    const problems = vscode.languages.getDiagnostics().filter(([uri]) => uri.path.includes('.ben.stances'));
    assert.deepEqual(
      problems.flatMap(([, all]) => all.map(({ code }) => code)),
      [],
    );
    await configure('coder', 'ben');
    await statementsOf(corpus, (all) => all.length === 2 && all.every((one) => one.coder === 'ben'));
    await configure('blind', undefined);
    await statementsOf(corpus, (all) => all.length === 3);
  });

  it('counts only one’s own statements as to be settled, and writes nobody else’s', async () => {
    const { workspace } = await services();
    const here = <T extends { readonly statement: { readonly corpus: string } }>(
      all: readonly T[],
    ): readonly T[] => all.filter((one) => one.statement.corpus === corpus.toString());
    assert.lengthOf(here(lost(workspace)), 0);
    assert.lengthOf(here(toConfirm(workspace)), 0);
    await configure('coder', 'ben');
    await until('ben’s lost statement', () => here(lost(workspace)).length === 1);
    const [theirs] = await statementsOf(corpus, (all) => all.some((one) => one.coder === 'ann'));
    void vscode.commands.executeCommand('standpoint.removeStatement', { key: theirs?.key });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.strictEqual(await read(vscode.Uri.joinPath(corpus, '..', 'ferry.corpus.ann.stances.yaml')), MINE);
  });

  it('filters by coder, beside words', async () => {
    const all = await statementsOf(corpus, (found) => found.length === 3);
    const { workspace } = await services();
    const codebook = workspace.projectOf(corpus)?.codebook;
    assert.isDefined(codebook);
    const count = (text: string): number => all.filter(matcherOf(parseFilter(text), codebook)).length;
    assert.deepEqual(
      [count(''), count('coder:ann'), count('coder:BEN'), count('coder:'), count('boat coder:ben')],
      [3, 1, 2, 0, 2],
    );
    assert.strictEqual(withCoder('boat coder:ann', 'ben'), 'boat coder:ben');
    assert.strictEqual(withCoder('boat coder:ann', null), 'boat');
    assert.strictEqual(withCoder('', ''), 'coder:');
  });
});
