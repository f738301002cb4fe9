import type { Readable, Writable } from 'node:stream';

/** The streams that a command talks through; the process's own, or a test's. */
export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** One command of the command line. A new one is a module with one of these and a line in `run.ts`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /**
   * Runs the command.
   * @returns the exit status: 0, or 1 when something could not be answered
   * @throws UsageError when the arguments are wrong (exit status 2)
   */
  run(args: readonly string[], streams: Streams): Promise<number>;
}

/** The arguments are wrong; the message says what, and is printed with a hint to `--help`. */
export class UsageError extends Error {}
