import * as vscode from 'vscode';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { sidecarName } from '../../core/sidecar/names.js';
import { readSidecar } from '../../core/sidecar/read.js';
import type { SidecarFile, SidecarOperation } from '../../core/sidecar/types.js';
import { editSidecarAll } from '../../core/sidecar/write.js';
import { coderFor } from '../common/settings.js';
import type { Proposal } from '../workspace/writer.js';
import { refusal } from './refusals.js';

/** The sidecar that this coder writes for a corpus file. */
export function ownSidecar(project: Project, corpus: vscode.Uri): vscode.Uri {
  const name = corpus.path.slice(corpus.path.lastIndexOf('/') + 1);
  return vscode.Uri.joinPath(corpus, '..', sidecarName(name, coderFor(vscode.Uri.parse(project.root))));
}

/** Whether a statement is this coder's own, so that it may be changed. */
export function isOwn(project: Project, statement: PlacedStatement): boolean {
  return statement.sidecar === ownSidecar(project, vscode.Uri.parse(statement.corpus)).toString();
}

/**
 * What carries operations out on a sidecar's text, whatever it holds by then.
 * @param seen is told of the file as it was read, right before the edits are made for it
 */
export function sidecarProposal(
  project: Project,
  sidecar: vscode.Uri,
  operations: readonly SidecarOperation[],
  seen: (before: SidecarFile) => void = () => undefined,
): (text: string | null) => Proposal {
  const order = documentOrder(project, sidecar);
  const coder = coderFor(vscode.Uri.parse(project.root));
  return (text) => {
    const file = readSidecar(text ?? '', project.sidecar(sidecar.toString())?.file);
    seen(file);
    const result = editSidecarAll(text ?? '', operations, order, { file, coder });
    return result.ok ? result : { ok: false, message: refusal(sidecar, result.reason) };
  };
}

/** Where a document stands in the corpus that the sidecar is about; unknown ones come last. */
function documentOrder(project: Project, sidecar: vscode.Uri): (document: string) => number {
  const known = project.sidecar(sidecar.toString())?.corpus;
  const corpus =
    known === undefined
      ? project.corpora.find(
          (one) => ownSidecar(project, vscode.Uri.parse(one.address)).toString() === sidecar.toString(),
        )
      : project.corpus(known);
  const order = new Map(corpus?.documents.map((model, index) => [model.document.id, index]));
  return (document) => order.get(document) ?? Number.MAX_SAFE_INTEGER;
}
