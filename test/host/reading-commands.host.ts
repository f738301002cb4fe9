import { assert } from 'chai';
import * as vscode from 'vscode';
import { SAMPLE_FILES } from '../../src/editor/reading/sample.js';
import { clearScratch, open, scratch, until, uriOf, watched, write } from './support/workspace.js';

const TEXT = 'Harbour board divided\n\nBy Joe Lepper\n17 April 2014\n\n"We are for it," said Ann Lockyer.\n';

async function outline(uri: vscode.Uri): Promise<readonly string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).map(({ name }) => name);
}

describe('reading: making corpora', () => {
  before(watched);
  afterEach(async () => {
    const settings = vscode.workspace.getConfiguration('standpoint', uriOf('.'));
    await settings.update('corpora', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await clearScratch();
  });

  it('makes a folder a corpus: texts of every ending, and a folder name that looks like a glob', async () => {
    const text = await write('press [2021]/a.txt', TEXT);
    const markdown = await write('press [2021]/b.md', TEXT);
    await write('other.txt', TEXT);
    await vscode.commands.executeCommand('standpoint.makeFolderCorpus', scratch('press [2021]'));
    const settings = vscode.workspace.getConfiguration('standpoint', uriOf('.'));
    const folder = vscode.workspace.asRelativePath(scratch('press '));
    assert.deepEqual(settings.get('corpora'), [`${folder}[[]2021[]]/*.txt`, `${folder}[[]2021[]]/*.md`]);
    for (const uri of [text, markdown]) {
      const { document } = await open(uri);
      await until(`${uri.path} to be a corpus`, () =>
        vscode.workspace.textDocuments.some(
          (one) => one.uri.toString() === uri.toString() && one.languageId === 'standpoint-corpus',
        ),
      );
      assert.deepEqual(await outline(document.uri), ['Harbour board divided']);
    }
    const { document } = await open(scratch('other.txt'));
    assert.strictEqual(document.languageId, 'plaintext');
  });

  it('names a folder once, however often it is asked to', async () => {
    await write('press/a.txt', TEXT);
    const folder = scratch('press');
    await vscode.commands.executeCommand('standpoint.makeFolderCorpus', folder);
    await vscode.commands.executeCommand('standpoint.makeFolderCorpus', folder);
    const settings = vscode.workspace.getConfiguration('standpoint', uriOf('.'));
    assert.deepEqual(settings.get('corpora'), [`${vscode.workspace.asRelativePath(folder)}/*.txt`]);
  });

  it('changes no setting for a folder without texts', async () => {
    await write('data/a.csv', 'a,b\n');
    await vscode.commands.executeCommand('standpoint.makeFolderCorpus', scratch('data'));
    const settings = vscode.workspace.getConfiguration('standpoint', uriOf('.'));
    assert.deepEqual(settings.get('corpora'), []);
  });

  it('reads the open text file as a corpus', async () => {
    const { document } = await open(await write('note.txt', TEXT));
    await vscode.commands.executeCommand('standpoint.treatAsCorpus');
    await until(
      'the corpus',
      () => vscode.window.activeTextEditor?.document.languageId === 'standpoint-corpus',
    );
    assert.deepEqual(await outline(document.uri), ['Harbour board divided']);
  });

  it('opens the codebook of the workspace', async () => {
    await vscode.commands.executeCommand('standpoint.openCodebook');
    const active = vscode.window.activeTextEditor?.document.uri;
    assert.strictEqual(active?.toString(), uriOf('standpoint.yaml').toString());
  });

  it('has every file of the sample that it would copy', async () => {
    const extension = vscode.extensions.getExtension('standpoint.standpoint');
    assert.isDefined(extension);
    for (const file of SAMPLE_FILES) {
      const uri = vscode.Uri.joinPath(extension.extensionUri, 'samples', file);
      assert.isAbove((await vscode.workspace.fs.readFile(uri)).length, 0, file);
    }
  });
});
