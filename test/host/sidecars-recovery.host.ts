import { assert } from 'chai';
import * as vscode from 'vscode';
import type { SidecarOperation } from '../../src/core/sidecar/types.js';
import { PendingOperations } from '../../src/editor/sidecars/pendingOperations.js';
import { sidecarProposal } from '../../src/editor/tagging/sidecarEdits.js';
import { CORPUS, read, services, sidecarText, statement, statementsOf } from './support/sidecars.js';
import { clearScratch, open, put, scratch, write } from './support/workspace.js';

const SIDECAR = 'ferry.corpus.stances.yaml';
const BROKEN = sidecarText([statement('a1a1a1a1a1')]).replace('stance: oppose', 'stance: [oppose');
const ADD: SidecarOperation = { kind: 'add', statement: statement('b2b2b2b2b2') };

/** Asks the running extension to carry an operation out, as its commands do. */
async function save(file: vscode.Uri, operation: SidecarOperation) {
  const { workspace, writer } = await services();
  const project = workspace.projectOf(file);
  assert.isDefined(project);
  return writer.change(file, sidecarProposal(project, file, [operation]), [operation]);
}

async function pending(): Promise<PendingOperations> {
  return new PendingOperations(await services());
}

describe('sidecars: what is not yet in its file', () => {
  afterEach(async () => {
    const all = await pending();
    await all.discard(await all.list());
    await clearScratch();
  });

  it('keeps what a broken file refuses, and adds it once the file is mended', async () => {
    const file = await write(SIDECAR, BROKEN);
    await statementsOf(await write('ferry.corpus', CORPUS), () => true);
    const refused = await save(file, ADD);
    assert.isFalse(refused.ok);
    assert.strictEqual(await read(file), BROKEN);
    const all = await pending();
    const waiting = await all.list();
    assert.deepEqual(
      waiting.map((one) => [one.file.toString(), one.operation]),
      [[file.toString(), ADD]],
    );
    assert.lengthOf(await all.add(waiting), 1, 'the file is still broken');
    assert.lengthOf(await all.list(), 1);
    await put(file, sidecarText([statement('a1a1a1a1a1')]));
    assert.deepEqual(await all.add(await all.list()), []);
    assert.match(await read(file), /- id: a1a1a1a1a1[^]*- id: b2b2b2b2b2/);
    assert.lengthOf(await all.list(), 0);
  });

  it('does nothing twice: what a crash left in the journal and in the file is crossed out', async () => {
    const text = sidecarText([statement('b2b2b2b2b2')]);
    const file = await write(SIDECAR, text);
    const { journal } = await services();
    const ids = await journal.keep(file, [ADD]);
    assert.lengthOf(ids, 1);
    const all = await pending();
    const [entry] = await journal.pending();
    assert.isDefined(entry);
    assert.lengthOf(await all.list(), 0);
    assert.lengthOf(await journal.pending(), 0);
    await statementsOf(await write('ferry.corpus', CORPUS), (found) => found.length === 1);
    assert.deepEqual(await all.add([entry]), []);
    assert.strictEqual(await read(file), text);
  });

  it('knows which files are gone, and forgets what is discarded', async () => {
    const { journal } = await services();
    await journal.keep(scratch('gone.corpus.stances.yaml'), [ADD]);
    const all = await pending();
    const waiting = await all.list();
    assert.lengthOf(waiting, 1);
    assert.deepEqual((await all.missing(waiting)).map(String), [String(scratch('gone.corpus.stances.yaml'))]);
    await all.discard(waiting);
    assert.lengthOf(await journal.pending(), 0);
  });

  it('crosses an operation out only when the editor that holds it is saved', async () => {
    const file = await write(SIDECAR, sidecarText([statement('a1a1a1a1a1')]));
    await statementsOf(await write('ferry.corpus', CORPUS), (found) => found.length === 1);
    const { document } = await open(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), '# by hand\n');
    await vscode.workspace.applyEdit(edit);
    assert.isTrue((await save(file, ADD)).ok);
    assert.isTrue(document.isDirty);
    const { journal } = await services();
    assert.lengthOf(await journal.pending(), 1);
    await document.save();
    const all = await pending();
    assert.lengthOf(await all.list(), 0);
    assert.match(await read(file), /# by hand[^]*- id: b2b2b2b2b2/);
  });
});
