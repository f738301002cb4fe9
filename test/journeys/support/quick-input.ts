import type { Locator, Page } from 'playwright-core';
import { until } from './until.js';

/** The palette, the quick picks and the input boxes: all one widget. */
export class QuickInput {
  public readonly widget: Locator;
  public readonly input: Locator;
  public readonly rows: Locator;

  public constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-box input');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Opens the palette with this text in it: `>` and a command's title, a file's name, or `:` and a line's number. */
  public async open(text: string): Promise<void> {
    await until(`the palette with ${text}`, async () => {
      // Focus may be stolen while the workbench is still settling, so all of it is tried again.
      if (!(await this.widget.isVisible())) await this.page.keyboard.press('F1');
      await this.input.fill(text, { timeout: 2000 });
      return (await this.input.inputValue()) === text;
    });
  }

  /** Waits for a quick pick or an input box whose title or placeholder holds this. */
  public async waitFor(title: string | RegExp): Promise<void> {
    await until(`a quick pick titled ${String(title)}`, async () => {
      if (!(await this.widget.isVisible())) return false;
      const shown = [
        await this.widget.locator('.quick-input-title').innerText(),
        (await this.input.getAttribute('placeholder')) ?? '',
      ].join('\n');
      return typeof title === 'string' ? shown.includes(title) : title.test(shown);
    });
  }

  /** The rows on screen, as a screen reader hears them: "label, description, detail". */
  public labels(): Promise<readonly string[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Picks the first row whose label holds this, once it is there. */
  public async choose(label: string | RegExp): Promise<void> {
    const row = await until(`the choice ${String(label)}`, async () => {
      const labels = await this.labels();
      const index = labels.findIndex((text) =>
        typeof label === 'string' ? text.includes(label) : label.test(text),
      );
      return index >= 0 && this.rows.nth(index);
    });
    await row.click();
  }

  /** Replaces what is typed in the box. */
  public type(text: string): Promise<void> {
    return this.input.fill(text);
  }

  public async accept(): Promise<void> {
    await this.page.keyboard.press('Enter');
  }

  public async waitUntilClosed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }
}
