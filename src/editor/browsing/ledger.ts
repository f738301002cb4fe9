import { evidenceOf, type PlacedEvidence } from '../../core/model/evidence.js';
import type { Project } from '../../core/model/project.js';
import { isLocated, type PlacedStatement } from '../../core/model/types.js';
import type { Turnover } from '../../core/positions/lists.js';

/** Statements whose corpus file is gone are kept under this address. */
const HOMELESS = '';

/** The statements about one corpus file as they were taken last. */
interface Entry {
  readonly statements: readonly PlacedStatement[];
  readonly unplaced: readonly PlacedEvidence[];
}

/** Tells which statements of a project came and went, by looking only at corpora whose list is another one. */
export class Ledger {
  #entries: ReadonlyMap<string, Entry> = new Map();

  /** Statements whose words are not surely found, corpus by corpus. */
  get unplaced(): readonly PlacedEvidence[] {
    return [...this.#entries.values()].flatMap((entry) => entry.unplaced);
  }

  /** Takes the statements as they are now; a statement that moved or was changed both came and went. */
  take(project: Project): Turnover<PlacedEvidence> {
    const old = this.#entries;
    const lists = new Map(project.corpora.map(({ address, statements }) => [address, statements]));
    if (project.sidecars.some(({ corpus }) => !lists.has(corpus))) {
      const placed = [...lists.values()].reduce((sum, list) => sum + list.length, 0);
      lists.set(HOMELESS, project.statements().slice(placed));
    }
    this.#entries = new Map(
      [...lists].map(([address, statements]) => {
        const known = old.get(address);
        return [address, known?.statements === statements ? known : entryOf(statements)];
      }),
    );
    const gone: PlacedEvidence[] = [];
    const come: PlacedEvidence[] = [];
    for (const address of new Set([...old.keys(), ...lists.keys()])) {
      const [before, now] = [old.get(address)?.statements ?? [], lists.get(address) ?? []];
      if (before === now) continue;
      const has = before.length === 0 ? null : new Set(now);
      const had = now.length === 0 ? null : new Set(before);
      for (const one of before) if (!has?.has(one)) gone.push(evidenceOf(one));
      for (const one of now) if (!had?.has(one)) come.push(evidenceOf(one));
    }
    return { gone, come };
  }
}

function entryOf(statements: readonly PlacedStatement[]): Entry {
  return { statements, unplaced: statements.filter((one) => !isLocated(one)).map(evidenceOf) };
}
