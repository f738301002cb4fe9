import { assert } from 'chai';
import * as vscode from 'vscode';
import { projectOf, statementsOf } from './support/api.js';
import { clearScratch, open, until, uriOf, watched, write } from './support/workspace.js';

const CODEBOOK = uriOf('standpoint.yaml');

const CORPUS = `=== one
date: 2025-03-04

“The toll is too high,” said Tom Brace, president of the Boatowners' Federation.
`;

const SIDECAR = `standpoint: 1

statements:

- id: saaaaaaaaa
  document: one
  quote: "The toll is too high,"
  prefix: "“"
  suffix: "” said Tom Brace"
  speaker: tom-brace
  organisation: boatowners
  issue: harbour-levy
  stance: oppose
  basis: claimed
  claimed_by: residents

- id: sbbbbbbbbb
  document: one
  quote: "The toll"
  prefix: "“"
  suffix: " is too high"
  organisation: nobody-known
`;

/** The files of a test, with the corpus and its sidecar read. */
async function files(): Promise<{ corpus: vscode.Uri; sidecar: vscode.Uri }> {
  const corpus = await write('tolls.corpus', CORPUS);
  const sidecar = await write('tolls.corpus.stances.yaml', SIDECAR);
  await statementsOf(corpus, 2);
  return { corpus, sidecar };
}

/** The place right behind the first character of some words, in an open editor. */
async function at(uri: vscode.Uri, words: string): Promise<vscode.Position> {
  const { document } = await open(uri);
  const start = document.getText().indexOf(words);
  assert.notStrictEqual(start, -1, words);
  return document.positionAt(start + words.length - 1);
}

async function textAt({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}

function shown(hovers: readonly vscode.Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value.replaceAll('\\', ''))
    .join('\n');
}

describe('registry: actors and issues as symbols', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('goes from a statement, a mention and a reference in the codebook to the entry', async () => {
    const { corpus, sidecar } = await files();
    for (const [uri, words, id] of [
      [sidecar, 'organisation: boatowners', 'boatowners'],
      [sidecar, 'speaker: tom-brace', 'tom-brace'],
      [sidecar, 'claimed_by: residents', 'residents'],
      [sidecar, 'issue: harbour-levy', 'harbour-levy'],
      [corpus, 'Tom Brace', 'tom-brace'],
      [corpus, "Boatowners' Federation", 'boatowners'],
      [CODEBOOK, '{organisation: residents', 'residents'],
    ] as const) {
      const position = await at(uri, words);
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        uri,
        position,
      );
      const ours = found.filter((one) => one.uri.toString() === CODEBOOK.toString());
      assert.lengthOf(ours, 1, words);
      const [location] = ours;
      assert.isDefined(location);
      assert.strictEqual(await textAt(location), id);
    }
    const document = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      sidecar,
      await at(sidecar, 'document: one'),
    );
    assert.deepEqual(
      document.map(({ uri, range }) => [uri.toString(), range.start.line]),
      [[corpus.toString(), 0]],
    );
  });

  it('finds an organisation in codebook, statements and sources', async () => {
    const { corpus, sidecar } = await files();
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      sidecar,
      await at(sidecar, 'organisation: boatowners'),
    );
    const count = (uri: vscode.Uri): number =>
      found.filter((one) => one.uri.toString() === uri.toString()).length;
    assert.strictEqual(count(CODEBOOK), 2);
    assert.strictEqual(count(sidecar), 1);
    assert.strictEqual(count(corpus), 1);
    assert.isAtLeast(count(uriOf('harbour.corpus.stances.yaml')), 2);
    assert.isAtLeast(count(uriOf('harbour.corpus')), 1);
    const texts = new Set(await Promise.all(found.map(textAt)));
    assert.include([...texts], 'boatowners');
  });

  it('highlights the same entry in its file', async () => {
    const { sidecar, corpus } = await files();
    for (const [uri, words, count] of [
      [CODEBOOK, 'id: boatowners', 4],
      [sidecar, 'issue: harbour-levy', 1],
      [corpus, 'Tom Brace', 1],
    ] as const) {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        uri,
        await at(uri, words),
      );
      assert.lengthOf(found, count, words);
    }
  });

  it('says on an id who it is, and what positions there are', async () => {
    const { sidecar, corpus } = await files();
    const hover = async (words: string, uri = sidecar): Promise<string> =>
      shown(
        await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          uri,
          await at(uri, words),
        ),
      );
    const organisation = await hover('organisation: boatowners');
    assert.include(organisation, "Boatowners' Federation");
    assert.include(organisation, 'Also BF');
    assert.include(organisation, 'Wharfside should charge visitors a harbour levy: ');
    assert.include(await hover('speaker: tom-brace'), "Boatowners' Federation, president");
    assert.include(await hover('Tom Brace', corpus), "Boatowners' Federation, president");
    assert.include(await hover('stance: oppose'), 'value -1');
    assert.include(await hover('organisation: nobody-known'), '“nobody-known” is not in the codebook');
  });

  it('completes ids while a statement is typed', async () => {
    const { sidecar } = await files();
    const labels = async (words: string): Promise<readonly string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        sidecar,
        (await at(sidecar, words)).translate(0, 1),
      );
      return items.flatMap(({ label }) => (typeof label === 'string' ? [] : [label.label]));
    };
    assert.includeMembers([...(await labels('  organisation: boat'))], ['residents', 'boatowners']);
    assert.notInclude(await labels('  organisation: boat'), 'tom-brace');
    assert.includeMembers([...(await labels('  speaker: '))], ['tom-brace', 'residents']);
    assert.includeMembers([...(await labels('  stance: '))], ['support', 'unclear']);
    assert.includeMembers([...(await labels('  basis: '))], ['quoted', 'claimed']);
    assert.deepEqual([...(await labels('  document: '))], ['one']);
    assert.deepEqual([...(await labels('  quote: "The toll '))], []);
  });

  it('lists organisations, people and issues as symbols of the workspace', async () => {
    const names = async (query: string): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
          'vscode.executeWorkspaceSymbolProvider',
          query,
        )
      ).map(({ name }) => name);
    assert.includeMembers(
      [...(await names(''))],
      ["Boatowners' Federation", 'Nadia Khan', 'Wharfside should charge visitors a harbour levy'],
    );
    assert.include(await names('nadia-'), 'Nadia Khan (nadia-khan)');
    assert.notInclude(await names('Nadia'), "Boatowners' Federation");
  });
});

describe('registry: renaming', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  const rename = async (uri: vscode.Uri, words: string, to: string): Promise<vscode.WorkspaceEdit> =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      await at(uri, words),
      to,
    );

  it('renames an id in the codebook and every sidecar with one edit', async () => {
    const { sidecar } = await files();
    const edit = await rename(sidecar, 'organisation: boatowners', 'boat-federation');
    const changes = new Map(edit.entries().map(([uri, edits]) => [uri.toString(), edits]));
    assert.lengthOf(changes.get(CODEBOOK.toString()) ?? [], 2);
    assert.lengthOf(changes.get(sidecar.toString()) ?? [], 1);
    assert.lengthOf(changes.get(uriOf('harbour.corpus.stances.yaml').toString()) ?? [], 2);
    for (const [uri, edits] of edit.entries()) {
      const document = await vscode.workspace.openTextDocument(uri);
      for (const one of edits) assert.strictEqual(document.getText(one.range), 'boatowners');
    }
  });

  it('renames by what was typed a moment ago', async () => {
    const { sidecar } = await files();
    const editor = await open(sidecar);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# a new first line\n'));
    const edit = await rename(sidecar, 'issue: harbour-levy', 'levy');
    const [change] = edit.get(sidecar);
    assert.isDefined(change);
    assert.strictEqual(editor.document.getText(change.range), 'harbour-levy');
  });

  it('renames from a source what the codebook calls it, and leaves the source alone', async () => {
    const { corpus } = await files();
    const edit = await rename(corpus, 'Tom Brace', 'Thomas Brace');
    assert.deepEqual(
      edit.entries().map(([uri]) => uri.toString()),
      [CODEBOOK.toString()],
    );
    assert.include(
      edit
        .get(CODEBOOK)
        .map(({ newText }) => newText)
        .join(),
      'Thomas Brace',
    );
  });

  it('refuses what would break something, and says why', async () => {
    const { sidecar } = await files();
    const refused = async (words: string, to: string): Promise<string> =>
      rename(sidecar, words, to).then(
        () => '',
        (error: unknown) => String(error),
      );
    assert.include(await refused('organisation: boatowners', 'residents'), 'in use');
    assert.include(await refused('organisation: boatowners', '  '), 'cannot be an id');
    assert.notStrictEqual(await refused('organisation: nobody-known', 'somebody'), '');
    const broken = await write('broken.corpus.stances.yaml', `${SIDECAR}  note: [boatowners\n`);
    const project = await projectOf(broken);
    await until('the broken sidecar', () => project.sidecar(broken.toString()));
    assert.include(await refused('organisation: boatowners', 'boats'), 'broken.corpus.stances.yaml');
  });
});
