/** npm run package: builds dist/ and writes standpoint-<version>.vsix, which any VS Code installs. */
import { bootstrap } from './lib/bootstrap.mjs';
import { root } from './lib/paths.mjs';
import { script } from './lib/processes.mjs';

script(async () => {
  await bootstrap();
  const { buildProduct } = await import('./lib/bundle.mjs');
  const { createVSIX } = await import('@vscode/vsce');
  await buildProduct();
  // Everything is bundled, so no package goes in; the repository may be private.
  await createVSIX({ cwd: root, dependencies: false, allowMissingRepository: true });
});
