import { assert } from 'chai';
import * as vscode from 'vscode';
import { mergedText } from '../../src/editor/sidecars/mergeCommand.js';
import { CORPUS, read, sidecarText, statement, statementsOf } from './support/sidecars.js';
import { clearScratch, open, put, scratch, until, write } from './support/workspace.js';

const SIDECAR = 'ferry.corpus.stances.yaml';
const BASE = sidecarText([statement('a1a1a1a1a1', { stance: 'mixed' })]);
const OURS = BASE.replace('stance: mixed', 'stance: oppose').replace('basis: quoted', 'basis: reported');
const THEIRS = BASE.replace('stance: mixed', 'stance: support');
const ADDED = `${THEIRS}\n${sidecarText([statement('b2b2b2b2b2')]).split('statements:\n\n')[1]}`;

/** The whole file in conflict, as git writes it with `merge.conflictStyle` diff3 where a base is given. */
function inConflict(ours: string, theirs: string, base?: string): string {
  const middle = base === undefined ? '' : `||||||| base\n${base}`;
  return `<<<<<<< HEAD\n${ours}${middle}=======\n${theirs}>>>>>>> theirs\n`;
}

async function actionsAt(uri: vscode.Uri, code: string): Promise<readonly vscode.CodeAction[]> {
  const diagnostic = await until(`the problem ${code}`, () =>
    vscode.languages.getDiagnostics(uri).find((one) => one.code === code),
  );
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    diagnostic.range,
  );
}

async function choose(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((one) => title.test(one.title));
  assert.isDefined(action, `${String(title)} among ${actions.map((one) => one.title).join(', ')}`);
  if (action.edit) assert.isTrue(await vscode.workspace.applyEdit(action.edit));
  if (action.command) {
    await vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as unknown[]),
    );
  }
}

describe('sidecars: merging, mending, moving', () => {
  afterEach(clearScratch);

  it('merges a conflicted file by statement and key, and writes valid YAML with what is left to settle', async () => {
    const corpus = await write('ferry.corpus', CORPUS);
    const file = await write(SIDECAR, inConflict(OURS, ADDED, BASE));
    await open(file);
    await choose(await actionsAt(file, 'conflict-markers'), /^Merge both sides/);
    const merged = await read(file);
    assert.notMatch(merged, /<<<<<<<|=======|>>>>>>>/);
    assert.match(
      merged,
      /stance: oppose\n {2}basis: reported\n {2}conflict: \{theirs: \{stance: support\}, base: \{stance: mixed\}\}/,
    );
    assert.match(merged, /- id: b2b2b2b2b2/);
    await statementsOf(
      corpus,
      (all) => all.length === 2 && all.every((one) => one.place.outcome === 'located'),
    );

    const { document } = await open(file);
    await choose(await actionsAt(file, 'unsettled'), /^Take theirs: stance: support/);
    assert.match(document.getText(), /stance: support\n {2}basis: reported\n/);
    assert.notMatch(document.getText(), /conflict/);
    await document.save();
  });

  it('leaves a file alone whose markers do not go together, or whose sides cannot be read', async () => {
    await write('ferry.corpus', CORPUS);
    for (const text of [OURS, `<<<<<<< HEAD\n${OURS}`, inConflict(OURS, 'standpoint: 1\nstatements: [\n')]) {
      assert.property(mergedText(text, null), 'message');
    }
    const broken = inConflict(OURS, 'standpoint: 1\nstatements: [\n');
    const file = await write(SIDECAR, broken);
    await vscode.commands.executeCommand('standpoint.mergeSidecars', file);
    assert.strictEqual(await read(file), broken);
    await put(file, inConflict(OURS, ADDED, BASE));
    await vscode.commands.executeCommand('standpoint.mergeSidecars', file);
    assert.match(await read(file), /- id: b2b2b2b2b2/, 'a file that no editor has open');
  });

  it('takes git’s own versions where the file has no markers', () => {
    const result = mergedText('', { base: BASE, ours: OURS, theirs: THEIRS });
    assert.isTrue('text' in result && result.hadBase && result.conflicts.length === 1);
    assert.property(mergedText('', { base: BASE, ours: OURS, theirs: null }), 'message');
  });

  it('gives one of two statements with the same id a new one', async () => {
    await write('ferry.corpus', CORPUS);
    const twice = sidecarText([statement('a1a1a1a1a1'), statement('a1a1a1a1a1', { stance: 'support' })]);
    const file = await write(SIDECAR, twice);
    const { document } = await open(file);
    await choose(await actionsAt(file, 'duplicate-id'), /^Give this statement a new id/);
    const ids = [...document.getText().matchAll(/- id: (\S+)/g)].map(([, id]) => id);
    assert.lengthOf(new Set(ids), 2);
    assert.include(ids, 'a1a1a1a1a1');
    await document.save();
  });

  it('moves every coder’s sidecar with its corpus, and overwrites nothing', async () => {
    const corpus = await write('ferry.corpus', CORPUS);
    const mine = sidecarText([statement('a1a1a1a1a1')]);
    const theirs = sidecarText([statement('b2b2b2b2b2')]);
    await write(SIDECAR, mine);
    await write('ferry.corpus.coder-b.stances.yaml', theirs);
    await write('boats.corpus.coder-b.stances.yaml', '# somebody’s work\n');
    await statementsOf(corpus, (all) => all.length === 2);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(corpus, scratch('boats.corpus'));
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    const moved = scratch('boats.corpus.stances.yaml');
    await until('the sidecar to follow', () =>
      read(moved).then(
        (text) => text === mine,
        () => false,
      ),
    );
    assert.strictEqual(await read(scratch('boats.corpus.coder-b.stances.yaml')), '# somebody’s work\n');
    assert.strictEqual(await read(scratch('ferry.corpus.coder-b.stances.yaml')), theirs);
    await statementsOf(scratch('boats.corpus'), ([first]) => first?.place.outcome === 'located');
  });

  it('knows which statement a problem is about', async () => {
    const corpus = await write('ferry.corpus', CORPUS);
    const lost = statement('a1a1a1a1a1', {
      quote: 'Words that nobody ever said of any boat',
      prefix: '',
      suffix: '',
    });
    const file = await write(SIDECAR, sidecarText([lost]));
    const [placed] = await statementsOf(corpus, (all) => all.length === 1);
    await open(file);
    const actions = await actionsAt(file, 'lost');
    const action = actions.find(({ title }) => title.startsWith('Look for its words'));
    assert.strictEqual(action?.command?.command, 'standpoint.findLostStatement');
    assert.deepEqual(action?.command?.arguments, [{ key: placed?.key }]);
  });
});
