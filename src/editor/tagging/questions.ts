import * as vscode from 'vscode';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import { idFor } from '../../core/codebook/lookup.js';
import type { Codebook, Issue, Organisation, Person, Stance } from '../../core/codebook/types.js';
import type { ActorGuess } from '../../core/passages/passage.js';
import { ask, heading, type Choice } from './picks.js';
import { lastFirst, type Recent } from './recent.js';

/** A codebook id, with the entry to add where the name is new. */
export interface Chosen {
  readonly id: string;
  readonly label: string;
  readonly addition: CodebookAddition | null;
}

/** An answer that may be blank: `null` is "not known", undefined that the question was left. */
export type MaybeChosen = Chosen | null | undefined;

const BLANK: unique symbol = Symbol('blank');

export const changeActor: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('person'),
  tooltip: vscode.l10n.t('Change speaker and organisation'),
};

/** Asks for the issue; `changeActor` is a button that the caller handles. */
export async function askIssue(
  codebook: Codebook,
  recent: Recent,
  title: string,
  current?: string | null,
): Promise<Chosen | typeof changeActor | undefined> {
  const answer = await ask<Chosen>({
    title,
    placeholder:
      codebook.issues.length === 0
        ? vscode.l10n.t('Type the issue that this is about, and press Enter')
        : vscode.l10n.t('Which issue? Type to find one, or to add a new one'),
    choices: lastFirst(codebook.issues, recent.ids('issue')).map(issueChoice),
    preferred: (value) => value.id === current,
    typed: (text) => newIssue(codebook, text),
    buttons: current === undefined ? [changeActor] : [],
  });
  if (!answer) return undefined;
  return 'button' in answer ? changeActor : answer.value;
}

/** Asks for the stance: its key chooses at once. */
export async function askStance(
  codebook: Codebook,
  title: string,
  last: string | null | undefined,
): Promise<Stance | undefined> {
  const keyed = codebook.stances.flatMap((stance): [string, Stance][] =>
    stance.key ? [[stance.key, stance]] : [],
  );
  const answer = await ask<Stance>({
    title,
    placeholder: vscode.l10n.t('Press the key of a stance, or choose'),
    choices: codebook.stances.map((stance) => ({
      label: stance.key ? `${stance.key}  ${stance.label}` : stance.label,
      description: stance.id === last ? vscode.l10n.t('last chosen') : '',
      value: stance,
    })),
    preferred: (stance) => stance.id === last,
    keys: new Map(keyed),
  });
  return answer && 'value' in answer ? answer.value : undefined;
}

/** Asks which organisation holds the position. `guesses` are names that the text suggests. */
export async function askOrganisation(
  codebook: Codebook,
  recent: Recent,
  title: string,
  guesses: readonly ActorGuess[],
  person: Chosen | null = null,
): Promise<MaybeChosen> {
  const answer = await ask<Chosen | typeof BLANK>({
    title,
    placeholder: vscode.l10n.t('For which organisation? Type to find one, or to add a new one'),
    choices: [
      ...section(
        vscode.l10n.t('In this text'),
        guesses.map((guess) => guessChoice(codebook, guess, person)),
      ),
      {
        label: vscode.l10n.t('$(dash) Leave blank'),
        description: vscode.l10n.t('not known, or nobody’s'),
        value: BLANK,
      },
      ...section(
        vscode.l10n.t('Codebook'),
        lastFirst(codebook.organisations, recent.ids('organisation')).map(organisationChoice),
      ),
    ],
    typed: (text) => newOrganisation(codebook, text, person),
  });
  return maybe(answer);
}

/** Asks which person speaks. */
export async function askPerson(
  codebook: Codebook,
  title: string,
  guesses: readonly ActorGuess[],
): Promise<MaybeChosen> {
  const answer = await ask<Chosen | typeof BLANK>({
    title,
    placeholder: vscode.l10n.t('Who says it? Type to find a person, or to add a new one'),
    choices: [
      ...section(
        vscode.l10n.t('In this text'),
        guesses.map((guess) => ({ label: guess.name, value: chosenPerson(codebook, guess) })),
      ),
      {
        label: vscode.l10n.t('$(dash) Leave blank'),
        description: vscode.l10n.t('no person is named'),
        value: BLANK,
      },
      ...section(vscode.l10n.t('Codebook'), codebook.people.map(personChoice)),
    ],
    typed: (text) => newPerson(codebook, text),
  });
  return maybe(answer);
}

/** The codebook entry of a guessed person, or a new one of that name. */
export function chosenPerson(codebook: Codebook, guess: ActorGuess): Chosen {
  if (guess.id !== null) return { id: guess.id, label: guess.name, addition: null };
  const id = idFor(guess.name, idsOf(codebook));
  const entry: Person = { id, name: guess.name, aliases: [], affiliations: [] };
  return { id, label: guess.name, addition: { kind: 'person', entry } };
}

/**
 * The codebook entry of a guessed organisation, or a new one of that name.
 * @param person who speaks for it: a new person may bear the same name, and then has the id already
 */
export function chosenOrganisation(
  codebook: Codebook,
  guess: ActorGuess,
  person: Chosen | null = null,
): Chosen {
  if (guess.id !== null) return { id: guess.id, label: guess.name, addition: null };
  const taken = idsOf(codebook);
  const id = idFor(guess.name, person ? new Set([...taken, person.id]) : taken);
  const entry: Organisation = { id, name: guess.name, aliases: [], type: null, parent: null };
  return { id, label: guess.name, addition: { kind: 'organisation', entry } };
}

function maybe(answer: Awaited<ReturnType<typeof ask<Chosen | typeof BLANK>>>): MaybeChosen {
  if (!answer || 'button' in answer) return undefined;
  return answer.value === BLANK ? null : answer.value;
}

function issueChoice(issue: Issue): Choice<Chosen> {
  return {
    label: issue.label,
    description: issue.id,
    value: { id: issue.id, label: issue.label, addition: null },
  };
}

function organisationChoice(organisation: Organisation): Choice<Chosen> {
  const value = { id: organisation.id, label: organisation.name, addition: null };
  return { label: organisation.name, description: organisation.aliases.join(', '), value };
}

function personChoice(person: Person): Choice<Chosen> {
  const value = { id: person.id, label: person.name, addition: null };
  return { label: person.name, description: person.affiliations.at(-1)?.role ?? '', value };
}

function guessChoice(codebook: Codebook, guess: ActorGuess, person: Chosen | null): Choice<Chosen> {
  const detail = guess.id === null ? vscode.l10n.t('new in the codebook') : '';
  return { label: guess.name, description: detail, value: chosenOrganisation(codebook, guess, person) };
}

function newIssue(codebook: Codebook, text: string): Choice<Chosen> {
  const id = idFor(text, idsOf(codebook));
  const entry: Issue = { id, label: text, definition: null };
  return {
    label: vscode.l10n.t('$(add) New issue: {0}', text),
    value: { id, label: text, addition: { kind: 'issue', entry } },
  };
}

function newOrganisation(codebook: Codebook, text: string, person: Chosen | null): Choice<Chosen> {
  const value = chosenOrganisation(codebook, { id: null, name: text }, person);
  return { label: vscode.l10n.t('$(add) New organisation: {0}', text), value };
}

function newPerson(codebook: Codebook, text: string): Choice<Chosen> {
  const value = chosenPerson(codebook, { id: null, name: text });
  return { label: vscode.l10n.t('$(add) New person: {0}', text), value };
}

function section<T>(label: string, choices: readonly Choice<T>[]): readonly Choice<T>[] {
  return choices.length === 0 ? [] : [heading<T>(label), ...choices];
}

function idsOf(codebook: Codebook): ReadonlySet<string> {
  const entries = [...codebook.issues, ...codebook.organisations, ...codebook.people, ...codebook.stances];
  return new Set(entries.map((entry) => entry.id));
}
