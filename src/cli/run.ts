import { analyse } from './analyse.js';
import { check } from './check.js';
import { merge } from './merge.js';
import { UsageError, type Command, type Streams } from './command.js';
import { Output } from './output.js';
import { positions } from './positions.js';
import { sheet } from './sheet.js';
import { statements } from './statements.js';

const commands: ReadonlyMap<string, Command> = new Map(
  [analyse, statements, positions, sheet, check, merge].map((command) => [command.name, command]),
);

const help = `Usage: standpoint COMMAND [ARGUMENT…]

Commands:
${[...commands.values()].map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join('\n')}

standpoint COMMAND --help tells more of one.
`;

/**
 * Runs the command line.
 * @param args the arguments after the program's name
 * @returns the exit status: 0, 1 (something could not be answered) or 2 (wrong usage)
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  // Nobody may be reading the messages: that is no reason to stop.
  streams.stderr.on('error', () => undefined);
  const [name, ...rest] = args;
  const command = commands.get(name ?? '');
  if (name === 'help' || isHelp(name) || (command && rest.slice(0, endOfOptions(rest)).some(isHelp))) {
    await new Output(streams.stdout).line((command?.help ?? help).trimEnd());
    return 0;
  }
  try {
    if (!command) throw new UsageError(name === undefined ? 'no command' : `unknown command "${name}"`);
    return await command.run(rest, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const about = command ? `${command.name} --help` : '--help';
    streams.stderr.write(`standpoint: ${error.message}\nTry "standpoint ${about}".\n`);
    return 2;
  }
}

function isHelp(argument: string | undefined): boolean {
  return argument === '--help' || argument === '-h';
}

function endOfOptions(args: readonly string[]): number {
  const dashes = args.indexOf('--');
  return dashes === -1 ? args.length : dashes;
}
