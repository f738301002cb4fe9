import { assert } from 'chai';
import * as vscode from 'vscode';
import { fileName, readSheetUri, sheetUri } from '../../src/editor/sheets/address.js';
import { saveSheet } from '../../src/editor/sheets/sheets.js';
import { projectOf, read, statementsOf } from './support/api.js';
import { clearScratch, scratch, until, uriOf, watched, write } from './support/workspace.js';

const CORPUS = `=== one
title: Tolls
date: 2025-08-20

“The toll is [far](command:evil) too high,” said Tom Brace.
`;

const sidecar = (stance: string): string => `standpoint: 1

statements:

- id: saaaaaaaaa
  document: one
  quote: "The toll is [far](command:evil) too high,"
  prefix: "“"
  suffix: "”"
  speaker: tom-brace
  organisation: boatowners
  issue: harbour-levy
  stance: ${stance}
`;

async function openSheet(kind: 'organisation' | 'issue', id: string): Promise<vscode.TextDocument> {
  const { root } = await projectOf(uriOf('standpoint.yaml'));
  await vscode.commands.executeCommand('standpoint.openSheet', { root, kind, id });
  return until('the sheet', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === 'standpoint-sheet' && document;
  });
}

describe('sheets: the document', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('opens as Markdown that cannot be written in, with its subject in the tab', async () => {
    const sheet = await openSheet('organisation', 'boatowners');
    assert.strictEqual(sheet.languageId, 'markdown');
    assert.strictEqual(sheet.uri.path, "/Boatowners' Federation.md");
    assert.match(sheet.getText(), /^# Boatowners' Federation\n\nalso called BF\n/);
    assert.include(sheet.getText(), '## Wharfside should charge visitors a harbour levy\n');
    assert.isFalse(sheet.isDirty);
  });

  it('keeps up with statements', async () => {
    const corpus = await write('tolls.corpus', CORPUS);
    await statementsOf(corpus, 0);
    const sheet = await openSheet('issue', 'harbour-levy');
    assert.notInclude(sheet.getText(), 'far');
    await write('tolls.corpus.stances.yaml', sidecar('support'));
    await until('the new quote', () =>
      sheet.getText().includes('2025-08-20: Supports, Tom Brace, saaaaaaaaa'),
    );
    assert.include(sheet.getText(), '> The toll is \\[far\\](command\\:evil) too high,');
    await write('tolls.corpus.stances.yaml', sidecar('oppose'));
    await until('the new stance', () =>
      sheet.getText().includes('2025-08-20: Opposes, Tom Brace, saaaaaaaaa'),
    );
  });

  it('is saved as a file', async () => {
    // No other test has statements of theirs, which might go while this one looks.
    const sheet = await openSheet('organisation', 'residents');
    await write('readme.txt', 'so that the folder is there');
    const target = scratch('levy.md');
    await saveSheet(sheet.uri, target);
    assert.strictEqual(await read(target), sheet.getText());
    assert.strictEqual(vscode.window.activeTextEditor?.document.uri.toString(), target.toString());
  });

  it('opens nothing for an argument that is none of ours', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { root } = await projectOf(uriOf('standpoint.yaml'));
    const argument = { root, kind: 'issue', id: 'nowhere' };
    const opened = vscode.commands.executeCommand('standpoint.openSheet', argument);
    // Instead it asks; leaving the question ends the command.
    await until('the end of the command', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return Promise.race([
        opened.then(() => true),
        new Promise<false>((done) => setTimeout(done, 50, false)),
      ]);
    });
    assert.isUndefined(vscode.window.activeTextEditor);
  });
});

describe('sheets: addresses', () => {
  it('say what they are about, whatever the name', () => {
    for (const subject of [{ issue: 'a/b?c#d' }, { organisation: 'x y' }]) {
      const uri = sheetUri({ root: 'file:///w', subject }, '../a: <b>?\n#1');
      assert.deepEqual(readSheetUri(vscode.Uri.parse(uri.toString())), { root: 'file:///w', subject });
    }
    assert.strictEqual(fileName('../a: <b>?\n#1'), '.. a b 1.md');
    assert.strictEqual(fileName('///'), 'sheet.md');
  });

  it('are not read from anything else', () => {
    const of = (query: string): vscode.Uri =>
      vscode.Uri.from({ scheme: 'standpoint-sheet', path: '/x.md', query });
    for (const query of [
      '',
      'null',
      '{}',
      '[1]',
      '{"root":1,"kind":"issue","id":"a"}',
      '{"root":"a","kind":"b","id":"c"}',
    ])
      assert.isUndefined(readSheetUri(of(query)), query);
    assert.isUndefined(readSheetUri(uriOf('standpoint.yaml')));
  });
});
