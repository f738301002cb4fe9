import { assert } from 'chai';
import * as vscode from 'vscode';
import { projectOf, read, statementsOf } from './support/api.js';
import { clearScratch, open, put, until, uriOf, watched, write } from './support/workspace.js';

const CODEBOOK = uriOf('standpoint.yaml');

const CORPUS = `=== one
date: 2025-03-04

“The toll is too high,” said Rita Moss.
`;

const SIDECAR = `standpoint: 1

statements:

- id: saaaaaaaaa
  document: one
  quote: "The toll is too high,"
  prefix: "“"
  suffix: "” said Rita Moss"
  speaker: rita-moss
  organisation: moorings-trust
  issue: night-tolls
  stance: opose
`;

const WRONG = `
- id: quay-society
  name: Quay Society
  aliases: [BF]
  parent: quay-society
`;

const SHARED = `
- id: quay-society
  name: Quay Society
  aliases: [BF]
`;

let kept: Uint8Array = new Uint8Array();

function codes(uri: vscode.Uri): readonly unknown[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Standpoint')
    .map(({ code }) => code);
}

async function has(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  await until(
    `${wanted.join(', ') || 'nothing'} in ${uri.path}`,
    () => JSON.stringify(codes(uri)) === JSON.stringify(wanted),
  );
}

/** The ways out of a problem, by their titles. */
async function ways(
  document: vscode.TextDocument,
  code: string,
): Promise<ReadonlyMap<string, vscode.CodeAction>> {
  const diagnostic = vscode.languages.getDiagnostics(document.uri).find((one) => one.code === code);
  assert.isDefined(diagnostic, code);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return new Map(actions.map((action) => [action.title, action]));
}

async function take(action: vscode.CodeAction | undefined): Promise<void> {
  assert.isDefined(action);
  if (action.edit) assert.isTrue(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

describe('registry: problems', () => {
  before(async () => {
    await watched();
    kept = await vscode.workspace.fs.readFile(CODEBOOK);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace
      .getConfiguration('standpoint', uriOf('.'))
      .update('problems', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty) {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    }
    await clearScratch();
    await put(CODEBOOK, kept);
    const text = new TextDecoder().decode(kept);
    const project = await projectOf(CODEBOOK);
    await until('the old codebook', () => project.codebookText === text);
  });

  it('adds what the codebook lacks, one fix after the other', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const sidecar = await write('tolls.corpus.stances.yaml', SIDECAR);
    await statementsOf(corpus, 1);
    await has(sidecar, ['unknown-actor', 'unknown-actor', 'unknown-issue', 'unknown-stance']);
    const { document } = await open(sidecar);
    await take((await ways(document, 'unknown-actor')).get('Add the person “rita-moss” to the codebook'));
    await has(sidecar, ['unknown-actor', 'unknown-issue', 'unknown-stance']);
    const organisation = await ways(document, 'unknown-actor');
    assert.isFalse(organisation.has('Add the person “moorings-trust” to the codebook'));
    await take(organisation.get('Add the organisation “moorings-trust” to the codebook'));
    await has(sidecar, ['unknown-issue', 'unknown-stance']);
    await take((await ways(document, 'unknown-issue')).get('Add the issue “night-tolls” to the codebook'));
    await has(sidecar, ['unknown-stance']);
    assert.include(await read(CODEBOOK), 'name: Moorings trust');
    const choose = (await ways(document, 'unknown-stance')).get(
      'Choose another entry for “opose” in every statement…',
    );
    const run = take(choose);
    await until('the stance', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return codes(sidecar).length === 0;
    });
    await run;
    assert.include(await read(sidecar), 'stance: support');
  });

  it('tells what is wrong between entries of the codebook, and mends it', async () => {
    const text = new TextDecoder().decode(kept).replace('people:\n', `${WRONG.slice(1)}people:\n`);
    await put(CODEBOOK, text);
    await has(CODEBOOK, ['name-claimed-twice', 'hierarchy-cycle']);
    const { document } = await open(CODEBOOK);
    await take((await ways(document, 'hierarchy-cycle')).get('Take this parent away'));
    await until('the mended hierarchy', () => !codes(CODEBOOK).includes('hierarchy-cycle'));
    assert.isTrue((await ways(document, 'name-claimed-twice')).has('Merge the two into one…'));
    await until('the entry to be unused', () => codes(CODEBOOK).includes('never-used'));
    await take((await ways(document, 'never-used')).get('Take “quay-society” out of the codebook'));
    await until('nothing wrong', () => codes(CODEBOOK).length === 0);
    assert.strictEqual(document.getText(), new TextDecoder().decode(kept));
  });

  it('tells of a name in a source that two actors claim, and shows both', async () => {
    const text = new TextDecoder().decode(kept).replace('people:\n', `${SHARED.slice(1)}people:\n`);
    await put(CODEBOOK, text);
    const corpus = await write('tolls.corpus', `${CORPUS}The BF was silent.\n`);
    await has(corpus, ['mention-of-two']);
    const { document } = await open(corpus);
    const found = await ways(document, 'mention-of-two');
    assert.includeMembers(
      [...found.keys()],
      ['Show “boatowners” in the codebook', 'Show “quay-society” in the codebook', 'Merge the two into one…'],
    );
    await take(found.get('Show “quay-society” in the codebook'));
    await until('the codebook', () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'quay-society';
    });
  });

  it('tells of a quote that is not verbatim, and takes the words of the text', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const quote = 'The toll is to high,';
    const other = SIDECAR.replace('The toll is too high,', quote).replace(
      'said Rita Moss',
      'said Rita Moss.',
    );
    const sidecar = await write('tolls.corpus.stances.yaml', other);
    await statementsOf(corpus, 1);
    await until('the problem', () => codes(sidecar).includes('not-verbatim'));
    const { document } = await open(sidecar);
    await take((await ways(document, 'not-verbatim')).get('Take the words as they stand in the text'));
    await until('the words', () => !codes(sidecar).includes('not-verbatim'));
    assert.notInclude(await read(sidecar), quote);
  });

  it('tells problems as loud as the settings want them', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    const sidecar = await write('tolls.corpus.stances.yaml', SIDECAR);
    await statementsOf(corpus, 1);
    await has(sidecar, ['unknown-actor', 'unknown-actor', 'unknown-issue', 'unknown-stance']);
    await vscode.workspace
      .getConfiguration('standpoint', uriOf('.'))
      .update(
        'problems',
        { 'unknown-actor': 'off', 'unknown-issue': 'error', 'unknown-stance': 'loud' },
        vscode.ConfigurationTarget.WorkspaceFolder,
      );
    await has(sidecar, ['unknown-issue', 'unknown-stance']);
    assert.deepEqual(
      vscode.languages.getDiagnostics(sidecar).map(({ severity }) => severity),
      [vscode.DiagnosticSeverity.Error, vscode.DiagnosticSeverity.Warning],
    );
  });
});
