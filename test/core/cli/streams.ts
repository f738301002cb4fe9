import { Readable, Writable } from 'node:stream';
import { run } from '../../../src/cli/run.js';

/** What a run of the command line printed, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, on real streams. */
export async function runCli(
  args: readonly string[],
  input: string | Uint8Array | null = null,
): Promise<Ran> {
  const stdout = new Collected();
  const stderr = new Collected();
  const stdin = Object.assign(Readable.from(input === null ? [] : [Buffer.from(input)]), {
    isTTY: input === null,
  });
  const status = await run(args, { stdin, stdout, stderr });
  return { status, out: stdout.text, err: stderr.text };
}

/** A stream that takes a little at a time, so that writers must wait. */
class Collected extends Writable {
  text = '';

  constructor() {
    super({ highWaterMark: 16, decodeStrings: false });
  }

  override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
    this.text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    setImmediate(done);
  }
}
