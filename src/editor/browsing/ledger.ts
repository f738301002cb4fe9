import { newEvidence, type PlacedEvidence } from '../../core/model/evidence.js';
import type { Project } from '../../core/model/project.js';
import { isLocated, type PlacedStatement } from '../../core/model/types.js';
import type { Turnover } from '../../core/positions/lists.js';

/** Statements whose corpus file is gone are kept under this address. */
const HOMELESS = '';

/** The statements about one corpus file as they were taken last. */
interface Entry {
  readonly statements: readonly PlacedStatement[];
  readonly evidence: ReadonlyMap<PlacedStatement, PlacedEvidence>;
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
    const entries = new Map<string, Entry>();
    const gone: PlacedEvidence[] = [];
    const come: PlacedEvidence[] = [];
    for (const [address, statements] of lists) {
      const known = old.get(address);
      if (known?.statements === statements) {
        entries.set(address, known);
        continue;
      }
      const entry = entryOf(statements, known);
      entries.set(address, entry);
      for (const [one, evidence] of entry.evidence) if (!known?.evidence.has(one)) come.push(evidence);
    }
    for (const [address, { evidence }] of old) {
      const now = entries.get(address)?.evidence;
      if (now === evidence) continue;
      for (const [one, had] of evidence) if (!now?.has(one)) gone.push(had);
    }
    this.#entries = entries;
    return { gone, come };
  }
}

/** A list as it is now; what stood in the one before it keeps its evidence. */
function entryOf(statements: readonly PlacedStatement[], before: Entry | undefined): Entry {
  const evidence = new Map<PlacedStatement, PlacedEvidence>();
  const unplaced: PlacedEvidence[] = [];
  for (const one of statements) {
    const known = before?.evidence.get(one) ?? newEvidence(one);
    evidence.set(one, known);
    if (!isLocated(one)) unplaced.push(known);
  }
  return { statements, evidence, unplaced };
}
