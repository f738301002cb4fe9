import { assert } from 'chai';
import * as vscode from 'vscode';
import { outcomeOf, read, select, statementsOf, takingFirstChoices, wordsOf } from './support/api.js';
import { clearScratch, open, put, scratch, until, watched, write } from './support/workspace.js';

const CORPUS = `=== one
date: 2025-03-04

It rained all day at Wharfside, and few came to the meeting in the old customs house.

“The toll is too high for any small boat,” said Tom Brace, president of the Boatowners' Federation.

He had counted ninety empty berths along the new quay since the beginning of the season.

=== two

“A levy pays for the wall that everybody walks along,” said Nadia Khan.
`;

const QUOTE = 'The toll is too high for any small boat,';
const LEVY = 'A levy pays for the wall that everybody walks along,';

const SIDECAR = `standpoint: 1

statements:

- id: saaaaaaaaa
  document: one
  at: [88, 128]
  quote: "${QUOTE}"
  prefix: "meeting in the old customs house.\\n\\n“"
  suffix: "” said Tom Brace, president of the Boatowners' Federation."
  organisation: boatowners
  issue: harbour-levy
  stance: oppose

- id: sbbbbbbbbb
  document: two
  at: [1, 53]
  quote: "${LEVY}"
  prefix: "“"
  suffix: "” said Nadia Khan."
  organisation: residents
  issue: harbour-levy
  stance: support
`;

/** The corpus in an editor, its two statements at their places. */
async function begin(text = CORPUS): Promise<vscode.TextEditor> {
  await write('a.corpus.stances.yaml', SIDECAR);
  const editor = await open(await write('a.corpus', text));
  await isAt('saaaaaaaaa', 'located');
  await isAt('sbbbbbbbbb', 'located');
  return editor;
}

async function isAt(id: string, outcome: string): Promise<void> {
  let last: string | undefined;
  await until(`${id} to be ${outcome}`, async () => {
    last = await outcomeOf(scratch('a.corpus'), id);
    return last === outcome;
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; it is ${last}`);
  });
}

function words(id = 'saaaaaaaaa'): Promise<string | null> {
  return wordsOf(scratch('a.corpus'), id);
}

async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const start = editor.document.getText().indexOf(old);
  assert.isAtLeast(start, 0, old);
  const [from, to] = [start, start + old.length].map((offset) => editor.document.positionAt(offset));
  if (from && to) await editor.edit((edit) => edit.replace(new vscode.Range(from, to), text));
}

describe('tagging: statements stay with their words', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('moves with them while somebody types before and between', async () => {
    const editor = await begin();
    for (const character of 'Hail. ') {
      await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), character));
    }
    await replace(editor, '=== two\n', '=== new\n\nA whole new document.\n\n=== two\n');
    await until('the new document', async () => (await statementsOf(scratch('a.corpus'), 2))[1]?.order === 2);
    assert.strictEqual(await words(), QUOTE);
    assert.strictEqual(await words('sbbbbbbbbb'), LEVY);
  });

  it('keeps to a passage that is corrected, says so, and takes the new words when asked to', async () => {
    const editor = await begin();
    await replace(editor, 'any small boat', 'any small wooden boat');
    await isAt('saaaaaaaaa', 'located, changed');
    assert.strictEqual(await words(), 'The toll is too high for any small wooden boat,');
    assert.strictEqual(await read(scratch('a.corpus.stances.yaml')), SIDECAR);
    select(editor, 'wooden', false);
    await vscode.commands.executeCommand('standpoint.confirmStatement');
    await isAt('saaaaaaaaa', 'located');
    assert.include(
      await read(scratch('a.corpus.stances.yaml')),
      'quote: "The toll is too high for any small wooden boat,"',
    );
    await vscode.commands.executeCommand('standpoint.undoTag');
    assert.strictEqual(await read(scratch('a.corpus.stances.yaml')), SIDECAR);
    await vscode.commands.executeCommand('workbench.action.files.save');
  });

  it('does not grow over words typed at its edges', async () => {
    const editor = await begin();
    await replace(editor, `“${QUOTE}”`, `“Look: ${QUOTE} surely”`);
    await until('the text', async () => (await words()) !== null);
    assert.strictEqual(await words(), QUOTE);
  });

  it('is lost when its words are deleted, and is there again after undo', async () => {
    const editor = await begin();
    await replace(editor, `“${QUOTE}” said Tom Brace, president of the Boatowners' Federation.\n`, '');
    await isAt('saaaaaaaaa', 'lost');
    assert.strictEqual(await words('sbbbbbbbbb'), LEVY);
    await vscode.commands.executeCommand('undo');
    await isAt('saaaaaaaaa', 'located');
    assert.strictEqual(await words(), QUOTE);
    assert.strictEqual(await read(scratch('a.corpus.stances.yaml')), SIDECAR);
  });

  it('is lost when an edit runs over its end into the next document, never moved there', async () => {
    const editor = await begin();
    const text = editor.document.getText();
    const from = editor.document.positionAt(text.indexOf('is too high'));
    const to = editor.document.positionAt(text.indexOf('pays for the wall'));
    await editor.edit((edit) => edit.replace(new vscode.Range(from, to), 'X'));
    await until('both to be not located', async () => {
      const outcomes = await Promise.all(
        ['saaaaaaaaa', 'sbbbbbbbbb'].map((id) => outcomeOf(scratch('a.corpus'), id)),
      );
      return outcomes.every((outcome) => !outcome?.startsWith('located'));
    });
    await vscode.commands.executeCommand('undo');
    await isAt('sbbbbbbbbb', 'located');
    assert.strictEqual(await words(), QUOTE);
  });

  it('is found after another program wrote the whole file anew', async () => {
    const editor = await begin();
    const more = Array.from({ length: 400 }, (_, n) => `Paragraph ${n} of a long report.`).join('\n\n');
    await put(
      scratch('a.corpus'),
      CORPUS.replace('It rained', `${more}\n\nIt rained`).replace(
        '=== two',
        `=== between\n\n${more}\n\n=== two`,
      ),
    );
    await until('the reload', () => editor.document.getText().includes('=== between'));
    await until('the place', async () => {
      const [first] = await statementsOf(scratch('a.corpus'), 2);
      return first?.place.outcome === 'located' && first.place.span.start > 5000;
    });
    assert.strictEqual(await words(), QUOTE);
    assert.strictEqual(await words('sbbbbbbbbb'), LEVY);
  });

  it('stays when the line ends change, in the editor and on disk', async () => {
    const editor = await begin();
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await until(
      'CRLF',
      async () => (await words()) === QUOTE && editor.document.eol === vscode.EndOfLine.CRLF,
    );
    await vscode.commands.executeCommand('workbench.action.files.save');
    await isAt('saaaaaaaaa', 'located');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await put(scratch('a.corpus'), CORPUS);
    await isAt('sbbbbbbbbb', 'located');
    assert.strictEqual(await words(), QUOTE);
  });

  it('tags in a corpus with CRLF as in one with LF', async () => {
    await write('a.corpus.stances.yaml', 'standpoint: 1\n\nstatements:\n');
    const editor = await open(await write('a.corpus', CORPUS.replaceAll('\n', '\r\n')));
    select(editor, 'too high', false);
    await takingFirstChoices('standpoint.tagQuote');
    const text = await read(scratch('a.corpus.stances.yaml'));
    const at = CORPUS.indexOf(QUOTE) - CORPUS.indexOf('It rained');
    assert.include(text, `at: [${at}, ${at + QUOTE.length}]`);
    assert.notInclude(text, '\\r');
    const [statement] = await statementsOf(scratch('a.corpus'), 1);
    assert.isDefined(statement);
    assert.strictEqual(await words(statement.stored.statement.id), QUOTE);
  });

  it('re-attaches a lost statement to the selection, in its lines of the sidecar only', async () => {
    const editor = await begin();
    const other = 'ninety empty berths';
    await replace(editor, `“${QUOTE}” said Tom Brace, president of the Boatowners' Federation.\n`, '');
    await isAt('saaaaaaaaa', 'lost');
    select(editor, other);
    await takingFirstChoices('standpoint.reattachStatement');
    await isAt('saaaaaaaaa', 'located');
    assert.strictEqual(await words(), other);
    const before = SIDECAR.split('\n');
    const after = (await read(scratch('a.corpus.stances.yaml'))).split('\n');
    assert.strictEqual(after.length, before.length);
    const changed = before
      .filter((line, index) => line !== after[index])
      .map((line) => line.trim().split(':')[0]);
    assert.deepEqual(changed, ['at', 'quote', 'prefix', 'suffix']);
    await vscode.commands.executeCommand('standpoint.undoTag');
    assert.strictEqual(await read(scratch('a.corpus.stances.yaml')), SIDECAR);
  });

  it('re-attaches nothing without a selection, to blanks, or to words of two documents', async () => {
    const editor = await begin();
    const [first] = await statementsOf(scratch('a.corpus'), 2);
    assert.isDefined(first);
    const { document } = editor;
    const all = new vscode.Selection(
      new vscode.Position(3, 0),
      document.positionAt(document.getText().length),
    );
    const blank = new vscode.Selection(4, 0, 5, 1);
    for (const selection of [new vscode.Selection(3, 3, 3, 3), blank, all]) {
      editor.selection = selection;
      await vscode.commands.executeCommand('standpoint.reattachStatement', { key: first.key });
    }
    assert.strictEqual(await read(scratch('a.corpus.stances.yaml')), SIDECAR);
  });

  it('leads from a statement to its words, and from a lost one to its lines', async () => {
    const editor = await begin();
    const [first] = await statementsOf(scratch('a.corpus'), 2);
    assert.isDefined(first);
    await vscode.commands.executeCommand('standpoint.openStatement', { key: first.key });
    assert.strictEqual(editor.document.getText(vscode.window.activeTextEditor?.selection), QUOTE);
    await vscode.commands.executeCommand('standpoint.openStatementInSidecar', { key: first.key });
    const shown = vscode.window.activeTextEditor;
    assert.strictEqual(shown?.document.lineAt(shown.selection.active.line).text, '- id: saaaaaaaaa');
  });
});
