import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Project, type Addressing } from '../core/model/project.js';
import { parseSidecarName } from '../core/sidecar/names.js';
import { decodeText, type DecodedText } from '../core/text/decode.js';

/** The codebook's file name, as in the editor. */
const CODEBOOK = 'standpoint.yaml';

const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);

const paths: Addressing = {
  baseName: (address) => basename(address),
  sibling: (address, name) => join(dirname(address), name),
};

/** A project on disk, with what its files were as bytes. Addresses are paths as they were given. */
export interface DiskProject {
  readonly project: Project;
  readonly decoded: ReadonlyMap<string, DecodedText>;
}

/** Where a project's codebook is, or would be. */
export function codebookPath(project: Project): string {
  return join(project.root, CODEBOOK);
}

/** A file's name without its folder. */
export function fileName(path: string): string {
  return paths.baseName(path);
}

/**
 * Reads the sidecars under some paths, the corpora that they belong to, and for each the codebook of the
 * nearest folder above it. A path may be a folder, a sidecar or a corpus file.
 * @throws the system's errors for a path that cannot be read
 */
export async function readProjects(given: readonly string[]): Promise<readonly DiskProject[]> {
  const files = (await Promise.all(given.map(filesUnder))).flat();
  const byRoot = new Map<string, Set<string>>();
  for (const file of files) {
    const root = await rootOf(file);
    const known = byRoot.get(root);
    if (known) known.add(file);
    else byRoot.set(root, new Set([file]));
  }
  return Promise.all([...byRoot].map(([root, members]) => readProject(root, [...members].sort())));
}

async function readProject(root: string, members: readonly string[]): Promise<DiskProject> {
  const project = new Project(root, paths);
  const decoded = new Map<string, DecodedText>();
  const codebook = codebookPath(project);
  const read = async (path: string): Promise<string | null> => {
    const known = decoded.get(path) ?? (await readOrNull(path));
    if (known) decoded.set(path, known);
    return known && known.text;
  };
  project.setCodebook(await read(codebook));
  const corpora = new Set<string>();
  for (const path of members) {
    const name = parseSidecarName(basename(path));
    if (name === null) corpora.add(path);
    else {
      project.setSidecar(path, await read(path));
      corpora.add(join(dirname(path), name.corpus));
    }
  }
  for (const path of [...corpora].sort()) project.setCorpus(path, await read(path));
  return { project, decoded };
}

/** Sidecars below a folder; a sidecar itself; the sidecars beside a corpus file, and that file. */
async function filesUnder(path: string): Promise<readonly string[]> {
  const name = basename(path);
  if ((await stat(path)).isDirectory()) {
    const entries = await readdir(path, { withFileTypes: true });
    const ours = entries
      .filter((entry) => entry.isFile())
      .filter(({ name: file }) => parseSidecarName(file) !== null || file.endsWith('.corpus'));
    const folders = entries.filter((entry) => entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name));
    const below = await Promise.all(folders.map((entry) => filesUnder(join(path, entry.name))));
    return [...ours.map((entry) => join(path, entry.name)), ...below.flat()];
  }
  if (parseSidecarName(name)) return [path];
  const beside = await readdir(dirname(path));
  const sidecars = beside.filter((one) => parseSidecarName(one)?.corpus === name);
  return [path, ...sidecars.map((one) => join(dirname(path), one))];
}

/** The nearest folder above a file that holds a codebook; the file's own folder where none does. */
async function rootOf(file: string): Promise<string> {
  const own = dirname(file);
  for (let folder = own; ; folder = join(folder, '..')) {
    if (await isFile(join(folder, CODEBOOK))) return folder;
    if (resolve(folder) === resolve(folder, '..') || resolve(folder).endsWith(`${sep}.git`)) return own;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function readOrNull(path: string): Promise<DecodedText | null> {
  try {
    return decodeText(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
