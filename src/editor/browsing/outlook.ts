import type { Project } from '../../core/model/project.js';
import { evidenceOf, type PlacedEvidence } from '../../core/model/evidence.js';
import { isLocated } from '../../core/model/types.js';
import { group, type Dimension, type Group } from '../../core/positions/groups.js';
import { positionsOf } from '../../core/positions/positions.js';
import type { Position } from '../../core/positions/types.js';
import { matches, type Filter } from './filter.js';

/** What one project shows in the tree: its statements in groups, and the positions that they make. */
export interface Outlook {
  readonly project: Project;
  readonly groups: readonly Group<PlacedEvidence>[];
  /** Statements whose words are not surely found, lost ones first. They also stand in their groups. */
  readonly unplaced: readonly PlacedEvidence[];
  readonly position: (
    organisation: string | null,
    issue: string | null,
  ) => Position<PlacedEvidence> | undefined;
}

export function outlookOf(project: Project, dimensions: readonly Dimension[], filter: Filter): Outlook {
  const { codebook } = project;
  const all = project.statements().map(evidenceOf);
  const positions = new Map(
    positionsOf(all, codebook).map((position) => [pairKey(position.organisation, position.issue), position]),
  );
  return {
    project,
    groups: group(
      all.filter((one) => matches(filter, one.placed, codebook)),
      dimensions,
      codebook,
    ),
    unplaced: all.filter(({ placed }) => !isLocated(placed)).sort((a, b) => rank(a) - rank(b)),
    position: (organisation, issue) => positions.get(pairKey(organisation, issue)),
  };
}

function rank({ placed }: PlacedEvidence): number {
  return placed.place.outcome === 'lost' ? 0 : 1;
}

function pairKey(organisation: string | null, issue: string | null): string {
  return JSON.stringify([organisation, issue]);
}
