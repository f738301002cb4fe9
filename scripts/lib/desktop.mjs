/** A desktop VS Code, or VSCodium, that is installed and can be used from here. */
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { which } from './debian.mjs';

const names = ['code', 'code-insiders', 'codium'];

/** Where the command is when nobody put it on PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const apps = [
      ['Visual Studio Code.app', 'code'],
      ['Visual Studio Code - Insiders.app', 'code'],
      ['VSCodium.app', 'codium'],
    ];
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      apps.map(([app = '', command = '']) =>
        path.join(folder, app, 'Contents', 'Resources', 'app', 'bin', command),
      ),
    );
  }
  if (process.platform === 'win32') {
    const { LOCALAPPDATA: local = '', ProgramFiles: programs = '' } = process.env;
    const apps = [
      ['Microsoft VS Code', 'code.cmd'],
      ['Microsoft VS Code Insiders', 'code-insiders.cmd'],
      ['VSCodium', 'codium.cmd'],
    ];
    return [path.join(local, 'Programs'), programs].flatMap((folder) =>
      apps.map(([app = '', command = '']) => path.join(folder, app, 'bin', command)),
    );
  }
  return ['/usr/share/code/bin/code', '/usr/share/codium/bin/codium', '/snap/bin/code', '/snap/bin/codium'];
}

/** Whether programs started here can open windows. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/**
 * The command line of a desktop VS Code. None where it would be of no use: without a display; as root, where VS Code refuses to
 * start; in a remote terminal or in WSL, where the command drives a VS Code on another machine that does not see our files.
 * @returns {string | undefined}
 */
export function findDesktop() {
  const elsewhere =
    process.env['VSCODE_IPC_HOOK_CLI'] !== undefined || process.env['WSL_DISTRO_NAME'] !== undefined;
  if (!hasDisplay() || elsewhere || (process.platform === 'linux' && process.getuid?.() === 0))
    return undefined;
  return (
    names.map(which).find((file) => file !== undefined) ?? usualPlaces().find((file) => existsSync(file))
  );
}
