import { assert } from 'chai';
import * as vscode from 'vscode';
import { addToCodebook } from '../../src/core/codebook/additions.js';
import type { Statement } from '../../src/core/sidecar/types.js';
import { Annotations } from '../../src/editor/tagging/annotations.js';
import { chosenOrganisation, chosenPerson } from '../../src/editor/tagging/questions.js';
import {
  exists,
  loneFolder,
  projectOf,
  read,
  revert,
  select,
  standpoint,
  statementsOf,
  takingFirstChoices,
} from './support/api.js';
import { clearScratch, open, put, scratch, until, watched, write } from './support/workspace.js';

const CORPUS = `=== one
date: 2025-03-04

“The toll is too high,” said Tom Brace, president of the Boatowners' Federation.

“A levy pays for the wall,” said Nadia Khan.

=== two

Nobody says a word here.
`;

/** As somebody may have written it by hand: nothing of it may change, wherever a block goes in. */
const BY_HAND = `# coded in the archive,   do not tidy
standpoint:   1
x-project: {wave: 2}

statements:

  # the second one first
  - id:        saaaaaaaaa
    document:  'one'
    quote: >-
      A levy pays
      for the wall,
    suffix: '” said'
    prefix: ""
    x-weight: 0.5      # by hand
    stance:    support

  - {id: sbbbbbbbbb, document: two, quote: "a word", prefix: "", suffix: ""}
# end of the list
`;

const BLOCK =
  /^( *)- id: ([a-z][0-9a-z]{9})\r?\n\1 {2}document: one\r?\n\1 {2}at: \[1, 22\]\r?\n\1 {2}quote: "The toll is too high,"\r?\n\1 {2}prefix: "“"\r?\n\1 {2}suffix: "” said Tom Brace, president of the Boatowners' Federation\..*"\r?\n\1 {2}speaker: tom-brace\r?\n\1 {2}organisation: boatowners\r?\n\1 {2}issue: harbour-levy\r?\n\1 {2}stance: [a-z]+\r?\n\1 {2}basis: quoted\r?\n\1 {2}created: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?:\r?\n){1,2}/m;

const OPPOSE: Statement = {
  id: 'sccccccccc',
  document: 'one',
  at: { start: 1, end: 22 },
  quote: 'The toll is too high,',
  prefix: '“',
  suffix: '” said Tom Brace',
  speaker: null,
  organisation: 'boatowners',
  issue: 'harbour-levy',
  stance: 'oppose',
  basis: 'quoted',
  claimedBy: null,
  created: '2025-07-01T09:00:00Z',
  note: null,
};

/** Tags the first quote by the command, with the choices that are offered first. */
async function tagFirstQuote(corpus: vscode.Uri): Promise<void> {
  const editor = await open(corpus);
  select(editor, 'toll is', false);
  await takingFirstChoices('standpoint.tagQuote');
}

function without(text: string, block: RegExp): string {
  assert.match(text, block);
  return text.replace(block, '');
}

describe('tagging: the sidecar', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('makes a sidecar where there is none, with nothing in it but the statement', async () => {
    const corpus = await write('a.corpus', CORPUS);
    await tagFirstQuote(corpus);
    const text = await read(scratch('a.corpus.stances.yaml'));
    assert.match(without(text, BLOCK), /^(?:# yaml-language-server: \S+\n)?standpoint: 1\n\nstatements:\n+$/);
    const [statement] = await statementsOf(corpus, 1);
    assert.strictEqual(statement?.place.outcome, 'located');
  });

  for (const [name, text] of [
    ['with comments, odd indentation and unknown keys', BY_HAND],
    ['with CRLF line ends', BY_HAND.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${BY_HAND}`],
    ['without a last line end', BY_HAND.trimEnd()],
  ] as const) {
    it(`adds just its own lines to a closed sidecar ${name}`, async () => {
      const corpus = await write('a.corpus', CORPUS);
      const sidecar = await write('a.corpus.stances.yaml', text);
      await statementsOf(corpus, 2);
      await tagFirstQuote(corpus);
      const after = await read(sidecar);
      assert.strictEqual(without(after, BLOCK), text);
      if (text.includes('\r\n')) assert.notMatch(after, /[^\r]\n/);
      await vscode.commands.executeCommand('standpoint.undoTag');
      assert.strictEqual(await read(sidecar), text);
      await vscode.commands.executeCommand('standpoint.redoTag');
      assert.strictEqual(await read(sidecar), after);
    });
  }

  it('saves a sidecar that is open and clean', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const sidecar = await write('a.corpus.stances.yaml', BY_HAND);
    const { document } = await open(sidecar);
    await tagFirstQuote(corpus);
    assert.isFalse(document.isDirty);
    assert.strictEqual(without(await read(sidecar), BLOCK), BY_HAND);
  });

  it('adds to a sidecar that is open and unsaved, and leaves saving to whoever writes in it', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const sidecar = await write('a.corpus.stances.yaml', BY_HAND);
    const editor = await open(sidecar);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# unsaved thought\n'));
    await tagFirstQuote(corpus);
    const { document } = editor;
    assert.isTrue(document.isDirty);
    assert.strictEqual(await read(sidecar), BY_HAND);
    assert.strictEqual(without(document.getText(), BLOCK), `# unsaved thought\n${BY_HAND}`);
    await statementsOf(corpus, 3);
    await document.save();
    assert.strictEqual(without(await read(sidecar), BLOCK), `# unsaved thought\n${BY_HAND}`);
  });

  it('takes back each change once, however fast it is asked to', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const sidecar = await write('a.corpus.stances.yaml', BY_HAND);
    await open(sidecar);
    const { workspace, writer } = await standpoint();
    const project = await projectOf(corpus);
    await statementsOf(corpus, 2);
    const annotations = new Annotations(workspace, writer);
    const ids = ['sccccccccc', 'sddddddddd', 'seeeeeeeee'];
    const added = await Promise.all(
      ids.map((id) => annotations.add(project, corpus, { ...OPPOSE, id }, [], id)),
    );
    assert.deepEqual(added, [true, true, true]);
    await statementsOf(corpus, 5);
    await Promise.all([annotations.undo(), annotations.undo()]);
    assert.deepEqual((await statementsOf(corpus, 3)).map(({ stored }) => stored.statement.id).sort(), [
      'saaaaaaaaa',
      'sbbbbbbbbb',
      'sccccccccc',
    ]);
    await Promise.all([annotations.undo(), annotations.undo(), annotations.undo()]);
    assert.strictEqual(await read(sidecar), BY_HAND);
    await Promise.all([annotations.redo(), annotations.redo(), annotations.redo(), annotations.redo()]);
    await statementsOf(corpus, 5);
    assert.isFalse(annotations.canRedo);
    annotations.dispose();
  });

  it('counts nothing as a step that changed nothing', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const { workspace, writer } = await standpoint();
    const project = await projectOf(corpus);
    const annotations = new Annotations(workspace, writer);
    await annotations.add(project, corpus, OPPOSE, [], 'added');
    const [statement] = await statementsOf(corpus, 1);
    assert.isDefined(statement);
    const same = { kind: 'set', id: OPPOSE.id, change: { stance: 'oppose' } } as const;
    assert.isTrue(await annotations.change(project, statement, same, [], 'nothing'));
    await annotations.undo();
    await statementsOf(corpus, 0);
    assert.isFalse(annotations.canUndo);
    annotations.dispose();
  });

  it('puts several statements on one span, each with its own block', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const editor = await open(corpus);
    for (let n = 0; n < 2; n++) {
      select(editor, 'toll is', false);
      await takingFirstChoices('standpoint.tagQuote');
    }
    const statements = await statementsOf(corpus, 2);
    assert.strictEqual(new Set(statements.map(({ key }) => key)).size, 2);
    assert.strictEqual(new Set(statements.map(({ place }) => JSON.stringify(place))).size, 1);
  });

  it('sets each field in its own line, and removes one statement with its lines only', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const sidecar = await write('a.corpus.stances.yaml', BY_HAND.replaceAll('\n', '\r\n'));
    const { workspace, writer } = await standpoint();
    const project = await projectOf(corpus);
    await statementsOf(corpus, 2);
    const annotations = new Annotations(workspace, writer);
    const lines = async () => (await read(sidecar)).split('\n');
    for (const [change, line] of [
      [{ stance: 'mixed' }, '    stance:    mixed\r'],
      [{ issue: 'harbour-levy' }, '    issue: harbour-levy\r'],
      [{ organisation: 'residents' }, '    organisation: residents\r'],
      [{ speaker: 'nadia-khan' }, '    speaker: nadia-khan\r'],
      [{ basis: 'claimed', claimedBy: 'boatowners' }, '    claimed_by: boatowners\r'],
      [{ note: 'Two lines:\nthe “wall”, £5\\' }, '    note: "Two lines:\\nthe “wall”, £5\\\\"\r'],
    ] as const) {
      const before = await lines();
      const statement = project.statement(`${sidecar.toString()}#saaaaaaaaa`);
      assert.isDefined(statement);
      const operation = { kind: 'set', id: 'saaaaaaaaa', change } as const;
      assert.isTrue(await annotations.change(project, statement, operation, [], 'set'));
      const after = await lines();
      assert.include(after, line);
      const gone = before.filter((one) => !after.includes(one));
      assert.isAtMost(gone.length, 1, JSON.stringify(change));
    }
    for (let n = 0; n < 6; n++) await annotations.undo();
    assert.strictEqual(await read(sidecar), BY_HAND.replaceAll('\n', '\r\n'));
    const statement = project.statement(`${sidecar.toString()}#sbbbbbbbbb`);
    assert.isDefined(statement);
    await annotations.change(project, statement, { kind: 'remove', id: 'sbbbbbbbbb' }, [], 'removed');
    assert.notInclude(await read(sidecar), 'sbbbbbbbbb');
    assert.include(await read(sidecar), 'x-weight: 0.5      # by hand');
    await annotations.undo();
    const block = '  - {id: sbbbbbbbbb, document: two, quote: "a word", prefix: "", suffix: ""}\r';
    assert.include(await lines(), block);
    const words = (text: string): readonly string[] => text.split(/[\r\n]+/);
    assert.deepEqual(words(await read(sidecar)), words(BY_HAND));
    annotations.dispose();
  });

  it('never writes another coder’s statement', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const theirs = await write('a.corpus.ben.stances.yaml', BY_HAND);
    const [statement] = await statementsOf(corpus, 2);
    assert.isDefined(statement);
    const argument = { key: statement.key };
    await vscode.commands.executeCommand('standpoint.removeStatement', argument);
    const editor = await open(corpus);
    select(editor, 'Nobody says a word');
    await vscode.commands.executeCommand('standpoint.reattachStatement', argument);
    await vscode.commands.executeCommand('standpoint.confirmStatement', argument);
    assert.strictEqual(await read(theirs), BY_HAND);
    assert.isFalse(await exists(scratch('a.corpus.stances.yaml')));
  });
});

describe('tagging: what must not be written', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  for (const [name, text] of [
    ['that is no YAML', `${BY_HAND}  - id: "open\n`],
    ['with conflict markers', BY_HAND.replace('  - id:  ', '<<<<<<< ours\n  - id:  ')],
    ['with tabs', BY_HAND.replace('    x-weight', '\tx-weight')],
    ['with two YAML documents', `${BY_HAND}---\nstandpoint: 1\n`],
    ['with one id twice', BY_HAND.replace('sbbbbbbbbb', 'saaaaaaaaa')],
    ['that is a list', '- a\n- b\n'],
  ] as const) {
    it(`leaves a sidecar ${name} as it is, open or closed`, async () => {
      const corpus = await write('a.corpus', CORPUS);
      const sidecar = await write('a.corpus.stances.yaml', text);
      const project = await projectOf(corpus);
      await until('the sidecar', () => project.sidecar(sidecar.toString()));
      await tagFirstQuote(corpus);
      assert.strictEqual(await read(sidecar), text);
      const { document } = await open(sidecar);
      await tagFirstQuote(corpus);
      assert.strictEqual(document.getText(), text);
      assert.isFalse(document.isDirty);
      assert.strictEqual(await read(sidecar), text);
    });
  }

  it('leaves a sidecar that is not UTF-8 as it is', async () => {
    const bytes = new TextEncoder().encode('standpoint: 1\n# caf?\n');
    bytes[bytes.indexOf(0x3f)] = 0xe9;
    const corpus = await write('a.corpus', CORPUS);
    const sidecar = await write('a.corpus.stances.yaml', bytes);
    await tagFirstQuote(corpus);
    assert.deepEqual(await vscode.workspace.fs.readFile(sidecar), bytes);
  });

  it('writes nothing for words of two documents, for a head, for no quote, or for an untitled corpus', async () => {
    const corpus = await write('a.corpus', CORPUS);
    const editor = await open(corpus);
    const { document } = editor;
    const all = new vscode.Selection(
      new vscode.Position(4, 0),
      document.positionAt(document.getText().length),
    );
    const head = new vscode.Selection(1, 0, 1, 4);
    const none = new vscode.Selection(9, 3, 9, 3);
    for (const selection of [all, head, none]) {
      editor.selection = selection;
      await vscode.commands.executeCommand('standpoint.tagQuote');
    }
    assert.isFalse(await exists(scratch('a.corpus.stances.yaml')));
    const untitled = await vscode.workspace.openTextDocument({
      language: 'standpoint-corpus',
      content: CORPUS,
    });
    const shown = await vscode.window.showTextDocument(untitled);
    select(shown, 'toll is', false);
    await vscode.commands.executeCommand('standpoint.tagQuote');
    await revert(untitled);
  });

  it('does nothing where no corpus is open, or where the argument is not one of ours', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const command of ['tagQuote', 'tagQuoteSameIssue', 'editStatement', 'addNote', 'removeStatement']) {
      await vscode.commands.executeCommand(`standpoint.${command}`);
    }
    for (const argument of [{ key: 'no such' }, { key: 7 }, { uri: 'x:y', offset: 3 }, null, 'text']) {
      await vscode.commands.executeCommand('standpoint.removeStatement', argument);
      await vscode.commands.executeCommand('standpoint.confirmStatement', argument);
      await vscode.commands.executeCommand('standpoint.tagQuote', argument);
      await vscode.commands.executeCommand('standpoint.openStatement', argument);
      await vscode.commands.executeCommand('standpoint.openPassage', argument);
    }
  });
});

describe('tagging: the codebook', () => {
  let lone = loneFolder();
  afterEach(async () => {
    await lone.clear();
    lone = loneFolder();
  });

  const issue = {
    kind: 'issue',
    entry: { id: 'tolls', label: 'Tolls: yes or no?', definition: null },
  } as const;
  const board = {
    kind: 'organisation',
    entry: { id: 'board', name: 'Harbour Board', aliases: [], type: null, parent: null },
  } as const;
  const statement = { ...OPPOSE, issue: 'tolls', organisation: 'board' };

  async function begin(): Promise<{ corpus: vscode.Uri; codebook: vscode.Uri; annotations: Annotations }> {
    const corpus = await lone.write('a.corpus', CORPUS);
    await open(corpus);
    const { workspace, writer } = await standpoint();
    await workspace.loaded(corpus);
    return { corpus, codebook: lone.uri('standpoint.yaml'), annotations: new Annotations(workspace, writer) };
  }

  it('makes codebook and sidecar with the first tag, and keeps the codebook when it is taken back', async () => {
    const { corpus, codebook, annotations } = await begin();
    const project = await projectOf(corpus);
    assert.isTrue(await annotations.add(project, corpus, statement, [board, issue], 'first'));
    const text = await read(codebook);
    assert.match(text, /^standpoint: 1\nstances:\n- \{id: support, label: Supports, value: 1, key: "1"\}\n/);
    assert.include(text, '- id: tolls\n  label: "Tolls: yes or no?"\n');
    assert.include(text, '- id: board\n  name: Harbour Board\n');
    assert.lengthOf(project.codebook.stances, 5);
    const sidecar = lone.uri('a.corpus.stances.yaml');
    assert.include(await read(sidecar), '\n- id: sccccccccc\n  document: one\n  at: [1, 22]\n');
    await annotations.undo();
    assert.notInclude(await read(sidecar), 'sccccccccc');
    await annotations.redo();
    assert.include(await read(sidecar), 'sccccccccc');
    annotations.dispose();
  });

  it('adds new names behind the others, and takes them back with the statement', async () => {
    const before =
      'standpoint: 1\r\n\r\n# ours\r\nissues:\r\n  - {id: a,   label: A}   # first\r\n\r\nx-more: [1,2]\r\n';
    await lone.write('standpoint.yaml', before);
    const { corpus, codebook, annotations } = await begin();
    const project = await projectOf(corpus);
    assert.isTrue(await annotations.add(project, corpus, statement, [board, issue], 'first'));
    const after = await read(codebook);
    for (const line of before.split('\r\n')) assert.include(after, line);
    assert.notMatch(after, /[^\r]\n/);
    assert.deepEqual(
      project.codebook.issues.map(({ id }) => id),
      ['a', 'tolls'],
    );
    await annotations.undo();
    assert.strictEqual(await read(codebook), before);
    await annotations.redo();
    assert.strictEqual(await read(codebook), after);
    annotations.dispose();
  });

  it('brings missing names back on redo, though somebody wrote in the codebook meanwhile', async () => {
    await lone.write('standpoint.yaml', 'standpoint: 1\nissues:\n- id: a\n  label: A\n');
    const { corpus, codebook, annotations } = await begin();
    const project = await projectOf(corpus);
    await annotations.add(project, corpus, statement, [board, issue], 'first');
    await annotations.undo();
    await put(codebook, `# a remark\n${await read(codebook)}`);
    await until('the remark', () => project.codebookText?.startsWith('# a remark'));
    await annotations.redo();
    assert.match(await read(codebook), /^# a remark\n[^]*- id: tolls/);
    assert.include(await read(lone.uri('a.corpus.stances.yaml')), 'sccccccccc');
    annotations.dispose();
  });

  it('writes neither file where the codebook is broken', async () => {
    const broken = 'standpoint: 1\nissues: [\n';
    await lone.write('standpoint.yaml', broken);
    const { corpus, codebook, annotations } = await begin();
    assert.isFalse(await annotations.add(await projectOf(corpus), corpus, statement, [issue], 'first'));
    assert.strictEqual(await read(codebook), broken);
    assert.isFalse(await exists(lone.uri('a.corpus.stances.yaml')));
    annotations.dispose();
  });

  it('gives a new person and a new organisation of one name ids of their own', () => {
    const codebook = { stances: [], issues: [], organisations: [], people: [] };
    const guess = { id: null, name: 'Ann Hill' };
    const person = chosenPerson(codebook, guess);
    const organisation = chosenOrganisation(codebook, guess, person);
    assert.notStrictEqual(organisation.id, person.id);
    const additions = [person, organisation].flatMap(({ addition }) => (addition ? [addition] : []));
    assert.isTrue(addToCodebook(null, additions).ok);
  });
});
