import { dateOf } from './order.js';
import type { Scale } from './scale.js';
import type { Evidence } from './types.js';

/** What branches of the tree can be sorted by; all but the name put the most first. */
export type Sort = 'name' | 'count' | 'latest' | 'contested';

/** How much a branch weighs in the order of its siblings: the greater comes first. Zero for the name. */
export function weightOf(evidence: readonly Evidence[], sort: Sort, scale: Scale): number {
  switch (sort) {
    case 'name':
      return 0;
    case 'count':
      return evidence.length;
    case 'latest':
      return latest(evidence);
    case 'contested':
      return contested(evidence, scale);
  }
}

/** What weighs more of a branch and of its parts taken together. */
export function joined(sort: Sort, weights: readonly number[]): number {
  return sort === 'latest'
    ? weights.reduce((most, weight) => Math.max(most, weight), -1)
    : weights.reduce((sum, weight) => sum + weight, 0);
}

/** The latest date as a number that grows with it; -1 where there is none. */
function latest(evidence: readonly Evidence[]): number {
  let found = '';
  for (const one of evidence) {
    if (one.date !== null && one.date > found && dateOf(one) !== null) found = one.date;
  }
  return found === '' ? -1 : Number(found.replaceAll('-', ''));
}

/** For each issue the statements of the smaller side, for (value above 0) or against (below 0); their sum. */
function contested(evidence: readonly Evidence[], scale: Scale): number {
  const sides = new Map<string | null, { for: number; against: number }>();
  for (const one of evidence) {
    const sign = scale.signOf(one);
    if (sign === 0) continue;
    const { issue } = one.statement;
    const known = sides.get(issue) ?? { for: 0, against: 0 };
    if (sign > 0) known.for += 1;
    else known.against += 1;
    sides.set(issue, known);
  }
  return [...sides.values()].reduce((sum, side) => sum + Math.min(side.for, side.against), 0);
}
