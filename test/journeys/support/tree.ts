import type { Locator, Page } from 'playwright-core';
import { until } from './until.js';

type Name = string | RegExp;

/** The rows of the extension's tree views. Only rows on screen exist. */
export class Tree {
  /** @param root the tree, by its view's name */
  public constructor(
    private readonly page: Page,
    public readonly root: Locator,
  ) {}

  /** A row by what a screen reader hears, or by part of it. */
  public row(name: Name): Locator {
    return this.root.getByRole('treeitem', { name }).first();
  }

  /** What a screen reader hears for each row on screen, from top to bottom. */
  public labels(): Promise<readonly string[]> {
    return this.root.getByRole('treeitem').evaluateAll((rows) =>
      rows
        .map((row) => ({ label: row.getAttribute('aria-label') ?? '', top: row.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ label }) => label),
    );
  }

  public async waitFor(name: Name): Promise<Locator> {
    const row = this.row(name);
    await row.waitFor();
    return row;
  }

  /** Opens each row in turn, from the root down, and gives the last. */
  public async expand(...names: readonly Name[]): Promise<Locator> {
    let last = this.root;
    for (const name of names) {
      last = await until(`the row ${String(name)} to open`, async () => {
        const row = this.row(name);
        if ((await row.getAttribute('aria-expanded', { timeout: 2000 })) === 'true') return row;
        await row.locator('.monaco-tl-twistie').click({ timeout: 2000 });
        return undefined;
      });
    }
    return last;
  }

  /** Clicks a row, which opens what it stands for. */
  public async click(name: Name): Promise<void> {
    await (
      await this.waitFor(name)
    )
      .locator('.monaco-icon-label, .custom-view-tree-node-item')
      .first()
      .click();
  }

  /** Chooses from a row's context menu. */
  public async menu(name: Name, item: Name): Promise<void> {
    await (await this.waitFor(name)).click({ button: 'right' });
    const choice = this.page.getByRole('menuitem', { name: item });
    await choice.waitFor();
    // A menu that has just opened takes no click.
    await until(`the choice ${String(item)} to be taken`, async () => {
      if (await choice.isVisible()) await choice.click({ timeout: 2000 });
      return choice.isHidden();
    });
  }

  /** Presses one of the buttons that a row shows under the pointer. */
  public async button(name: Name, button: string): Promise<void> {
    const row = await this.waitFor(name);
    await row.hover();
    await row.locator(`.actions .action-label[aria-label^=${JSON.stringify(button)}]`).click();
  }
}
