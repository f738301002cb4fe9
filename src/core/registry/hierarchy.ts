import type { Codebook } from '../codebook/types.js';

/** The organisations that are part of themselves, by way of others or not: their parents go round in a circle. */
export function parentsInCircle({ organisations }: Codebook): ReadonlySet<string> {
  const parents = new Map(organisations.map(({ id, parent }) => [id, parent]));
  const found = new Set<string>();
  const done = new Set<string>();
  for (const { id } of organisations) {
    const path = new Set<string>();
    let at: string | null = id;
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && path.has(at)) {
      let inside = false;
      for (const one of path) {
        inside ||= one === at;
        if (inside) found.add(one);
      }
    }
    for (const one of path) done.add(one);
  }
  return found;
}
