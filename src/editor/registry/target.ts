import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import { codebookSymbolAt, corpusSymbolAt, sidecarSymbolAt } from '../../core/registry/symbols.js';
import type { EntryName, Occurrence } from '../../core/registry/types.js';
import { readSidecar } from '../../core/sidecar/read.js';
import type { SidecarFile } from '../../core/sidecar/types.js';
import { LANGUAGE } from '../common/settings.js';
import type { Services } from '../services.js';
import { CODEBOOK, roleByName } from '../workspace/discovery.js';

/** Our YAML files, whatever language another extension gives them. */
export const YAML: vscode.DocumentSelector = [
  { pattern: '**/*.stances.yaml' },
  { pattern: `**/${CODEBOOK}` },
];

/** Every document in which entries of the codebook are spoken of. */
export const EVERYWHERE: vscode.DocumentSelector = [
  { pattern: '**/*.stances.yaml' },
  { pattern: `**/${CODEBOOK}` },
  { language: LANGUAGE },
];

/** An entry of the codebook, with the project that it belongs to. */
export interface Target {
  readonly project: Project;
  readonly entry: EntryName;
}

/** What a document speaks of at a position, by its very latest text. */
export function targetAt(
  { workspace }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly project: Project; readonly found: Occurrence } | undefined {
  const project = workspace.projectOf(document.uri);
  if (!project) return undefined;
  const offset = document.offsetAt(position);
  const found = symbolAt();
  return found ? { project, found } : undefined;

  function symbolAt(): Occurrence | null {
    if (!project) return null;
    const { codebook } = project;
    const corpus = workspace.corpusOf(document);
    if (corpus) return corpusSymbolAt(corpus, codebook, offset);
    switch (roleOf(project, document.uri)) {
      case 'codebook':
        return codebookSymbolAt(document.getText(), offset);
      case 'sidecar':
        return sidecarSymbolAt(sidecarOf(project, document), codebook, offset);
      case null:
        return null;
    }
  }
}

/** Which of our YAML files a document is; null for any other, as a codebook below the folder's root. */
export function roleOf(project: Project, uri: vscode.Uri): 'sidecar' | 'codebook' | null {
  const role = roleByName(vscode.Uri.parse(project.root), uri);
  return role === 'corpus' ? null : role;
}

/** The sidecar as the editor has it, which may be ahead of the model. */
export function sidecarOf(project: Project, document: vscode.TextDocument): SidecarFile {
  return readSidecar(document.getText(), project.sidecar(document.uri.toString())?.file);
}

export function codebookUri(project: Project): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(project.root), CODEBOOK);
}

/** The file of an address that the core gave; null stands for the codebook. */
export function uriOf(project: Project, address: string | null): vscode.Uri {
  return address === null ? codebookUri(project) : vscode.Uri.parse(address);
}
