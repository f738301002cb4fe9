import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Uri } from 'vscode';
import { DiskGit } from '../../../src/editor/workspace/diskGit.js';
import { baseText, cleanCases, edited } from './support/merge-cases.js';
import { hasGit, Repository } from './support/repository.js';
import { useTempFolder } from './support/temp-folder.js';

const uri = (fsPath: string, scheme = 'file'): Uri => ({ scheme, fsPath }) as Uri;

describe('git as the extension sets it up', function () {
  this.timeout(30_000);
  const at = useTempFolder();
  before(function () {
    if (!hasGit()) this.skip();
  });

  it('merges by statement with the program that the extension ships, also after an update moved it', async () => {
    const shipped = at('standpoint-0.1.0', 'dist', 'cli.js');
    await build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: shipped,
    });
    const repository = new Repository(at('repository'));
    const git = new DiskGit(at('standpoint-0.1.0'), at('storage'));
    assert.equal(await git.setUpMerge(uri(at('repository'))), null);
    const sameQuote = cleanCases.find(({ name }) => name === 'mark the same quote');
    assert.ok(sameQuote);
    const base = baseText();
    const versions = [base, edited(base, sameQuote.ours), edited(base, sameQuote.theirs)] as const;
    const name = 'a.corpus.stances.yaml';
    assert.ok(!new Repository(at('without')).mergeVersions(name, ...versions), 'git alone cannot');
    assert.ok(repository.mergeVersions(name, ...versions));
    assert.doesNotMatch(repository.read(name), /<<<<<<</);

    writeFileSync(shipped, '// a newer version');
    new DiskGit(at('standpoint-0.1.0'), at('storage'));
    while (readFileSync(at('storage', 'cli.js'), 'utf8') !== '// a newer version') await sleep(20);
  });

  it('says why it cannot, and reads only files of this machine', async () => {
    const git = new DiskGit(at('nothing-here'), at('storage'));
    assert.match((await git.setUpMerge(uri(at()))) ?? '', /ENOENT/);
    assert.notEqual(await git.setUpMerge(uri('/x', 'vscode-vfs')), null);
    assert.equal(await git.versions(uri(at('a.yaml'), 'vscode-vfs')), null);
    const repository = new Repository(at('r'));
    assert.equal(await git.versions(uri(at('r', 'a.yaml'))), null);
    assert.ok(!repository.mergeVersions('a.yaml', 'a\n', 'b\n', 'c\n'));
    assert.deepEqual(await git.versions(uri(at('r', 'a.yaml'))), { base: 'a\n', ours: 'b\n', theirs: 'c\n' });
  });
});
