/** npm start: builds the extension and opens it in a VS Code, on the sample or on a folder of yours. See `usage`. */
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap } from './lib/bootstrap.mjs';
import { findDesktop, hasDisplay } from './lib/desktop.mjs';
import { cacheDir, inRoot, removeOldRuns, root } from './lib/paths.mjs';
import { endWellOnInterrupt, Failure, mustRun, run, script } from './lib/processes.mjs';

const usage = `Usage: npm start [-- [options] [folder]]

Builds Standpoint and opens it on a folder: the sample, if none is given. It uses the desktop VS Code that is
installed; if there is none, it installs a VS Code server once and serves it to your browser until Ctrl+C.

  --web        the browser, even if there is a desktop VS Code
  --port N     serve at this port (default: 4070, or any that is free)
  --no-open    do not open the browser
  --help       this text`;

const usualPort = 4070;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        web: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return undefined;
  }
}

/**
 * @param {string} desktop
 * @param {string} folder
 */
async function openDesktop(desktop, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  await mustRun('Opening VS Code', desktop, args);
  console.log(`Standpoint is open on ${folder} in ${desktop}. Close its window when you are done.`);
}

/**
 * @param {string} address
 */
async function openBrowser(address) {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if ((await run(opener, [address])) !== 0)
    console.log('No browser could be opened: open the address yourself.');
}

/**
 * @param {string} folder
 * @param {{port: number | undefined, open: boolean}} options
 */
async function serve(folder, { port, open }) {
  const { freePort, portIsFree, startServer } = await import('./lib/server.mjs');
  const { installExtension, stageForInstalling } = await import('./lib/staging.mjs');
  if (port !== undefined && !(await portIsFree(port))) throw new Failure(`Port ${port} is in use.`);
  const dataDir = path.join(cacheDir, 'start');
  const extensionsDir = path.join(dataDir, 'extensions');
  await removeOldRuns();
  await stageForInstalling();
  await installExtension(extensionsDir);
  // The server remembers the manifests it has read.
  await rm(path.join(dataDir, 'data', 'CachedProfilesData'), { recursive: true, force: true });
  const server = await startServer({
    dataDir,
    extensionsDir,
    port: port ?? ((await portIsFree(usualPort)) ? usualPort : await freePort()),
    // The sample is ours; whether to trust a folder of theirs is for its readers to say.
    askForTrust: folder !== inRoot('samples'),
    settings: {
      'chat.disableAIFeatures': true,
      'git.openRepositoryInParentFolders': 'never',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
    },
  });
  const ended = new Promise((resolve) => server.process.once('exit', resolve));
  const address = server.workbenchUrl({ folder });
  console.log(`\nStandpoint is open on ${folder} at\n\n  ${address}\n\nPress Ctrl+C to stop.`);
  if (open) await openBrowser(address);
  await ended;
  throw new Failure(`The VS Code server stopped by itself; its log is ${server.logFile}.`);
}

script(async () => {
  const parsed = readArguments();
  if (parsed === undefined) return 2;
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (
    positionals.length > 1 ||
    (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
  ) {
    console.error(usage);
    return 2;
  }
  // npm runs this in the checkout, and says where it was called.
  const folder = path.resolve(process.env['INIT_CWD'] ?? '.', positionals[0] ?? inRoot('samples'));
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    console.error(`${folder} is not a folder.`);
    return 2;
  }

  endWellOnInterrupt();
  await bootstrap();
  const { buildProduct } = await import('./lib/bundle.mjs');
  await buildProduct();
  const desktop = values.web ? undefined : findDesktop();
  if (desktop !== undefined) await openDesktop(desktop, folder);
  else
    await serve(folder, {
      port,
      open: !values['no-open'] && hasDisplay() && process.env['CI'] === undefined,
    });
  return 0;
});
