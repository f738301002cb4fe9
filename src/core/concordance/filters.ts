import type { Codebook } from '../codebook/types.js';
import { evidenceOf } from '../model/evidence.js';
import type { LocatedStatement } from '../model/types.js';
import type { ActorGuess } from '../passages/passage.js';
import { Affiliations } from '../positions/affiliation.js';
import { fold } from './fold.js';
import type { Query } from './types.js';

/** What is said of a passage: by the text, and by those who coded it. */
export interface Facts {
  readonly speaker: ActorGuess | null;
  readonly organisation: ActorGuess | null;
  readonly statements: readonly LocatedStatement[];
}

/** Whether somebody or something is the one that a query names. */
type Test = (id: string | null, name: string | null) => boolean;

/** The filters of a query, made ready for a codebook. */
export class Filters {
  private readonly affiliations: Affiliations;
  private readonly speaker: Test | null;
  private readonly organisation: Test | null;
  private readonly issue: Test | null;
  private readonly stance: Test | null;

  constructor(
    private readonly query: Query,
    codebook: Codebook,
  ) {
    const { organisations, people, issues, stances } = codebook;
    const labelled = (entries: readonly { readonly id: string; readonly label: string }[]) =>
      entries.map(({ id, label }) => ({ id, names: [label] }));
    const actors = [...people, ...organisations].map(named);
    this.affiliations = new Affiliations(codebook);
    this.speaker = testFor(query.speaker, actors);
    this.organisation = testFor(query.organisation, organisations.map(named));
    this.issue = testFor(query.issue, labelled(issues));
    this.stance = testFor(query.stance, labelled(stances));
  }

  /** Whether a document of that date (YYYY-MM-DD, null for none) may hold hits. */
  takesDate(date: string | null): boolean {
    const { from, to } = this.query;
    if (from === null && to === null) return true;
    if (date === null) return false;
    return (from === null || date >= from) && (to === null || date.slice(0, to.length) <= to);
  }

  /**
   * Whether a passage fits. Speaker, organisation, issue and stance must be those of one statement; what a statement
   * leaves blank the text may fill in. Where nobody has coded the passage, the text alone says who speaks.
   */
  take({ speaker, organisation, statements }: Facts): boolean {
    const { tagged } = this.query;
    if (tagged !== null && tagged !== statements.length > 0) return false;
    const tells = this.issue !== null || this.stance !== null;
    if (!tells && this.speaker === null && this.organisation === null) return true;
    if (statements.length === 0) {
      return !tells && passes(this.speaker, speaker) && passes(this.organisation, organisation);
    }
    return statements.some((placed) => {
      const { statement } = placed.stored;
      const whose = this.affiliations.organisationOf(evidenceOf(placed));
      return (
        (this.issue?.(statement.issue, null) ?? true) &&
        (this.stance?.(statement.stance, null) ?? true) &&
        passes(this.speaker, statement.speaker === null ? speaker : coded(statement.speaker)) &&
        passes(this.organisation, whose === null ? organisation : coded(whose))
      );
    });
  }
}

function passes(test: Test | null, actor: ActorGuess | null): boolean {
  return test === null || (actor !== null && test(actor.id, actor.name));
}

/** An id of a statement; one that the codebook does not know is its own name. */
function coded(id: string): ActorGuess {
  return { id, name: id };
}

function named({ id, name, aliases }: Codebook['people'][number] | Codebook['organisations'][number]) {
  return { id, names: [name, ...aliases] };
}

/** An id means just that entry; anything else the entries, and names of the text, that it is part of. */
function testFor(
  value: string | null,
  entries: readonly { readonly id: string; readonly names: readonly string[] }[],
): Test | null {
  if (value === null) return null;
  if (entries.some(({ id }) => id === value)) return (id) => id === value;
  const part = fold(value).trim();
  const ids = new Set(
    entries.filter(({ names }) => names.some((name) => fold(name).includes(part))).map(({ id }) => id),
  );
  return (id, name) =>
    id === value || (id !== null && ids.has(id)) || (name !== null && fold(name).includes(part));
}
