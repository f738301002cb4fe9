/** The browser that shows the workbench: any Chromium that is installed, else Debian's. */
import { existsSync } from 'node:fs';
import { installDebianPackages, which } from './debian.mjs';

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];

const programFiles = [
  process.env['ProgramFiles'],
  process.env['ProgramFiles(x86)'],
  process.env['LocalAppData'],
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
          `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
        ],
  ),
];

/** What a headless browser on a test machine needs; a container's root cannot use the sandbox. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const findChromium = () =>
  process.env['STANDPOINT_CHROMIUM'] ??
  programs.map(which).find((file) => file !== undefined) ??
  usualPlaces.find((file) => existsSync(file));

/** @returns {Promise<string>} the path of a Chromium, installed now if there was none */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  await installDebianPackages(['chromium'], 'showing the workbench to the tests');
  const installed = findChromium();
  if (installed === undefined) throw new Error('chromium was installed and cannot be found on PATH.');
  return installed;
}
