import type { ConsoleMessage, Page } from 'playwright-core';
import type { Server } from '../../../scripts/lib/server.mjs';

/** Ours: the extension's id and folder, and its commands. */
const ours = /standpoint[./-]/i;

/** The entries of a VS Code log, each with the stack that follows it. */
const logEntries = (log: string): readonly string[] => log.split(/\n(?=\d{4}-\d\d-\d\d \d\d:)/);

/** What went wrong behind the screen during one journey: exceptions of the page, and errors that name the extension. */
export class Mistakes {
  private readonly pageErrors: string[] = [];
  private readonly consoleErrors: string[] = [];

  public constructor(
    page: Page,
    private readonly server: Server,
  ) {
    page.on('pageerror', (error) => this.pageErrors.push(error.stack ?? error.message));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
  }

  /** All of them so far, those that a journey expects left out. */
  public async except(expected: readonly RegExp[]): Promise<readonly string[]> {
    const logged = logEntries(await this.server.extensionHostLog()).filter((entry) =>
      entry.includes(' [error] '),
    );
    return [
      ...this.pageErrors,
      ...[...this.consoleErrors, ...logged].filter((text) => ours.test(text)),
    ].filter((text) => !expected.some((pattern) => pattern.test(text)));
  }
}
