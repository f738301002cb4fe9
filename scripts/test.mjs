/**
 * npm test [-- level… [--only=part-of-a-file-name]…]: every test, or those of the levels named. Installs what it lacks. The last
 * line is the total; the exit status says whether all passed.
 */
import { bootstrap } from './lib/bootstrap.mjs';
import { removeOldRuns, runDir } from './lib/paths.mjs';
import { script } from './lib/processes.mjs';

const args = process.argv.slice(2);

script(async () => {
  await bootstrap();
  const { levels } = await import('./lib/levels.mjs');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const only = args.flatMap((arg) => (arg.startsWith('--only=') ? [arg.slice('--only='.length)] : []));
  const unknown =
    names.find((name) => !levels.some((level) => level.name === name)) ??
    args.find((arg) => arg.startsWith('--') && !arg.startsWith('--only='));
  if (unknown !== undefined) {
    const usage = levels.map(({ name, what }) => `  ${name.padEnd(10)}${what}`).join('\n');
    console.error(
      `There is no level or option ${unknown}.\n\nUsage: npm test [-- level… [--only=text]]\n\n${usage}`,
    );
    return 2;
  }

  await removeOldRuns();
  const chosen = levels.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = [];
  for (const level of chosen) {
    console.log(`\n── ${level.name}: ${level.what}`);
    const began = performance.now();
    const counts = await level.run(only).catch((/** @type {unknown} */ error) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    results.push({ level, counts, seconds: (performance.now() - began) / 1000 });
  }

  const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0);
  const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0);
  console.log('\n── summary');
  for (const { level, counts, seconds } of results) {
    const outcome = counts.failed > 0 ? `FAILED (${counts.failed})` : 'ok';
    console.log(
      `  ${level.name.padEnd(10)}${outcome.padEnd(14)}${String(counts.passed).padStart(6)} passed ${seconds.toFixed(1).padStart(7)} s`,
    );
  }
  const nothingRan = passed + failed === 0 && chosen.some(({ countsTests }) => countsTests);
  if (failed > 0) console.log(`\nLogs: ${runDir}; pictures: out/screenshots`);
  if (nothingRan) console.error('No test was run.');
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || nothingRan ? 1 : 0;
});
