/**
 * A real VS Code built from package registries alone: npm's code-server carries the VS Code server and workbench. It wants one
 * Node version exactly and builds native modules for it, so that Node is installed beside it, from npm as well.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './bootstrap.mjs';
import { installDebianPackages, which } from './debian.mjs';
import { cacheDir } from './paths.mjs';
import { Failure, mustRun } from './processes.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
const stamp = `code-server ${codeServerVersion}, node ${nodeVersion}, ${process.platform} ${process.arch}`;

/** @typedef {{node: string, serverMain: string}} VsCodeServer the Node to run it with, and its main module */

const folder = path.join(cacheDir, 'code-server');
const modules = path.join(folder, 'node_modules');
const nodeFolder = path.join(cacheDir, 'node');

// What npm's `node` package would install; on its own it needs no install script. The binary and its headers.
const nodePackage = `node${process.platform === 'darwin' && process.arch === 'arm64' ? '-bin' : ''}-${process.platform}-${process.arch}`;
const nodeHome = path.join(nodeFolder, 'node_modules', nodePackage);
const nodeBinary = path.join(nodeHome, 'bin', 'node');

/** @type {VsCodeServer} */
const installed = {
  node: nodeBinary,
  serverMain: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
};

/** What the build of the native modules needs, by the Debian package that brings it. */
function missingBuildTools() {
  if (process.platform !== 'linux') return [];
  /** @type {readonly (readonly [string, boolean])[]} */
  const tools = [
    ['python3', which('python3') !== undefined],
    ['make', which('make') !== undefined],
    ['g++', which('g++') !== undefined],
    ['libkrb5-dev', existsSync('/usr/include/gssapi/gssapi.h')],
    ['ca-certificates', existsSync('/etc/ssl/certs')],
  ];
  return tools.filter(([, there]) => !there).map(([name]) => name);
}

/** The environment without what npm tells the scripts it runs: it is about this project and this Node. */
function plainEnvironment() {
  const about = /^(npm_(?!config_)|npm_config_(local_prefix|user_agent)$|node$|init_cwd$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !about.test(name)));
}

/**
 * npm install of one exact version into a folder of its own.
 * @param {string} into
 * @param {string} spec
 * @param {{node?: string, env?: NodeJS.ProcessEnv}} [options] the Node that npm runs with; more of the environment
 */
async function npmInstall(into, spec, { node, env } = {}) {
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await writeFile(path.join(into, 'package.json'), '{"private":true}\n');
  const log = path.join(cacheDir, `${path.basename(into)}-install.log`);
  const [command, ...args] = npm(node);
  const all = [...args, 'install', spec, '--no-fund', '--no-audit', '--no-save', '--foreground-scripts'];
  const what = `Installing ${spec} (log: ${log})`;
  await mustRun(what, command, all, {
    cwd: into,
    env: { ...plainEnvironment(), ...env },
    log,
    timeoutMs: 20 * 60_000,
  });
}

/** @returns {Promise<VsCodeServer>} the VS Code server, installed now if it is not there yet */
export async function ensureCodeServer() {
  const stampFile = path.join(folder, 'installed');
  const found = await readFile(stampFile, 'utf8').catch(() => '');
  if (found === stamp && existsSync(installed.node) && existsSync(installed.serverMain)) return installed;
  if (process.platform === 'win32') {
    throw new Failure('The VS Code server cannot be installed on Windows: use a desktop VS Code, or WSL.');
  }
  await installDebianPackages(missingBuildTools(), 'building the VS Code server');
  console.log(`Installing the VS Code server into ${cacheDir} (once; two minutes and 900 MB)…`);
  await npmInstall(nodeFolder, `${nodePackage}@${nodeVersion}`);
  await npmInstall(folder, `code-server@${codeServerVersion}`, {
    node: nodeBinary,
    env: {
      PATH: path.dirname(nodeBinary) + path.delimiter + (process.env['PATH'] ?? ''),
      // Or node-gyp builds against the headers of the Node that happens to be installed.
      npm_config_nodedir: nodeHome,
    },
  });
  if (!existsSync(installed.serverMain))
    throw new Failure(`code-server ${codeServerVersion} holds no ${installed.serverMain}.`);
  await writeFile(stampFile, stamp);
  return installed;
}
