import { assert } from 'chai';
import * as vscode from 'vscode';
import { open, clearScratch, watched, write } from './support/workspace.js';

const CORPUS = `=== dredging
title: Dredging row

“The channel is silting up,” said Tom Reid, chair of the Harbour Users Association. “Nobody has
dredged it since 2009.”

The board called the claim “plainly wrong”. The so-called “golden mile” lies empty.
`;

interface Token {
  readonly type: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Semantic tokens with absolute places, in the order they come. */
async function tokensOf(uri: vscode.Uri, range?: vscode.Range): Promise<readonly Token[]> {
  const kind = range ? 'DocumentRange' : 'Document';
  const args = range ? [uri, range] : [uri];
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    `vscode.provide${kind}SemanticTokensLegend`,
    ...args,
  );
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    `vscode.provide${kind}SemanticTokens`,
    ...args,
  );
  const tokens: Token[] = [];
  let line = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    start = lines === 0 ? start + characters : characters;
    line += lines;
    tokens.push({ type: legend.tokenTypes[type] ?? '', line, start, end: start + length });
  }
  return tokens;
}

function textOf(document: vscode.TextDocument, { line, start, end }: Token): string {
  return document.getText(new vscode.Range(line, start, line, end));
}

function isWellFormed(document: vscode.TextDocument, tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    assert.isAbove(token.end, token.start);
    assert.isAtMost(token.end, document.lineAt(token.line).text.length, 'a token leaves its line');
    const before = tokens[index - 1];
    if (before?.line === token.line) assert.isAtLeast(token.start, before.end, 'two tokens overlap');
  });
}

async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const place = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

describe('reading: quotes and speakers', () => {
  before(watched);
  afterEach(() => clearScratch());

  it('colours quotes by kind, speakers and cues', async () => {
    const { document } = await open(await write('dredging.corpus', CORPUS));
    const tokens = await tokensOf(document.uri);
    isWellFormed(document, tokens);
    const typed = tokens.map((token) => `${token.type}: ${textOf(document, token)}`);
    assert.include(typed, 'quoteDirect: “The channel is silting up,”');
    assert.include(typed, 'speaker: Tom Reid');
    assert.include(typed, 'cue: said');
    assert.include(typed, 'quotePartial: “plainly wrong”');
    assert.include(typed, 'quoteScare: “golden mile”');
  });

  it('cuts a quote that runs over lines into one token a line, with CRLF as well', async () => {
    const { document } = await open(await write('crlf.corpus', CORPUS.replaceAll('\n', '\r\n')));
    const tokens = await tokensOf(document.uri);
    isWellFormed(document, tokens);
    const quotes = tokens.filter(({ type, line }) => type === 'quoteDirect' && line >= 3);
    assert.deepEqual(quotes.map((token) => textOf(document, token)).slice(1), [
      '“Nobody has',
      'dredged it since 2009.”',
    ]);
  });

  it('answers for a range with the same tokens as for the file', async () => {
    const { document } = await open(await write('dredging.corpus', CORPUS));
    const range = new vscode.Range(6, 0, 6, 40);
    const all = (await tokensOf(document.uri)).filter(({ line }) => line === 6);
    const some = (await tokensOf(document.uri, range)).filter(({ line }) => line === 6);
    assert.isNotEmpty(some);
    assert.deepEqual(some, all.slice(0, some.length));
  });

  it('says what a quote is, who says it and how sure that is, and offers to tag it', async () => {
    const { document } = await open(await write('dredging.corpus', CORPUS));
    const hover = await hoverAt(document, 'silting');
    assert.include(hover, 'Direct quote');
    assert.include(hover, 'Tom Reid');
    assert.match(hover, /\(command:standpoint\.tagQuote\?[^()\s]+\)/);
  });

  it('says the same over the speaker and over the cue', async () => {
    const { document } = await open(await write('dredging.corpus', CORPUS));
    assert.include(await hoverAt(document, 'Tom Reid'), 'Direct quote');
    assert.include(await hoverAt(document, 'said'), 'Direct quote');
  });

  it('says so where the speaker is not known', async () => {
    const { document } = await open(await write('dredging.corpus', CORPUS));
    assert.include(await hoverAt(document, 'golden'), 'Speaker not known');
  });

  it('shows names from a text as text, whatever they hold', async () => {
    const text = '=== x\n\n“We will pay,” said Bob <img src=x> [Click](command:evil) Reid.\n';
    const { document } = await open(await write('hostile.corpus', text));
    const hover = await hoverAt(document, 'will pay');
    assert.notMatch(hover, /<img/);
    assert.notInclude(hover, '](command:evil)');
  });

  it('follows the text while it is typed', async () => {
    const editor = await open(await write('dredging.corpus', CORPUS));
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(2, 0), '\nQuite new: “So be it,” said Ann Lockyer.\n'),
    );
    const tokens = await tokensOf(editor.document.uri);
    isWellFormed(editor.document, tokens);
    const typed = tokens.map((token) => `${token.type}: ${textOf(editor.document, token)}`);
    assert.include(typed, 'speaker: Ann Lockyer');
    assert.include(typed, 'quoteScare: “golden mile”');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
