import { assert } from 'chai';
import * as vscode from 'vscode';
import { clearScratch, open, until, watched, write } from './support/workspace.js';

const PROVIDERS = ['vscode.executeDocumentSymbolProvider', 'vscode.executeFoldingRangeProvider'];

/** Asks every provider for all there is; each must answer, and none may throw. */
async function askAll(uri: vscode.Uri): Promise<void> {
  for (const provider of PROVIDERS) await vscode.commands.executeCommand(provider, uri);
  await vscode.commands.executeCommand('vscode.executeLinkProvider', uri, 10);
  await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(2, 3));
}

function codes(uri: vscode.Uri): readonly unknown[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Standpoint')
    .map(({ code }) => code);
}

describe('reading: bad input', () => {
  before(watched);
  afterEach(() => clearScratch());

  it('reports NUL characters in a file that no editor would open as text', async () => {
    const uri = await write('nul.corpus', '=== a\n\n“One\0 word,” said Tom Reid.\n');
    await until('the problem', () => codes(uri).includes('nul-byte'));
  });

  it('removes all NUL characters of a file that an editor did open', async () => {
    const before = 'The quay is empty. '.repeat(40);
    const text = `=== a\n\n${before}“One\0 word,” said\0\0 Tom Reid.\n`;
    const { document } = await open(await write('nul.corpus', text));
    await until('the problem', () => codes(document.uri).includes('nul-byte'));
    await askAll(document.uri);
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    assert.include(diagnostic?.message, '3');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const edit = actions[0]?.edit;
    assert.isTrue(edit && (await vscode.workspace.applyEdit(edit)));
    assert.strictEqual(document.getText(), text.replaceAll('\0', ''));
    await until('no problem', () => codes(document.uri).length === 0);
    await document.save();
  });

  it('reports bytes that are not UTF-8, whether an editor has the file open or not', async () => {
    const bytes = new TextEncoder().encode('=== a\n\nCaf? society said no.\n');
    bytes[bytes.indexOf(0x3f)] = 0xe9;
    const uri = await write('latin.corpus', bytes);
    await until('the problem', () => codes(uri).includes('invalid-utf8'));
    const [closed] = vscode.languages.getDiagnostics(uri);
    assert.include(closed?.message, 'E9');
    assert.deepEqual(closed?.range, new vscode.Range(2, 3, 2, 4));
    await open(uri);
    await askAll(uri);
    assert.deepEqual(codes(uri), ['invalid-utf8']);
  });

  it('answers for a line of five million characters', async () => {
    const sentence = 'The board met again “without result”, said Tom Reid, and went home. ';
    const line = sentence.repeat(Math.ceil(5_000_000 / sentence.length));
    const uri = await write('long.corpus', `=== a\n\n${line}\n`);
    await open(uri);
    await askAll(uri);
    assert.deepEqual(codes(uri), []);
  }).timeout(60_000);

  it('survives a corpus of delimiters, unclosed marks and stray surrogates', async () => {
    const text = `===\n===\n=== \n=== a ===\n\n“““« ‘ " ' \ud800 ${'“'.repeat(2000)}\n\n=== a\n: \n: :\ntitle:\n`;
    const uri = await write('odd.corpus', text);
    await open(uri);
    await askAll(uri);
    await until('problems', () => codes(uri).length > 0);
  });

  it('does not take a text for a corpus that has no delimiter', async () => {
    const { document } = await open(await write('note.txt', 'Just “a note”, said Tom Reid.\n'));
    assert.strictEqual(document.languageId, 'plaintext');
  });
});
