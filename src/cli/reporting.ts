import type { Streams } from './command.js';

/** Runs the work of a command; an error of the file system becomes a message and exit status 1. */
export async function reporting(streams: Streams, work: () => Promise<number | void>): Promise<number> {
  try {
    return (await work()) ?? 0;
  } catch (error) {
    const { code, path, message } = error as Partial<NodeJS.ErrnoException>;
    const reason = code === 'ENOENT' ? 'no such file or folder' : (message ?? String(error));
    streams.stderr.write(`standpoint: ${path === undefined ? '' : `${path}: `}${reason}\n`);
    return 1;
  }
}
