import assert from 'node:assert/strict';
import { journey } from './support/journey.js';

const SIDECAR = 'articles.corpus.coder-a.stances.yaml';

describe('reading across', () => {
  journey('finds words in all texts, and tags several hits after a preview', {}, async (workbench) => {
    const before = await workbench.files.read(SIDECAR);
    await workbench.openFile('articles.corpus');
    await workbench.view('Organisations');
    await workbench.widenSideBar(520);
    await workbench.runCommand('Standpoint: Find in Quotes…');
    await workbench.quickInput.waitFor('Find in quotes, statements and text');
    await workbench.quickInput.type('timetable in:quotes is:untagged');
    await workbench.page.locator('.quick-input-message', { hasText: /\d+ hits in \d+ documents/ }).waitFor();
    await workbench.screenshot('search-asked');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitUntilClosed();
    const tree = await workbench.view('Search');
    const row = await tree.waitFor(/timetable.*, untagged$/);
    await row.locator('.highlight', { hasText: 'timetable' }).first().waitFor();
    await workbench.screenshot('search');

    const labels = (await tree.labels()).filter((label) => label.endsWith(', untagged'));
    assert.ok(labels.length >= 2, labels.join('\n'));
    const [first = '', second = ''] = labels;
    await tree.click(first);
    await workbench.editor.appearance('timetable');
    await tree.row(second).click({ modifiers: ['Control'] });
    await tree.menu(second, /Tag All Selected/);
    await workbench.quickInput.waitFor('Tag 2 passages');
    await workbench.quickInput.type('franchised');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Press the key of a stance');
    await workbench.press('5');
    await workbench.quickInput.waitFor(/For which organisation\?|uncheck what to leave out/);
    if (!(await workbench.quickInput.labels()).some((label) => label.includes('“'))) {
      await workbench.quickInput.choose('Leave blank');
    }
    await workbench.quickInput.waitFor('Unclear: The buses of Tarnshire should be franchised');
    await workbench.screenshot('search-preview');
    await workbench.quickInput.accept();
    const after = await workbench.files.until(SIDECAR, (text) => text !== before);
    assert.equal(blocks(after), blocks(before) + 2);
    await workbench.statusBarItem('2 statements: Unclear').waitFor();
    await workbench.screenshot('search-tagged');
    await workbench.runCommand('Standpoint: Undo Tagging');
    await workbench.files.until(SIDECAR, (text) => text === before);
  });

  journey('shows all quotes of an organisation, tagged or not', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const organisations = await workbench.view('Organisations');
    await workbench.widenSideBar(520);
    await organisations.menu(/^Larkway Group/, /Show All Quotes of This Organisation/);
    const tree = await workbench.view('Search');
    await tree.waitFor(/, untagged$/);
    await tree.waitFor(/, tagged$/);
    await workbench.screenshot('quotes-of');
    await workbench.runCommand('Standpoint: Clear the Search');
    await tree.row(/tagged$/).waitFor({ state: 'detached' });
  });

  journey('opens a position sheet with its preview', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await workbench.widenSideBar(320);
    await tree.menu(/^Larkway Group/, /Open Position Sheet/);
    await workbench.page.locator('.tab', { hasText: 'Larkway Group.md' }).first().waitFor();
    await workbench.editor.appearance('The buses of Tarnshire');
    await workbench.runCommand('Standpoint: Preview Position Sheet');
    const preview = workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator('h1', { hasText: 'Larkway Group' });
    await preview.waitFor({ timeout: 30_000 });
    await workbench.screenshot('sheet');
  });
});

function blocks(text: string): number {
  return text.split(/^- id: /m).length - 1;
}
