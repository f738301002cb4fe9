/** One running VS Code server. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureCodeServer } from './code-server.mjs';
import { start, stop } from './processes.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} [dataDir] settings, state and logs; a new temporary folder, removed at the end, if not given
 * @property {string} [extensionsDir] where installed extensions are; inside `dataDir` if not given
 * @property {number} [port] a free one if not given
 * @property {boolean} [testing] honours `extensionDevelopmentPath` and `extensionTestsPath`, and shows no notification toasts
 * @property {boolean} [askForTrust] asks whether the workspace is trusted, as VS Code does by default
 * @property {Readonly<Record<string, unknown>>} [settings] machine settings
 */
/**
 * @typedef {object} Server
 * @property {string} origin for example http://127.0.0.1:4000
 * @property {string} dataDir
 * @property {string} logFile what the server itself printed
 * @property {(page: {folder?: string, payload?: readonly (readonly [string, string])[]}) => string} workbenchUrl
 * @property {(file: string) => string} remoteUri a file as the workbench names it
 * @property {() => Promise<string>} extensionHostLog all that the extension hosts logged so far
 * @property {import('node:child_process').ChildProcess} process
 * @property {() => Promise<void>} stop
 */

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * @param {string} origin
 * @param {import('node:child_process').ChildProcess} process
 * @param {string} logFile
 */
async function waitUntilServing(origin, process, logFile) {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && process.exitCode === null && process.signalCode === null) {
    const answered = await fetch(`${origin}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error(`The VS Code server does not answer.\n${await readFile(logFile, 'utf8').catch(() => '')}`);
}

/**
 * The text of every log file below a folder whose path matches.
 * @param {string} folder
 * @param {RegExp} which
 */
async function readLogs(folder, which) {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const texts = await Promise.all(
    files
      .filter((file) => which.test(file))
      .map((file) => readFile(path.join(folder, file), 'utf8').catch(() => '')),
  );
  return texts.join('');
}

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({
  dataDir,
  extensionsDir,
  port,
  testing = false,
  askForTrust = false,
  settings = {},
} = {}) {
  const { node, serverMain } = await ensureCodeServer();
  const temporary = dataDir === undefined;
  const data = dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'standpoint-server-')));
  const machine = path.join(data, 'data', 'Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(settings, null, 2));
  const usedPort = port ?? (await freePort());
  const args = [
    serverMain,
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(usedPort),
      '--without-connection-token',
      '--accept-server-license-terms',
    ],
    ...(testing ? ['--enable-smoke-test-driver'] : []),
    ...(askForTrust ? [] : ['--disable-workspace-trust']),
    ...[
      '--disable-telemetry',
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensionsDir ?? path.join(data, 'extensions'),
    ],
  ];
  // A terminal inside VS Code would otherwise tell this server that it is part of that one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
  const logFile = path.join(data, 'server.log');
  const child = start(node, args, { env, log: logFile });
  const end = async () => {
    await stop(child);
    if (temporary) await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const host = `127.0.0.1:${usedPort}`;
  try {
    await waitUntilServing(`http://${host}`, child, logFile);
  } catch (error) {
    await end();
    throw error;
  }
  return {
    origin: `http://${host}`,
    dataDir: data,
    logFile,
    process: child,
    remoteUri: (file) => `vscode-remote://${host}${file}`,
    workbenchUrl: ({ folder, payload = [] }) => {
      const url = new URL(`http://${host}/`);
      if (folder === undefined) url.searchParams.set('ew', 'true');
      else url.searchParams.set('folder', folder);
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    },
    extensionHostLog: () => readLogs(path.join(data, 'data', 'logs'), /exthost\.log$/),
    stop: end,
  };
}
