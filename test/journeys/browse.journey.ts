import assert from 'node:assert/strict';
import { journey } from './support/journey.js';

describe('browsing', () => {
  journey('shows organisations, issues and statements, and leads to the words', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await workbench.widenSideBar(520);
    await tree.expand(/^Larkway Group/, /^The buses of Tarnshire should be franchised/);
    const row = await tree.waitFor(/^“.*” ?,? ?/);
    await tree.waitFor(/position changed/);
    await workbench.screenshot('browse');
    const label = (await row.getAttribute('aria-label')) ?? '';
    const words = /“([^”…]{10,40})/.exec(label)?.[1] ?? '';
    assert.notEqual(words, '');
    await tree.click(new RegExp(`^“${words.slice(0, 12)}`));
    await workbench.editor.appearance(words.slice(0, 20), (look) => look.decorations.length > 0);
    await workbench.screenshot('jumped');
  });

  journey('groups by issue and by stance, and filters', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await tree.waitFor(/^Larkway/);
    await workbench.runCommand('Standpoint: Group by Issue');
    await tree.waitFor(/^Single fares should be capped/);
    await workbench.runCommand('Standpoint: Group by Stance');
    await tree.waitFor(/^Opposes/);
    await workbench.screenshot('by-stance');
    await workbench.runCommand('Standpoint: Group by Organisation');
    await tree.waitFor(/^Larkway/);
    await workbench.runCommand('Standpoint: Filter Statements');
    await workbench.quickInput.type('gibo');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitUntilClosed();
    await tree.row(/^Larkway/).waitFor({ state: 'detached' });
    await workbench.screenshot('filtered');
  });

  journey('shows documents with tagged and untagged quotes', {}, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Documents');
    await tree.expand(/^Mayor sets out plan/);
    await tree.waitFor(/, tagged/);
    await tree.waitFor(/, untagged/);
    await workbench.screenshot('documents');
  });

  journey(
    'shows text and positions side by side in a dark theme',
    { settings: { 'workbench.colorTheme': 'Default Dark Modern' } },
    async (workbench) => {
      await workbench.openFile('articles.corpus');
      const tree = await workbench.view('Organisations');
      await workbench.widenSideBar(480);
      await tree.expand(/^Tarnshire Combined Authority/, /^Council tax payers should share/);
      await tree.click(/^“a last resort”/);
      await workbench.editor.appearance('a last resort', (look) => look.decorations.length > 0);
      await workbench.screenshot('overview');
    },
  );
});
