import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  changesWhile,
  loneFolder,
  outcomeOf,
  projectOf,
  revert,
  standpoint,
  statementsOf,
  wordsOf,
} from './support/api.js';
import { clearScratch, open, put, scratch, until, uriOf, watched, write } from './support/workspace.js';

const CORPUS = '=== one\ndate: 2021-03-04\n\n“The toll is too high,” said Tom Reid.\n';

function sidecar(id: string, quote = 'The toll is too high,', organisation = 'residents'): string {
  return `standpoint: 1\n\nstatements:\n\n- id: ${id}\n  document: one\n  quote: "${quote}"\n  prefix: ""\n  suffix: ""\n  organisation: ${organisation}\n  issue: harbour-levy\n  stance: oppose\n`;
}

async function documents(uri: vscode.Uri): Promise<readonly string[] | undefined> {
  const project = await projectOf(uri);
  return project.corpus(uri.toString())?.documents.map(({ document }) => document.id);
}

const setting = () => vscode.workspace.getConfiguration('standpoint', uriOf('.'));
const { WorkspaceFolder } = vscode.ConfigurationTarget;

describe('workspace: files', () => {
  before(() => watched());
  afterEach(async () => {
    await setting().update('corpora', undefined, WorkspaceFolder);
    await clearScratch();
  });

  it('reads corpus, sidecars and codebook of the folder', async () => {
    const project = await projectOf(uriOf('harbour.corpus'));
    assert.include(
      project.codebook.organisations.map(({ id }) => id),
      'residents',
    );
    const statements = await statementsOf(uriOf('harbour.corpus'), 3);
    assert.deepEqual(
      statements.map(({ place }) => place.outcome),
      ['located', 'located', 'located'],
    );
  });

  it('opens no editor for what it reads', async () => {
    const corpus = await write('unopened.corpus', CORPUS);
    await until('the corpus', async () => (await documents(corpus))?.includes('one'));
    assert.isFalse(vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === corpus.toString()));
  });

  it('sees a corpus and a sidecar that come, change and go on disk', async () => {
    const corpus = await write('new.corpus', CORPUS);
    await until('the corpus', async () => (await documents(corpus))?.includes('one'));
    const file = await write('new.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    await until('the statement', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
    await put(file, sidecar('sbbbbbbbbb', 'Quite other words that nobody said'));
    await until('the other statement', async () => (await outcomeOf(corpus, 'sbbbbbbbbb')) === 'lost');
    await vscode.workspace.fs.delete(file);
    await statementsOf(corpus, 0);
    await vscode.workspace.fs.delete(corpus);
    await until('the corpus to go', async () => (await documents(corpus)) === undefined);
  });

  it('forgets the files of a folder that is deleted as a whole', async () => {
    const corpus = await write('deep/er/new.corpus', CORPUS);
    await write('deep/er/new.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    await until('the statement', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
    await vscode.workspace.fs.delete(scratch('deep'), { recursive: true });
    await until('the corpus to go', async () => (await documents(corpus)) === undefined);
    await statementsOf(corpus, 0);
  });

  it('shows the statements of a deleted corpus as lost, and finds their words when it is restored', async () => {
    const corpus = await write('new.corpus', CORPUS);
    await write('new.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    await until('the statement', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
    await vscode.workspace.fs.delete(corpus);
    await until('the loss', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'lost');
    await put(corpus, CORPUS);
    await until('the words', async () => (await wordsOf(corpus, 'saaaaaaaaa')) === 'The toll is too high,');
  });

  it('finds files under their new names after a rename', async () => {
    const corpus = await write('old.corpus', CORPUS);
    await until('the corpus', async () => (await documents(corpus))?.includes('one'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(corpus, scratch('renamed.corpus'));
    await vscode.workspace.applyEdit(edit);
    await until('the new name', async () => (await documents(scratch('renamed.corpus')))?.includes('one'));
    await until('the old name to go', async () => (await documents(corpus)) === undefined);
  });

  it('reads plain texts that a glob names, each as one document, and drops them with the glob', async () => {
    const text = await write('press/a.txt', 'Toll too high\n\nBy Ann Hill\n4 March 2021\n\nNo.\n');
    await setting().update(
      'corpora',
      [`${vscode.workspace.asRelativePath(scratch('press'))}/*.txt`],
      WorkspaceFolder,
    );
    await until('the text', async () => (await documents(text))?.includes('a.txt'));
    await setting().update('corpora', undefined, WorkspaceFolder);
    await until('the text to go', async () => (await documents(text)) === undefined);
  });

  it('ignores globs that are none, or that leave the folder', async () => {
    await setting().update('corpora', ['../**/*.txt', '/etc/*.conf', 7, '', '[broken'], WorkspaceFolder);
    const corpus = await write('new.corpus', CORPUS);
    await until('the corpus', async () => (await documents(corpus))?.includes('one'));
  });

  it('makes a text a corpus whose first line is a delimiter, once, and lets the reader disagree', async () => {
    const uri = await write('found.txt', CORPUS);
    await open(uri);
    const isCorpus = () =>
      vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.languageId ===
      'standpoint-corpus';
    await until('the language', isCorpus);
    await until('the corpus', async () => (await documents(uri))?.includes('one'));
    const document = vscode.window.activeTextEditor?.document;
    assert.isDefined(document);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until('plain text', () => !isCorpus());
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.isFalse(isCorpus());
  });

  it('reads a text beside its sidecar though no glob names it and no editor has it open', async () => {
    const corpus = await write('found.txt', CORPUS);
    await write('found.txt.stances.yaml', sidecar('saaaaaaaaa'));
    await until('the words', async () => (await wordsOf(corpus, 'saaaaaaaaa')) === 'The toll is too high,');
    await put(corpus, CORPUS.replace('too high', 'far too high'));
    await until('the new text', async () => (await wordsOf(corpus, 'saaaaaaaaa'))?.includes('far'));
  });

  it('tells of a burst of changes, as of a git checkout, with few events', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `burst/${n}.corpus`);
    const corpora = names.map((name) => scratch(name));
    const writeAll = (text: string) =>
      Promise.all(
        names.flatMap((name) => [write(name, text), write(`${name}.stances.yaml`, sidecar('saaaaaaaaa'))]),
      );
    await writeAll(CORPUS);
    const last = corpora.at(-1) ?? scratch('none');
    const all = async (words: string): Promise<boolean> => {
      const found = await Promise.all(corpora.map((uri) => wordsOf(uri, 'saaaaaaaaa')));
      return found.every((one) => one?.includes(words) === true);
    };
    await until('all statements', () => all('high'));
    const changes = await changesWhile(
      () => writeAll(CORPUS.replace('too high', 'far too high')),
      'all new texts',
      () => all('far too high'),
    );
    assert.isAtMost(changes.length, 6);
    assert.isTrue(changes.some(({ change }) => change.corpora.has(last.toString())));
  });

  it('keeps to the newest text when a file changes while others are read', async () => {
    const corpus = await write('busy.corpus', CORPUS);
    await until('the corpus', async () => (await documents(corpus))?.includes('one'));
    for (let n = 0; n < 12; n++) {
      await Promise.all(Array.from({ length: 20 }, (_, m) => write(`other/${n}-${m}.corpus`, CORPUS)));
      await put(corpus, `=== version-${n}\n\nWords.\n`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await until('the last version', async () => (await documents(corpus))?.includes('version-11'));
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(await documents(corpus), ['version-11']);
  });
});

describe('workspace: editors', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('believes the editor while a sidecar is being written in it, and the disk once it is closed', async () => {
    const corpus = await write('new.corpus', CORPUS);
    const file = await write('new.corpus.stances.yaml', sidecar('saaaaaaaaa'));
    await statementsOf(corpus, 1);
    const editor = await open(file);
    await editor.edit((edit) => edit.replace(new vscode.Range(4, 6, 4, 16), 'sbbbbbbbbb'));
    await until('the typed id', async () => (await outcomeOf(corpus, 'sbbbbbbbbb')) === 'located');
    await put(corpus, CORPUS.replace('=== one', '=== one'));
    await revert(editor.document);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the stored id', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
    await statementsOf(corpus, 1);
  });

  it('follows a codebook that is being typed', async () => {
    const project = await projectOf(uriOf('standpoint.yaml'));
    const editor = await open(uriOf('standpoint.yaml'));
    try {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, '\n- id: typed-person\n  name: Typed Person\n'));
      await until('the person', () => project.codebook.people.some(({ id }) => id === 'typed-person'));
    } finally {
      await revert(editor.document);
    }
    await until('the person to go', () => !project.codebook.people.some(({ id }) => id === 'typed-person'));
  });

  it('reads a corpus opened on its own with what stands beside it, and nothing else of the folder', async () => {
    const lone = loneFolder();
    const { workspace } = await standpoint();
    try {
      await lone.write('standpoint.yaml', 'standpoint: 1\norganisations:\n- id: lone\n  name: Lone Board\n');
      const file = await lone.write(
        'a.corpus.stances.yaml',
        sidecar('saaaaaaaaa', 'The toll is too high,', 'lone'),
      );
      const corpus = await lone.write('a.corpus', CORPUS);
      await lone.write('other.corpus', CORPUS);
      await open(corpus);
      await until('the statement', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
      const project = await projectOf(corpus);
      assert.deepEqual(
        project.codebook.organisations.map(({ id }) => id),
        ['lone'],
      );
      assert.lengthOf(project.corpora, 1);
      assert.include(workspace.projects, project);
      const editor = await open(file);
      await editor.edit((edit) => edit.replace(new vscode.Range(4, 6, 4, 16), 'sbbbbbbbbb'));
      await until('the typed id', async () => (await outcomeOf(corpus, 'sbbbbbbbbb')) === 'located');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await until('the stored id', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
    } finally {
      await lone.clear();
    }
  });
});

describe('workspace: bad input', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('takes an empty sidecar, and one of comments, for no statements', async () => {
    const corpus = await write('new.corpus', CORPUS);
    await write('new.corpus.stances.yaml', '');
    await write('new.corpus.ben.stances.yaml', '# nothing yet\n');
    const project = await projectOf(corpus);
    await until(
      'both',
      () => project.sidecars.filter((one) => one.corpus === corpus.toString()).length === 2,
    );
    await statementsOf(corpus, 0);
  });

  it('reads what is whole of a sidecar that holds conflict markers', async () => {
    const corpus = await write('new.corpus', CORPUS);
    const whole = sidecar('saaaaaaaaa');
    await write(
      'new.corpus.stances.yaml',
      `${whole}\n<<<<<<< ours\n- id: sbbbbbbbbb\n=======\n>>>>>>> theirs\n`,
    );
    await until('the statement', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
  });

  it('survives a corpus that is binary, a codebook and a sidecar that are, and a folder named like a corpus', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256);
    const binary = await write('binary.corpus', bytes);
    await write('binary.corpus.stances.yaml', bytes);
    await vscode.workspace.fs.createDirectory(scratch('folder.corpus'));
    await until('the corpus', async () => (await documents(binary)) !== undefined);
    const fine = await write('fine.corpus', CORPUS);
    await until('another corpus', async () => (await documents(fine))?.includes('one'));
    assert.isUndefined(await documents(scratch('folder.corpus')));
  });
});
