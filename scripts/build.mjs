/** npm run build [-- --dev | --watch]: writes dist/, the extension for the desktop and the browser and the command line. */
import { bootstrap } from './lib/bootstrap.mjs';
import { script } from './lib/processes.mjs';

const args = process.argv.slice(2);

script(async () => {
  const unknown = args.find((arg) => arg !== '--watch' && arg !== '--dev');
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. Usage: npm run build [-- --dev | --watch]`);
    return 2;
  }
  await bootstrap();
  const { buildProduct, watchProduct } = await import('./lib/bundle.mjs');
  if (args.includes('--watch')) {
    await watchProduct();
    await new Promise(() => undefined);
  }
  await buildProduct({ production: !args.includes('--dev') });
  return 0;
});
