import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { inRoot, outDir, runDir } from '../../../scripts/lib/paths.mjs';
import { startServer, type Server } from '../../../scripts/lib/server.mjs';
import { installExtension, temporaryCopy } from '../../../scripts/lib/staging.mjs';
import { browser } from './browser.js';
import { Editor } from './editor.js';
import { Files } from './files.js';
import { Mistakes } from './mistakes.js';
import { QuickInput } from './quick-input.js';
import { Tree } from './tree.js';
import { until } from './until.js';

/** What a journey starts with. */
export interface Start {
  /** The folder to copy and open, relative to the checkout; null for a window with no folder. Default: samples. */
  readonly folder?: string | null;
  /** Settings besides those that keep the screen still. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether VS Code asks if the folder is trusted, as it does for its users. Default: false. */
  readonly askForTrust?: boolean;
}

const stillScreen = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'window.commandCenter': false,
};

/** A VS Code with the extension installed, in a browser, as a person would see and use it. */
export class Workbench {
  public readonly editor: Editor;
  public readonly quickInput: QuickInput;

  private constructor(
    public readonly page: Page,
    public readonly files: Files,
    /** Exceptions and logged errors, which fail the journey unless it expects them. */
    public readonly mistakes: Mistakes,
    private readonly context: BrowserContext,
    private readonly server: Server,
    private readonly removeFolder: () => Promise<void>,
  ) {
    this.editor = new Editor(page);
    this.quickInput = new QuickInput(page);
  }

  /** @param name names the folder of this journey's logs, out/run-<pid>/journeys/<name> */
  public static async open(
    name: string,
    { folder = 'samples', settings = {}, askForTrust = false }: Start,
  ): Promise<Workbench> {
    const workspace = await temporaryCopy(folder === null ? undefined : inRoot(folder));
    const dataDir = path.join(runDir, 'journeys', name);
    await installExtension(path.join(dataDir, 'extensions'));
    const server = await startServer({ dataDir, askForTrust, settings: { ...stillScreen, ...settings } });
    const context = await (
      await browser()
    ).newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const page = await context.newPage();
    const workbench = new Workbench(
      page,
      new Files(workspace.folder),
      new Mistakes(page, server),
      context,
      server,
      workspace.remove,
    );
    await page.goto(server.workbenchUrl(folder === null ? {} : { folder: workspace.folder }));
    // Machine settings arrive a moment after the first paint.
    await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: 60_000 });
    return workbench;
  }

  public async close(): Promise<void> {
    await this.context.close();
    await this.server.stop();
    await this.removeFolder();
  }

  /** Runs a command by its title in the palette, for example "Standpoint: Tag Quote". */
  public async runCommand(title: string): Promise<void> {
    await until(`the command ${title}`, async () => {
      await this.quickInput.open(`>${title}`);
      const isIt = (label: string): boolean => label === title || label.startsWith(`${title},`);
      const index = await until(
        title,
        async () => {
          const found = (await this.quickInput.labels()).findIndex(isIt);
          return found >= 0 && found + 1;
        },
        3000,
      );
      await this.quickInput.rows.nth(index - 1).click({ timeout: 2000 });
      return true;
    });
  }

  /** Presses keys one after the other, as Playwright names them: "Control+Alt+T", "1", "Escape". */
  public async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens a file of the workspace by its path in it, and waits for its text. */
  public async openFile(name: string): Promise<void> {
    await this.quickInput.open(name);
    await this.quickInput.choose(path.basename(name));
    await this.page
      .locator(`.editor-instance .monaco-editor[data-uri$=${JSON.stringify(encodeURI(name))}] .view-line`)
      .first()
      .waitFor();
  }

  /** Scrolls the active editor to a line and puts the caret there. */
  public async goToLine(line: number): Promise<void> {
    await this.quickInput.open(`:${line}`);
    await this.quickInput.accept();
    await this.quickInput.waitUntilClosed();
  }

  /** Scrolls the active editor, which shows the file, to the first line that holds a text in the file as saved. */
  public async goToText(name: string, text: string): Promise<void> {
    const lines = (await this.files.read(name)).split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`${name} has no line with ${JSON.stringify(text)}`);
    await this.goToLine(index + 1);
  }

  /** Shows the extension's views. */
  public async showStandpoint(): Promise<void> {
    const container = this.page.locator('[id="workbench.view.extension.standpoint"]');
    // A click on the icon of what is shown already would hide it.
    if (await container.isVisible()) return;
    await this.page.locator('.activitybar .action-label[aria-label^="Standpoint"]').first().click();
    await container.waitFor();
  }

  /** Drags the edge of the side bar so that it is as wide as that, in pixels. */
  public async widenSideBar(width: number): Promise<void> {
    const { x, y, height } = (await this.page.locator('.part.sidebar').boundingBox()) ?? {
      x: 0,
      y: 0,
      height: 0,
    };
    const edge = (await this.page.locator('.part.editor').boundingBox())?.x ?? 0;
    await this.page.mouse.move(edge - 2, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, y + height / 2, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Shows one of the extension's views, by its name, and gives its tree. */
  public async view(name: string): Promise<Tree> {
    const root = this.page.locator(`[role=tree][aria-label^=${JSON.stringify(name)}]`).first();
    if (!(await root.isVisible())) {
      await this.showStandpoint();
      await root.waitFor();
    }
    return new Tree(this.page, root);
  }

  /** The rows of the Problems panel, which it opens, once they are as wanted. */
  public async problems(wanted: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    return until('the problems to be as wanted', async () => {
      const rows = await this.page
        .locator('.markers-panel-container .monaco-list-row')
        .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''));
      return wanted(rows) && rows;
    });
  }

  /** An item of the status bar, by part of its text or label. */
  public statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text }).first();
  }

  /** A notification on screen, by part of its text. */
  public notification(text: string | RegExp): Locator {
    return this.page
      .locator('.notifications-toasts .notification-list-item')
      .filter({ hasText: text })
      .first();
  }

  /** A modal dialog, by part of its text. */
  public dialog(text: string | RegExp): Locator {
    return this.page.locator('.monaco-dialog-box').filter({ hasText: text }).first();
  }

  /** Writes out/screenshots/<name>.png. */
  public async screenshot(name: string): Promise<void> {
    await mkdir(path.join(outDir, 'screenshots'), { recursive: true });
    await this.page.screenshot({ path: path.join(outDir, 'screenshots', `${name}.png`) });
  }
}
