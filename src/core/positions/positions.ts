import type { Codebook } from '../codebook/types.js';
import { Affiliations } from './affiliation.js';
import { changesIn, contradictionsIn, disagreementsIn, settled } from './conflicts.js';
import { gathered } from './lists.js';
import { compare, dateOf, inTime } from './order.js';
import { Scale } from './scale.js';
import type { Current, Evidence, Position, PositionOptions, Strength } from './types.js';

const DAYS = 30;

/**
 * What organisations hold on issues: one position for each pair that has a statement, by organisation,
 * then by issue, in the order of their ids. The rules are in docs/positions.md.
 */
export function positionsOf<E extends Evidence>(
  evidence: readonly E[],
  codebook: Codebook,
  options: PositionOptions = {},
): readonly Position<E>[] {
  const rules = new PositionRules(codebook, options);
  return [...gathered(evidence, (one) => rules.affiliations.organisationOf(one))]
    .flatMap(([organisation, own]) => (organisation === null ? [] : [{ organisation, own }]))
    .sort((a, b) => compare(a.organisation, b.organisation))
    .flatMap(({ organisation, own }) => [...rules.positionsOf(organisation, own).values()]);
}

/** What the codebook says that positions depend on, looked up once. */
export class PositionRules {
  readonly affiliations: Affiliations;
  private readonly scale: Scale;
  private readonly period: number;

  constructor(codebook: Codebook, { period = DAYS }: PositionOptions = {}) {
    this.affiliations = new Affiliations(codebook);
    this.scale = new Scale(codebook.stances);
    this.period = period;
  }

  /**
   * The positions of one organisation by issue, in the order of the ids.
   * @param evidence all its statements, in any order
   */
  positionsOf<E extends Evidence>(
    organisation: string,
    evidence: readonly E[],
  ): ReadonlyMap<string, Position<E>> {
    const issues = [...gathered(evidence, ({ statement }) => statement.issue)]
      .flatMap(([issue, own]) => (issue === null ? [] : [{ issue, own }]))
      .sort((a, b) => compare(a.issue, b.issue));
    return new Map(
      issues.map(({ issue, own }) => [
        issue,
        positionOf(organisation, issue, own, this.scale, this.affiliations, this.period),
      ]),
    );
  }
}

function positionOf<E extends Evidence>(
  organisation: string,
  issue: string,
  evidence: readonly E[],
  scale: Scale,
  affiliations: Affiliations,
  period: number,
): Position<E> {
  const ordered = inTime(evidence);
  const claimed = ordered.filter(isClaim);
  const history = ordered.filter((one) => !isClaim(one));
  const clear = settled(history, scale);
  return {
    organisation,
    issue,
    current: currentOf(history, scale, false) ?? currentOf(claimed, scale, true),
    history,
    claimed,
    changes: changesIn(clear, scale),
    contradictions: contradictionsIn(clear, scale, organisation, affiliations, period),
    disagreements: disagreementsIn(ordered, scale),
    strength: strengthOf(ordered, claimed.length),
  };
}

/** The latest stance with a value; only where there is none, the latest that does not. */
function currentOf<E extends Evidence>(
  ordered: readonly E[],
  scale: Scale,
  claimedOnly: boolean,
): Current<E> | null {
  const evidence =
    ordered.findLast((one) => scale.valueOf(one) !== null) ??
    ordered.findLast((one) => scale.stanceOf(one) !== null);
  const stance = evidence && scale.stanceOf(evidence);
  return evidence && stance ? { stance, evidence, claimedOnly } : null;
}

function strengthOf(ordered: readonly Evidence[], claimed: number): Strength {
  const own = ordered.filter((one) => !isClaim(one));
  const dates = ordered.map(dateOf).filter((date) => date !== null);
  return {
    own: own.length,
    claimed,
    documents: new Set(
      ordered.map(({ corpus, statement: { document } }) => `${corpus.length}:${corpus}${document}`),
    ).size,
    speakers: [
      ...new Set(own.map(({ statement }) => statement.speaker).filter((speaker) => speaker !== null)),
    ],
    coders: new Set(ordered.map(({ coder }) => coder)).size,
    lost: ordered.filter(({ start }) => start === null).length,
    since: dates[0] ?? null,
    until: dates.at(-1) ?? null,
  };
}

/** A statement whose basis is blank is taken for the organisation's own: most are. */
function isClaim({ statement }: Evidence): boolean {
  return statement.basis === 'claimed';
}
