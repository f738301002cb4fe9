import type { Codebook } from '../codebook/types.js';
import { Affiliations } from './affiliation.js';
import { changesIn, contradictionsIn, disagreementsIn, settled } from './conflicts.js';
import { byTime, compare, dateOf } from './order.js';
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
  const scale = new Scale(codebook.stances);
  const affiliations = new Affiliations(codebook);
  const pairs = new Map<string, { organisation: string; issue: string; evidence: E[] }>();
  for (const one of evidence) {
    const organisation = affiliations.organisationOf(one);
    const { issue } = one.statement;
    if (organisation === null || issue === null) continue;
    const key = JSON.stringify([organisation, issue]);
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { organisation, issue, evidence: [one] });
    else pair.evidence.push(one);
  }
  return [...pairs.values()]
    .sort((a, b) => compare(a.organisation, b.organisation) || compare(a.issue, b.issue))
    .map((pair) => positionOf(pair.organisation, pair.issue, pair.evidence, scale, affiliations, options));
}

function positionOf<E extends Evidence>(
  organisation: string,
  issue: string,
  evidence: readonly E[],
  scale: Scale,
  affiliations: Affiliations,
  options: PositionOptions,
): Position<E> {
  const ordered = [...evidence].sort(byTime);
  const claimed = ordered.filter(isClaim);
  const history = ordered.filter((one) => !isClaim(one));
  const period = options.period ?? DAYS;
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
    documents: new Set(ordered.map(({ corpus, statement }) => JSON.stringify([corpus, statement.document])))
      .size,
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
