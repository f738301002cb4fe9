/** Where things are: the checkout, what is built, and what is kept between runs. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything a run makes and the next may throw away. */
export const outDir = path.join(root, 'out');

const runPrefix = 'run-';

/** The bundles and logs of this run alone, so that two runs at once do not meet; its child processes share it. */
export const runDir = process.env['STANDPOINT_RUN_DIR'] ?? path.join(outDir, runPrefix + process.pid);

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes what runs that have ended left behind for their readers. */
export async function removeOldRuns() {
  const names = await readdir(outDir).catch(() => []);
  const old = names.filter(
    (name) => name.startsWith(runPrefix) && !isRunning(Number(name.slice(runPrefix.length))),
  );
  await Promise.all(old.map((name) => rm(path.join(outDir, name), { recursive: true, force: true })));
}

/** What is costly to install and is kept: the VS Code server, its Node, its user data. Git-ignored. */
export const cacheDir = path.resolve(process.env['STANDPOINT_CACHE'] ?? path.join(root, '.cache'));

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);
