import type { Page } from 'playwright-core';
import { appearanceOf, type Appearance } from './appearance.js';
import { until } from './until.js';

/** The active text editor. Texts are looked for in the part of it that is on screen, and may be wrapped there. */
export class Editor {
  public constructor(private readonly page: Page) {}

  /** The lines on screen, from top to bottom. */
  public lines(): Promise<readonly string[]> {
    return this.page
      .locator('.editor-group-container.active .monaco-editor[data-uri] .view-line')
      .evaluateAll((lines) =>
        lines
          .map((line) => ({
            text: (line.textContent ?? '').replaceAll('\u00a0', ' '),
            top: line.getBoundingClientRect().top,
          }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
  }

  /** How a text looks, once it is on screen and `ready` (if given) is true of it. */
  public appearance(text: string, ready: (look: Appearance) => boolean = () => true): Promise<Appearance> {
    return until(`${JSON.stringify(text)} in the editor, looking as wanted`, async () => {
      const look = await this.page.evaluate(appearanceOf, text);
      return look !== undefined && ready(look) && look;
    });
  }

  /** Puts the caret before a text's first character. */
  public async placeCaret(text: string): Promise<void> {
    const { start } = await this.appearance(text);
    await this.page.mouse.click(start.x, start.y);
  }

  /** Selects a text with the mouse. */
  public async select(text: string): Promise<void> {
    const { start, end } = await this.appearance(text);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Rests the pointer on a text until a hover that matches is shown, and gives the hover's text. */
  public async hover(text: string, expected: RegExp): Promise<string> {
    const { start } = await this.appearance(text);
    return until(`a hover that matches ${expected.source}`, async () => {
      await this.page.mouse.move(4, 4);
      await this.page.mouse.move(start.x + 12, start.y, { steps: 3 });
      const shown = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
      await shown.waitFor({ timeout: 3000 });
      return shown.innerText();
    });
  }
}
