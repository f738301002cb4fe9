import { execFile } from 'node:child_process';
import { basename, dirname, join, resolve } from 'node:path';
import { shellWord, withMergeAttribute } from './git-attributes.js';
import { changeFile } from './store.js';

export type SetUpResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/**
 * Has git merge sidecars by statement in one repository: a line in `.gitattributes` for everybody who
 * clones it, and the driver in this clone's configuration. Ask the reader first.
 * @param root a folder of the repository's work tree; its top is used
 * @param command the program that runs the command line, and its first arguments: `[node, cli.js]`; inside
 * VS Code the program is no Node unless `env ELECTRON_RUN_AS_NODE=1` goes before it
 */
export async function setUpMergeDriver(root: string, command: readonly string[]): Promise<SetUpResult> {
  try {
    const top = (await git(root, ['rev-parse', '--show-toplevel'])).toString('utf8').trimEnd();
    // The driver comes first: a line that names a driver which is not there would do no harm, but no good.
    const driver = `${command.map(shellWord).join(' ')} merge %O %A %B`;
    await git(top, ['config', '--local', 'merge.standpoint.name', 'Standpoint: statement by statement']);
    await git(top, ['config', '--local', 'merge.standpoint.driver', driver]);
    const result = await changeFile(join(top, '.gitattributes'), (text) => ({
      text: withMergeAttribute(text),
    }));
    return result.outcome === 'refused' ? { ok: false, message: result.message } : { ok: true };
  } catch (error) {
    return { ok: false, message: messageOf(error) };
  }
}

/** The three versions of a file in conflict; null where the file was not there on that side. */
export interface ConflictVersions {
  readonly base: Buffer | null;
  readonly ours: Buffer | null;
  readonly theirs: Buffer | null;
}

/** @returns null when git knows of no conflict in the file, or there is no git */
export async function conflictVersions(path: string): Promise<ConflictVersions | null> {
  const [base, ours, theirs] = await Promise.all(
    [1, 2, 3].map((stage) =>
      git(dirname(path), ['cat-file', 'blob', `:${stage}:./${basename(path)}`]).catch(() => null),
    ),
  );
  const versions = { base: base ?? null, ours: ours ?? null, theirs: theirs ?? null };
  return versions.ours === null && versions.theirs === null ? null : versions;
}

/**
 * Merges three files by lines into the first, as git does without a driver; conflicts get git's markers.
 * @returns whether there was none
 * @throws Error when there is no git, or a file is not text; the files are as they were
 */
export async function mergeByLines(ours: string, base: string, theirs: string): Promise<boolean> {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label]);
  try {
    await git(dirname(ours), [
      'merge-file',
      ...labels,
      '--',
      ...[ours, base, theirs].map((path) => resolve(path)),
    ]);
    return true;
  } catch (error) {
    // The exit status is the number of conflicts, up to 127; above that git itself failed.
    const status = error instanceof GitFailed ? error.status : null;
    if (status !== null && status <= 127) return false;
    throw error;
  }
}

/** Git ended with a status other than 0; the message is what it complained of. */
class GitFailed extends Error {
  constructor(
    message: string,
    readonly status: number | null,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Runs git without a shell. @returns its standard output */
function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const options = {
    cwd: folder,
    env: ownEnvironment(),
    encoding: 'buffer',
    maxBuffer: 128 * 1024 * 1024,
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, output, complaints) => {
      if (error === null) resolve(output);
      else {
        const status = typeof error.code === 'number' ? error.code : null;
        reject(new GitFailed(complaints.toString('utf8').trim() || error.message, status, { cause: error }));
      }
    });
  });
}

/** An editor that was started from a git hook inherits the hook's repository: ours is the folder's. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const inherited = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.includes(name)));
}

function messageOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `Git could not be set up to merge sidecars (${why}). Check that git is installed and that the folder is in a repository.`;
}
