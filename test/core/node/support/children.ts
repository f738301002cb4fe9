import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chmodSync } from 'node:fs';

/** Other processes that run `child.ts`. */
export class Children {
  private constructor(
    private readonly folder: string,
    private readonly script: string,
  ) {}

  /** Bundles the child once; it must not depend on how the tests are bundled. */
  static async build(): Promise<Children> {
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-child-'));
    // Another user runs it too.
    chmodSync(folder, 0o755);
    const script = join(folder, 'child.cjs');
    await build({
      entryPoints: ['test/core/node/support/child.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
      logLevel: 'error',
    });
    return new Children(folder, script);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Starts a scenario of `child.ts`; standard output is a pipe. */
  start(scenario: string, args: object): ChildProcess {
    return spawn(process.execPath, [this.script, scenario, JSON.stringify(args)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Runs a scenario to its end. @returns the JSON that it printed */
  async run(scenario: string, args: object): Promise<unknown> {
    return answer(this.start(scenario, args));
  }

  /**
   * Runs a scenario where it may mount file systems that nobody else sees.
   * @returns null where the machine forbids it
   */
  async runMounting(scenario: string, args: object): Promise<unknown> {
    const flags = mountFlags();
    if (flags === null) return null;
    const command = [...flags, process.execPath, this.script, scenario, JSON.stringify(args)];
    return answer(spawn('unshare', command, { stdio: ['ignore', 'pipe', 'inherit'] }));
  }
}

async function answer(child: ChildProcess): Promise<unknown> {
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (output += part));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`The child ended with ${String(status)}: ${output}`);
  return JSON.parse(output);
}

/** How `unshare` gets us a name space in which a tmpfs can be mounted; null where it cannot. */
function mountFlags(): readonly string[] | null {
  if (process.platform !== 'linux') return null;
  for (const flags of [['-m'], ['-r', '-m']]) {
    try {
      execFileSync('unshare', [...flags, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' });
      return flags;
    } catch {
      continue;
    }
  }
  return null;
}
