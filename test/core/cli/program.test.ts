import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** The program as it is shipped: bundled, in a process of its own. */
describe('the standpoint program', function () {
  this.timeout(30_000);
  let folder = '';
  let program = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-program-'));
    program = join(folder, 'cli.js');
    await build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: program,
    });
  });
  after(() => rm(folder, { recursive: true }));

  const line = (id: string) => `${JSON.stringify({ id, text: '“We will,” said Ann Reed.' })}\n`;

  it('answers a line before it gets the next, so that a pipe can go on', async () => {
    const child = spawn(process.execPath, [program, 'analyse', '--jsonl'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const output = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(line(id));
      const answer = await output.next();
      assert.equal((JSON.parse(answer.value as string) as { readonly id: string }).id, id);
    }
    child.stdin.end();
    const [status] = (await once(child, 'exit')) as [number];
    assert.equal(status, 0);
  });

  it('falls silent when its reader goes away', async () => {
    const child = spawn(process.execPath, [program, 'analyse', '--jsonl'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let messages = '';
    child.stderr.on('data', (chunk: Buffer) => (messages += chunk.toString()));
    child.stdin.on('error', () => undefined);
    const ended = once(child, 'exit');
    child.stdin.write(line('a'));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end(line('b').repeat(5000));
    const [status, signal] = (await ended) as [number | null, string | null];
    assert.deepEqual([status, signal, messages], [0, null, '']);
  });

  it('exits with 2 for wrong usage, on standard error', async () => {
    const ran = promisify(execFile)(process.execPath, [program, 'nonsense']);
    await assert.rejects(ran, (error: { code: number; stdout: string; stderr: string }) => {
      assert.deepEqual([error.code, error.stdout], [2, '']);
      assert.match(error.stderr, /unknown command/);
      return true;
    });
  });
});
