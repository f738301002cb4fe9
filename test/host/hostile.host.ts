import { assert } from 'chai';
import * as vscode from 'vscode';
import { statementCard } from '../../src/editor/tagging/statementHover.js';
import { plain, shortWords } from '../../src/editor/tagging/statementWords.js';
import { projectOf, statementsOf } from './support/api.js';
import { clearScratch, put, until, uriOf, watched, write } from './support/workspace.js';

/** What a text, a codebook or a sidecar may hold to be taken for more than text. */
const HOSTILE = [
  '[click](command:workbench.action.terminal.new)',
  '![](https://tracker.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '$(zap) $(trash)',
  'before \u202eafter\u2066 hidden',
  '`code` **bold** | table',
];

const words = (n: number): string => `Words number ${n} that nobody else has said here`;
const corpus = `=== one\n\n${HOSTILE.map((_, n) => `“${words(n)},” she said.`).join('\n\n')}\n`;
const block = (text: string, n: number): string =>
  `- id: saaaaaaaa${n}\n  document: one\n  quote: ${JSON.stringify(`${words(n)},`)}\n  organisation: ${JSON.stringify(text)}\n  issue: harbour-levy\n  stance: oppose\n  note: ${JSON.stringify(text)}\n`;

describe('hostile texts', () => {
  before(() => watched());
  afterEach(() => clearScratch());

  it('stay text in cards: no link, picture, icon or markup of theirs', async () => {
    const uri = await write('hostile.corpus', corpus);
    await put(
      uri.with({ path: `${uri.path}.stances.yaml` }),
      `standpoint: 1\n\nstatements:\n\n${HOSTILE.map(block).join('\n')}`,
    );
    const statements = await statementsOf(uri, HOSTILE.length);
    const project = await projectOf(uri);
    for (const statement of statements) {
      const card = statementCard(project, statement);
      const commands = [...card.value.matchAll(/\]\(command:([\w.]+)/g)].map(([, command]) => command);
      assert.isEmpty(
        commands.filter((command) => !command?.startsWith('standpoint.')),
        card.value,
      );
      assert.notMatch(card.value, /!\[\]\(|(?<!\\)<img|\u202e|\u2066/);
      assert.isNotTrue(card.supportHtml);
      assert.isNotTrue(card.supportThemeIcons);
      assert.isObject(card.isTrusted);
    }
  });

  it('lose what could hide or reorder words in rows', () => {
    for (const text of HOSTILE) {
      assert.notMatch(plain(text), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      assert.notMatch(shortWords(text), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it('lead commands nowhere when their arguments are forged', async () => {
    const open = (): number => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    const before = open();
    const outside = 'file:///etc/passwd';
    for (const argument of [
      { key: `${outside}#saaaaaaaaa` },
      { key: '__proto__' },
      { key: 5 },
      { corpus: outside, document: 'one', start: 0, end: 4 },
      { corpus: uriOf('harbour.corpus').toString(), document: '../../etc', start: -1, end: 1e9 },
      null,
      'text',
    ]) {
      await vscode.commands.executeCommand('standpoint.openStatement', argument);
      await vscode.commands.executeCommand('standpoint.openPassage', argument);
      await vscode.commands.executeCommand('standpoint.openStatementInSidecar', argument);
    }
    assert.strictEqual(open(), before);
  });

  it('name no corpus but the one beside the sidecar', async () => {
    const uri = await write('own.corpus', corpus);
    await put(
      uri.with({ path: `${uri.path}.stances.yaml` }),
      `standpoint: 1\ncorpus: ../../../../etc/passwd\n\nstatements:\n\n${block('forum', 0)}`,
    );
    await statementsOf(uri, 1);
    const project = await projectOf(uri);
    await until('the sidecar', () =>
      project.sidecars.some(({ corpus: address }) => address === uri.toString()),
    );
    assert.isFalse(project.corpora.some(({ address }) => address.includes('etc')));
  });
});
