/** What every script needs first: a Node that is new enough, and the packages of package-lock.json. */
import { readFile } from 'node:fs/promises';
import { inRoot, root } from './paths.mjs';
import { Failure, mustRun } from './processes.mjs';

const oldest = [20, 19];

/** Stops with a clear message where Node is too old for the packages we use. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldest;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new Failure(
      `Standpoint needs Node ${oldest.join('.')} or later; this is Node ${process.versions.node}.`,
    );
  }
}

/** @typedef {{packages?: Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>}} Lock */

/**
 * @param {string} file
 * @returns {Promise<Lock | undefined>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json names. npm itself records what it installed in a lock of its own. */
async function modulesAreCurrent() {
  const wanted = await readLock(inRoot('package-lock.json'));
  const installed = await readLock(inRoot('node_modules', '.package-lock.json'));
  if (wanted?.packages === undefined || installed?.packages === undefined) return false;
  const have = installed.packages;
  return Object.entries(wanted.packages).every(([name, entry]) => {
    if (name === '') return true;
    // Packages for other platforms are named in the lock and not installed.
    const found = have[name];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/**
 * The command that runs npm: the very npm that runs this script, if one does.
 * @param {string} [node] the Node to run it with, and with it what packages do when they are installed
 * @returns {readonly [string, ...string[]]}
 */
export function npm(node = process.execPath) {
  const self = process.env['npm_execpath'];
  if (self?.endsWith('.js')) return [node, self];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Checks Node and installs the packages if they are missing or out of date. */
export async function bootstrap() {
  checkNode();
  if (await modulesAreCurrent()) return;
  console.log('Installing packages (npm ci)…');
  const [command, ...args] = npm();
  await mustRun('Installing the packages', command, [...args, 'ci', '--no-fund', '--no-audit'], {
    cwd: root,
  });
}
