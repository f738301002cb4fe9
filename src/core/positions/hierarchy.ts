import type { Organisation } from '../codebook/types.js';

/**
 * Which organisations are parts of which, as the codebook says with `parent`. A parent that is not in the
 * codebook is none. Organisations that are parts of each other in a ring have no whole; what hangs on
 * one of them stays its part.
 */
export class Hierarchy {
  readonly #wholes = new Map<string, string>();
  readonly #parts = new Map<string, string[]>();

  constructor(organisations: readonly Organisation[]) {
    const parents = new Map(organisations.map(({ id, parent }) => [id, parent]));
    const ring = inRings(parents);
    for (const [id, parent] of parents) {
      if (parent === null || !parents.has(parent) || ring.has(id)) continue;
      this.#wholes.set(id, parent);
      const parts = this.#parts.get(parent);
      if (parts === undefined) this.#parts.set(parent, [id]);
      else parts.push(id);
    }
  }

  /** The organisation that this one is part of; null for none. */
  wholeOf(id: string): string | null {
    return this.#wholes.get(id) ?? null;
  }

  /** Its direct parts, in the order of the codebook. */
  partsOf(id: string): readonly string[] {
    return this.#parts.get(id) ?? [];
  }

  /** Its parts, their parts and so on: a whole always before its parts. */
  allPartsOf(id: string): readonly string[] {
    const found = [...this.partsOf(id)];
    for (let at = 0; at < found.length; at += 1) {
      for (const part of this.partsOf(found[at] ?? '')) found.push(part);
    }
    return found;
  }
}

/** The ids from which the way upwards leads back to where it began. */
function inRings(parents: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const ring = new Set<string>();
  /** From where each id was first reached. */
  const reached = new Map<string, string>();
  for (const start of parents.keys()) {
    let at: string | null = start;
    for (; at !== null && !reached.has(at); at = upwards(parents, at)) reached.set(at, start);
    // Coming back to one's own way, and only that, closes a ring.
    if (at === null || reached.get(at) !== start) continue;
    for (let round: string | null = at; round !== null && !ring.has(round); round = upwards(parents, round)) {
      ring.add(round);
    }
  }
  return ring;
}

function upwards(parents: ReadonlyMap<string, string | null>, id: string): string | null {
  const parent = parents.get(id) ?? null;
  return parent !== null && parents.has(parent) ? parent : null;
}
