import * as vscode from 'vscode';
import {
  codebookOccurrences,
  idIn,
  idKeys,
  keysFor,
  mentionsIn,
  statementAt,
} from '../../core/registry/symbols.js';
import type { EntryName, Occurrence } from '../../core/registry/types.js';
import type { Project } from '../../core/model/project.js';
import { touches, type Span } from '../../core/text/span.js';
import { Disposables } from '../common/disposables.js';
import { toRange } from '../common/ranges.js';
import type { Feature, Services } from '../services.js';
import { definitionOf, documentLocation, locationsOf } from './locations.js';
import { EVERYWHERE, roleOf, sidecarOf, targetAt } from './target.js';

/** Go to definition, find all references, and highlights, for actors, issues and stances. */
export const registerRegistryNavigation: Feature = (services) => {
  const own = new Disposables();
  const { languages } = vscode;
  own.add(
    languages.registerDefinitionProvider(EVERYWHERE, {
      provideDefinition: async (document, position) => {
        await services.workspace.loaded(document.uri);
        return documentAt(services, document, position) ?? entryAt(services, document, position);
      },
    }),
  );
  own.add(
    languages.registerReferenceProvider(EVERYWHERE, {
      provideReferences: async (document, position, { includeDeclaration }, token) => {
        await services.workspace.loaded(document.uri);
        const target = targetAt(services, document, position);
        return target && locationsOf(target.project, target.found, includeDeclaration, token);
      },
    }),
  );
  own.add(
    languages.registerDocumentHighlightProvider(EVERYWHERE, {
      provideDocumentHighlights: (document, position) => {
        const target = targetAt(services, document, position);
        return (
          target &&
          spansIn(services, target.project, document, position, target.found).map(
            (span) => new vscode.DocumentHighlight(toRange(document, span)),
          )
        );
      },
    }),
  );
  return own;
};

function entryAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Location | undefined {
  const target = targetAt(services, document, position);
  return target && definitionOf(target.project, target.found);
}

/** The document of the corpus that a statement's `document` names. */
function documentAt(
  { workspace }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Location | undefined {
  const project = workspace.projectOf(document.uri);
  if (!project || roleOf(project, document.uri) !== 'sidecar') return undefined;
  const offset = document.offsetAt(position);
  const stored = statementAt(sidecarOf(project, document), offset);
  const span = stored?.values.get('document');
  const owner = project.sidecar(document.uri.toString())?.corpus;
  const corpus = owner === undefined ? undefined : project.corpus(owner);
  if (!stored || !span || !corpus || !touches(span, offset)) return undefined;
  return documentLocation(corpus, stored.statement.document);
}

/** Where the same file speaks of the same entry; in a corpus, the same document. */
function spansIn(
  { workspace }: Services,
  project: Project,
  document: vscode.TextDocument,
  position: vscode.Position,
  found: Occurrence,
): readonly Span[] {
  const model = workspace.corpusOf(document)?.documentAt(document.offsetAt(position));
  if (model) return same(mentionsIn(model, project.codebook), found);
  if (roleOf(project, document.uri) === 'codebook')
    return same(codebookOccurrences(document.getText()), found);
  return sidecarOf(project, document).statements.flatMap((stored) => {
    const keys = idKeys.filter(
      (key) => keysFor[found.kind].includes(key) && idIn(stored.statement, key) === found.id,
    );
    if (keys.length === 0) return [];
    const { values } = stored;
    return keys.flatMap((key) => values.get(key) ?? []);
  });
}

function same(occurrences: readonly Occurrence[], { kind, id }: EntryName): readonly Span[] {
  return occurrences.filter((one) => one.kind === kind && one.id === id).map(({ span }) => span);
}
