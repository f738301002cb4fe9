import type { Writable } from 'node:stream';

/**
 * Writes lines to a stream and waits while its reader is slower than we are. A reader that has gone away
 * (`standpoint analyse … | head`) is no error: the output is then closed, and there is nothing more to do.
 */
export class Output {
  #isClosed = false;
  #failure: Error | null = null;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#isClosed = true;
      if (error.code !== 'EPIPE') this.#failure = error;
    });
  }

  /** Whether nobody reads any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Writes one line, without its line end given; resolves when there is room for another. */
  async line(text: string): Promise<void> {
    this.#check();
    if (this.#isClosed || this.stream.write(`${text}\n`)) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        for (const event of ['drain', 'close', 'error']) this.stream.off(event, done);
        resolve();
      };
      for (const event of ['drain', 'close', 'error']) this.stream.on(event, done);
    });
    this.#check();
  }

  /** @throws what went wrong in writing, but for a reader that has gone away */
  #check(): void {
    if (this.#failure) throw this.#failure;
  }
}
