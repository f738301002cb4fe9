import assert from 'node:assert/strict';
import { journey } from './support/journey.js';
import type { Workbench } from './support/workbench.js';

const CORPUS = 'articles.corpus';
const SIDECAR = 'articles.corpus.coder-a.stances.yaml';
const DOCUMENT = 'mayor-sets-out-bus-plan';

/** Presses a button of a notification. */
async function press(workbench: Workbench, text: RegExp, button: string): Promise<void> {
  const notification = workbench.notification(text);
  await notification.waitFor();
  await notification.getByRole('button', { name: button, exact: true }).click();
}

describe('a sidecar that loses nothing', () => {
  journey('reviews the places of a renamed document in a row, one key each', {}, async (workbench) => {
    await workbench.openFile(CORPUS);
    await workbench.files.replace(CORPUS, `=== ${DOCUMENT}`, '=== mayor-plan');
    await workbench.statusBarItem(/\d to confirm/).waitFor();
    const before = await workbench.files.read(SIDECAR);
    await workbench.runCommand('Standpoint: Review Places to Confirm');
    await workbench.quickInput.waitFor('If franchising costs more');
    await workbench.screenshot('review');
    await workbench.press('y');
    const confirmed = await workbench.files.until(SIDECAR, (text) => text !== before);
    assert.match(confirmed, /document: mayor-plan\n[^]*quote: "If franchising costs more/);
    await workbench.quickInput.waitFor('A two-pound fare');
    await workbench.press('n');
    await workbench.statusBarItem(/1 lost/).waitFor();
    await workbench.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    await workbench.screenshot('reviewed');
    assert.equal(await workbench.files.read(SIDECAR), confirmed, 'a refused place writes nothing');
  });

  journey('looks for a lost statement in all documents, and moves nothing unasked', {}, async (workbench) => {
    await workbench.openFile(CORPUS);
    const corpus = await workbench.files.read(CORPUS);
    const quote = /"A two-pound fare is simple[^”"]*[”"]/.exec(corpus)?.[0] ?? '';
    assert.notEqual(quote, '');
    const moved = `${corpus.replace(quote, 'nothing that was new')}\n=== appendix\n\nIn full, she told them: ${quote}\n`;
    await workbench.files.write(CORPUS, moved);
    await workbench.statusBarItem(/1 lost/).waitFor();
    const before = await workbench.files.read(SIDECAR);
    await workbench.runCommand('Standpoint: Find a Lost Statement in All Documents');
    await workbench.quickInput.waitFor('Which one?');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Where do these words belong?');
    await workbench.editor.appearance('A two-pound fare', (look) => look.decorations.length > 0);
    await workbench.screenshot('find-lost');
    assert.equal(await workbench.files.read(SIDECAR), before);
    await workbench.quickInput.accept();
    await workbench.files.until(SIDECAR, (text) => text.includes('document: appendix'));
  });

  journey('merges a sidecar in conflict and leads to what is left to settle', {}, async (workbench) => {
    const base = await workbench.files.read(SIDECAR);
    const ours = base.replace('stance: mixed', 'stance: oppose');
    const theirs = base
      .replace('stance: mixed', 'stance: support')
      .replace('basis: quoted', 'basis: reported');
    await workbench.files.write(
      SIDECAR,
      `<<<<<<< HEAD\n${ours}||||||| base\n${base}=======\n${theirs}>>>>>>> theirs\n`,
    );
    await workbench.openFile(SIDECAR);
    await workbench.problems((rows) => rows.some((row) => row.includes('merge conflict')));
    await workbench.screenshot('conflict');
    await workbench.runCommand('Standpoint: Merge Sidecars');
    const merged = await workbench.files.until(SIDECAR, (text) => !text.includes('<<<<<<<'));
    assert.match(merged, /stance: oppose\n {2}basis: reported\n/);
    await workbench.notification(/1 conflict is left/).waitFor();
    await workbench.screenshot('merged');
    await press(workbench, /1 conflict is left/, 'Show the First');
    await workbench.statusBarItem('Ln 18, Col 13').waitFor();
    await workbench.page.locator('.monaco-editor .codicon-light-bulb').first().waitFor();
    await workbench.press('Control+.');
    await workbench.page.getByText('Take theirs: stance: support').waitFor();
    await workbench.screenshot('settle');
    await workbench.page.getByText('Take theirs: stance: support').click();
    await workbench.press('Control+s');
    await workbench.files.until(SIDECAR, (text) => text === theirs);
  });

  journey(
    'keeps a tag that a broken file refuses, over a restart, and adds it when told',
    {},
    async (workbench) => {
      await workbench.openFile(CORPUS);
      await workbench.files.replace(SIDECAR, '  stance: mixed\n', '  stance: [mixed\n');
      const broken = await workbench.files.read(SIDECAR);
      await workbench.problems((rows) => rows.some((row) => /coder-a\.stances\.yaml/.test(row)));
      await workbench.goToText(CORPUS, 'Show me the contract');
      await workbench.editor.placeCaret('Show me the contract');
      await workbench.press("Control+'");
      await workbench.quickInput.waitFor('Which issue?');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Press the key of a stance');
      await workbench.press('1');
      await workbench.notification(/Your change is kept/).waitFor();
      await workbench.statusBarItem('1 not saved').waitFor();
      await workbench.screenshot('kept');

      await workbench.page.reload();
      await workbench.statusBarItem('1 not saved').waitFor();
      await workbench.notification(/not yet in its file/).waitFor();
      await workbench.screenshot('recovery');
      assert.equal(await workbench.files.read(SIDECAR), broken, 'nothing is written unasked');
      await workbench.files.write(SIDECAR, broken.replace('[mixed', 'mixed'));
      await press(workbench, /not yet in its file/, 'Add');
      await workbench.files.until(SIDECAR, (text) => text.includes('quote: "Show me the contract'));
      await workbench.statusBarItem('1 not saved').waitFor({ state: 'hidden' });
      await workbench.screenshot('recovered');
    },
  );

  journey('tells coders apart, and hides others while coding blind', {}, async (workbench) => {
    const theirs = 'How the money’s raised';
    await workbench.openFile(CORPUS);
    await workbench.goToText(CORPUS, theirs);
    await workbench.page.locator('.view-line', { hasText: theirs }).waitFor();
    const tree = await workbench.view('Organisations');
    await workbench.editor.appearance(theirs, (look) => look.decorations.length > 0);
    await workbench.screenshot('coders');
    const settings = await workbench.files.read('.vscode/settings.json');
    await workbench.files.write(
      '.vscode/settings.json',
      settings.replace('{', '{\n  "standpoint.blind": true,'),
    );
    await tree.waitFor(/./);
    await workbench.page.getByText('blind', { exact: true }).first().waitFor();
    await workbench.editor.appearance(theirs, (look) => look.decorations.length === 0);
    await workbench.screenshot('blind');
  });
});
