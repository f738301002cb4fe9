/** Folders that the tests and `npm start` use: the extension as it is packaged, and copies of workspaces to write in. */
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inRoot, root, runDir } from './paths.mjs';

/**
 * Puts the files that `npm run package` would pack into a folder, so that a file missing from the package is missing here as well.
 * @param {string} folder made new
 * @param {{webOnly?: boolean}} [options] webOnly leaves `main` out, so that a workbench with both hosts takes the web worker
 */
export async function stageExtension(folder, { webOnly = false } = {}) {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  await rm(folder, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await cp(inRoot(file), path.join(folder, file));
  }
  if (!webOnly) return;
  const manifest = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  delete manifest.main;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** The extension as it is staged once a run, for many servers to install. */
const staged = path.join(runDir, 'extension');

/** Stages the extension for `installExtension`. */
export const stageForInstalling = () => stageExtension(staged);

/**
 * Installs the staged extension for a server: it reads every folder of its extensions folder.
 * @param {string} extensionsDir
 */
export async function installExtension(extensionsDir) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(staged, 'package.json'), 'utf8'));
  await rm(extensionsDir, { recursive: true, force: true });
  await cp(staged, path.join(extensionsDir, `${publisher}.${name}-${version}`), { recursive: true });
}

/**
 * A copy of a folder that a test may write in; an empty folder if none is given.
 * @param {string} [original]
 * @returns {Promise<{folder: string, remove: () => Promise<void>}>}
 */
export async function temporaryCopy(original) {
  // The workbench shows resolved paths: /tmp is a link on macOS.
  const parent = await realpath(await mkdtemp(path.join(os.tmpdir(), 'standpoint-workspace-')));
  const folder = path.join(parent, original === undefined ? 'workspace' : path.basename(original));
  await mkdir(folder);
  if (original !== undefined) await cp(original, folder, { recursive: true });
  return {
    folder,
    remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
