import { G, S } from '../language/classes.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Named } from '../quotes/phrases.js';
import { Kind, Shape } from '../quotes/tokens.js';
import type { Actor, Directory } from './directory.js';

/** How far from a name its role and organisation may stand, in tokens. */
const REACH = 16;

const OFFICE = S.role | S.spokesperson;

/** Reads from the text whom each person speaks for: "ADCS president Ann Shaw", "Ann Shaw, leader of the council". */
export function readAffiliations(frame: Named, directory: Directory, lexicon: Lexicon): void {
  directory.byRun.forEach((actor, run) => {
    if (actor?.kind !== 'person') return;
    const name = directory.names[run];
    if (!name) return;
    const organisation = before(frame, directory, run, actor) ?? behind(frame, directory, run, actor);
    if (!actor.entry) actor.organisation ??= organisation?.name ?? null;
  });
  implied(directory, lexicon, frame);
}

/** "ADCS president", "president of the ADCS (…)", "the council's leader," before a name; its roles are noted too. */
function before(frame: Named, directory: Directory, run: number, person: Actor): Actor | null {
  const { tokens } = frame;
  const name = directory.names[run];
  const runFirst = frame.runs.first[run] ?? 0;
  let hasOffice = (name?.role ?? 0) !== 0;
  // Within the run: "ACLU Director Anthony Romero", "Education Secretary Ann Shaw".
  for (let at = runFirst; at < (name?.first ?? 0); at++) {
    const known = directory.organisations.get(wordKey(frame, at));
    if (known) return known;
  }
  let at = runFirst - 1;
  const limit = Math.max(0, at - REACH);
  if (tokens.kind[at] === Kind.comma && ((tokens.sense[at - 1] ?? 0) & OFFICE) !== 0) at--;
  for (; at >= limit; at--) {
    if (frame.quoteAt[at] !== frame.quoteAt[runFirst]) return null;
    const kind = tokens.kind[at] ?? 0;
    if (kind === Kind.closeBracket || kind === Kind.openBracket) continue;
    if (kind > Kind.number) return null;
    const other = (frame.runs.runAt[at] ?? 0) - 1;
    if (other >= 0) {
      const actor = directory.byRun[other];
      const possessive = ((tokens.shape[at] ?? 0) & Shape.possessive) !== 0;
      if (actor?.kind === 'organisation' && (hasOffice || possessive || behindOffice(frame, other)))
        return officeOf(frame, other, person, actor);
      if (actor?.kind === 'person') return null;
      at = frame.runs.first[other] ?? at;
      continue;
    }
    const sense = tokens.sense[at] ?? 0;
    const grammar = tokens.grammar[at] ?? 0;
    if ((sense & OFFICE) !== 0) {
      hasOffice = true;
      if (tokens.word[at]) person.roles.add(tokens.word[at] ?? 0);
      continue;
    }
    if ((grammar & G.possessivePronoun) !== 0 && (grammar & G.neuter) !== 0)
      return hasOffice ? firstInSentence(frame, directory, at) : null;
    if (
      (grammar & (G.determiner | G.possessivePronoun | G.auxiliary | G.subjectPronoun | G.coordinator)) !==
        0 &&
      (grammar & G.number) === 0
    ) {
      if ((grammar & G.determiner) === 0 || !frame.runs.runAt[at + 1]) return null;
    }
    if ((sense & (S.cue | S.cueBase)) !== 0) return null;
  }
  return null;
}

/** "its president Ann Shaw": the first organisation of the sentence. */
function firstInSentence(frame: Named, directory: Directory, token: number): Actor | null {
  const from = frame.sentences[frame.sentenceAt[token] ?? 0] ?? 0;
  for (let at = Math.max(from, token - 60); at < token; at++) {
    const run = (frame.runs.runAt[at] ?? 0) - 1;
    const actor = run < 0 ? null : directory.byRun[run];
    if (actor?.kind === 'organisation') return actor;
  }
  return null;
}

/** Whether "president of" or "spokesman for" stands right before a run. */
function behindOffice(frame: Named, run: number): boolean {
  const { tokens } = frame;
  let at = (frame.runs.first[run] ?? 0) - 1;
  if (((tokens.grammar[at] ?? 0) & G.determiner) !== 0) at--;
  return ((tokens.grammar[at] ?? 0) & G.groupLink) !== 0 && ((tokens.sense[at - 1] ?? 0) & OFFICE) !== 0;
}

function officeOf(frame: Named, run: number, person: Actor, organisation: Actor): Actor {
  let at = (frame.runs.first[run] ?? 0) - 1;
  if (((frame.tokens.grammar[at] ?? 0) & G.determiner) !== 0) at--;
  const role = frame.tokens.word[at - 1] ?? 0;
  if (role && ((frame.tokens.sense[at - 1] ?? 0) & OFFICE) !== 0) person.roles.add(role);
  return organisation;
}

/** "…, ADCS president,", "…, leader of the council,", "… of Kingston University", "…, who runs Ofsted". */
function behind(frame: Named, directory: Directory, run: number, person: Actor): Actor | null {
  const { tokens } = frame;
  const start = (frame.runs.last[run] ?? 0) + 1;
  if (((tokens.shape[start - 1] ?? 0) & Shape.possessive) !== 0) return null;
  const first = tokens.kind[start];
  if (first === Kind.word) return directly(frame, directory, start);
  if (first !== Kind.comma && first !== Kind.dash && first !== Kind.openBracket) return null;
  let organisation: Actor | null = null;
  let hasOffice = false;
  for (let at = start + 1; at < Math.min(tokens.count, start + REACH); at++) {
    if (frame.quoteAt[at] !== frame.quoteAt[start]) break;
    const kind = tokens.kind[at] ?? 0;
    const sense = tokens.sense[at] ?? 0;
    const other = (frame.runs.runAt[at] ?? 0) - 1;
    if (other >= 0) {
      const actor = directory.byRun[other] ?? null;
      if (actor?.kind === 'person') break;
      organisation ??= actor;
      at = frame.runs.last[other] ?? at;
      if (((tokens.sense[at] ?? 0) & OFFICE) !== 0) hasOffice = true;
      continue;
    }
    if (kind > Kind.number) break;
    const grammar = tokens.grammar[at] ?? 0;
    if ((sense & OFFICE) !== 0) {
      hasOffice = true;
      if (tokens.word[at]) person.roles.add(tokens.word[at] ?? 0);
    } else if ((sense & (S.cue | S.cueBase)) !== 0 || (grammar & G.subjectPronoun & ~G.relative) !== 0) {
      // "Webb, who leads" goes on; "Webb, she said" does not.
      if ((grammar & G.relative) === 0) break;
    }
  }
  return hasOffice ? organisation : null;
}

/** "Ann Shaw of Kingston University". */
function directly(frame: Named, directory: Directory, at: number): Actor | null {
  const { tokens } = frame;
  if (((tokens.grammar[at] ?? 0) & G.groupLink) === 0 || ((tokens.grammar[at] ?? 0) & G.preposition) === 0)
    return null;
  const next = ((tokens.grammar[at + 1] ?? 0) & G.determiner) !== 0 ? at + 2 : at + 1;
  const run = (frame.runs.runAt[next] ?? 0) - 1;
  const actor = run < 0 ? null : directory.byRun[run];
  return actor?.kind === 'organisation' ? actor : null;
}

/** A minister for whom no organisation is given speaks for the government, if the document speaks of it. */
function implied(directory: Directory, lexicon: Lexicon, frame: Named): void {
  const entries = Object.entries(lexicon.language.impliedOrganisations);
  for (const [role, organisation] of entries) {
    const number = lexicon.numberOf(role);
    const noun = lexicon.numberOf(organisation);
    if (!number || !noun || !frame.tokens.word.includes(noun)) continue;
    for (const actor of directory.actors) {
      if (actor.kind === 'person' && !actor.entry && actor.roles.has(number))
        actor.organisation ??= organisation;
    }
  }
}

function wordKey(frame: Named, token: number): string {
  return frame.tokens.text.slice(frame.tokens.start[token], frame.tokens.end[token]).toLowerCase();
}
