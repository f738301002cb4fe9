import { parseArgs } from 'node:util';
import { UsageError } from './command.js';
import type { Format } from './rows.js';

/**
 * The arguments of a command that reads sidecars under paths; the present folder where none is given.
 * @param formats the allowed ones, the default first
 */
export function readPathArguments<F extends string = Format>(
  args: readonly string[],
  formats: readonly [F, ...F[]],
): { readonly paths: readonly string[]; readonly format: F } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string' } },
      allowPositionals: true,
    });
    const format = formats.find((one) => one === (values.format ?? formats[0]));
    if (format === undefined) {
      throw new UsageError(`unknown format "${String(values.format)}": ${formats.join(' or ')}`);
    }
    return { paths: positionals.length > 0 ? positionals : ['.'], format };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
