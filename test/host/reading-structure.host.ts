import { assert } from 'chai';
import * as vscode from 'vscode';
import { open, clearScratch, watched, write } from './support/workspace.js';

const CORPUS = `=== ferry-fares
title: Ferry fares to rise
author: Ann Lockyer
date: 2021-03-04
url: https://echo.example/ferry (see also http://old.example/f, javascript:alert(1))

“The fares must rise,” said Tom Reid. “There is no money left.”

Subscribe to the Echo
Unlimited access from £4 a month

=== ferry-reply
title: Islanders answer back
date: 2021-03-05

Islanders called the plan "a tax on living here". See https://islands.example/reply for more.
`;

/** Provider results by the editor's own commands, as every feature of the editor gets them. */
async function ask<T>(command: string, ...args: readonly unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, ...args);
}

async function outlineOf(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return (await ask<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}

describe('reading: the structure of a corpus', () => {
  before(watched);
  afterEach(() => clearScratch());

  it('outlines the documents with author and date, and their quotes by speaker', async () => {
    const { document } = await open(await write('ferry.corpus', CORPUS));
    const symbols = await outlineOf(document.uri);
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['Ferry fares to rise', 'Ann Lockyer · 2021-03-04'],
        ['Islanders answer back', '2021-03-05'],
      ],
    );
    assert.include(symbols[0]?.children.map(({ name }) => name) ?? [], 'Tom Reid');
    assert.strictEqual(document.getText(symbols[1]?.selectionRange), 'ferry-reply');
    assert.isFalse(document.lineAt(symbols[0]?.range.end.line ?? 0).isEmptyOrWhitespace);
  });

  it('stays below what an outline can hold', async () => {
    const one = (n: number) =>
      `=== d${n}\n\n"We will not pay it," said Tom Reid.\n\n"Never," said Ann Lockyer.\n\n`;
    const text = Array.from({ length: 4000 }, (_, n) => one(n)).join('');
    const { document } = await open(await write('many.corpus', text));
    const symbols = await outlineOf(document.uri);
    const count = symbols.reduce((sum, symbol) => sum + 1 + symbol.children.length, 0);
    assert.strictEqual(symbols.length, 4000);
    assert.isBelow(count, 7000);
  });

  it('folds documents, keyed heads and furniture, each from a line of its own', async () => {
    const { document } = await open(await write('ferry.corpus', CORPUS));
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const lines = folds.map(({ start, end }) => [start, end]);
    assert.includeDeepMembers(lines, [
      [0, 9],
      [11, 15],
      [1, 4],
      [12, 13],
    ]);
    const comments = folds.filter(({ kind }) => kind === vscode.FoldingRangeKind.Comment);
    assert.deepEqual(
      comments.map(({ start, end }) => [start, end]),
      [[8, 9]],
    );
    assert.strictEqual(new Set(folds.map(({ start }) => start)).size, folds.length);
  });

  it('gives the editor no more folds than it takes, documents first', async () => {
    const text = Array.from(
      { length: 6000 },
      (_, n) => `=== d${n}\ntitle: T\ndate: 2020-01-01\n\nWords.\n\n`,
    ).join('');
    const { document } = await open(await write('many.corpus', text));
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.strictEqual(folds.length, 5000);
    assert.isTrue(folds.every(({ start }) => start % 6 === 0));
  });

  it('links the web addresses of heads, and nothing else', async () => {
    const { document } = await open(await write('ferry.corpus', CORPUS));
    const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    const ours = links.filter(({ tooltip }) => tooltip !== undefined);
    assert.deepEqual(
      ours.map(({ target, range }) => [target?.toString(true), document.getText(range)]),
      [
        ['https://echo.example/ferry', 'https://echo.example/ferry'],
        ['http://old.example/f', 'http://old.example/f'],
      ],
    );
  });

  it('reads a plain text as one document, by its printed head', async () => {
    const text =
      'Harbour board divided\n\nBy Joe Lepper\n17 April 2014\n\n"We are for it," said Ann Lockyer.\n';
    const uri = await write('plain.txt', text);
    const { document } = await open(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'standpoint-corpus');
    const symbols = await outlineOf(uri);
    assert.deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [['Harbour board divided', 'Joe Lepper · 2014-04-17']],
    );
  });

  it('has nothing to say of an empty file', async () => {
    const { document } = await open(await write('empty.corpus', ''));
    assert.deepEqual(await outlineOf(document.uri), []);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
