import { S } from '../language/classes.js';
import type { Lexicon } from '../language/lexicon.js';
import type { ActorLexicon } from '../quotes/types.js';
import { Kind, Shape, type Tokens } from '../quotes/tokens.js';
import { codebookIndex, type CodebookEntry } from './codebook-index.js';
import { keyOf, readName, type Gender, type Name } from './names.js';
import type { NameRuns } from './runs.js';

/** A person or an organisation that a document names. */
export interface Actor {
  readonly kind: 'person' | 'organisation';
  /** The fullest name in the document, or the codebook's. */
  readonly name: string;
  readonly key: string;
  gender: Gender;
  /** Whom the person speaks for, as far as the document says; for a codebook's person as it says. */
  organisation: string | null;
  /** Numbers of the role words that the document gives the person. */
  readonly roles: Set<number>;
  /** Common nouns that the document gives an organisation: "the charity Kite House". */
  readonly kinds: Set<string>;
  /** The words of the name in lower case. */
  readonly words: ReadonlySet<string>;
  /** Where the codebook knows the actor. */
  readonly entry: CodebookEntry | null;
}

/** Who the runs of a document name. */
export interface Directory {
  /** By run: the actor; null for a run that names nobody known. */
  readonly byRun: readonly (Actor | null)[];
  readonly names: readonly Name[];
  readonly actors: readonly Actor[];
  /** By run: whether it was given right behind the name that it shortens: "(LGA)". */
  readonly organisations: ReadonlyMap<string, Actor>;
}

/** How many people of one surname are told apart. */
const NAMESAKES = 16;

/** Small words that initials skip. */
const SMALL = /^(?:of|for|and|the|in|on|to|&)$/;

/**
 * Builds the directory of a document.
 * @param speaks by run: whether it is the subject of a cue
 */
export function buildDirectory(
  tokens: Tokens,
  runs: NameRuns,
  speaks: Uint8Array,
  lexicon: Lexicon,
  codebook: ActorLexicon | undefined,
  date: string | null,
): Directory {
  return new Builder(tokens, runs, speaks, lexicon, codebookIndex(codebook, date)).build();
}

class Builder {
  private readonly people = new Map<string, Actor>();
  private readonly surnames = new Map<string, Actor[]>();
  private readonly givenNames = new Map<string, Actor | null>();
  private readonly organisations = new Map<string, Actor>();
  private readonly acronyms = new Map<string, Actor>();
  private readonly actors: Actor[] = [];
  private readonly byRun: (Actor | null)[];
  private readonly names: Name[] = [];
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly tokens: Tokens,
    private readonly runs: NameRuns,
    private readonly speaks: Uint8Array,
    lexicon: Lexicon,
    private readonly codebook: ReadonlyMap<string, CodebookEntry>,
  ) {
    this.byRun = new Array<Actor | null>(runs.count).fill(null);
    this.known = lexicon.knownOrganisations;
  }

  build(): Directory {
    for (let run = 0; run < this.runs.count; run++) this.names.push(readName(this.tokens, this.runs, run));
    for (let run = 0; run < this.runs.count; run++) this.register(run);
    for (let run = 0; run < this.runs.count; run++) this.pairAcronym(run);
    for (let run = 0; run < this.runs.count; run++) this.byRun[run] ??= this.lookUp(run);
    return { byRun: this.byRun, names: this.names, actors: this.actors, organisations: this.organisations };
  }

  /** Full names: whoever is named in full is known for the whole document. */
  private register(run: number): void {
    const name = this.names[run];
    if (!name) return;
    const entry = this.codebook.get(name.key) ?? this.codebook.get(withoutThe(name.key));
    if (entry) {
      this.byRun[run] =
        entry.kind === 'person' ? this.addPerson(name, entry) : this.addOrganisation(name, entry);
      return;
    }
    if (this.isPerson(name, run)) this.byRun[run] = this.addPerson(name, null);
    else if (name.kind === 'organisation' || this.known.has(withoutThe(name.key)))
      this.byRun[run] = this.addOrganisation(name, null);
    else if (name.kind === 'other' && this.kindBefore(name))
      this.byRun[run] = this.addOrganisation(name, null);
    const kind = this.kindBefore(name);
    const actor = this.byRun[run];
    if (kind && actor?.kind === 'organisation') actor.kinds.add(kind);
  }

  /** The common noun that stands right before a name and says what it is: "the charity Kite House". */
  private kindBefore(name: Name): string | null {
    const { tokens } = this;
    const before = name.first - 1;
    if (
      before < 0 ||
      tokens.kind[before] !== Kind.word ||
      ((tokens.shape[before] ?? 0) & (Shape.capital | Shape.possessive)) !== 0
    )
      return null;
    if (((tokens.sense[before] ?? 0) & S.organisationNoun) === 0 || tokens.gap[name.first] === 0) return null;
    return tokens.text.slice(tokens.start[before], tokens.end[before]);
  }

  private isPerson(name: Name, run: number): boolean {
    if (name.words < 2) return false;
    if (name.kind === 'person') return true;
    if (name.kind !== 'other' || name.words > 4 || this.known.has(name.key)) return false;
    const { tokens } = this;
    if ((tokens.word[name.first] ?? 0) !== 0) return false;
    if (((tokens.sense[name.last] ?? 0) & (S.placeWord | S.titling | S.role | S.personNoun)) !== 0)
      return false;
    const before = name.first - 1;
    const human =
      before >= 0 &&
      ((tokens.sense[before] ?? 0) & (S.role | S.spokesperson | S.title)) !== 0 &&
      tokens.gap[name.first] !== 0;
    return human || (this.speaks[run] === 1 && !this.followsArticle(name));
  }

  private followsArticle(name: Name): boolean {
    const before = name.first - 1;
    if (before < 0) return false;
    const start = this.tokens.start[before] ?? 0;
    return this.tokens.text.slice(start, this.tokens.end[before]).toLowerCase() === 'the';
  }

  private addPerson(name: Name, entry: CodebookEntry | null): Actor {
    const key = entry ? keyOf(entry.name) : name.key;
    const known = this.people.get(key) ?? this.sameWithoutInitial(name, entry);
    if (known) {
      if (known.gender === 'unknown') known.gender = name.gender;
      if (name.role) known.roles.add(name.role);
      return known;
    }
    const actor: Actor = {
      kind: 'person',
      name: entry?.name ?? name.text,
      key,
      gender: name.gender,
      organisation: entry?.organisation ?? null,
      roles: new Set(name.role ? [name.role] : []),
      kinds: new Set(),
      words: new Set(),
      entry,
    };
    this.actors.push(actor);
    this.people.set(key, actor);
    for (const surname of surnamesOf(name.key)) {
      const others = this.surnames.get(surname);
      if (others && others.length < NAMESAKES) others.push(actor);
      else if (!others) this.surnames.set(surname, [actor]);
    }
    const given = name.key.slice(0, name.key.indexOf(' '));
    if (given) this.givenNames.set(given, this.givenNames.has(given) ? null : actor);
    return actor;
  }

  /** "Donald J. Trump" is "Donald Trump". */
  private sameWithoutInitial(name: Name, entry: CodebookEntry | null): Actor | undefined {
    if (entry || name.words < 2) return undefined;
    const surname = name.key.slice(name.key.lastIndexOf(' ') + 1);
    const given = name.key.slice(0, name.key.indexOf(' '));
    return (this.surnames.get(surname) ?? []).find(
      (actor) => actor.key.startsWith(`${given} `) && actor.key.endsWith(` ${surname}`),
    );
  }

  private addOrganisation(name: Name, entry: CodebookEntry | null): Actor {
    const key = entry ? keyOf(entry.name) : withoutThe(name.key);
    const known = this.organisations.get(key);
    if (known) return known;
    const text = withoutThe(name.text);
    const actor: Actor = {
      kind: 'organisation',
      name: entry?.name ?? text,
      key,
      gender: 'unknown',
      organisation: null,
      roles: new Set(),
      kinds: new Set(),
      words: new Set(key.split(/[\s'-]+/)),
      entry,
    };
    this.actors.push(actor);
    this.organisations.set(key, actor);
    for (const initials of initialsOf(text))
      if (!this.acronyms.has(initials)) this.acronyms.set(initials, actor);
    return actor;
  }

  /** "Full Name (ACRONYM)" and "ACRONYM (Full Name)". */
  private pairAcronym(run: number): void {
    const { tokens, runs } = this;
    const last = runs.last[run] ?? 0;
    const next = (runs.runAt[last + 2] ?? 0) - 1;
    if (
      tokens.kind[last + 1] !== Kind.openBracket ||
      next < 0 ||
      tokens.kind[(runs.last[next] ?? 0) + 1] !== Kind.closeBracket
    )
      return;
    const one = this.names[run];
    const two = this.names[next];
    if (!one || !two || one.kind === two.kind) return;
    const [full, short, fullRun, shortRun] =
      two.kind === 'acronym' ? [one, two, run, next] : [two, one, next, run];
    if (short.kind !== 'acronym' || full.words < 2) return;
    if (full.kind === 'person') {
      const actor = this.byRun[fullRun];
      if (actor && !this.codebook.has(actor.key)) actor.organisation ??= short.text;
      return;
    }
    const actor = this.byRun[shortRun]?.entry
      ? (this.byRun[shortRun] ?? null)
      : (this.byRun[fullRun] ?? this.addOrganisation(full, null));
    if (!actor || actor.kind !== 'organisation') return;
    this.byRun[fullRun] = actor;
    this.byRun[shortRun] = actor;
    this.acronyms.set(short.key, actor);
  }

  /** Short forms: surnames, given names, acronyms, and names that came before their full form. */
  private lookUp(run: number): Actor | null {
    const name = this.names[run];
    if (!name) return null;
    const organisation = this.organisations.get(withoutThe(name.key));
    if (organisation) return organisation;
    if (name.kind === 'acronym') return this.acronyms.get(name.key) ?? this.addOrganisation(name, null);
    const person = this.people.get(name.key) ?? this.bySurname(name);
    if (person) {
      if (name.role) person.roles.add(name.role);
      return person;
    }
    if (name.kind === 'person' && name.sure) return this.addPerson(name, null);
    if (name.words === 1 && this.isGiven(name) && this.speaks[run] === 1) return this.addPerson(name, null);
    return this.isOrganisationByUse(name, run) ? this.addOrganisation(name, null) : null;
  }

  private isGiven(name: Name): boolean {
    return ((this.tokens.sense[name.first] ?? 0) & (S.givenMale | S.givenFemale)) !== 0;
  }

  private bySurname(name: Name): Actor | null {
    const people = this.surnames.get(name.key);
    if (people) {
      const fitting =
        name.gender === 'unknown'
          ? people
          : people.filter((actor) => actor.gender === name.gender || actor.gender === 'unknown');
      return fitting.length === 1 ? (fitting[0] ?? null) : null;
    }
    return name.words === 1 && name.role === 0 ? (this.givenNames.get(name.key) ?? null) : null;
  }

  /** "Unison's response", "a Unison spokesman": what only organisations have. */
  private isOrganisationByUse(name: Name, run: number): boolean {
    const { tokens } = this;
    if (name.words > 3 || name.kind !== 'other') return false;
    const next = (this.runs.last[run] ?? 0) + 1;
    const sense = tokens.sense[next] ?? 0;
    if (((tokens.shape[name.last] ?? 0) & Shape.possessive) !== 0) return false;
    return (sense & S.spokesperson) !== 0;
  }
}

function withoutThe(key: string): string {
  return key.startsWith('the ') || key.startsWith('The ') ? key.slice(4) : key;
}

/** The last word of a name, and its last two of three or more: "Grand", "Le Grand". */
function surnamesOf(key: string): string[] {
  const words = key.split(' ');
  if (words.length < 2) return [key];
  const surnames = [words[words.length - 1] ?? key];
  if (words.length > 2) surnames.push(words.slice(-2).join(' '));
  return surnames;
}

/** The acronyms that a name may have, in lower case: "dfe" and "de" for "Department for Education". */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/);
  if (words.length < 2) return [];
  const all = words
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  const capitals = words
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  return capitals.length > 1 ? [all, capitals] : [];
}
