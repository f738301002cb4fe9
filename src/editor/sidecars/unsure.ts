import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import type { Found } from '../tagging/find.js';
import { isOwn } from '../tagging/sidecarEdits.js';
import type { Workspace } from '../workspace/workspace.js';

/** Whether a reader should look at the place of a statement: it is only likely, or its words have changed. */
export function isToConfirm({ place }: PlacedStatement): boolean {
  return place.outcome === 'suggested' || (place.outcome === 'located' && place.changed);
}

/** The coder's own statements with a place to confirm, in reading order. */
export function toConfirm(workspace: Workspace): readonly Found[] {
  return ownStatements(workspace)
    .filter(({ statement }) => isToConfirm(statement))
    .sort((a, b) => inOrder(a.statement, b.statement));
}

/** The coder's own statements whose words were not found. */
export function lost(workspace: Workspace): readonly Found[] {
  return ownStatements(workspace).filter(({ statement }) => statement.place.outcome === 'lost');
}

function ownStatements(workspace: Workspace): readonly Found[] {
  return workspace.projects.flatMap((project: Project) =>
    project
      .statements()
      .filter((statement) => isOwn(project, statement))
      .map((statement) => ({ project, statement })),
  );
}

function inOrder(a: PlacedStatement, b: PlacedStatement): number {
  if (a.corpus !== b.corpus) return a.corpus < b.corpus ? -1 : 1;
  return a.order - b.order || start(a) - start(b);
}

function start({ place }: PlacedStatement): number {
  return place.outcome === 'lost' ? -1 : place.span.start;
}
