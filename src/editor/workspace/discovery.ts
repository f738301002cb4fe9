import * as vscode from 'vscode';
import { decodeText } from '../../core/text/decode.js';
import { parseSidecarName } from '../../core/sidecar/names.js';
import { corpusGlobs } from '../common/settings.js';

/** The codebook's file name, at the root of a workspace folder. */
export const CODEBOOK = 'standpoint.yaml';

const CORPORA = '**/*.corpus';
const SIDECARS = '**/*.stances.yaml';
const READS_AT_ONCE = 32;

/** What a file is to Standpoint. */
export type FileRole = 'corpus' | 'sidecar' | 'codebook';

export type Decoded = ReturnType<typeof decodeText>;

/** A file's name without its folder. */
export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What a file is by its name alone; null for a file that only a glob or its language can make a corpus. */
export function roleByName(root: vscode.Uri, uri: vscode.Uri): FileRole | null {
  const name = baseName(uri);
  if (parseSidecarName(name)) return 'sidecar';
  if (name.endsWith('.corpus')) return 'corpus';
  return uri.toString() === vscode.Uri.joinPath(root, CODEBOOK).toString() ? 'codebook' : null;
}

/** The address of the corpus file that a sidecar is about, whether there is one or not. */
export function corpusOfSidecar(address: string): string | null {
  const uri = vscode.Uri.parse(address);
  const name = parseSidecarName(baseName(uri));
  return name && vscode.Uri.joinPath(uri, '..', name.corpus).toString();
}

/** The patterns under which a folder's files are found and watched. */
export function patternsOf(folder: vscode.Uri): readonly vscode.RelativePattern[] {
  return [CORPORA, ...corpusGlobs(folder), SIDECARS, CODEBOOK].map(
    (glob) => new vscode.RelativePattern(folder, glob),
  );
}

/** Whether one of the folder's globs names the file. */
export function isNamedByGlob(folder: vscode.Uri, document: vscode.TextDocument): boolean {
  return corpusGlobs(folder).some(
    (glob) => vscode.languages.match({ pattern: new vscode.RelativePattern(folder, glob) }, document) > 0,
  );
}

/** Every file of a folder that concerns Standpoint, with its role. */
export async function findFiles(folder: vscode.Uri): Promise<ReadonlyMap<string, FileRole>> {
  const found = new Map<string, FileRole>();
  for (const pattern of patternsOf(folder)) {
    for (const uri of await vscode.workspace.findFiles(pattern)) {
      found.set(uri.toString(), roleByName(folder, uri) ?? 'corpus');
    }
  }
  return found;
}

/** Reads many files a few at a time; a file that is gone or unreadable gives null. */
export async function readFiles(addresses: Iterable<string>): Promise<ReadonlyMap<string, Decoded | null>> {
  const queue = [...addresses];
  const read = new Map<string, Decoded | null>();
  const worker = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      read.set(address, await readFile(vscode.Uri.parse(address)));
    }
  };
  await Promise.all(Array.from({ length: READS_AT_ONCE }, worker));
  return read;
}

async function readFile(uri: vscode.Uri): Promise<Decoded | null> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
