import { assert } from 'chai';
import * as vscode from 'vscode';
import { readCodebook } from '../../src/core/codebook/read.js';
import type { PlacedStatement } from '../../src/core/model/types.js';
import { BulkEditor } from '../../src/editor/browsing/bulk.js';
import { asCitation, asMarkdown, asText } from '../../src/editor/browsing/copy.js';
import { DragAndDrop } from '../../src/editor/browsing/dragAndDrop.js';
import { filterText, matcherOf, NO_FILTER, parseFilter } from '../../src/editor/browsing/filter.js';
import { periodOf } from '../../src/editor/browsing/filterPick.js';
import { chipsOf, levelsFrom } from '../../src/editor/browsing/layout.js';
import type { Node } from '../../src/editor/browsing/nodes.js';
import { OrganisationsTree, PLAIN } from '../../src/editor/browsing/organisationsTree.js';
import { isOwn } from '../../src/editor/tagging/sidecarEdits.js';
import { projectOf, read, standpoint, statementsOf } from './support/api.js';
import { labelOf, Rows } from './support/rows.js';
import { clearScratch, put, scratch, until, uriOf, watched, write } from './support/workspace.js';

const CORPUS = `=== one
title: Boats [and] *tolls*
author: Ivy Moss
source: The Quay
url: https://example.org/boats
date: 2025-03-04

“The dues are too high,” said Tom Brace.

“A toll mends the quay,” said Nadia Khan.

=== two
date: 2025-06-20

“We have come round: charge,” said Tom Brace.

“Nobody asked the slipway,” said Ann Hill.
`;

/** Where a quote stands in the text of its document. */
function atOf(quote: string): string {
  const at = CORPUS.indexOf(quote);
  const text = CORPUS.indexOf('\n\n', CORPUS.lastIndexOf('===', at)) + 2;
  return `${at - text}, ${at - text + quote.length}`;
}

const block = (id: string, document: string, quote: string, ...lines: readonly string[]): string =>
  [
    `- id: ${id}`,
    `document: ${document}`,
    `at: [${atOf(quote)}]`,
    `quote: "${quote}"`,
    'prefix: ""',
    'suffix: ""',
    ...lines,
  ].join('\n  ') + '\n';

const BLOCKS = [
  block(
    'saaaaaaaaa',
    'one',
    'The dues are too high,',
    'speaker: tom-brace',
    'organisation: rowers',
    'issue: harbour-levy',
    'stance: oppose',
  ),
  block(
    'sbbbbbbbbb',
    'one',
    'A toll mends the quay,',
    'organisation: wardens',
    'issue: harbour-levy',
    'stance: support',
  ),
  block(
    'sccccccccc',
    'two',
    'We have come round: charge,',
    'organisation: slipway',
    'issue: harbour-levy',
    'stance: support',
  ),
];

const sidecar = (blocks: readonly string[]): string => `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;

const MINE = 'layout.corpus.stances.yaml';

describe('browsing: layout', () => {
  let tree: OrganisationsTree;
  let rows: Rows<Node>;
  let corpus: vscode.Uri;

  before(() => watched());
  beforeEach(async () => {
    corpus = await write('layout.corpus', CORPUS);
    await write(MINE, sidecar(BLOCKS));
    await write(
      'layout.corpus.ben.stances.yaml',
      sidecar([
        block('sddddddddd', 'two', 'Nobody asked the slipway,', 'organisation: slipway', 'stance: unclear'),
      ]),
    );
    await statementsOf(corpus, 4);
    tree = new OrganisationsTree(await standpoint(), ({ project, shown }) => isOwn(project, shown.placed));
    rows = new Rows(tree);
  });
  afterEach(async () => {
    rows.dispose();
    tree.dispose();
    await clearScratch();
  });

  const found = async (...quotes: readonly string[]): Promise<Node[]> => {
    const nodes = await Promise.all(quotes.map((quote) => rows.find(quote)));
    return nodes.flatMap((node) => node ?? []);
  };

  it('says first when, then who and where, and leaves out what stands above', async () => {
    const item = async (quote: string): Promise<string> => {
      const node = await rows.find(quote);
      assert.isDefined(node);
      return String((await rows.item(node)).description);
    };
    assert.strictEqual(await item('The dues are'), '4 Mar 2025 · Tom Brace · Boats [and] *tolls*');
    assert.strictEqual(await item('A toll mends'), '4 Mar 2025 · Boats [and] *tolls*');
    assert.strictEqual(await item('Nobody asked'), '20 Jun 2025 · by ben · two');
    tree.arrange({ dimensions: ['document', 'stance'] });
    assert.strictEqual(await item('The dues are'), '4 Mar 2025 · Tom Brace · rowers');
    tree.arrange({ dimensions: ['speaker'] });
    assert.strictEqual(await item('The dues are'), '4 Mar 2025 · rowers · Boats [and] *tolls*');
  });

  it('groups by any two of six, or by one, and sorts', async () => {
    const drawn = async (depth: number): Promise<readonly string[]> =>
      (await rows.drawing())
        .filter((line) => /^ */.exec(line)?.[0].length === depth * 2)
        .map((line) => line.trim().split(' | ')[0] ?? '');
    tree.arrange({ dimensions: ['document', 'coder'] });
    assert.includeMembers([...(await drawn(0))], ['Boats [and] *tolls*', 'two']);
    assert.includeMembers([...(await drawn(1))], ['No coder', 'ben']);
    tree.arrange({ dimensions: ['coder'], sort: 'count' });
    const counts = (await rows.drawing())
      .filter((line) => !line.startsWith(' '))
      .map((line) => Number(/(\d+) statement/.exec(line)?.[1] ?? 0));
    assert.deepEqual(
      counts.slice(0, -1),
      [...counts.slice(0, -1)].sort((a, b) => b - a),
    );
    assert.deepEqual(
      [levelsFrom('stance'), levelsFrom(['coder', 'nonsense', 'issue', 'stance']), levelsFrom(7)],
      [
        ['stance', 'organisation'],
        ['coder', 'issue'],
        ['organisation', 'issue'],
      ],
    );
  });

  it('filters by stance, issue, type, coder and date beside words, and tells so in chips', async () => {
    const all = await statementsOf(corpus, 4);
    const codebook = readCodebook(
      'standpoint: 1\nissues:\n- {id: harbour-levy, label: Wharfside should charge visitors a levy}\norganisations:\n- {id: rowers, name: B, type: trade body}\npeople:\n- {id: ann, name: Ann, affiliations: [{organisation: rowers}]}\n',
    ).codebook;
    const ids = (text: string): string =>
      all
        .filter(matcherOf(parseFilter(text), codebook))
        .map(({ stored }: PlacedStatement) => stored.statement.id.charAt(1))
        .sort()
        .join('');
    for (const [text, expected] of [
      ['', 'abcd'],
      ['stance:oppose', 'a'],
      ['stance:oppose stance:unclear', 'ad'],
      ['issue:', 'd'],
      ['issue:harbour-levy stance:support', 'bc'],
      ['type:trade%20body', 'a'],
      ['type:', 'bcd'],
      ['coder:ben', 'd'],
      ['from:2025-04', 'cd'],
      ['to:2025-03', 'ab'],
      ['to:2025', 'abcd'],
      ['from:2025-03-05 to:2025-06-20', 'cd'],
      ['from:tomorrow', 'abcd'],
      ['visitors stance:support', 'bc'],
    ] as const) {
      assert.strictEqual(ids(text), expected, text);
      assert.deepEqual(parseFilter(filterText(parseFilter(text))), parseFilter(text), text);
    }
    const filter = { ...parseFilter('toll high from:2025-03 type:'), issues: ['a b%', 'harbour-levy'] };
    assert.deepEqual(parseFilter(filterText(filter)), filter);
    assert.deepEqual(
      chipsOf({ ...PLAIN, filter, sort: 'latest', dimensions: ['stance', 'issue'] }, codebook),
      ['by stance, issue', 'latest first', '“toll high”', 'since 2025-03', 'a b% +1', 'no type'],
    );
    assert.deepEqual(chipsOf(PLAIN, codebook), []);
    assert.deepEqual(
      [
        periodOf(''),
        periodOf('2025..'),
        periodOf('..2024-02'),
        periodOf('2025-03'),
        periodOf('a..b'),
        periodOf('1..2..3'),
      ],
      [
        { from: null, to: null },
        { from: '2025', to: null },
        { from: null, to: '2024-02' },
        { from: '2025-03', to: '2025-03' },
        null,
        null,
      ],
    );
    assert.strictEqual(filterText(NO_FILTER), '');
  });

  it('stands parts under their whole, with what they hold', async () => {
    const codebook = uriOf('standpoint.yaml');
    const before = await vscode.workspace.fs.readFile(codebook);
    try {
      const text = new TextDecoder().decode(before);
      const nested = '- {id: rowers, name: Rowers}\n- {id: slipway, name: Slipway Users, parent: rowers}\n';
      await put(codebook, text.replace('organisations:\n', `organisations:\n${nested}`));
      await until('the part', async () => (await rows.find('Slipway Users')) !== undefined);
      const federation = await rows.find('Rowers');
      assert.isDefined(federation);
      assert.match(String((await rows.item(federation)).description), / · 2 in its parts$/);
      const below = await Promise.all((await rows.children(federation)).map((child) => rows.item(child)));
      const federationRows = below.map(labelOf);
      assert.strictEqual(federationRows.at(-1), 'Slipway Users');
      assert.match(
        String(below[0]?.description),
        /− Opposes · 1 statement · its parts: 1 Supports, ≠ divided$/,
      );
      const part = await rows.find('Slipway Users');
      assert.isDefined(part);
      assert.strictEqual(tree.getParent(part)?.id, federation.id);
      const drawing = await rows.drawing(federation);
      assert.isTrue(drawing.some((line) => /^ {4}“We have come/.test(line)));
    } finally {
      await put(codebook, before);
      await until('the end', async () => (await rows.find('Slipway Users')) === undefined);
    }
  });

  it('recodes what is dropped on a branch in one step, and takes it back in one', async () => {
    const { annotations } = await standpoint();
    const controller = new DragAndDrop(tree, new BulkEditor(await standpoint()));
    const drop = async (rowsDragged: readonly Node[], onto: Node | undefined): Promise<void> => {
      const data = new vscode.DataTransfer();
      controller.handleDrag(rowsDragged, data);
      await controller.handleDrop(onto, data);
    };
    const before = await read(scratch(MINE));
    const target = await rows.find('rowers');
    await drop(await found('A toll mends', 'We have come'), target);
    const moved = await read(scratch(MINE));
    assert.lengthOf(moved.match(/organisation: rowers/g) ?? [], 3);
    assert.lengthOf(moved.match(/issue: harbour-levy/g) ?? [], 3);
    await annotations.undo();
    assert.strictEqual(await read(scratch(MINE)), before);
    tree.arrange({ dimensions: ['stance', 'organisation'] });
    const opposes = await rows.find('Opposes');
    await drop(await found('A toll mends'), await rows.find('rowers', opposes));
    assert.match(
      await read(scratch(MINE)),
      /A toll mends[^]*?organisation: rowers\n {2}issue: harbour-levy\n {2}stance: oppose/,
    );
    await annotations.undo();
    const theirs = await read(scratch('layout.corpus.ben.stances.yaml'));
    await drop(await found('Nobody asked'), opposes);
    assert.strictEqual(await read(scratch('layout.corpus.ben.stances.yaml')), theirs);
    assert.strictEqual(await read(scratch(MINE)), before);
  });

  it('drags the place of the words and their text to other windows', async () => {
    const controller = new DragAndDrop(tree, new BulkEditor(await standpoint()));
    const data = new vscode.DataTransfer();
    controller.handleDrag(await found('The dues are'), data);
    const line = CORPUS.slice(0, CORPUS.indexOf('The dues are')).split('\n').length;
    const list = await data.get('text/uri-list')?.asString();
    assert.strictEqual(decodeURIComponent(vscode.Uri.parse(list ?? '').fragment), `L${line},2`);
    assert.match((await data.get('text/plain')?.asString()) ?? '', /^Tom Brace, .*“The dues are too high,”/);
  });

  it('changes and removes several at once, each in one step, and leaves those of others', async () => {
    const services = await standpoint();
    const bulk = new BulkEditor(services);
    const project = await projectOf(corpus);
    const all = (await statementsOf(corpus, 4)).map((statement) => ({ project, statement }));
    const before = await read(scratch(MINE));
    const theirs = await read(scratch('layout.corpus.ben.stances.yaml'));
    await bulk.change(all, { stance: 'mixed' });
    assert.lengthOf((await read(scratch(MINE))).match(/stance: mixed/g) ?? [], 3);
    await services.annotations.undo();
    assert.strictEqual(await read(scratch(MINE)), before);
    await bulk.remove(all);
    assert.notInclude(await read(scratch(MINE)), '- id:');
    await services.annotations.undo();
    assert.strictEqual(await read(scratch(MINE)), before);
    assert.strictEqual(await read(scratch('layout.corpus.ben.stances.yaml')), theirs);
  });

  it('copies what is selected as text, Markdown and citations', async () => {
    const project = await projectOf(corpus);
    const all = (await statementsOf(corpus, 4)).map((statement) => ({ project, statement }));
    const first = all.find(({ statement }) => statement.stored.statement.id === 'saaaaaaaaa');
    assert.isDefined(first);
    assert.strictEqual(
      asText(first),
      'Tom Brace, rowers: “The dues are too high,” (Boats [and] *tolls*, 2025-03-04) [Opposes; Wharfside should charge visitors a harbour levy; not said]',
    );
    assert.strictEqual(
      asMarkdown(first).replaceAll('\\', ''),
      '> The dues are too high,\n>\n> — Tom Brace, rowers, in Ivy Moss, “Boats [and] *tolls*”, *The Quay*, 4 Mar 2025, <https://example.org/boats>\n>\n> (Opposes; Wharfside should charge visitors a harbour levy; not said)',
    );
    assert.include(asMarkdown(first), '\\[and\\] \\*tolls\\*');
    assert.strictEqual(
      asCitation(first),
      'Ivy Moss, “Boats [and] *tolls*”, The Quay, 4 Mar 2025, https://example.org/boats.',
    );
    const nodes = await found('The dues are', 'A toll mends');
    await vscode.commands.executeCommand('standpoint.copyAsCitation', nodes[0], nodes);
    assert.strictEqual(await vscode.env.clipboard.readText(), asCitation(first));
    await vscode.commands.executeCommand('standpoint.copyStatement', nodes[0], nodes);
    assert.lengthOf((await vscode.env.clipboard.readText()).split('\n'), 2);
  });

  it('draws five hundred rows, then as many more as are asked for', async () => {
    const many = Array.from({ length: 1203 }, (_, n) =>
      block(
        `t${String(n).padStart(9, '0')}`,
        'two',
        'We have come round: charge,',
        `organisation: many-${n}`,
        'issue: harbour-levy',
      ),
    );
    tree.arrange({ filter: parseFilter('many-') });
    await put(scratch(MINE), sidecar(many));
    await statementsOf(corpus, 1204);
    const branches = async (): Promise<readonly Node[]> =>
      (await rows.children()).filter(({ kind }) => kind !== 'unplaced');
    let drawn = await until('the rows', async () => {
      const now = await branches();
      return now.length === 501 && now;
    });
    const more = drawn.at(-1);
    assert.isDefined(more);
    const item = await rows.item(more);
    assert.deepEqual([labelOf(item), item.description], ['Show more', '703 more rows']);
    assert.strictEqual(tree.showMore(more.id)?.kind, 'branch');
    drawn = await branches();
    assert.lengthOf(drawn, 1001);
    const last = drawn.at(-1);
    assert.isDefined(last);
    tree.showMore(last.id);
    assert.lengthOf(await branches(), 1203);
  });
});
