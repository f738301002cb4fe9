/** npm run package: builds dist/ and writes standpoint-<version>.vsix, which any VS Code installs. */
import { bootstrap } from './lib/bootstrap.mjs';
import { root } from './lib/paths.mjs';
import { script } from './lib/processes.mjs';

script(async () => {
  await bootstrap();
  const { buildProduct } = await import('./lib/bundle.mjs');
  const { createVSIX } = await import('@vscode/vsce');
  await buildProduct();
  await createVSIX({
    cwd: root,
    // Everything is bundled.
    dependencies: false,
    // There is no public address yet that links of the README could be made to lead to.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
});
