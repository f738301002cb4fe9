import assert from 'node:assert/strict';
import { journey } from './support/journey.js';
import { until } from './support/until.js';
import type { Workbench } from './support/workbench.js';

const CORPUS = 'articles.corpus';
const SIDECAR = 'articles.corpus.coder-a.stances.yaml';
const OTHER = 'articles.corpus.coder-b.stances.yaml';
const CODEBOOK = 'standpoint.yaml';
const ALL = [CODEBOOK, SIDECAR, OTHER];

/** What the codebook and all sidecars hold on disk. */
function textsOf({ files }: Workbench): Promise<readonly string[]> {
  return Promise.all(ALL.map((name) => files.read(name)));
}

/** Waits until all files on disk are as they were. */
async function back(workbench: Workbench, before: readonly string[]): Promise<void> {
  await until('the files to be as they were', async () => {
    const now = await textsOf(workbench);
    return now.every((text, at) => text === before[at]);
  });
}

/** Puts the caret at the end of the first line of an open file that holds this. */
async function atEndOf(workbench: Workbench, file: string, line: string): Promise<void> {
  await workbench.goToText(file, line);
  await workbench.editor.placeCaret(line);
  await workbench.press('End');
}

describe('actors and issues as symbols', () => {
  journey('F2 renames an organisation in every file, and Ctrl+Z brings all back', {}, async (workbench) => {
    const before = await textsOf(workbench);
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Larkway Group/);
    const rows = await tree.labels();
    await workbench.openFile(SIDECAR);
    await atEndOf(workbench, SIDECAR, 'organisation: larkway');
    await workbench.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'larkway');
    await box.fill('larkway-group');
    await box.press('End');
    await workbench.screenshot('rename');
    await workbench.press('Enter');
    const codebook = await workbench.files.until(CODEBOOK, (text) => text.includes('- id: larkway-group\n'));
    assert.match(codebook, /- \{organisation: larkway-group, role: managing director/);
    for (const [at, name] of ALL.entries()) {
      const text = await workbench.files.until(name, (now) => !/: larkway[,\n]/.test(now));
      assert.equal(text.replaceAll('larkway-group', 'larkway'), before[at], `${name}: nothing else changes`);
    }
    assert.deepEqual(await tree.labels(), rows, 'the tree shows the same organisations');
    await workbench.problems((problems) => !problems.some((row) => row.includes('larkway')));
    await workbench.editor.placeCaret('organisation: larkway-group');
    await workbench.press('Control+z');
    await until('the old id in the editor', async () =>
      (await workbench.editor.lines()).includes('  organisation: larkway'),
    );
    // VS Code does not save what it takes back; it shows each such file in a tab.
    await until('the changed files in tabs', async () => {
      const dirty = await workbench.page.locator('.tab.dirty').count();
      return dirty === ALL.length;
    });
    await workbench.runCommand('File: Save All Files');
    await back(workbench, before);
    assert.deepEqual(await tree.labels(), rows);
  });

  journey('F2 on a name in a text changes what the tree calls it', {}, async (workbench) => {
    const before = await textsOf(workbench);
    const corpus = await workbench.files.read(CORPUS);
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Larkway Group/);
    await workbench.openFile(CORPUS);
    await workbench.goToText(CORPUS, 'Larkway Group, which runs');
    await workbench.editor.placeCaret('Larkway Group, which');
    await workbench.press('ArrowRight', 'F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('Larkway Buses');
    await workbench.press('Enter');
    await tree.waitFor(/^Larkway Buses/);
    await workbench.runCommand('File: Save All Files');
    await workbench.files.until(CODEBOOK, (text) => text.includes('name: Larkway Buses\n'));
    assert.equal(await workbench.files.read(CORPUS), corpus, 'sources are never written');
    assert.deepEqual((await textsOf(workbench)).slice(1), before.slice(1));
  });

  journey('leads from a name to its entry and to all that is said of it', {}, async (workbench) => {
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Larkway Group/);
    await workbench.openFile(CORPUS);
    await workbench.goToText(CORPUS, 'Larkway Group, which runs');
    await workbench.editor.placeCaret('Larkway Group, which');
    await workbench.press('ArrowRight', 'Shift+F12');
    const peek = workbench.page.locator('.reference-zone-widget');
    await peek.waitFor();
    await peek.getByText(/References \(\d\d\)/).waitFor();
    const rows = peek.locator('.ref-tree .monaco-list-row');
    await rows.filter({ hasText: 'Larkway Group' }).first().waitFor();
    // From the first reference to its file, which closes.
    await workbench.press('ArrowLeft', 'ArrowLeft');
    await until('the files of all references', async () => {
      const shown = await rows.allInnerTexts();
      return [CORPUS, ...ALL].every((name) => shown.some((label) => label.trim().startsWith(name)));
    });
    await rows.filter({ hasText: CODEBOOK }).locator('.monaco-tl-twistie').click();
    await rows.filter({ hasText: 'organisation: larkway' }).first().waitFor();
    await workbench.screenshot('references');
    await workbench.press('Escape');
    await peek.waitFor({ state: 'detached' });
    await workbench.press('F12');
    await until('the codebook to be shown', async () =>
      (await workbench.editor.lines()).some((line) => line.includes('id: larkway')),
    );
    await workbench.statusBarItem(/^Ln \d+, Col 7/).waitFor();
  });

  journey('says in a sidecar who is meant, and completes who may be', {}, async (workbench) => {
    const before = await workbench.files.read(SIDECAR);
    await workbench.openFile(SIDECAR);
    await workbench.goToText(SIDECAR, 'organisation: larkway');
    await workbench.editor.placeCaret('organisation: larkway');
    const words = await workbench.editor.hover('larkway', /Larkway Group/);
    assert.match(words, /company/);
    assert.match(words, /Also Larkway/);
    assert.match(words, /The buses of Tarnshire should be franchised/);
    await workbench.screenshot('card');
    await workbench.press('End', ...Array<string>('larkway'.length).fill('Backspace'));
    await workbench.page.keyboard.type('guild');
    const widget = workbench.page.locator('.suggest-widget.visible');
    if (!(await widget.isVisible())) await workbench.press('Control+Space');
    const row = widget.locator('.monaco-list-row', { hasText: 'gibo' }).first();
    await row.waitFor();
    await workbench.screenshot('completion');
    await row.click();
    await workbench.press('Control+s');
    const after = await workbench.files.until(SIDECAR, (text) => text !== before);
    assert.equal(after, before.replace('organisation: larkway\n', 'organisation: gibo\n'));
  });

  journey('merges two organisations, and takes it back with one button', {}, async (workbench) => {
    const before = await textsOf(workbench);
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Guild of Independent/);
    await workbench.openFile(CORPUS);
    await workbench.runCommand('Standpoint: Merge Actors…');
    await workbench.quickInput.waitFor('Which one goes?');
    await workbench.quickInput.type('Guild of Independent');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('become part of');
    await workbench.quickInput.type('National Association of Bus');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Merge “Guild of Independent Bus Operators” into');
    await workbench.screenshot('merge-actors');
    await workbench.quickInput.accept();
    const codebook = await workbench.files.until(CODEBOOK, (text) => !text.includes('id: gibo'));
    assert.match(codebook, /aliases: \[NABO, .*Guild of Independent Bus Operators.*GIBO/);
    assert.match(codebook, /- \{organisation: nabo, role: chair, from: 2020-03-12\}/);
    for (const name of ALL) await workbench.files.until(name, (text) => !/: gibo\b/.test(text));
    await tree.row(/^Guild of Independent/).waitFor({ state: 'detached' });
    const told = workbench.notification(/is part of “National Association of Bus Operators” now/);
    await told.waitFor();
    await workbench.screenshot('merged-actors');
    await told.getByRole('button', { name: 'Undo', exact: true }).click();
    await back(workbench, before);
    await tree.waitFor(/^Guild of Independent/);
  });

  journey('tells of an organisation that the codebook does not have, and mends it', {}, async (workbench) => {
    const before = await workbench.files.read(SIDECAR);
    await workbench.files.replace(SIDECAR, 'organisation: larkway\n', 'organisation: larkways\n');
    await workbench.openFile(SIDECAR);
    await workbench.problems((rows) => rows.some((row) => row.includes('no organisation “larkways”')));
    await atEndOf(workbench, SIDECAR, 'organisation: larkways');
    await workbench.press('ArrowLeft', 'Control+.');
    await workbench.page.getByText('Add the organisation “larkways” to the codebook').waitFor();
    await workbench.screenshot('problems');
    await workbench.page.getByText('Choose another entry for “larkways” in every statement…').click();
    await workbench.quickInput.waitFor('Which entry is meant');
    await workbench.quickInput.type('Larkway Group');
    await workbench.quickInput.accept();
    await workbench.files.until(SIDECAR, (text) => text === before);
    await workbench.problems((rows) => !rows.some((row) => row.includes('larkways')));
  });
});
