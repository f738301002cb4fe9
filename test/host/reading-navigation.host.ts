import { assert } from 'chai';
import * as vscode from 'vscode';
import { open, clearScratch, until, watched, write } from './support/workspace.js';

const CORPUS = `=== one

“First words,” said Tom Reid.

The “so-called” is not said by anybody.

“Second words,” said Ann Lockyer.

=== two

“Third words,” said Tom Reid.
`;

const SIDECAR = `standpoint: 1

statements:

- id: saaaaaaaaa
  document: one
  at: [1, 13]
  quote: "First words,"
  prefix: "“"
  suffix: "” said Tom Reid."
`;

/** The words at the cursor, after a command. */
async function after(command: string): Promise<string> {
  await vscode.commands.executeCommand(`standpoint.${command}`);
  const editor = vscode.window.activeTextEditor;
  assert.isDefined(editor);
  return editor.document.lineAt(editor.selection.active.line).text.slice(editor.selection.active.character);
}

describe('reading: going from quote to quote', () => {
  before(watched);
  afterEach(() => clearScratch());

  it('goes to the first word of each quote in turn, and round', async () => {
    await open(await write('walk.corpus', CORPUS));
    const words = [];
    for (let step = 0; step < 4; step++) words.push((await after('nextQuote')).split(' ')[0]);
    assert.deepEqual(words, ['First', 'Second', 'Third', 'First']);
    assert.match(await after('previousQuote'), /^Third/);
    assert.match(await after('previousQuote'), /^Second/);
  });

  it('goes from document to document', async () => {
    await open(await write('walk.corpus', CORPUS));
    assert.strictEqual(await after('nextDocument'), '=== two');
    await vscode.commands.executeCommand('cursorBottom');
    assert.strictEqual(await after('previousDocument'), '=== two');
    assert.strictEqual(await after('previousDocument'), '=== one');
  });

  it('passes over what is tagged', async () => {
    await write('walk.corpus.stances.yaml', SIDECAR);
    await open(await write('walk.corpus', CORPUS));
    await until('the statement to be placed', async () => {
      await vscode.commands.executeCommand('cursorTop');
      return (await after('nextUntaggedQuote')).startsWith('Second');
    });
    assert.match(await after('nextUntaggedQuote'), /^Third/);
    assert.match(await after('nextUntaggedQuote'), /^Second/);
  });

  it('stays where it is in a corpus without quotes', async () => {
    const editor = await open(await write('mute.corpus', '=== a\n\nThe quay is empty.\n'));
    editor.selection = new vscode.Selection(2, 4, 2, 4);
    assert.strictEqual(await after('nextQuote'), 'quay is empty.');
    assert.strictEqual(await after('previousQuote'), 'quay is empty.');
  });

  it('does nothing, without an error, where no corpus is open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const command of ['nextQuote', 'previousQuote', 'nextDocument', 'previousDocument']) {
      await vscode.commands.executeCommand(`standpoint.${command}`);
    }
    assert.isUndefined(vscode.window.activeTextEditor);
  });
});
