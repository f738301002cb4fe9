/** Whether two lists hold the very same objects in the same order. */
export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}

/** Things by what they have in common, in the order of the first of each. */
export function gathered<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = found.get(key);
    if (known === undefined) found.set(key, [item]);
    else known.push(item);
  }
  return found;
}

/** What came and what went since things were last looked at. */
export interface Turnover<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/**
 * Carries a turnover over to things gathered by what they have in common: lists that it touches are made
 * anew, what came stands at their end; lists that it empties go.
 * @returns the keys of the lists that it touches
 */
export function turnOver<K, T>(
  lists: Map<K, readonly T[]>,
  { gone, come }: Turnover<T>,
  keyOf: (item: T) => K,
): ReadonlySet<K> {
  const leaving = gathered(gone, keyOf);
  const coming = gathered(come, keyOf);
  const touched = new Set([...leaving.keys(), ...coming.keys()]);
  for (const key of touched) {
    const away = new Set(leaving.get(key));
    const left = (lists.get(key) ?? []).filter((one) => !away.has(one));
    const now = [...left, ...(coming.get(key) ?? [])];
    if (now.length > 0) lists.set(key, now);
    else lists.delete(key);
  }
  return touched;
}
