/** System packages, where the system is Debian or a child of it and lets us install them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure, mustRun } from './processes.mjs';

/**
 * The full path of a program, looked for as a shell would.
 * @param {string} name
 * @returns {string | undefined}
 */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/**
 * How apt-get can be run without asking anybody: as root, by a sudo that wants no password, or not at all.
 * @returns {readonly string[] | undefined}
 */
function aptGet() {
  if (process.platform !== 'linux' || which('apt-get') === undefined) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (which('sudo') === undefined) return undefined;
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n', 'apt-get']
    : undefined;
}

let listsAreFresh = false;

/**
 * Installs Debian packages, or stops and names them.
 * @param {readonly string[]} packages
 * @param {string} why what they are for, as the end of the sentence "needed for …"
 */
export async function installDebianPackages(packages, why) {
  if (packages.length === 0) return;
  const apt = aptGet();
  if (apt === undefined) {
    throw new Failure(
      `Needed for ${why} and not installed: ${packages.join(', ')}.\n` +
        `On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    );
  }
  const [command = 'apt-get', ...rest] = apt;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} (apt-get), needed for ${why}…`);
  if (!listsAreFresh) {
    await mustRun('Reading the package lists', command, [...rest, '-qq', 'update'], { env });
    listsAreFresh = true;
  }
  const args = [...rest, '-qq', '-y', '--no-install-recommends', 'install', ...packages];
  await mustRun(`Installing ${packages.join(', ')}`, command, args, { env, timeoutMs: 15 * 60_000 });
}
