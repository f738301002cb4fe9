import type { Codebook } from '../core/codebook/types.js';
import { evidenceOf, type PlacedEvidence } from '../core/model/evidence.js';
import { positionsOf } from '../core/positions/positions.js';
import type { Position } from '../core/positions/types.js';
import { type Command } from './command.js';
import { Output } from './output.js';
import { readPathArguments } from './pathArguments.js';
import { readProjects } from './projects.js';
import { reporting } from './reporting.js';
import { writeRows, type Row } from './rows.js';

const help = `Usage: standpoint positions [PATH…]

Prints one JSON object a line for each organisation and issue that have a statement under the paths:
the current stance, since when it holds, how much there is to go by, changes and contradictions. The
rules are those of the editor's tree (docs/positions.md).

"stance" is an id of the codebook, null where no statement has one that the codebook knows. "basis" is
"claimed" where there is nothing but what others claim. Changes and contradictions name statements.

  --format json|csv  JSON lines (the default), or a table
  -h, --help         prints this

Exit status: 0 if all went well, 1 if something could not be read, 2 for wrong usage.
`;

const columns = [
  'organisation',
  'issue',
  'stance',
  'value',
  'basis',
  'decided',
  'statements',
  'claimed',
  'documents',
  'speakers',
  'first',
  'last',
  'changes',
  'contradictions',
  'disagreements',
] as const;

/** `standpoint positions`: what the tree of organisations shows, one line a position. */
export const positions: Command = {
  name: 'positions',
  summary: 'print what each organisation holds on each issue',
  help,
  run: (args, streams) => {
    const { paths, format } = readPathArguments(args, ['json', 'csv']);
    return reporting(streams, async () => {
      const projects = await readProjects(paths);
      const rows = projects.flatMap(({ project }) =>
        positionsOf(project.statements().map(evidenceOf), project.codebook).map((position) =>
          rowOf(position, project.codebook),
        ),
      );
      await writeRows(new Output(streams.stdout), rows, columns, format);
    });
  },
};

function rowOf(position: Position<PlacedEvidence>, codebook: Codebook): Row {
  const { current, strength } = position;
  const names = new Map([...codebook.organisations, ...codebook.people].map(({ id, name }) => [id, name]));
  const name = (id: string): string => names.get(id) ?? id;
  const pair = (before: PlacedEvidence, after: PlacedEvidence): string =>
    `${before.statement.id} ${after.statement.id}`;
  return {
    organisation: name(position.organisation),
    issue: position.issue,
    stance: current?.stance.id ?? null,
    value: current?.stance.value ?? null,
    basis: current?.claimedOnly ? 'claimed' : (current?.evidence.statement.basis ?? null),
    decided: current?.evidence.date ?? null,
    statements: strength.own,
    claimed: strength.claimed,
    documents: strength.documents,
    speakers: strength.speakers.map(name),
    first: strength.since,
    last: strength.until,
    changes: position.changes.map(
      ({ from, to, before, after }) => `${from.id} → ${to.id}: ${pair(before, after)}`,
    ),
    contradictions: position.contradictions.map(
      ({ kind, before, after }) => `${kind}: ${pair(before, after)}`,
    ),
    disagreements: position.disagreements.map(({ before, after }) => pair(before, after)),
  };
}
