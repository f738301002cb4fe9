import * as vscode from 'vscode';

/** The language of delimited corpus files. */
export const LANGUAGE = 'standpoint-corpus';

/** A coder's name becomes part of a file name: letters, digits, dash and underscore only. */
const CODER = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

/** The name of the person who annotates, or null where none is set or it cannot stand in a file name. */
export function coderFor(folder: vscode.Uri): string | null {
  const value = vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('coder');
  return typeof value === 'string' && CODER.test(value.trim()) ? value.trim() : null;
}

/** What `standpoint.coder` holds when it cannot be used; null when it is fine or empty. */
export function unusableCoder(folder: vscode.Uri): string | null {
  const value = vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('coder');
  return typeof value === 'string' && value.trim() !== '' && !CODER.test(value.trim()) ? value : null;
}

/** The globs that name further corpus files; relative to the folder, never leaving it. */
export function corpusGlobs(folder: vscode.Uri): readonly string[] {
  const value = vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('corpora');
  if (!Array.isArray(value)) return [];
  return value.filter((glob): glob is string => typeof glob === 'string' && isInside(glob));
}

function isInside(glob: string): boolean {
  return glob.trim() !== '' && !/^([/\\]|[a-z]:)/i.test(glob) && !glob.split(/[/\\]/).includes('..');
}
