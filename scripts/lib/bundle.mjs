/** Every bundle of the project, by one bundler with one set of options. Import only once the packages are installed. */
import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { inRoot, root } from './paths.mjs';
import { Failure } from './processes.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** @type {BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * What a reader installs: the extension for the desktop, the extension for the browser, and the command line.
 * @param {boolean} production minified and without source maps
 * @returns {readonly BuildOptions[]}
 */
export function productBundles(production) {
  /** @type {BuildOptions} */
  const shared = { ...common, minify: production, sourcemap: production ? false : 'linked', format: 'cjs' };
  return [
    {
      ...shared,
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/extension.js',
      platform: 'node',
      external: ['vscode'],
    },
    {
      ...shared,
      entryPoints: ['src/extension-web.ts'],
      outfile: 'dist/web/extension.js',
      platform: 'browser',
      external: ['vscode'],
    },
    {
      ...shared,
      entryPoints: ['src/cli/main.ts'],
      outfile: 'dist/cli.js',
      platform: 'node',
      banner: { js: '#!/usr/bin/env node' },
    },
  ];
}

/**
 * Builds `dist/`.
 * @param {{production?: boolean}} [options]
 */
export async function buildProduct({ production = true } = {}) {
  const outcomes = await Promise.allSettled(
    productBundles(production).map((options) => esbuild.build(options)),
  );
  // esbuild has said what is wrong, and where.
  if (outcomes.some(({ status }) => status === 'rejected')) throw new Failure('The build failed.');
  await chmod(inRoot('dist', 'cli.js'), 0o755);
}

/**
 * Builds `dist/` again at each change until the process ends.
 */
export async function watchProduct() {
  const contexts = await Promise.all(
    productBundles(false).map((options) => esbuild.context({ ...options, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

/**
 * The files under a folder whose names end so, as paths relative to the checkout, sorted.
 * @param {string} folder relative to the checkout
 * @param {string} ending
 * @returns {Promise<string[]>}
 */
export async function filesUnder(folder, ending) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * These scripts know where they are by their own address, so they are imported from there and not bundled.
 * @type {import('esbuild').Plugin}
 */
const leaveScriptsOutside = {
  name: 'leave-scripts-outside',
  setup: (build) => {
    build.onResolve({ filter: /\/scripts\/lib\/[a-z-]+\.mjs$/ }, ({ path: file, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};

/**
 * Bundles programs that run in this machine's Node (tests, benchmarks), one output each and what they share once; packages and
 * these scripts stay outside.
 * @param {readonly string[]} entryPoints
 * @param {{from: string, to: string}} folders the folder whose shape is kept, and the folder that gets the output
 * @returns {Promise<string[]>} the files written
 */
export async function bundleForNode(entryPoints, { from, to }) {
  await esbuild.build({
    ...common,
    entryPoints: [...entryPoints],
    outbase: from,
    outdir: to,
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [leaveScriptsOutside],
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    sourcemap: 'linked',
  });
  return entryPoints.map((file) => path.join(to, path.relative(from, file)).replace(/\.ts$/, '.mjs'));
}

/**
 * Bundles the host suite for any extension host, Node or worker: one file that needs nothing but `vscode`.
 * @param {string} outfile
 * @param {{kind: 'node' | 'web', only?: string}} options the host it is for, so that the suite can tell that it got there; the text
 *   that the full titles of the tests to run hold
 */
export async function bundleHostSuite(outfile, { kind, only = '' }) {
  await esbuild.build({
    ...common,
    entryPoints: ['test/host/index.ts'],
    outfile,
    platform: 'browser',
    // Not cjs: mocha's browser file, left unwrapped there, would take module.exports for itself.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    external: ['vscode'],
    define: { __ONLY__: JSON.stringify(only), __HOST__: JSON.stringify(kind) },
    sourcemap: 'inline',
  });
}
