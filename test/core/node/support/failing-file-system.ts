import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, realFileSystem } from '../../../../src/node/file-system.js';

export interface Fault {
  /** Which call fails, counted from 1 over the file system and its open files. */
  readonly call: number;
  readonly code: string;
  /** Whether the call is carried out all the same; a write is then carried out by half. */
  readonly when: 'before' | 'after';
  /** Whether all later calls that write fail too, as on a disk that stays full. */
  readonly lasting?: boolean;
}

const writing = new Set(['appendFile', 'mkdir', 'open', 'sync', 'write', 'writeFile']);

/** The real file system, but one call fails. Without a fault it counts. */
export class FailingFileSystem {
  calls = 0;
  /** The names of the calls, in order. */
  readonly names: string[] = [];
  readonly fileSystem: FileSystem = this.wrap(realFileSystem);

  constructor(private readonly fault: Fault | null = null) {}

  private wrap<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) =>
          this.run(String(name), args, async (given) => {
            const result: unknown = await Reflect.apply(member, target, given);
            return name === 'open' ? this.wrap(result as FileHandle) : result;
          });
      },
    });
  }

  private async run(
    name: string,
    args: unknown[],
    call: (args: unknown[]) => Promise<unknown>,
  ): Promise<unknown> {
    this.calls += 1;
    this.names.push(name);
    const { fault } = this;
    const hit = fault !== null && (this.calls === fault.call || this.lasts(fault, name));
    if (!hit) return call(args);
    // A handle is always closed, or a test would run out of them.
    if (name === 'close' || fault.when === 'after') {
      const result = await call(name === 'write' ? half(args) : args);
      if (name === 'open') await (result as FileHandle).close();
    }
    throw Object.assign(new Error(`${fault.code}: made to fail, ${name}`), { code: fault.code });
  }

  private lasts(fault: Fault, name: string): boolean {
    return fault.lasting === true && this.calls > fault.call && writing.has(name);
  }
}

/** The arguments (bytes, offset, length, position) of a write of half as many bytes. */
function half(args: unknown[]): unknown[] {
  return args.map((arg, place) => (place === 2 && typeof arg === 'number' ? Math.floor(arg / 2) : arg));
}
