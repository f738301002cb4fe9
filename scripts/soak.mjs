/** npm run soak [-- minutes]: bundles bench/soak.ts and runs it: saves that are killed, until the time is up. */
import { bootstrap } from './lib/bootstrap.mjs';
import { root } from './lib/paths.mjs';
import { run, script } from './lib/processes.mjs';

script(async () => {
  await bootstrap();
  const { bundleForNode } = await import('./lib/bundle.mjs');
  const [bundle = ''] = await bundleForNode(['bench/soak.ts'], { from: 'bench', to: 'out/bench' });
  return run(process.execPath, ['--enable-source-maps', bundle, ...process.argv.slice(2)], { cwd: root });
});
