import * as vscode from 'vscode';
import { placeKey } from '../../core/codebook/sections.js';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Project } from '../../core/model/project.js';
import {
  codebookReferences,
  documentsNaming,
  mentionReferences,
  sidecarReferences,
} from '../../core/registry/references.js';
import { sectionOf } from '../../core/registry/types.js';
import type { EntryName, Reference } from '../../core/registry/types.js';
import { LineIndex } from '../../core/text/lines.js';
import type { Span } from '../../core/text/span.js';
import { Pace } from '../reading/pace.js';
import { codebookUri, uriOf } from './target.js';

/** The editor's range of a span in a text that no editor need have open. */
export function rangeIn(lines: LineIndex, { start, end }: Span): vscode.Range {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return new vscode.Range(from.line, from.character, to.line, to.character);
}

/** Where the codebook has an entry; undefined where it has none of that id. */
export function definitionOf(project: Project, { kind, id }: EntryName): vscode.Location | undefined {
  const span = project.codebookFile.places.get(placeKey(sectionOf[kind], id));
  if (!span) return undefined;
  return new vscode.Location(codebookUri(project), rangeIn(new LineIndex(project.codebookText ?? ''), span));
}

/** Where a document of a corpus begins: its id. */
export function documentLocation(corpus: CorpusModel, id: string): vscode.Location | undefined {
  const model = corpus.document(id);
  if (!model) return undefined;
  return new vscode.Location(
    vscode.Uri.parse(corpus.address),
    rangeIn(new LineIndex(corpus.text), model.document.idSpan),
  );
}

/**
 * Every place of the project that speaks of an entry. Sources are looked through a slice of time at a time.
 * @param withDefinition whether the entry's own place in the codebook counts
 */
export async function locationsOf(
  project: Project,
  entry: EntryName,
  withDefinition: boolean,
  token: vscode.CancellationToken,
): Promise<vscode.Location[]> {
  const inCodebook = codebookReferences(project.codebookText, entry).filter(
    ({ role }) => withDefinition || role !== 'id',
  );
  const locations = toLocations(project, inCodebook, project.codebookText ?? '');
  for (const sidecar of project.sidecars) {
    locations.push(...toLocations(project, sidecarReferences(sidecar, entry), sidecar.text));
  }
  const pace = new Pace();
  for (const corpus of project.corpora) {
    const found: Reference[] = [];
    const { text } = corpus;
    for (const model of documentsNaming(corpus, project.codebook, entry)) {
      if (token.isCancellationRequested || corpus.text !== text) return locations;
      found.push(...mentionReferences(corpus, model, project.codebook, entry));
      await pace.breathe();
    }
    locations.push(...toLocations(project, found, text));
  }
  return locations;
}

function toLocations(project: Project, references: readonly Reference[], text: string): vscode.Location[] {
  if (references.length === 0) return [];
  const lines = new LineIndex(text);
  return references.map(
    ({ address, span }) => new vscode.Location(uriOf(project, address), rangeIn(lines, span)),
  );
}
