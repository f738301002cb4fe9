/** The levels of `npm test`, in the order they run: the quick ones first. */
import { ensureChromium } from './browser.mjs';
import { buildProduct, filesUnder } from './bundle.mjs';
import { ensureCodeServer } from './code-server.mjs';
import { runHostSuite } from './host.mjs';
import { runMocha } from './mocha.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { stageForInstalling } from './staging.mjs';

/** @typedef {import('./mocha.mjs').Counts} Counts */
/**
 * @typedef {object} Level
 * @property {string} name
 * @property {string} what
 * @property {boolean} countsTests whether it runs mocha tests, which the total counts
 * @property {(only: readonly string[]) => Promise<Counts>} run
 */

const minute = 60_000;

/**
 * A package's own program, run by this Node.
 * @param {readonly string[]} args its file under node_modules, and its arguments
 * @returns {Promise<Counts>}
 */
async function tool(...args) {
  const [file = '', ...rest] = args;
  const status = await run(process.execPath, [inRoot('node_modules', file), ...rest], {
    cwd: root,
    timeoutMs: 5 * minute,
  });
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/** @returns {Promise<Counts>} */
async function check() {
  const results = [
    await tool('typescript/bin/tsc', '--noEmit'),
    await tool('typescript/bin/tsc', '--noEmit', '--project', 'test/journeys'),
    await tool('eslint/bin/eslint.js', '--max-warnings', '0', '.'),
    await tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  ];
  return { passed: 0, failed: results.reduce((sum, { failed }) => sum + failed, 0) };
}

/** @returns {Promise<Counts>} */
async function grammar() {
  const files = await filesUnder('test/grammar', '.corpus');
  if (files.length === 0) {
    console.error('There are no grammar tests in test/grammar.');
    return { passed: 0, failed: 1 };
  }
  return tool(
    'vscode-tmgrammar-test/dist/unit.js',
    '-g',
    'syntaxes/standpoint-corpus.tmLanguage.json',
    ...files,
  );
}

/** @type {readonly Level[]} */
export const levels = [
  { name: 'check', what: 'types, lint rules and formatting', countsTests: false, run: check },
  {
    name: 'core',
    what: 'the core and the command line, in Node',
    countsTests: true,
    run: async (only) => {
      await buildProduct();
      return runMocha({
        folder: 'test/core',
        ending: '.test.ts',
        report: 'dot',
        testTimeoutMs: 20_000,
        timeoutMs: 8 * minute,
        only,
      });
    },
  },
  { name: 'grammar', what: 'the TextMate grammar', countsTests: false, run: grammar },
  {
    name: 'host',
    what: "the extension in VS Code's Node extension host",
    countsTests: true,
    run: ([only]) => runHostSuite({ kind: 'node', timeoutMs: 8 * minute, only }),
  },
  {
    name: 'web',
    what: "the extension in the browser's worker extension host",
    countsTests: true,
    run: ([only]) => runHostSuite({ kind: 'web', timeoutMs: 8 * minute, only }),
  },
  {
    name: 'journeys',
    what: 'what a person sees and does, in a browser',
    countsTests: true,
    run: async (only) => {
      await ensureChromium();
      await ensureCodeServer();
      await buildProduct();
      await stageForInstalling();
      return runMocha({
        folder: 'test/journeys',
        ending: '.journey.ts',
        report: 'spec',
        testTimeoutMs: 2 * minute,
        timeoutMs: 8 * minute,
        only,
      });
    },
  },
];
