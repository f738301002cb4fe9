import * as vscode from 'vscode';
import { readLevels, type Levels } from '../../core/problems/levels.js';
import { coderSlug } from '../../core/sidecar/names.js';

/** The language of delimited corpus files. */
export const LANGUAGE = 'standpoint-corpus';

/** The name of the person who annotates as it stands in file names, or null where none is set. */
export function coderFor(folder: vscode.Uri): string | null {
  return coderSlug(coderSetting(folder));
}

/** What `standpoint.coder` holds when nothing of it can stand in a file name; null when it is fine or empty. */
export function unusableCoder(folder: vscode.Uri): string | null {
  const value = coderSetting(folder);
  return value.trim() !== '' && coderSlug(value) === null ? value : null;
}

/** Whether other coders' statements are hidden. */
export function isBlind(folder: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('blind') === true;
}

function coderSetting(folder: vscode.Uri): string {
  const value = vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('coder');
  return typeof value === 'string' ? value : '';
}

/** The globs that name further corpus files; relative to the folder, never leaving it. */
export function corpusGlobs(folder: vscode.Uri): readonly string[] {
  const value = vscode.workspace.getConfiguration('standpoint', folder).get<unknown>('corpora');
  if (!Array.isArray(value)) return [];
  return value.filter((glob): glob is string => typeof glob === 'string' && isInside(glob));
}

/** How grave problems are in a file, where the reader's settings say so. */
export function problemLevels(uri: vscode.Uri): Levels {
  const value = vscode.workspace.getConfiguration('standpoint', uri).get<unknown>('problems');
  return readLevels(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function isInside(glob: string): boolean {
  return glob.trim() !== '' && !/^([/\\]|[a-z]:)/i.test(glob) && !glob.split(/[/\\]/).includes('..');
}
