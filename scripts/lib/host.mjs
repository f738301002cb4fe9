/** The host suite: the bundled mocha tests of test/host, inside a real VS Code extension host with a real workbench around it. */
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureChromium } from './browser.mjs';
import { buildProduct, bundleHostSuite } from './bundle.mjs';
import { inRoot, runDir } from './paths.mjs';
import { startServer } from './server.mjs';
import { stageExtension, temporaryCopy } from './staging.mjs';

/** @typedef {import('./mocha.mjs').Counts} Counts */

/** The host suite reports each result and its totals as lines that start with this (see test/host/support/run.ts). */
const marker = '@@standpoint ';

const settings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
};

/**
 * Waits for the suite to end, or for it to take too long.
 * @param {Promise<Counts>} ended
 * @param {number} timeoutMs
 * @returns {Promise<Counts>}
 */
function within(ended, timeoutMs) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The host suite did not end within ${timeoutMs / 1000} s.`)),
      timeoutMs,
    );
    ended.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * @param {object} options
 * @param {'node' | 'web'} options.kind the host: VS Code's Node process, or the worker a browser has
 * @param {number} options.timeoutMs
 * @param {string | undefined} [options.only] run the tests whose full title holds this
 * @returns {Promise<Counts>}
 */
export async function runHostSuite({ kind, timeoutMs, only = '' }) {
  const folder = path.join(runDir, `host-${kind}`);
  await mkdir(folder, { recursive: true });
  await buildProduct();
  const extension = path.join(folder, 'extension');
  await stageExtension(extension, { webOnly: kind === 'web' });
  // Inside the extension's folder, or VS Code runs it in the Node host whatever the extension's own host is.
  const suite = path.join(extension, 'suite.js');
  await bundleHostSuite(suite, { kind, only });

  const workspace = await temporaryCopy(inRoot('test', 'fixtures', 'workspace'));
  const executablePath = await ensureChromium();
  const server = await startServer({ dataDir: path.join(folder, 'data'), testing: true, settings });
  const browser = await chromium.launch({ executablePath, args: chromiumArgs });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const consoleLog = path.join(folder, 'console.log');
    page.on('console', (message) => void appendFile(consoleLog, `${message.type()}: ${message.text()}\n`));
    /** @type {Promise<Counts>} */
    const ended = new Promise((resolve, reject) => {
      /** @type {Counts | undefined} */
      let counts;
      page.on('crash', () => reject(new Error('The browser page crashed.')));
      const onLog = (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
        void appendFile(consoleLog, `host: ${text}\n`);
        if (!text.startsWith(marker)) return;
        const line = text.slice(marker.length);
        if (line.startsWith('{')) counts = JSON.parse(line);
        else console.log(line);
      };
      const onExit = (/** @type {number} */ code) => {
        if (counts === undefined) reject(new Error(`The host ended with ${code} before the suite did.`));
        else resolve(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
      };
      void page.exposeFunction('codeAutomationLog', onLog);
      void page.exposeFunction('codeAutomationExit', onExit);
    });
    const payload = /** @type {const} */ ([
      ['extensionDevelopmentPath', server.remoteUri(extension)],
      ['extensionTestsPath', server.remoteUri(suite)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]);
    await page.goto(server.workbenchUrl({ folder: workspace.folder, payload }));
    const counts = await within(ended, timeoutMs);
    if (counts.passed + counts.failed > 0) return counts;
    console.error('The host suite ran no test.');
    return { passed: 0, failed: 1 };
  } catch (error) {
    console.error(`Logs of this run are in ${folder}. The last lines of the extension host's:`);
    console.error((await server.extensionHostLog()).split('\n').slice(-40).join('\n'));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
    await workspace.remove();
  }
}
