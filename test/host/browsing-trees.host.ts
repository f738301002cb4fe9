import { assert } from 'chai';
import * as vscode from 'vscode';
import { BY_ISSUE, BY_STANCE } from '../../src/core/positions/groups.js';
import { DocumentsTree } from '../../src/editor/browsing/documentsView.js';
import { parseFilter } from '../../src/editor/browsing/filter.js';
import type { Node } from '../../src/editor/browsing/nodes.js';
import { OrganisationsTree } from '../../src/editor/browsing/organisationsTree.js';
import { outcomeOf, select, standpoint, statementsOf } from './support/api.js';
import { labelOf, Rows } from './support/rows.js';
import { clearScratch, open, put, scratch, until, uriOf, watched, write } from './support/workspace.js';

const CORPUS = `=== late
title: The <late> one
date: 2025-06-20

“We were wrong: charge them,” said Tom Brace.

=== early
title: The early one
date: 2025-03-04

“The toll is too high,” said Tom Brace.

“A levy pays for the wall,” said Nadia Khan, “and for the slipway.”

=== undated

“No comment at all,” said Ann Hill.
`;

function block(
  id: string,
  document: string,
  quote: string,
  organisation: string | null,
  stance: string,
): string {
  const whose = organisation === null ? '' : `  organisation: ${organisation}\n`;
  return `- id: ${id}\n  document: ${document}\n  quote: "${quote}"\n  prefix: ""\n  suffix: ""\n${whose}  issue: harbour-levy\n  stance: ${stance}\n`;
}

const BLOCKS = [
  block('saaaaaaaaa', 'late', 'We were wrong: charge them,', 'gig-club', 'support'),
  block('sbbbbbbbbb', 'early', 'The toll is too high,', 'gig-club', 'oppose'),
  block('sccccccccc', 'early', 'A levy pays for the wall,', 'wall-trust', 'support'),
  block('sddddddddd', 'undated', 'No comment at all,', null, 'unclear'),
  block('seeeeeeeee', 'early', 'words that nobody ever said here', 'lost-souls', 'oppose'),
];

const sidecar = (blocks: readonly string[] = BLOCKS) =>
  `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;

async function begin(): Promise<vscode.Uri> {
  const corpus = await write('trees.corpus', CORPUS);
  await write('trees.corpus.stances.yaml', sidecar());
  await statementsOf(corpus, 5);
  await until('the words', async () => (await outcomeOf(corpus, 'saaaaaaaaa')) === 'located');
  return corpus;
}

describe('browsing: organisations', () => {
  let tree: OrganisationsTree;
  let rows: Rows<Node>;
  let corpus: vscode.Uri;

  before(() => watched());
  beforeEach(async () => {
    corpus = await begin();
    tree = new OrganisationsTree(await standpoint(), () => true);
    rows = new Rows(tree);
  });
  afterEach(async () => {
    rows.dispose();
    tree.dispose();
    await clearScratch();
  });

  it('shows organisation, issue with its position, and statements in the order of their dates', async () => {
    const club = await rows.find('gig-club');
    const drawing = await rows.drawing(club);
    assert.match(drawing[0] ?? '', /^Wharfside should charge.* \| \+ Supports · 2 statements · ↻ changed/);
    assert.match(drawing[1] ?? '', /^ {2}“The toll is too high,” \| 4 Mar 2025 · The early one$/);
    assert.match(
      drawing[2] ?? '',
      /^ {2}“We were wrong: charge them,” \| 20 Jun 2025 · ↻ position changed · The <late> one$/,
    );
  });

  it('says of an organisation how much there is, and that something changed', async () => {
    const club = await rows.find('gig-club');
    assert.isDefined(club);
    const item = await rows.item(club);
    assert.match(String(item.description), /^2 statements · ↻ 1 changed/);
    assert.strictEqual(item.accessibilityInformation?.label, `gig-club, ${String(item.description)}`);
  });

  it('tells a screen reader words, stance, marks and source of a statement', async () => {
    const row = await rows.find('We were wrong');
    assert.isDefined(row);
    const item = await rows.item(row);
    assert.match(
      item.accessibilityInformation?.label ?? '',
      /^“We were wrong: charge them,”, Supports, 20 Jun 2025, ↻ position changed, gig-club, The <late> one$/,
    );
    assert.strictEqual(item.command?.command, 'standpoint.openStatement');
    assert.match(item.contextValue ?? '', /^statement located mine$/);
  });

  it('puts statements without an organisation last, and lost ones on top as well as in their place', async () => {
    const roots = await rows.children();
    const labels = await Promise.all(roots.map(async (root) => labelOf(await rows.item(root))));
    assert.strictEqual(labels[0], 'Lost or to confirm');
    assert.strictEqual(labels.at(-1), 'No organisation');
    const [unplaced] = roots;
    assert.isDefined(unplaced);
    assert.match(String((await rows.item(unplaced)).description), /^1 lost, 0 to confirm/);
    assert.match(
      (await rows.drawing(unplaced))[0] ?? '',
      /^“words that nobody ever said here” \| 4 Mar 2025 · lost · lost-souls · /,
    );
    assert.isDefined(await rows.find('lost-souls'));
    assert.strictEqual(tree.unplaced, 1);
  });

  it('groups by issue and by stance', async () => {
    tree.arrange({ dimensions: BY_ISSUE });
    const issue = await rows.find('Wharfside should charge');
    const below = await rows.drawing(issue);
    assert.isTrue(below.some((line) => /^wall-trust \| \+ Supports · 1 statement$/.test(line)));
    tree.arrange({ dimensions: BY_STANCE });
    const labels = (await rows.drawing())
      .filter((line) => !line.startsWith(' '))
      .map((line) => line.split(' | ')[0]);
    assert.deepEqual(
      labels.filter((label) => ['Supports', 'Mixed', 'Opposes', 'Unclear'].includes(label ?? '')),
      ['Supports', 'Mixed', 'Opposes', 'Unclear'],
    );
    tree.arrange({ dimensions: BY_STANCE });
    assert.deepEqual(await rows.redraws(), [null, null]);
  });

  it('filters by words of quote, speaker, organisation, stance, document and date', async () => {
    for (const [filter, words, others] of [
      ['toll HIGH', 'The toll is too high', 'We were wrong'],
      ['wall-trust', 'A levy pays', 'The toll is too high'],
      ['2025-06', 'We were wrong', 'The toll is too high'],
      ['late', 'We were wrong', 'No comment'],
    ] as const) {
      tree.arrange({ filter: parseFilter(filter) });
      assert.isDefined(await rows.find(words), filter);
      const drawing = (await rows.drawing()).slice(tree.unplaced > 0 ? 2 : 0);
      assert.isFalse(
        drawing.some((line) => line.includes(others)),
        filter,
      );
    }
    tree.arrange({ filter: parseFilter('nothing at all has this') });
    assert.isUndefined(await rows.find('The toll'));
  });

  it('leads from each row to the one above it, by rows of the same id', async () => {
    const check = async (node: Node | undefined): Promise<void> => {
      for (const child of await rows.children(node)) {
        assert.strictEqual(tree.getParent(child)?.id, node?.id);
        await check(child);
      }
    };
    await check(undefined);
    const ids = await rows.ids();
    assert.strictEqual(new Set(ids).size, ids.length);
  });

  it('redraws the one organisation whose statement was edited, and keeps all ids', async () => {
    const ids = await rows.ids();
    rows.redrawn.length = 0;
    const edited = BLOCKS.map((one) => one.replace('stance: oppose\n', 'note: "why?"\n  stance: neutral\n'));
    await put(
      scratch('trees.corpus.stances.yaml'),
      sidecar([BLOCKS[0] ?? '', edited[1] ?? '', ...BLOCKS.slice(2)]),
    );
    await until('the change', async () =>
      (await statementsOf(corpus, 5)).some(({ stored }) => stored.statement.note === 'why?'),
    );
    await until('a redraw', () => rows.redrawn.length > 0);
    assert.deepEqual(await rows.redraws(), ['gig-club']);
    assert.deepEqual(await rows.ids(), ids);
    const club = await rows.find('gig-club');
    assert.match((await rows.drawing(club))[1] ?? '', /The toll is too high/);
  });

  it('redraws nothing while words are typed that no statement is about', async () => {
    const editor = await open(corpus);
    await rows.ids();
    rows.redrawn.length = 0;
    for (const [at, character] of [...'Some words here. '].entries()) {
      await editor.edit((edit) => edit.insert(new vscode.Position(4, at), character));
    }
    const model = (await standpoint()).workspace.corpusOf(editor.document);
    assert.include(model?.text, 'Some words here.');
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(await rows.redraws(), []);
    const row = await rows.find('We were wrong');
    assert.isTrue(row?.kind === 'statement');
    await vscode.commands.executeCommand('standpoint.openStatement', {
      key: row?.kind === 'statement' && row.key,
    });
    const shown = vscode.window.activeTextEditor;
    assert.strictEqual(shown?.document.getText(shown.selection), 'We were wrong: charge them,');
  });

  it('redraws the row on top when a statement gets lost, and hides it when none is', async () => {
    const editor = await open(corpus);
    await rows.ids();
    rows.redrawn.length = 0;
    select(editor, '“The toll is too high,” said Tom Brace.');
    await vscode.commands.executeCommand('deleteLeft');
    await until('the loss', () => tree.unplaced === 2);
    assert.sameMembers([...(await rows.redraws())], ['Lost or to confirm', 'gig-club']);
    await vscode.commands.executeCommand('undo');
    await until('the place', () => tree.unplaced === 1);
    await put(scratch('trees.corpus.stances.yaml'), sidecar(BLOCKS.slice(0, 4)));
    await until('the row to go', () => tree.unplaced === 0);
    assert.isUndefined(await rows.find('Lost or to confirm'));
    assert.include(await rows.redraws(), null);
  });

  it('redraws a position that a filter hides a statement of', async () => {
    tree.arrange({ filter: parseFilter('toll high') });
    await rows.ids();
    rows.redrawn.length = 0;
    const without = BLOCKS.slice(1);
    await put(scratch('trees.corpus.stances.yaml'), sidecar(without));
    await statementsOf(corpus, 4);
    await until('a redraw', () => rows.redrawn.length > 0);
    const club = await rows.find('gig-club');
    assert.match((await rows.drawing(club))[0] ?? '', /− Opposes · 1 statement/);
  });

  it('takes a new name in the codebook for all rows at once', async () => {
    const codebook = uriOf('standpoint.yaml');
    const before = await vscode.workspace.fs.readFile(codebook);
    await rows.ids();
    rows.redrawn.length = 0;
    try {
      const text = new TextDecoder().decode(before);
      await put(
        codebook,
        text.replace('organisations:\n', 'organisations:\n- id: gig-club\n  name: The Gig Club\n'),
      );
      await until('the name', async () => (await rows.find('The Gig Club')) !== undefined);
      assert.deepEqual(await rows.redraws(), [null]);
    } finally {
      await put(codebook, before);
      await until('the id', async () => (await rows.find('gig-club')) !== undefined);
    }
  });
});

describe('browsing: documents', () => {
  let tree: DocumentsTree;
  let rows: Rows<Parameters<DocumentsTree['getTreeItem']>[0]>;
  let corpus: vscode.Uri;

  before(() => watched());
  beforeEach(async () => {
    corpus = await begin();
    tree = new DocumentsTree(await standpoint());
    rows = new Rows(tree);
  });
  afterEach(async () => {
    rows.dispose();
    tree.dispose();
    await clearScratch();
  });

  it('shows corpora, their documents in file order, and the quotes of each, tagged or not', async () => {
    // The file of the test before, which bears the same name, may not have gone yet.
    const file = (await rows.children()).find(({ id }) => id === corpus.toString());
    assert.isDefined(file);
    assert.strictEqual((await rows.item(file)).description, '3 documents, 5 statements');
    const drawing = await rows.drawing(file);
    assert.deepEqual(
      drawing.filter((line) => !line.startsWith(' ')),
      [
        'The <late> one | 20 Jun 2025 · 1 statement',
        'The early one | 4 Mar 2025 · 3 statements',
        'undated | no date · 1 statement',
      ],
    );
    const early = await rows.find('The early one', file);
    const quotes = await rows.children(early);
    const items = await Promise.all(quotes.map((quote) => rows.item(quote)));
    assert.includeMembers(
      items.map(({ contextValue }) => contextValue),
      ['quote tagged'],
    );
    assert.match(items[0]?.accessibilityInformation?.label ?? '', /The toll is too high.*, tagged$/);
  });

  it('leads from each row to the one above it, by ids that are unique', async () => {
    const check = async (node?: Parameters<DocumentsTree['getTreeItem']>[0]): Promise<void> => {
      for (const child of await rows.children(node)) {
        assert.strictEqual(tree.getParent(child)?.id, node?.id);
        await check(child);
      }
    };
    await check();
    const ids = await rows.ids();
    assert.strictEqual(new Set(ids).size, ids.length);
  });

  it('redraws the corpus that changed and no other, and the whole view when one comes', async () => {
    await rows.ids();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rows.redrawn.length = 0;
    await put(corpus, CORPUS.replace('too high', 'far too high'));
    await until('a redraw', () => rows.redrawn.length > 0);
    assert.deepEqual(await rows.redraws(), ['trees.corpus']);
    await write('another.corpus', '=== x\n\nWords.\n');
    await until('the other', async () => (await rows.find('another.corpus')) !== undefined);
    assert.include(await rows.redraws(), null);
  });

  it('keeps the ids of quotes while others come before them', async () => {
    const row = await rows.find('A levy pays');
    assert.isDefined(row);
    const { id } = await rows.item(row);
    await put(corpus, CORPUS.replace('“The toll', '“Nobody asked us,” said Tom Brace.\n\n“The toll'));
    await until('the new quote', async () => (await rows.find('Nobody asked us')) !== undefined);
    const after = await rows.find('A levy pays');
    assert.isDefined(after);
    assert.strictEqual((await rows.item(after)).id, id);
  });

  it('opens a document and a quote at their words', async () => {
    const row = await rows.find('The toll is too high');
    assert.isDefined(row);
    const { command } = await rows.item(row);
    assert.isDefined(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const editor = vscode.window.activeTextEditor;
    assert.include(editor?.document.getText(editor.selection), 'The toll is too high');
  });
});
