/** Where things are: the checkout, what is built, and what is kept between runs. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything a run makes and the next may throw away: bundles, logs, screenshots. */
export const outDir = path.join(root, 'out');

/** What is costly to install and is kept: the VS Code server, its Node, its user data. Git-ignored. */
export const cacheDir = path.resolve(process.env['STANDPOINT_CACHE'] ?? path.join(root, '.cache'));

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export const inRoot = (...parts) => path.join(root, ...parts);
