import { parseArgs } from 'node:util';
import { hasSheet, positionSheet, type Subject } from '../core/sheets/sheet.js';
import { UsageError, type Command } from './command.js';
import { Output } from './output.js';
import { readProjects } from './projects.js';
import { reporting } from './reporting.js';

const help = `Usage: standpoint sheet --organisation ID|--issue ID [PATH…]

Prints a position sheet as Markdown: what an organisation holds on each issue, or what each organisation
holds on an issue, with changes, contradictions and the quotes with their sources. It reads the sidecars
under the paths (folders, sidecars or corpus files; the present folder where none is given).

Texts of the corpus are escaped: nothing in them can be a link or markup of the page.

  --organisation ID  the id of an organisation in the codebook
  --issue ID         the id of an issue
  -h, --help         prints this

Exit status: 0 if all went well, 1 if something could not be read or nothing is known of the id, 2 for
wrong usage.
`;

/** `standpoint sheet`: a page to write up from. */
export const sheet: Command = {
  name: 'sheet',
  summary: 'print a position sheet of an organisation or an issue',
  help,
  run: (args, streams) => {
    const { subject, id, paths } = readArguments(args);
    return reporting(streams, async () => {
      const projects = (await readProjects(paths)).filter(({ project }) => hasSheet(project, subject));
      if (projects.length === 0) {
        streams.stderr.write(`standpoint: nothing is known of "${id}" here\n`);
        return 1;
      }
      const output = new Output(streams.stdout);
      const sheets = projects.map(({ project }) => positionSheet(project, subject).trimEnd());
      await output.line(sheets.join('\n\n'));
      return 0;
    });
  },
};

function readArguments(args: readonly string[]): {
  readonly subject: Subject;
  readonly id: string;
  readonly paths: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { organisation: { type: 'string' }, issue: { type: 'string' } },
      allowPositionals: true,
    });
    const { organisation, issue } = values;
    const paths = positionals.length > 0 ? positionals : ['.'];
    if (organisation !== undefined && issue === undefined) {
      return { subject: { organisation }, id: organisation, paths };
    }
    if (issue !== undefined && organisation === undefined) return { subject: { issue }, id: issue, paths };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  throw new UsageError('name either an organisation or an issue');
}
