import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Statement } from '../../src/core/sidecar/types.js';
import { attach, search } from '../../src/editor/sidecars/findLost.js';
import { lost, toConfirm } from '../../src/editor/sidecars/unsure.js';
import { Annotations } from '../../src/editor/tagging/annotations.js';
import { byKey } from '../../src/editor/tagging/find.js';
import { CORPUS, read, services, sidecarText, statement, statementsOf } from './support/sidecars.js';
import { clearScratch, put, scratch, until, write } from './support/workspace.js';

const QUOTE = 'The boats must pay their own way from next spring.';
const FERRY: Partial<Statement> = {
  document: 'ferry-two',
  quote: QUOTE,
  prefix: 'A spokesman for the harbour board said: “',
  suffix: '”',
};
const quiet = { cancelled: () => false, tell: () => undefined };

const ids = (
  all: readonly { readonly statement: { readonly stored: { readonly statement: Statement } } }[],
) => all.map((one) => one.statement.stored.statement.id).filter((id) => id.startsWith('p'));

async function annotations(): Promise<Annotations> {
  const { workspace, writer } = await services();
  return new Annotations(workspace, writer);
}

describe('sidecars: places to confirm and lost statements', () => {
  afterEach(clearScratch);

  it('suggests another document when the statement’s own is gone, and confirms it with its new id', async () => {
    const corpus = await write('ferry.corpus', CORPUS.replace('=== ferry-two', '=== ferry-renamed'));
    const file = await write('ferry.corpus.stances.yaml', sidecarText([statement('p1p1p1p1p1', FERRY)]));
    const [suggested] = await statementsOf(corpus, ([first]) => first?.place.outcome === 'suggested');
    assert.strictEqual(suggested?.document, 'ferry-renamed');
    const { workspace } = await services();
    assert.deepEqual(ids(toConfirm(workspace)), ['p1p1p1p1p1']);
    await vscode.commands.executeCommand('standpoint.confirmStatement', { key: suggested?.key });
    const [located] = await statementsOf(corpus, ([first]) => first?.place.outcome === 'located');
    assert.strictEqual(located?.stored.statement.document, 'ferry-renamed');
    assert.match(await read(file), /document: ferry-renamed/);
    assert.deepEqual(ids(toConfirm(workspace)), []);
  });

  it('goes through the places in a row: Enter confirms the first, Escape stops', async () => {
    const corpus = await write('ferry.corpus', CORPUS.replace(/=== ferry-/g, '=== new-'));
    const first = statement('p1p1p1p1p1');
    const file = await write(
      'ferry.corpus.stances.yaml',
      sidecarText([first, statement('p2p2p2p2p2', FERRY)]),
    );
    await statementsOf(
      corpus,
      (all) => all.length === 2 && all.every((one) => one.place.outcome === 'suggested'),
    );
    const running = vscode.commands.executeCommand('standpoint.reviewSuggestions');
    await until(
      'the first place to be shown',
      () => vscode.window.activeTextEditor?.document.uri.path === corpus.path,
    );
    await until('the first statement to be confirmed', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return /document: new-one/.test(await read(file));
    });
    await until('the review to stop', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([
        running.then(() => true),
        new Promise<false>((resolve) => setTimeout(resolve, 300, false)),
      ]);
    });
    assert.match(await read(file), /document: new-one/);
  });

  it('keeps a refused place listed as lost', async () => {
    const corpus = await write('ferry.corpus', CORPUS.replace('=== ferry-two', '=== ferry-renamed'));
    await write('ferry.corpus.stances.yaml', sidecarText([statement('p1p1p1p1p1', FERRY)]));
    const [suggested] = await statementsOf(corpus, ([first]) => first?.place.outcome === 'suggested');
    assert.isDefined(suggested);
    const { workspace } = await services();
    workspace.projectOf(corpus)?.refuse(suggested);
    assert.deepEqual(ids(lost(workspace)), ['p1p1p1p1p1']);
    assert.deepEqual(ids(toConfirm(workspace)), []);
  });

  it('finds the words of a lost statement in another corpus file and moves it there when told, with undo', async () => {
    const [head = '', tail = ''] = CORPUS.split('=== ferry-two');
    const old = await write('old.corpus', head);
    const fresh = await write('fresh.corpus', `=== somewhere${tail}`);
    const text = sidecarText([statement('p1p1p1p1p1', FERRY), statement('p2p2p2p2p2')]);
    const file = await write('old.corpus.stances.yaml', text);
    const { workspace } = await services();
    const [gone] = await statementsOf(old, (all) => all.length === 2 && all[0]?.place.outcome === 'lost');
    await until('the other corpus', () => workspace.projectOf(fresh)?.corpus(fresh.toString()));
    const found = gone && byKey(workspace, gone.key);
    assert.isDefined(found);
    const candidates = await search(found.project, found, quiet);
    // What earlier tests removed may still be known.
    const best = candidates?.find(({ corpus }) => corpus.address === fresh.toString());
    assert.strictEqual(best?.document, 'somewhere');
    assert.strictEqual(await read(file), text, 'nothing moves before it is told to');
    assert.isNull(await search(found.project, found, { ...quiet, cancelled: () => true }));

    const changes = await annotations();
    assert.isDefined(best);
    assert.isTrue(await attach(changes, found, best));
    const moved = await read(scratch('fresh.corpus.stances.yaml'));
    assert.match(moved, /- id: p1p1p1p1p1\n {2}document: somewhere/);
    assert.notMatch(await read(file), /p1p1p1p1p1/);
    assert.match(await read(file), /p2p2p2p2p2/);
    await statementsOf(fresh, ([first]) => first?.place.outcome === 'located');
    await changes.undo();
    assert.match(await read(file), /p1p1p1p1p1/);
    assert.notMatch(await read(scratch('fresh.corpus.stances.yaml')), /p1p1p1p1p1/);
  });

  it('waits before it takes a corpus that another program is writing for empty', async () => {
    const corpus = await write('ferry.corpus', CORPUS);
    await write('ferry.corpus.stances.yaml', sidecarText([statement('p1p1p1p1p1')]));
    await statementsOf(corpus, ([first]) => first?.place.outcome === 'located');
    const { workspace } = await services();
    const outcomes = new Set<string>();
    const watching = workspace.onDidChange(({ project }) => {
      for (const one of project.corpus(corpus.toString())?.statements ?? []) outcomes.add(one.place.outcome);
    });
    try {
      await put(corpus, '');
      await new Promise((resolve) => setTimeout(resolve, 600));
      await put(corpus, CORPUS.replace('before midnight', 'before one'));
      await until('the new text', () =>
        workspace.projectOf(corpus)?.corpus(corpus.toString())?.text.includes('before one'),
      );
      assert.deepEqual([...outcomes], ['located']);
      await put(corpus, '');
      await statementsOf(corpus, ([first]) => first?.place.outcome === 'lost');
    } finally {
      watching.dispose();
    }
  });
});
