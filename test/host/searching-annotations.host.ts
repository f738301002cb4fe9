import { assert } from 'chai';
import type * as vscode from 'vscode';
import type { AnnotationChange } from '../../src/editor/tagging/annotations.js';
import { Annotations } from '../../src/editor/tagging/annotations.js';
import { exists, projectOf, read, standpoint, statementsOf } from './support/api.js';
import { CORPUS, sidecarText, statement } from './support/sidecars.js';
import { clearScratch, scratch, watched, write } from './support/workspace.js';

const FIRST = statement('saaaaaaaaa');
const adding = (corpus: vscode.Uri, id: string): AnnotationChange => ({
  kind: 'add',
  corpus,
  statement: statement(id),
});

describe('searching: several changes as one step', () => {
  let annotations: Annotations;

  before(() => watched());
  beforeEach(async () => {
    const { workspace, writer } = await standpoint();
    annotations = new Annotations(workspace, writer);
  });
  afterEach(async () => {
    annotations.dispose();
    await clearScratch();
  });

  it('writes to two sidecars and changes a statement, and takes all of it back at once', async () => {
    const one = await write('one.corpus', CORPUS);
    const two = await write('two.corpus', CORPUS);
    const before = sidecarText([FIRST]);
    const sidecar = await write('one.corpus.stances.yaml', before);
    const [first] = await statementsOf(one, 1);
    assert.isDefined(first);
    const operation = { kind: 'set', id: FIRST.id, change: { stance: 'mixed' } } as const;
    const changes: readonly AnnotationChange[] = [
      adding(one, 'sbbbbbbbbb'),
      adding(two, 'sccccccccc'),
      { kind: 'change', statement: first, operation },
    ];
    assert.isTrue(await annotations.apply(await projectOf(one), changes, [], 'three'));
    assert.lengthOf(await statementsOf(one, 2), 2);
    assert.lengthOf(await statementsOf(two, 1), 1);
    assert.include(await read(sidecar), 'stance: mixed');
    await annotations.undo();
    assert.isFalse(annotations.canUndo);
    assert.strictEqual(await read(sidecar), before);
    await statementsOf(two, 0);
    await annotations.redo();
    await statementsOf(one, 2);
    await statementsOf(two, 1);
  });

  it('writes nothing where one of the changes is refused beforehand', async () => {
    const corpus = await write('one.corpus', CORPUS);
    await write('one.corpus.ben.stances.yaml', sidecarText([FIRST]));
    const [theirs] = await statementsOf(corpus, 1);
    assert.isDefined(theirs);
    const changes: readonly AnnotationChange[] = [
      adding(corpus, 'sbbbbbbbbb'),
      { kind: 'change', statement: theirs, operation: { kind: 'remove', id: FIRST.id } },
    ];
    assert.isFalse(await annotations.apply(await projectOf(corpus), changes, [], 'two'));
    assert.isFalse(await exists(scratch('one.corpus.stances.yaml')));
    assert.isFalse(annotations.canUndo);
  });

  it('can take back what was written before a file that could not be', async () => {
    const one = await write('one.corpus', CORPUS);
    const two = await write('two.corpus', CORPUS);
    const broken = await write('two.corpus.stances.yaml', 'standpoint: 1\nstatements: [\n');
    const changes = [adding(one, 'sbbbbbbbbb'), adding(two, 'sccccccccc')];
    assert.isFalse(await annotations.apply(await projectOf(one), changes, [], 'two'));
    await statementsOf(one, 1);
    assert.strictEqual(await read(broken), 'standpoint: 1\nstatements: [\n');
    await annotations.undo();
    await statementsOf(one, 0);
  });
});
