import assert from 'node:assert/strict';
import { journey } from './support/journey.js';
import { until } from './support/until.js';
import type { Workbench } from './support/workbench.js';

/** Every statement of the sample is coder A's. */
const MINE = { settings: { 'standpoint.coder': 'coder-a' } };
const SIDECAR = 'articles.corpus.coder-a.stances.yaml';

/** What the view says beside its title. */
async function chips(workbench: Workbench): Promise<string> {
  const description = workbench.page
    .locator('.pane-header[aria-label^="Organisations"] .description')
    .first();
  return (await description.isVisible()) ? description.innerText() : '';
}

describe('the tree', () => {
  journey('groups in two levels of choice, sorts, filters by lists, and says so', MINE, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await workbench.widenSideBar(560);
    await tree.waitFor(/^Larkway/);
    await workbench.runCommand('Standpoint: Group by…');
    await workbench.quickInput.waitFor('First by what?');
    await workbench.quickInput.choose(/^issue/);
    await workbench.quickInput.waitFor('then by what?');
    await workbench.quickInput.choose(/^stance/);
    await tree.expand(/^Single fares should be capped/, /^Supports/);
    await workbench.runCommand('Standpoint: Sort by…');
    await workbench.quickInput.choose(/^most contested first/);
    await until(
      'the chips',
      async () => (await chips(workbench)) === 'by issue, stance · most contested first',
    );
    await workbench.screenshot('tree-grouped');

    await workbench.runCommand('Standpoint: Filter Statements');
    await workbench.quickInput.waitFor('Filter statements');
    await workbench.quickInput.choose(/^Stance|Stance,/);
    await workbench.quickInput.waitFor('Tick what to show');
    await workbench.quickInput.choose(/^Opposes/);
    await workbench.screenshot('tree-facet');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Filter statements');
    await workbench.quickInput.choose(/Dates/);
    await workbench.quickInput.waitFor('Filter by date');
    await workbench.quickInput.type('2019..');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitFor('Filter statements');
    await workbench.screenshot('tree-filter');
    await workbench.press('Escape');
    await workbench.quickInput.waitUntilClosed();
    await tree.row(/^Supports/).waitFor({ state: 'detached' });
    await until('the chips', async () =>
      /contested first · since 2019 · Opposes$/.test(await chips(workbench)),
    );
    await workbench.screenshot('tree-chips');
    await workbench.runCommand('Standpoint: Clear the Filter');
    await until('no chip', async () => !(await chips(workbench)).includes('Opposes'));
  });

  journey('changes several at once and takes it back, by the keyboard alone', MINE, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await workbench.widenSideBar(560);
    await tree.waitFor(/^Larkway/);
    const before = await workbench.files.read(SIDECAR);
    await workbench.runCommand('Standpoint: Filter Statements');
    await workbench.quickInput.type('larkway coder:coder-a');
    await workbench.quickInput.accept();
    await workbench.quickInput.waitUntilClosed();
    await workbench.runCommand('Standpoint: Group by…');
    await workbench.quickInput.choose(/^stance/);
    await workbench.quickInput.choose(/^nothing more/);
    await workbench.runCommand('Standpoint: Focus on Organisations View');
    await tree.expand(/^(Opposes|Supports)/);
    await workbench.runCommand('Standpoint: Focus on Organisations View');
    // From the branch down: the first step selects the first statement, and shows it; the second adds the next.
    await workbench.press('Home', 'Shift+ArrowDown');
    await tree.root.locator('[aria-selected=true][aria-label^="“"]').first().waitFor();
    await workbench.press('Shift+ArrowDown');
    await until(
      'two selected rows',
      async () => (await tree.root.locator('[aria-selected=true]').count()) === 2,
    );
    await workbench.press('Control+c');
    await workbench.screenshot('tree-selected');
    await workbench.press('Shift+F10');
    await workbench.page.getByRole('menuitem', { name: 'Change Stance…' }).waitFor();
    await workbench.screenshot('tree-menu');
    await until('the menu item in focus', async () => {
      const focused = workbench.page.locator('.action-item.focused [role=menuitem], .action-item.focused');
      if ((await focused.allInnerTexts()).some((text) => text.includes('Change Stance'))) return true;
      await workbench.press('ArrowDown');
      return false;
    });
    await workbench.press('Enter');
    await workbench.quickInput.waitFor('2 statements');
    await workbench.press('5');
    await workbench.files.until(
      SIDECAR,
      (text) => text.split('stance: unclear').length === before.split('stance: unclear').length + 2,
    );
    await workbench.screenshot('tree-bulk');
    await workbench.runCommand('Standpoint: Undo Tagging');
    await workbench.files.until(SIDECAR, (text) => text === before);
  });

  journey('drags a statement onto another issue', MINE, async (workbench) => {
    await workbench.openFile('articles.corpus');
    const tree = await workbench.view('Organisations');
    await workbench.widenSideBar(560);
    const before = await workbench.files.read(SIDECAR);
    await workbench.runCommand('Standpoint: Group by Issue');
    const target = await tree.waitFor(/^Single fares should be capped/);
    await tree.expand(/^The buses of Tarnshire should be franchised/, /^Larkway/);
    const row = await tree.waitFor(/^“/);
    const from = await row.boundingBox();
    const to = await target.boundingBox();
    assert.ok(from && to);
    const { mouse } = workbench.page;
    await mouse.move(from.x + 120, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 130, from.y + 4, { steps: 4 });
    await mouse.move(to.x + 120, to.y + 12, { steps: 8 });
    await workbench.screenshot('tree-dragging');
    await mouse.up();
    const count = (text: string): number => text.split('issue: fare-cap').length;
    await workbench.files.until(SIDECAR, (text) => count(text) === count(before) + 1);
    await workbench.screenshot('tree-dropped');
    await workbench.runCommand('Standpoint: Undo Tagging');
    await workbench.files.until(SIDECAR, (text) => text === before);
  });
});
