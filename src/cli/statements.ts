import { evidenceOf } from '../core/model/evidence.js';
import type { PlacedStatement } from '../core/model/types.js';
import { Affiliations } from '../core/positions/affiliation.js';
import { type Command } from './command.js';
import { Output } from './output.js';
import { readPathArguments } from './pathArguments.js';
import { readProjects, type DiskProject } from './projects.js';
import { writeRows, type Row } from './rows.js';
import { reporting } from './reporting.js';

const help = `Usage: standpoint statements [PATH…]

Prints one JSON object a line for each statement of the sidecars under the paths (folders, sidecars or
corpus files; the present folder where none is given), located in the corpus as it is now.

"outcome" is "located", "suggested" (probably there; confirm it in the editor) or "lost". "start" and
"end" are offsets into the corpus file in UTF-16 code units, null when lost. "quote" is the text that was
coded. "person" and "organisation" are names from the codebook; an organisation that is left blank is
that of the person at the document's date. "issue" and "stance" are ids of the codebook.

  --format json|csv  JSON lines (the default), or a table; in a table an apostrophe is put before what
                     a spreadsheet would run as a formula
  -h, --help         prints this

Exit status: 0 if all went well, 1 if something could not be read, 2 for wrong usage.
`;

const columns = [
  'id',
  'sidecar',
  'coder',
  'corpus',
  'document',
  'date',
  'outcome',
  'start',
  'end',
  'quote',
  'person',
  'organisation',
  'issue',
  'stance',
  'basis',
  'note',
] as const;

/** `standpoint statements`: what the editor's views hold, one line a statement. */
export const statements: Command = {
  name: 'statements',
  summary: 'print the statements of sidecars, located in their corpora',
  help,
  run: (args, streams) => {
    const { paths, format } = readPathArguments(args, ['json', 'csv']);
    return reporting(streams, async () => {
      const projects = await readProjects(paths);
      const rows = projects.flatMap((disk) => {
        const affiliations = new Affiliations(disk.project.codebook);
        return disk.project.statements().map((statement) => rowOf(disk, statement, affiliations));
      });
      await writeRows(new Output(streams.stdout), rows, columns, format);
    });
  },
};

function rowOf({ project, decoded }: DiskProject, placed: PlacedStatement, affiliations: Affiliations): Row {
  const { codebook } = project;
  const { statement } = placed.stored;
  const span = project.corpus(placed.corpus)?.spanOf(placed) ?? null;
  // Other programs count the byte order mark: it is part of the file.
  const mark = decoded.get(placed.corpus)?.hasMark ? 1 : 0;
  const organisation = affiliations.organisationOf(evidenceOf(placed));
  return {
    id: statement.id,
    sidecar: placed.sidecar,
    coder: placed.coder,
    corpus: placed.corpus,
    document: statement.document,
    date: placed.date,
    outcome: placed.place.outcome,
    start: span && span.start + mark,
    end: span && span.end + mark,
    quote: statement.quote,
    person: nameIn(codebook.people, statement.speaker) ?? statement.speaker,
    organisation: nameIn(codebook.organisations, organisation) ?? organisation,
    issue: statement.issue,
    stance: statement.stance,
    basis: statement.basis,
    note: statement.note,
  };
}

function nameIn(
  entries: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
): string | null {
  return entries.find((entry) => entry.id === id)?.name ?? null;
}
