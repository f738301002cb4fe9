import * as vscode from 'vscode';
import type { Subject } from '../../core/sheets/sheet.js';

export const SCHEME = 'standpoint-sheet';

/** A sheet of one project. */
export interface SheetAddress {
  readonly root: string;
  readonly subject: Subject;
}

/**
 * The address of a sheet: its name is what a tab shows, its query says what it is about.
 * @param name what the subject is called
 */
export function sheetUri({ root, subject }: SheetAddress, name: string): vscode.Uri {
  const [kind, id] = 'issue' in subject ? ['issue', subject.issue] : ['organisation', subject.organisation];
  return vscode.Uri.from({
    scheme: SCHEME,
    path: `/${fileName(name)}`,
    query: JSON.stringify({ root, kind, id }),
  });
}

/** Reads an address back; undefined where it is none of ours. */
export function readSheetUri({ scheme, query }: vscode.Uri): SheetAddress | undefined {
  if (scheme !== SCHEME) return undefined;
  try {
    const value: unknown = JSON.parse(query);
    if (typeof value !== 'object' || value === null) return undefined;
    const { root, kind, id } = value as Partial<Record<string, unknown>>;
    if (typeof root !== 'string' || typeof id !== 'string') return undefined;
    if (kind === 'issue') return { root, subject: { issue: id } };
    return kind === 'organisation' ? { root, subject: { organisation: id } } : undefined;
  } catch {
    return undefined;
  }
}

/** A name that any file system takes. */
export function fileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|#%]+|\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
  return `${plain === '' ? 'sheet' : plain}.md`;
}
