import { assert } from 'chai';
import * as vscode from 'vscode';
import { projectOf, read, select, statementsOf, takingFirstChoices } from './support/api.js';
import { clearScratch, open, put, until, uriOf, watched, write } from './support/workspace.js';

const CODEBOOK = uriOf('standpoint.yaml');
const SAMPLE = uriOf('harbour.corpus.stances.yaml');

const CORPUS = `=== one
date: 2025-03-04

“The toll is too high,” said Rita Moss, president of the Moorings Trust. “Nobody will pay it,” Ms Moss said.
`;

const sidecar = (id: string): string => `standpoint: 1

statements:

- id: ${id}
  document: one
  quote: "The toll is too high,"
  prefix: "“"
  suffix: "” said Rita Moss"
  organisation: boatowners
  issue: harbour-levy
  stance: oppose
`;

/** The files that a test may change as they were, to be put back. */
const kept = new Map<string, Uint8Array>();

describe('registry: commands', () => {
  before(async () => {
    await watched();
    for (const uri of [CODEBOOK, SAMPLE]) {
      kept.set(uri.toString(), await vscode.workspace.fs.readFile(uri));
    }
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await clearScratch();
    for (const [address, bytes] of kept) await put(vscode.Uri.parse(address), bytes);
    const text = new TextDecoder().decode(kept.get(CODEBOOK.toString()));
    const project = await projectOf(CODEBOOK);
    await until('the old codebook', () => project.codebookText === text);
  });

  it('merges two organisations in every file, and takes it back with one button', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const mine = await write('tolls.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    const theirs = await write('tolls.corpus.ben.stances.yaml', sidecar('sbbbbbbbbb'));
    await statementsOf(corpus, 2);
    const { root } = await projectOf(corpus);
    const all = [CODEBOOK, SAMPLE, mine, theirs];
    const before = await Promise.all(all.map(read));
    const entry = (id: string) => ({ root, kind: 'organisation', id });
    await takingFirstChoices('standpoint.mergeActors', entry('boatowners'), entry('residents'));
    const [codebook = '', ...sidecars] = await Promise.all(all.map(read));
    assert.notInclude(codebook, 'id: boatowners');
    assert.match(codebook, /aliases: \[.*Boatowners.*BF/);
    for (const text of sidecars) {
      assert.notInclude(text, 'organisation: boatowners');
      assert.include(text, 'organisation: residents');
    }
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until('the old texts', async () => {
      const now = await Promise.all(all.map(read));
      return now.every((text, at) => text === before[at]);
    });
  });

  it('leaves everything as it is where a sidecar cannot be written', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const broken = `${sidecar('saaaaaaaaa')}  note: [open\n`;
    const uri = await write('tolls.corpus.stances.yaml', broken);
    const project = await projectOf(corpus);
    await until('the sidecar', () => project.sidecar(uri.toString()));
    const before = await read(CODEBOOK);
    const entry = (id: string) => ({ root: project.root, kind: 'organisation', id });
    await vscode.commands.executeCommand('standpoint.mergeActors', entry('boatowners'), entry('residents'));
    assert.strictEqual(await read(CODEBOOK), before);
    assert.strictEqual(await read(uri), broken);
  });

  it('does nothing for arguments that name nobody', async () => {
    const before = await read(CODEBOOK);
    const { root } = await projectOf(CODEBOOK);
    for (const argument of [
      { root, kind: 'organisation', id: 'nobody' },
      { root: 'elsewhere', kind: 'issue', id: 'harbour-levy' },
      { root, kind: '__proto__', id: 'constructor' },
      null,
      7,
    ]) {
      const ended = vscode.commands.executeCommand('standpoint.renameEntry', argument);
      let isOver = false;
      void ended.then(() => (isOver = true));
      await until('the end', async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isOver;
      });
    }
    assert.strictEqual(await read(CODEBOOK), before);
  });

  it('adds the name at the cursor, as what the text says it is', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const editor = await open(corpus);
    select(editor, 'Moorings Trust', false);
    await takingFirstChoices('standpoint.addActorFromSelection');
    const project = await projectOf(corpus);
    const added = project.codebook.organisations.find(({ name }) => name === 'Moorings Trust');
    assert.strictEqual(added?.id, 'moorings-trust');
    assert.include(await read(CODEBOOK), 'name: Moorings Trust');
    await takingFirstChoices('standpoint.addActorFromSelection');
    const text = await read(CODEBOOK);
    assert.strictEqual(text.split('Moorings Trust').length, 2);
  });

  it('adds the selected words as another name of somebody', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const editor = await open(corpus);
    select(editor, 'Ms Moss');
    const project = await projectOf(corpus);
    let isOver = false;
    const run = vscode.commands
      .executeCommand('standpoint.addActorFromSelection')
      .then(() => (isOver = true));
    for (const step of ['last', 'first'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (step === 'last') await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      if (step === 'last' && project.codebook.people.length > 0) {
        await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      }
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await until('the command to end', () => isOver);
    await run;
    assert.include(await read(CODEBOOK), 'Ms Moss');
  });

  it('writes nothing when a split is left', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const mine = await write('tolls.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    await statementsOf(corpus, 1);
    const { root } = await projectOf(corpus);
    const before = await read(CODEBOOK);
    let isOver = false;
    const run = vscode.commands
      .executeCommand('standpoint.splitEntry', { root, kind: 'issue', id: 'harbour-levy' })
      .then(() => (isOver = true));
    await until('the command to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    await run;
    assert.strictEqual(await read(mine), sidecar('saaaaaaaaa'));
    assert.strictEqual(await read(CODEBOOK), before);
  });
});
