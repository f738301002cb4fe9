import { G, S } from '../language/classes.js';
import type { Lexicon } from '../language/lexicon.js';
import { clauseSubject } from '../quotes/clauses.js';
import type { Named, Phrase } from '../quotes/phrases.js';
import { Shape } from '../quotes/tokens.js';
import type { Actor, Directory } from './directory.js';
import { genderOfWord, keyOf, type Gender } from './names.js';

/** Who a mention stands for. */
export interface Resolution {
  readonly person: Actor | null;
  readonly organisation: string | null;
  readonly gender: Gender;
}

/** Somebody that a later pronoun may mean. */
interface Reference extends Resolution {
  readonly token: number;
  readonly sentence: number;
  /** Spoke, or began its clause: what a pronoun means before all others. */
  readonly strong: boolean;
  readonly human: boolean;
}

/** How many sentences and references back a pronoun may mean. */
const SENTENCES = 10;
const REFERENCES = 60;
/** How many organisations back "the union" may mean. */
const ORGANISATIONS = 24;

const NOBODY: Resolution = { person: null, organisation: null, gender: 'unknown' };
const MEMBER = S.role | S.spokesperson | S.documentNoun | S.organisationNoun | S.cueNoun;

/** Resolves the mentions of one document. Mentions must come in text order. */
export class Resolver {
  private readonly references: Reference[] = [];
  private nextRun = 0;
  private readonly organisationRuns: number[] = [];

  constructor(
    private readonly frame: Named,
    private readonly directory: Directory,
    private readonly lexicon: Lexicon,
  ) {}

  /** Who a speaker is; remembered for the pronouns that follow. */
  resolve(phrase: Phrase): Resolution {
    this.advance(phrase.first);
    const found = this.find(phrase);
    const human = found.person !== null || this.isHuman(phrase);
    this.references.push({
      person: found.person,
      organisation: found.organisation,
      gender: found.gender,
      token: phrase.first,
      sentence: this.frame.sentenceAt[phrase.first] ?? 0,
      strong: true,
      human,
    });
    return found;
  }

  /** Takes in the names up to a token. */
  private advance(token: number): void {
    const { frame, directory } = this;
    const { tokens, runs } = frame;
    for (; this.nextRun < runs.count && (runs.first[this.nextRun] ?? 0) < token; this.nextRun++) {
      const actor = directory.byRun[this.nextRun];
      const first = runs.first[this.nextRun] ?? 0;
      if (!actor || frame.quoteAt[first] !== 0) continue;
      if (actor.kind === 'organisation') this.organisationRuns.push(this.nextRun);
      const possessive = ((tokens.shape[runs.last[this.nextRun] ?? 0] ?? 0) & Shape.possessive) !== 0;
      const attached =
        ((tokens.grammar[first - 1] ?? 0) & (G.preposition | G.determiner)) !== 0 &&
        frame.sentenceAt[first - 1] === frame.sentenceAt[first];
      const isPerson = actor.kind === 'person';
      this.references.push({
        person: isPerson ? actor : null,
        organisation: isPerson ? actor.organisation : actor.name,
        gender: actor.gender,
        token: first,
        sentence: frame.sentenceAt[first] ?? 0,
        human: isPerson,
        strong: !possessive && !attached && frame.sentences[frame.sentenceAt[first] ?? 0] === first,
      });
    }
  }

  private find(phrase: Phrase): Resolution {
    if (phrase.form === 'pronoun') return this.pronoun(phrase.head);
    if (phrase.form === 'name') return this.name(phrase);
    return this.noun(phrase);
  }

  private name(phrase: Phrase): Resolution {
    const actor = this.directory.byRun[phrase.run];
    if (!actor) return NOBODY;
    if (actor.kind === 'organisation') return { person: null, organisation: actor.name, gender: 'unknown' };
    return { person: actor, organisation: actor.organisation, gender: actor.gender };
  }

  /** "a Unison spokeswoman", "the union", "BASW's response", "the minister". */
  private noun(phrase: Phrase): Resolution {
    const { tokens, runs } = this.frame;
    if ((runs.runAt[phrase.head] ?? 0) !== 0) return NOBODY;
    const gender = genderOfWord(tokens, phrase.head);
    const sense = tokens.sense[phrase.head] ?? 0;
    const belongs = (sense & MEMBER) !== 0;
    for (let token = phrase.first; token <= phrase.last; token++) {
      const run = (runs.runAt[token] ?? 0) - 1;
      if (run < 0) continue;
      const actor = this.directory.byRun[run];
      if (actor?.kind === 'organisation' && belongs)
        return { person: null, organisation: actor.name, gender };
      if (actor?.kind === 'person' && token < phrase.head && (sense & (S.documentNoun | S.cueNoun)) !== 0) {
        return { person: actor, organisation: actor.organisation, gender: actor.gender };
      }
      token = runs.last[run] ?? token;
    }
    if (((tokens.grammar[phrase.first] ?? 0) & G.possessivePronoun) !== 0 && belongs)
      return this.possessed(phrase, gender);
    const kind = this.kindIn(phrase);
    if (kind) return { person: null, organisation: kind, gender };
    return this.byRole(phrase) ?? { person: null, organisation: this.implied(phrase), gender };
  }

  /** "Ministers": the government, if the document speaks of it. */
  private implied(phrase: Phrase): string | null {
    const { tokens } = this.frame;
    if (phrase.last - phrase.first > 1) return null;
    const word = tokens.text.slice(tokens.start[phrase.head], tokens.end[phrase.head]).toLowerCase();
    const implied = this.lexicon.language.impliedOrganisations;
    const organisation = Object.hasOwn(implied, word) ? (implied[word] ?? null) : null;
    return organisation && tokens.word.includes(this.lexicon.numberOf(organisation)) ? organisation : null;
  }

  /** "its president", "her letter". */
  private possessed(phrase: Phrase, gender: Gender): Resolution {
    const owner = this.pronoun(phrase.first);
    const isDocument = ((this.frame.tokens.sense[phrase.head] ?? 0) & (S.documentNoun | S.cueNoun)) !== 0;
    return isDocument
      ? owner
      : { person: null, organisation: owner.person ? null : owner.organisation, gender };
  }

  /** The organisation that a common noun in the phrase means: "a spokesman for the union". */
  private kindIn(phrase: Phrase): string | null {
    const { tokens } = this.frame;
    for (let token = phrase.first; token <= phrase.last; token++) {
      const sense = tokens.sense[token] ?? 0;
      if ((sense & S.unique) !== 0 && token > phrase.first - 1) {
        const isHead = token === phrase.head || this.isAttached(phrase, token);
        if (isHead) return tokens.text.slice(tokens.start[token], tokens.end[token]).replace(/['’]s$/, '');
      }
      if ((sense & S.organisationNoun) === 0) continue;
      const definite = ((tokens.grammar[token - 1] ?? 0) & G.determiner) !== 0 && this.isThe(token - 1);
      if (!definite && token !== phrase.head) continue;
      if (token === phrase.head && phrase.first !== token && !this.isThe(phrase.first)) continue;
      if (token !== phrase.head && !this.isAttached(phrase, token)) continue;
      const named = this.organisationOfKind(token);
      if (named) return named;
    }
    return null;
  }

  /** Whether a noun in a phrase says whom its head belongs to: "for the union", "the union's". */
  private isAttached(phrase: Phrase, token: number): boolean {
    const { tokens } = this.frame;
    if (((tokens.sense[phrase.head] ?? 0) & MEMBER) === 0) return false;
    return (
      token > phrase.head ||
      ((tokens.shape[token] ?? 0) & Shape.possessive) !== 0 ||
      token + 1 === phrase.head
    );
  }

  private isThe(token: number): boolean {
    const { tokens } = this.frame;
    return (
      ((tokens.grammar[token] ?? 0) & G.nameLink) !== 0 && ((tokens.grammar[token] ?? 0) & G.determiner) !== 0
    );
  }

  /** The last organisation named whose name fits a noun; else the last whose name says no kind, if it spoke. */
  private organisationOfKind(token: number): string | null {
    const { tokens } = this.frame;
    const noun = tokens.text
      .slice(tokens.start[token], tokens.end[token])
      .toLowerCase()
      .replace(/['’]s$/, '');
    const words = this.lexicon.kinds.get(noun);
    const last = this.organisationRuns.length - 1;
    for (let index = last; index >= Math.max(0, last - ORGANISATIONS); index--) {
      const actor = this.directory.byRun[this.organisationRuns[index] ?? -1];
      if (actor && (actor.kinds.has(noun) || words?.some((word) => actor.words.has(word)))) return actor.name;
    }
    return words ? this.lastOfNoKind() : null;
  }

  /** The last organisation that spoke or began a sentence, if its name does not say what it is. */
  private lastOfNoKind(): string | null {
    const last = this.references.length - 1;
    for (let index = last; index >= Math.max(0, last - REFERENCES); index--) {
      const reference = this.references[index];
      if (!reference?.strong || reference.human || !reference.organisation) continue;
      const actor = this.directory.organisations.get(keyOf(reference.organisation));
      return actor && !this.saysItsKind(actor) ? actor.name : null;
    }
    return null;
  }

  private saysItsKind(actor: Actor): boolean {
    if (actor.kinds.size > 0) return true;
    for (const word of actor.words) if (this.lexicon.kindWords.has(word)) return true;
    return false;
  }

  /** "the minister": the last person of whom the document says so. */
  private byRole(phrase: Phrase): Resolution | null {
    const { tokens } = this.frame;
    const role = tokens.word[phrase.head] ?? 0;
    if (!this.isThe(phrase.first) || ((tokens.sense[phrase.head] ?? 0) & S.role) === 0 || role === 0)
      return null;
    let only: Actor | null = null;
    const last = this.references.length - 1;
    for (let index = last; index >= Math.max(0, last - REFERENCES); index--) {
      const person = this.references[index]?.person;
      if (!person?.roles.has(role)) continue;
      only ??= person;
      if (only !== person) return null;
    }
    return only ? { person: only, organisation: only.organisation, gender: only.gender } : null;
  }

  private pronoun(token: number): Resolution {
    const grammar = this.frame.tokens.grammar[token] ?? 0;
    if ((grammar & (G.male | G.female)) !== 0)
      return this.lastHuman(token, (grammar & G.male) !== 0 ? 'male' : 'female');
    if ((grammar & G.neuter) !== 0) return this.lastOrganisation(token);
    return NOBODY;
  }

  /** The last person that fits: of a sentence the one who spoke, else the one that it begins with. */
  private lastHuman(token: number, gender: Gender): Resolution {
    const at = this.frame.sentenceAt[token] ?? 0;
    let best: Reference | null = null;
    const last = this.references.length - 1;
    for (let index = last; index >= Math.max(0, last - REFERENCES); index--) {
      const reference = this.references[index];
      if (!reference || at - reference.sentence > SENTENCES) break;
      if (best && reference.sentence !== best.sentence) break;
      if (!reference.human || !fits(reference.gender, gender)) continue;
      if (!best || reference.strong || !best.strong) best = reference;
    }
    if (!best) return { ...NOBODY, gender };
    if (best.person && best.gender === 'unknown') best.person.gender = gender;
    return { person: best.person, organisation: best.organisation, gender };
  }

  private lastOrganisation(token: number): Resolution {
    const { frame } = this;
    const at = frame.sentenceAt[token] ?? 0;
    for (let sentence = at; sentence > Math.max(-1, at - 4); sentence--) {
      const from = frame.sentences[sentence] ?? 0;
      const to = Math.min(token, frame.sentences[sentence + 1] ?? 0);
      const subject = to > from && sentence < at ? clauseSubject(frame, from, to) : null;
      if (subject && this.isDocument(subject)) return { ...this.noun(subject), person: null };
      const reference = this.firstOrganisation(sentence, token);
      if (reference) return { person: null, organisation: reference.organisation, gender: 'unknown' };
    }
    return NOBODY;
  }

  /** "The letter", "Unison's report"; not "its report", whose owner would have to be found in turn. */
  private isDocument(subject: Phrase): boolean {
    const { tokens } = this.frame;
    if (subject.form !== 'noun' || ((tokens.grammar[subject.first] ?? 0) & G.possessivePronoun) !== 0)
      return false;
    return ((tokens.sense[subject.head] ?? 0) & S.documentNoun) !== 0;
  }

  private firstOrganisation(sentence: number, token: number): Reference | null {
    let found: Reference | null = null;
    const last = this.references.length - 1;
    for (let index = last; index >= Math.max(0, last - REFERENCES); index--) {
      const reference = this.references[index];
      if (!reference || reference.sentence < sentence) break;
      if (
        reference.sentence === sentence &&
        reference.token < token &&
        !reference.human &&
        reference.organisation
      ) {
        if (!found || reference.strong || !found.strong) found = reference;
      }
    }
    return found;
  }

  private isHuman(phrase: Phrase): boolean {
    const { tokens } = this.frame;
    if (phrase.form === 'pronoun') return ((tokens.grammar[phrase.head] ?? 0) & (G.male | G.female)) !== 0;
    return ((tokens.sense[phrase.head] ?? 0) & (S.role | S.spokesperson | S.personNoun)) !== 0;
  }
}

function fits(known: Gender, wanted: Gender): boolean {
  return known === 'unknown' || wanted === 'unknown' || known === wanted;
}
