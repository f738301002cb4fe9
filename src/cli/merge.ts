import { parseArgs } from 'node:util';
import { mergeSidecars, type MergeConflict } from '../core/sidecar/merge.js';
import { writeFileAtomically } from '../node/atomic-write.js';
import { mergeByLines } from '../node/git.js';
import { FileRefused } from '../node/refusal.js';
import { readText } from '../node/store.js';
import { UsageError, type Command, type Streams } from './command.js';

const help = `Usage: standpoint merge BASE OURS THEIRS

Merges two versions of a sidecar statement by statement, and writes the result to OURS. It is meant as
a merge driver for git:

  echo '*.stances.yaml merge=standpoint' >> .gitattributes
  git config merge.standpoint.driver 'standpoint merge %O %A %B'

What both sides changed differently is written as valid YAML, under the key "conflict" of its
statement. Files that cannot be read as sidecars are merged by lines, as git does without a driver.

  -h, --help  prints this

Exit status: 0 if all was merged, 1 if there are conflicts or OURS could not be written, 2 for wrong usage.
`;

/** `standpoint merge`: three files as git hands them to a merge driver. */
export const merge: Command = {
  name: 'merge',
  summary: 'merge two versions of a sidecar, as a merge driver for git',
  help,
  run: async (args, { stderr }) => {
    const [base, ours, theirs] = readArguments(args);
    try {
      return await mergeFiles(base, ours, theirs, stderr);
    } catch (error) {
      complain(stderr, error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
};

function readArguments(args: readonly string[]): readonly [string, string, string] {
  const { positionals } = parse(args);
  const [base, ours, theirs] = positionals;
  if (base === undefined || ours === undefined || theirs === undefined || positionals.length > 3) {
    throw new UsageError('merge takes three files: BASE OURS THEIRS');
  }
  return [base, ours, theirs];
}

function parse(args: readonly string[]): { readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function mergeFiles(
  base: string,
  ours: string,
  theirs: string,
  stderr: Streams['stderr'],
): Promise<number> {
  const texts = await readAll([base, ours, theirs]);
  if (texts === null) return byLines(base, ours, theirs, 'a version is not UTF-8', stderr);
  const [baseText = '', ourText = '', theirText = ''] = texts;
  // Git hands an empty file where both sides made the sidecar anew.
  const result = mergeSidecars(baseText === '' ? null : baseText, ourText, theirText);
  if (!result.ok) {
    const why =
      result.reason === 'layout' ? 'their layouts differ' : `the version "${result.side}" has errors`;
    return byLines(base, ours, theirs, why, stderr);
  }
  if (result.text !== ourText) await writeFileAtomically(ours, result.text);
  for (const conflict of result.conflicts) complain(stderr, describe(conflict));
  return result.conflicts.length === 0 ? 0 : 1;
}

/** @returns null where one is not UTF-8 */
async function readAll(paths: readonly string[]): Promise<readonly string[] | null> {
  try {
    return await Promise.all(paths.map(async (path) => (await readText(path)) ?? ''));
  } catch (error) {
    if (error instanceof FileRefused && error.reason === 'not-utf8') return null;
    throw error;
  }
}

async function byLines(
  base: string,
  ours: string,
  theirs: string,
  why: string,
  stderr: Streams['stderr'],
): Promise<number> {
  complain(stderr, `merged by lines, since ${why}`);
  return (await mergeByLines(ours, base, theirs)) ? 0 : 1;
}

function describe({ id, key }: MergeConflict): string {
  if (id === null) return `conflict in the head of the file, "${key ?? ''}"`;
  return key === null
    ? `conflict in ${id}: one side changed it, the other removed it`
    : `conflict in ${id}, "${key}"`;
}

function complain(stderr: Streams['stderr'], message: string): void {
  stderr.write(`standpoint merge: ${message}\n`);
}
