/** npm run test:desktop: the host suite, as `npm test` runs it, in a desktop VS Code that @vscode/test-electron downloads. */
import path from 'node:path';
import { bootstrap } from './lib/bootstrap.mjs';
import { inRoot, runDir } from './lib/paths.mjs';
import { script } from './lib/processes.mjs';

script(async () => {
  await bootstrap();
  const { buildProduct, bundleHostSuite } = await import('./lib/bundle.mjs');
  const { stageExtension, temporaryCopy } = await import('./lib/staging.mjs');
  const { runTests } = await import('@vscode/test-electron');
  const extension = path.join(runDir, 'host-desktop', 'extension');
  const suite = path.join(extension, 'suite.js');
  await buildProduct();
  await stageExtension(extension);
  await bundleHostSuite(suite, { kind: 'node' });
  const workspace = await temporaryCopy(inRoot('test', 'fixtures', 'workspace'));
  try {
    return await runTests({
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
    });
  } finally {
    await workspace.remove();
  }
});
