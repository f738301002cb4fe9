import assert from 'node:assert/strict';
import { journey } from './support/journey.js';
import { until } from './support/until.js';

describe('the first minutes', () => {
  journey(
    'a folder of texts becomes a corpus and can be tagged',
    { folder: 'test/fixtures/folder-of-texts' },
    async (workbench) => {
      await workbench.showStandpoint();
      await workbench.page.getByText('There is no corpus in this folder yet').first().waitFor();
      await workbench.screenshot('welcome');
      await workbench.page
        .locator('.welcome-view-content .monaco-button', { hasText: 'Make a Folder a Corpus' })
        .first()
        .click();
      await workbench.quickInput.choose('releases');
      const documents = await workbench.view('Documents');
      await documents.waitFor(/^Board defends its pier/);
      await documents.click(/^Islanders fear empty boats/);
      await workbench.statusBarItem('Ln 1, Col 1').waitFor();
      // The document is still opening: it may take the focus once more, which closes a pick.
      await until('the pick with the new issue in it', async () => {
        if (!(await workbench.quickInput.widget.isVisible())) {
          await workbench.editor.placeCaret('Higher fares would empty');
          await workbench.press("Control+'");
        }
        await workbench.quickInput.input.fill('Ferry fares may rise', { timeout: 2000 });
        return true;
      });
      await workbench.quickInput.waitFor('Ada Quill');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Press the key of a stance');
      await workbench.press('4');
      await workbench.files.until('releases/ferry-fares.txt.stances.yaml', (text) =>
        text.includes('organisation: islanders-forum'),
      );
      const codebook = await workbench.files.until('standpoint.yaml', (text) =>
        text.includes('Ferry fares may rise'),
      );
      assert.match(codebook, /name: Islanders Forum/);
      const organisations = await workbench.view('Organisations');
      await organisations.expand(/^Islanders Forum/, /^Ferry fares may rise/);
      await organisations.waitFor(/“Higher fares would empty the boats/);
      await workbench.screenshot('first-tag');
    },
  );

  journey('a window with no folder says what to do', { folder: null }, async (workbench) => {
    await workbench.showStandpoint();
    await workbench.page.getByText('Open a folder that holds your texts').first().waitFor();
    await workbench.screenshot('no-folder');
  });

  journey(
    'a folder that is not trusted is shown but not written',
    { askForTrust: true },
    async (workbench) => {
      await workbench.statusBarItem('Restricted Mode').waitFor();
      await workbench.openFile('articles.corpus');
      const before = await workbench.files.read('articles.corpus.stances.yaml').catch(() => null);
      await workbench.goToText('articles.corpus', 'Show me the contract');
      await workbench.editor.placeCaret('Show me the contract');
      await workbench.press("Control+'");
      await workbench.quickInput.waitFor('Which issue?');
      await workbench.quickInput.accept();
      await workbench.quickInput.waitFor('Press the key of a stance');
      await workbench.press('1');
      await workbench.notification(/Restricted Mode/).waitFor();
      await workbench.screenshot('restricted');
      assert.equal(await workbench.files.read('articles.corpus.stances.yaml').catch(() => null), before);
    },
  );
});
