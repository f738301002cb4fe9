import { assert } from 'chai';
import * as vscode from 'vscode';
import { documentsOf, itemOf, tooltipOf, type HitNode } from '../../src/editor/searching/resultNodes.js';
import { ResultsView } from '../../src/editor/searching/resultsView.js';
import { search, type Found } from '../../src/editor/searching/search.js';
import { countLine } from '../../src/editor/searching/words.js';
import { additionsFor, draftsOf, statementOf } from '../../src/editor/searching/drafts.js';
import { exists, projectOf, read, standpoint, statementsOf, takingFirstChoices } from './support/api.js';
import { clearScratch, open, scratch, until, watched, write } from './support/workspace.js';

const CORPUS = `=== one
title: The <late> one
date: 2025-06-20

“The zebra toll is too high,” said Rita Moss, president of the Moorings Trust.

Zebra tolls are three years old. “Nobody will pay the zebra toll,” Ms Moss said.

=== two

“The zebra toll pays for the wall,” said Nadia Khan.
`;

const never = new vscode.CancellationTokenSource().token;

async function find(text: string): Promise<Found> {
  const found = await search((await standpoint()).workspace, text, never);
  assert.isNotNull(found);
  return found;
}

async function writeCorpus(name: string, text: string): Promise<vscode.Uri> {
  const uri = await write(name, text);
  const project = await projectOf(uri);
  await until('the corpus', () => project.corpus(uri.toString()));
  return uri;
}

/** The hits of the test's own corpus. */
async function hitsIn(corpus: vscode.Uri, text: string): Promise<readonly HitNode[]> {
  const { hits } = await find(text);
  return documentsOf(hits.filter(({ hit }) => hit.corpus === corpus.toString())).flatMap((node) => node.hits);
}

describe('searching: results', () => {
  let corpus: vscode.Uri;

  before(() => watched());
  beforeEach(async () => {
    corpus = await writeCorpus('tolls.corpus', CORPUS);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('standpoint.clearSearch');
    await clearScratch();
  });

  it('shows the keyword in its context, marked, with who says it', async () => {
    const [first, second] = await hitsIn(corpus, 'zebra');
    assert.isDefined(first);
    assert.isDefined(second);
    const item = itemOf(first);
    assert.deepEqual(item.label, {
      label: '“The zebra toll is too high,” said Rita Moss, president of the Moorings Trust.',
      highlights: [[5, 10]],
    });
    assert.strictEqual(item.description, 'Rita Moss, Moorings Trust');
    assert.strictEqual(item.contextValue, 'hit untagged');
    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^“The zebra .*, Rita Moss, Moorings Trust, untagged$/,
    );
    assert.strictEqual(itemOf(second).description, 'not a quote');
    assert.include(tooltipOf(first)?.value ?? '', 'The \\<late\\> one');
  });

  it('groups hits by document, each with an id of its own', async () => {
    const hits = await hitsIn(corpus, 'zebra');
    const documents = documentsOf(hits);
    assert.deepEqual(
      documents.map(({ hits: under }) => under.length),
      [3, 1],
    );
    const item = itemOf(documents[0]!);
    assert.strictEqual(item.label, 'The <late> one');
    assert.strictEqual(item.description, '20 Jun 2025 · 3');
    const ids = [...documents, ...hits].map(({ id }) => id);
    assert.strictEqual(new Set(ids).size, ids.length);
  });

  it('tells a document of a doubled id once', async () => {
    const doubled = await writeCorpus('doubled.corpus', '=== a\n\nA gnu toll.\n\n=== a\n\nA gnu toll.\n');
    assert.lengthOf(await hitsIn(doubled, 'gnu'), 1);
  });

  it('leads to the words', async () => {
    const [, , third] = await hitsIn(corpus, 'zebra');
    assert.isDefined(third);
    const { command } = itemOf(third);
    assert.isDefined(command);
    assert.strictEqual(command.command, 'standpoint.openPassage');
    await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.strictEqual(editor?.document.getText(editor.selection), 'zebra');
  });

  it('counts in words, and says when there is more', async () => {
    assert.strictEqual(countLine(await find('quagga')), 'No hits.');
    await writeCorpus('okapi.corpus', CORPUS.replaceAll(/zebra/gi, 'okapi'));
    assert.strictEqual(countLine(await find('okapi')), '4 hits in 2 documents');
    assert.strictEqual(countLine(await find('okapi wall')), '1 hit in 1 document');
    assert.deepEqual((await find('zebra from:soon')).unread, ['from:soon']);
    await writeCorpus('many.corpus', `=== many\n\n${'A quagga. '.repeat(1100)}\n`);
    const found = await find('quagga');
    assert.lengthOf(found.hits, 1000);
    assert.match(countLine(found), /^Showing the first 1,000 hits\./);
  });

  it('stops when it is cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.isNull(await search((await standpoint()).workspace, 'zebra', source.token));
  });

  it('shows what is found, keeps up with the text, and is cleared', async () => {
    const view = new ResultsView(await standpoint());
    try {
      await writeCorpus('tapir.corpus', CORPUS.replaceAll(/zebra/gi, 'tapir'));
      await view.show('tapir');
      assert.lengthOf(view.documents, 2);
      await write('tapir.corpus', CORPUS);
      await until('no hits', () => view.documents.length === 0);
      await view.clear();
      assert.strictEqual(view.text, '');
    } finally {
      view.dispose();
    }
  });

  it('finds all quotes of an organisation, tagged or not', async () => {
    const found = await find('organisation:residents');
    const words = found.hits.map((one) => one.words);
    assert.isTrue(words.some((one) => one.startsWith('A levy pays for the sea wall')));
    assert.include(words, 'The zebra toll pays for the wall,');
  });
});

describe('searching: tagging many', () => {
  let corpus: vscode.Uri;

  before(() => watched());
  beforeEach(async () => {
    corpus = await writeCorpus('tolls.corpus', CORPUS);
  });
  afterEach(() => clearScratch());

  it('drafts each passage once, with new names that share no id', async () => {
    const project = await projectOf(corpus);
    const hits = await hitsIn(corpus, 'toll');
    const drafts = draftsOf([...hits, ...hits], project.codebook);
    assert.deepEqual(
      drafts.map(({ found, person, organisation }) => [
        found.words,
        person?.id ?? null,
        organisation?.id ?? null,
      ]),
      [
        ['The zebra toll is too high,', 'rita-moss', 'moorings-trust'],
        ['Zebra tolls are three years old.', null, null],
        ['Nobody will pay the zebra toll,', 'rita-moss', 'moorings-trust'],
        ['The zebra toll pays for the wall,', 'nadia-khan', 'residents'],
      ],
    );
    const additions = additionsFor(drafts.flatMap(({ person, organisation }) => [person, organisation]));
    assert.deepEqual(
      additions.map(({ kind }) => kind),
      ['person', 'organisation'],
    );
    const statement = statementOf(drafts[0]!, drafts[0]!.organisation, 'harbour-levy', 'oppose');
    assert.strictEqual(statement.quote, 'The zebra toll is too high,');
    assert.strictEqual(statement.basis, 'quoted');
  });

  it('drafts nothing where the words have changed since', async () => {
    const project = await projectOf(corpus);
    const hits = await hitsIn(corpus, 'wall');
    await write('tolls.corpus', CORPUS.replace('the wall', 'a wall'));
    await until('the new text', () => project.corpus(corpus.toString())?.text.includes('a wall'));
    assert.deepEqual(draftsOf(hits, project.codebook), []);
  });

  it('writes a statement for each hit as one step', async () => {
    await vscode.commands.executeCommand('standpoint.findInQuotes', '“zebra toll” speaker:khan');
    await open(corpus);
    const sidecar = scratch('tolls.corpus.stances.yaml');
    const [hit] = await hitsIn(corpus, '“zebra toll” speaker:khan');
    await takingFirstChoices('standpoint.tagHits', hit);
    await statementsOf(corpus, 1);
    assert.match(
      await read(sidecar),
      /organisation: residents\n {2}issue: harbour-levy\n {2}stance: support/,
    );
    await vscode.commands.executeCommand('standpoint.undoTag');
    await until('the undo', async () => {
      return !(await exists(sidecar)) || !(await read(sidecar)).includes('harbour-levy');
    });
    await vscode.commands.executeCommand('standpoint.clearSearch');
  });
});
