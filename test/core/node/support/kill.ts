import type { Children } from './children.js';
import type { SaveArguments } from './scenarios.js';

/**
 * Starts a process that saves one statement after the other and kills it without warning.
 * @param after how long it may save, in milliseconds
 * @returns the ids whose save had returned
 */
export async function killWhileSaving(
  children: Children,
  args: SaveArguments,
  after: number,
): Promise<readonly string[]> {
  const child = children.start('saveUntilKilled', args);
  let output = '';
  await new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), after);
      output += part;
    });
    child.on('close', () => resolve());
  });
  const lines = output.split('\n');
  if (lines[0] !== 'ready') throw new Error(`The child did not start: ${output}`);
  // The last piece is empty, or a line that was being written.
  return lines.slice(1, -1);
}
