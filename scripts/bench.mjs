/** npm run bench [-- name…]: bundles bench/<name>.bench.ts, all if none is named, and runs each in a process of its own. */
import path from 'node:path';
import { bootstrap } from './lib/bootstrap.mjs';
import { root } from './lib/paths.mjs';
import { run, script } from './lib/processes.mjs';

const ending = '.bench.ts';

script(async () => {
  await bootstrap();
  const { bundleForNode, filesUnder } = await import('./lib/bundle.mjs');
  const names = process.argv.slice(2);
  const all = await filesUnder('bench', ending);
  const nameOf = (/** @type {string} */ file) => path.basename(file, ending);
  const unknown = names.find((name) => !all.some((file) => nameOf(file) === name));
  if (unknown !== undefined || all.length === 0) {
    console.error(`There is no benchmark ${unknown ?? 'yet'}. There are: ${all.map(nameOf).join(', ')}`);
    return 2;
  }
  const chosen = all.filter((file) => names.length === 0 || names.includes(nameOf(file)));
  const bundles = await bundleForNode(chosen, { from: 'bench', to: 'out/bench' });
  let worst = 0;
  for (const bundle of bundles) {
    worst = Math.max(
      worst,
      await run(process.execPath, ['--enable-source-maps', '--expose-gc', bundle], { cwd: root }),
    );
  }
  return worst;
});
