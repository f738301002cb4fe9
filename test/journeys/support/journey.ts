import assert from 'node:assert/strict';
import { closeBrowser } from './browser.js';
import { Workbench, type Start } from './workbench.js';

after(closeBrowser);

/** A title as part of a file name. */
const slug = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/**
 * One journey: a test with a fresh server, browser context and copy of its workspace. It fails on any exception or error of the
 * extension behind the screen, and a journey that fails leaves a picture in out/screenshots and its logs in out/run-<pid>/journeys.
 * @param start what to open; `expected` names errors that this journey provokes
 */
export function journey(
  title: string,
  start: Start & { readonly expected?: readonly RegExp[] },
  steps: (workbench: Workbench) => Promise<void>,
): void {
  it(title, async () => {
    const workbench = await Workbench.open(slug(title), start);
    try {
      await steps(workbench);
      assert.deepEqual(await workbench.mistakes.except(start.expected ?? []), []);
    } catch (error) {
      await workbench.screenshot(`failed-${slug(title)}`).catch(() => undefined);
      console.error((await workbench.mistakes.except([])).join('\n'));
      throw error;
    } finally {
      await workbench.close();
    }
  });
}
