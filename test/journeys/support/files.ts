import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from './until.js';

/** The files of a journey's own copy of its workspace, as another program would see and change them. */
export class Files {
  /** @param folder the absolute path of the workspace folder */
  public constructor(public readonly folder: string) {}

  /** The absolute path of a file of the workspace. */
  public path(name: string): string {
    return path.join(this.folder, name);
  }

  public read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }

  /** Changes a file from outside VS Code, as git or another editor would. */
  public async write(name: string, text: string): Promise<void> {
    await writeFile(this.path(name), text);
  }

  /**
   * Changes part of a file from outside VS Code.
   * @throws if `before` is not in the file
   */
  public async replace(name: string, before: string, after: string): Promise<void> {
    const text = await this.read(name);
    if (!text.includes(before)) throw new Error(`${name} does not hold ${JSON.stringify(before)}`);
    await this.write(
      name,
      text.replace(before, () => after),
    );
  }

  /** Waits until a file is there and its text is as wanted, and gives the text. */
  public until(name: string, wanted: (text: string) => boolean): Promise<string> {
    return until(`${name} to be as wanted`, async () => {
      const text = await this.read(name);
      // VS Code empties a file before it writes it.
      return text !== '' && wanted(text) && text;
    });
  }
}
