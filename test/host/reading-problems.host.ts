import { assert } from 'chai';
import * as vscode from 'vscode';
import { clearScratch, open, put, until, uriOf, watched, write } from './support/workspace.js';

const CORPUS = `=== harbour
date: 2021-03-04

“The channel is silting up,” said Tom Reid.

=== harbour
date: the other day

Nothing is said here.

===${' '}
title: No id, no trouble

A document without an id.
`;

const SIDECAR = `standpoint: 1

statements:

- id: saaaaaaaaa
  document: harbour
  at: [0, 28]
  quote: "The channel is silting up"
  prefix: "“"
  suffix: ",” said Tom Reid."

- id: sbbbbbbbbb
  document: harbour
  at: [400, 430]
  quote: "a toll on every crossing would empty the quay"
  prefix: ""
  suffix: ""
`;

function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Standpoint');
}

function problems(uri: vscode.Uri, wanted: readonly string[]): Promise<readonly vscode.Diagnostic[]> {
  return until(`the problems ${wanted.join(', ') || '(none)'} of ${uri.path}`, () => {
    const found = ours(uri);
    return JSON.stringify(found.map(({ code }) => code)) === JSON.stringify(wanted) && found;
  });
}

async function fix(document: vscode.TextDocument, code: string): Promise<vscode.CodeAction> {
  const diagnostic = ours(document.uri).find((one) => one.code === code);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic?.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const [action] = actions;
  if (!action) throw new Error(`No way out of ${code}`);
  return action;
}

async function applyFix(document: vscode.TextDocument, code: string): Promise<void> {
  const { edit } = await fix(document, code);
  assert.isTrue(edit && (await vscode.workspace.applyEdit(edit)));
}

describe('reading: problems', () => {
  before(watched);
  afterEach(() => clearScratch());

  it('shows what is wrong in a corpus that no editor has open, at its place', async () => {
    const uri = await write('harbour.corpus', CORPUS);
    const [duplicate, date, empty] = await problems(uri, ['duplicate-id', 'unreadable-date', 'empty-id']);
    assert.deepEqual(duplicate?.range, new vscode.Range(5, 4, 5, 11));
    assert.strictEqual(duplicate?.severity, vscode.DiagnosticSeverity.Error);
    assert.include(duplicate?.message, '“harbour”');
    assert.strictEqual(date?.range.start.line, 6);
    assert.strictEqual(empty?.range.start.line, 10);
  });

  it('mends a duplicate and an empty id', async () => {
    const { document } = await open(await write('harbour.corpus', CORPUS));
    await problems(document.uri, ['duplicate-id', 'unreadable-date', 'empty-id']);
    await applyFix(document, 'duplicate-id');
    await applyFix(document, 'empty-id');
    await problems(document.uri, ['unreadable-date']);
    assert.include(document.getText(), '=== harbour-2\n');
    assert.match(document.getText(), /^=== no-id-no-trouble ?$/m);
    await document.save();
  });

  it('selects a date that cannot be read, and changes nothing', async () => {
    const { document } = await open(await write('harbour.corpus', CORPUS));
    await problems(document.uri, ['duplicate-id', 'unreadable-date', 'empty-id']);
    const { command } = await fix(document, 'unreadable-date');
    await vscode.commands.executeCommand(
      command?.command ?? '',
      ...((command?.arguments ?? []) as unknown[]),
    );
    const editor = vscode.window.activeTextEditor;
    assert.strictEqual(editor?.document.getText(editor.selection), 'the other day');
    assert.strictEqual(document.getText(), CORPUS);
  });

  it('makes a document of text that stands before the first one', async () => {
    const { document } = await open(await write('before.corpus', 'Stray words.\n\n=== a\n\nText.\n'));
    await problems(document.uri, ['text-before-first-delimiter']);
    await applyFix(document, 'text-before-first-delimiter');
    await problems(document.uri, []);
    assert.match(document.getText(), /^=== document-0\n\nStray words\./);
    await document.save();
  });

  it('offers to tag at a quote and on a selection, and nowhere else', async () => {
    const { document } = await open(await write('harbour.corpus', CORPUS));
    const titles = async (range: vscode.Range): Promise<readonly string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.Refactor.value,
      );
      return actions.map(({ title }) => title);
    };
    assert.deepEqual(await titles(new vscode.Range(3, 5, 3, 5)), ['Tag quote…']);
    assert.deepEqual(await titles(new vscode.Range(8, 0, 8, 7)), ['Tag the selected words…']);
    assert.deepEqual(await titles(new vscode.Range(8, 3, 8, 3)), []);
    assert.deepEqual(await titles(new vscode.Range(3, 5, 8, 3)), []);
  });

  it('shows a lost statement at its words in the sidecar', async () => {
    await write('harbour.corpus', CORPUS);
    const sidecar = await write('harbour.corpus.stances.yaml', SIDECAR);
    const [lost] = await problems(sidecar, ['lost']);
    assert.strictEqual(lost?.severity, vscode.DiagnosticSeverity.Warning);
    assert.include(lost?.message, 'a toll on every crossing');
    assert.strictEqual(lost?.range.start.line, 14);
  });

  it('shows a broken sidecar, and one in the middle of a merge, and clears them when mended', async () => {
    await write('harbour.corpus', CORPUS);
    const sidecar = await write('harbour.corpus.stances.yaml', 'standpoint: 1\nstatements: {a: [\n');
    await until('a problem', () => ours(sidecar).some(({ code }) => code === 'yaml'));
    await write('harbour.corpus.stances.yaml', `<<<<<<< ours\n${SIDECAR}=======\n>>>>>>> theirs\n`);
    await until('another problem', () => ours(sidecar).some(({ code }) => code === 'conflict-markers'));
    await write('harbour.corpus.stances.yaml', SIDECAR);
    await problems(sidecar, ['lost']);
  });

  it('says that the corpus of a sidecar is gone, and takes it back when it returns', async () => {
    const corpus = await write('harbour.corpus', CORPUS);
    const sidecar = await write('harbour.corpus.stances.yaml', SIDECAR);
    await problems(sidecar, ['lost']);
    await vscode.workspace.fs.delete(corpus);
    const [orphan] = await problems(sidecar, ['orphan']);
    assert.include(orphan?.message, 'harbour.corpus');
    assert.deepEqual(ours(corpus), []);
    await write('harbour.corpus', CORPUS);
    await problems(sidecar, ['lost']);
  });

  it('clears what it said of a file that is deleted', async () => {
    const uri = await write('harbour.corpus', CORPUS);
    await problems(uri, ['duplicate-id', 'unreadable-date', 'empty-id']);
    await vscode.workspace.fs.delete(uri);
    await problems(uri, []);
  });

  it('shows what is wrong in the codebook', async () => {
    const uri = uriOf('standpoint.yaml');
    const before = await vscode.workspace.fs.readFile(uri);
    try {
      await put(
        uriOf('standpoint.yaml'),
        'standpoint: 1\nissues:\n- {id: a, label: A}\n- {id: a, label: B}\n',
      );
      await until('a problem', () => ours(uri).some(({ code }) => code === 'duplicate-id'));
    } finally {
      await vscode.workspace.fs.writeFile(uri, before);
    }
    await problems(uri, []);
  });
});
