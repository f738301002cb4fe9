import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../cli/streams.js';
import { CODEBOOK, sidecar, TEXT } from './project.js';

describe('standpoint check: the codebook and the statements', function () {
  this.timeout(30_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-registry-'));
    await writeFile(join(folder, 'standpoint.yaml'), CODEBOOK);
    await writeFile(join(folder, 'ferries.corpus'), TEXT);
    const rows = [{ id: 'saaaaaaaaa', fields: { organisation: 'nobody', issue: 'fares' } }];
    await writeFile(join(folder, 'ferries.corpus.stances.yaml'), sidecar(rows));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints what the editor tells, and succeeds where nothing is an error', async () => {
    const { status, out } = await runCli(['check', folder]);
    assert.equal(status, 0);
    assert.match(
      out,
      /stances\.yaml:10:17: warning: The codebook has no organisation “nobody”\. \(unknown-actor\)/,
    );
    assert.match(out, /standpoint\.yaml:\d+:\d+: hint: No statement refers to “prices”\. \(never-used\)/);
  });

  it('takes levels for a pipeline', async () => {
    const args = ['check', '--problem=unknown-actor=error', '--problem=never-used=off', folder];
    const { status, out } = await runCli(args);
    assert.equal(status, 1);
    assert.match(out, /error: The codebook has no organisation/);
    assert.doesNotMatch(out, /never-used/);
    assert.equal((await runCli(['check', '--problem=unknown-actor=loud', folder])).status, 2);
  });
});
