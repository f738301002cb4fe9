/**
 * The process that runs bundled mocha tests: node mocha-process.mjs OPTIONS, where OPTIONS is JSON. Leaves the two totals in a file,
 * because a report for people is no place to read numbers from.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** @typedef {{files: string[], counts: string, reporter: 'dot' | 'spec', timeout: number}} MochaOptions */

/** @type {MochaOptions} */
const options = JSON.parse(process.argv[2] ?? '{}');
const mocha = new Mocha({ reporter: options.reporter, timeout: options.timeout, forbidOnly: true });
options.files.forEach((file) => mocha.addFile(path.resolve(file)));
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => process.exit(failures > 0 ? 1 : 0));
runner.once('end', () => {
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  // A skipped test counts as failed: a suite that does not run is not a suite that passes.
  writeFileSync(options.counts, JSON.stringify({ passed: passes, failed: failures + pending }));
});
