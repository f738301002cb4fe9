import type { Project } from '../../core/model/project.js';
import { isLocated, type PlacedStatement } from '../../core/model/types.js';
import { group, type Dimension, type Group } from '../../core/positions/groups.js';
import { positionsOf } from '../../core/positions/positions.js';
import type { Evidence, Position } from '../../core/positions/types.js';
import { matches, type Filter } from './filter.js';

/** A statement as the rules of positions take it, with the way back to its words. */
export interface Shown extends Evidence {
  readonly placed: PlacedStatement;
}

/** What one project shows in the tree: its statements in groups, and the positions that they make. */
export interface Outlook {
  readonly project: Project;
  readonly groups: readonly Group<Shown>[];
  /** Statements whose words are not surely found, lost ones first. They also stand in their groups. */
  readonly unplaced: readonly Shown[];
  readonly position: (organisation: string | null, issue: string | null) => Position<Shown> | undefined;
}

/** One wrapper a statement, so that the same statement is the same row. */
const wrappers = new WeakMap<PlacedStatement, Shown>();

export function outlookOf(project: Project, dimensions: readonly Dimension[], filter: Filter): Outlook {
  const { codebook } = project;
  const all = project.statements().map(shown);
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

function shown(placed: PlacedStatement): Shown {
  const known = wrappers.get(placed);
  if (known) return known;
  const made: Shown = {
    placed,
    statement: placed.stored.statement,
    corpus: placed.corpus,
    date: placed.date,
    documentOrder: placed.order,
    start: placed.place.outcome === 'lost' ? null : placed.place.span.start,
    coder: placed.coder,
  };
  wrappers.set(placed, made);
  return made;
}

function rank({ placed }: Shown): number {
  return placed.place.outcome === 'lost' ? 0 : 1;
}

function pairKey(organisation: string | null, issue: string | null): string {
  return JSON.stringify([organisation, issue]);
}
