/** Runs a folder of mocha tests, bundled, in a Node process of their own. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleForNode, filesUnder } from './bundle.mjs';
import { inRoot, root, runDir } from './paths.mjs';
import { run } from './processes.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * @param {string} file
 * @returns {Promise<Counts | undefined>}
 */
async function readCounts(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {object} suite
 * @param {string} suite.folder for example test/core
 * @param {string} suite.ending of the files that hold tests, for example .test.ts
 * @param {'dot' | 'spec'} suite.report
 * @param {number} suite.testTimeoutMs for one test
 * @param {number} suite.timeoutMs for all
 * @param {readonly string[]} [suite.only] parts of file names: run just these files
 * @param {NodeJS.ProcessEnv} [suite.env]
 * @returns {Promise<Counts>}
 */
export async function runMocha({ folder, ending, report, testTimeoutMs, timeoutMs, only = [], env = {} }) {
  const all = await filesUnder(folder, ending);
  const files = all.filter((file) => only.length === 0 || only.some((part) => file.includes(part)));
  if (files.length === 0) {
    console.error(`There are no tests to run in ${folder}.`);
    return { passed: 0, failed: 1 };
  }
  const name = path.basename(folder);
  const to = path.join(runDir, name);
  await mkdir(to, { recursive: true });
  const bundles = await bundleForNode(files, { from: folder, to });
  const countsFile = path.join(to, 'counts.json');
  /** @type {import('./mocha-process.mjs').MochaOptions} */
  const options = { files: bundles, counts: countsFile, reporter: report, timeout: testTimeoutMs };
  const status = await run(
    process.execPath,
    ['--enable-source-maps', inRoot('scripts', 'lib', 'mocha-process.mjs'), JSON.stringify(options)],
    { cwd: root, timeoutMs, env: { ...process.env, ...env, STANDPOINT_RUN_DIR: runDir } },
  );
  const counts = await readCounts(countsFile);
  if (counts === undefined) {
    console.error(`The tests of ${folder} did not come to an end (status ${status}).`);
    return { passed: 0, failed: 1 };
  }
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
