import type { Codebook, Person } from '../codebook/types.js';
import { evidenceOf } from '../model/evidence.js';
import type { Project } from '../model/project.js';
import type { PlacedStatement } from '../model/types.js';
import { Affiliations } from '../positions/affiliation.js';
import { Scale } from '../positions/scale.js';
import type { Problem } from '../problems/problem.js';
import { hasEntry, idIn, idKeys, kindOfId } from './symbols.js';
import type { IdKey } from './symbols.js';

export type StatementProblemCode =
  | 'unknown-actor'
  | 'unknown-issue'
  | 'unknown-stance'
  | 'no-organisation'
  | 'affiliation-missing'
  | 'opposite-stances';

/**
 * What is wrong between the statements of one sidecar and the codebook; nothing where there is no codebook:
 * - `unknown-actor`, `unknown-issue`, `unknown-stance`: the codebook has no such entry (values: the id; its key)
 * - `affiliation-missing`: the speaker's affiliations do not say for whom it is at the document's date (the
 *   speaker's name; the date)
 * - `no-organisation`: a statement on an issue that counts for no organisation
 * - `opposite-stances`: the organisation was for it and against it in one document, in its own words (its name)
 * @param statements those of one sidecar, in the order of the file
 */
export function statementProblems(
  project: Project,
  statements: readonly PlacedStatement[],
): readonly Problem<StatementProblemCode>[] {
  if (project.codebookText === null) return [];
  const rules = rulesOf(project.codebook);
  const found = statements.flatMap((placed) => [
    ...unknown(project.codebook, placed),
    ...whose(rules, placed),
  ]);
  return [...found, ...opposite(rules, statements)];
}

interface Rules {
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly affiliations: Affiliations;
  readonly scale: Scale;
}

const made = new WeakMap<Codebook, Rules>();

function rulesOf(codebook: Codebook): Rules {
  const known = made.get(codebook);
  if (known) return known;
  const rules = {
    people: new Map(codebook.people.map((person) => [person.id, person])),
    organisations: new Map(codebook.organisations.map(({ id, name }) => [id, name])),
    affiliations: new Affiliations(codebook),
    scale: new Scale(codebook.stances),
  };
  made.set(codebook, rules);
  return rules;
}

const codes: Readonly<Record<IdKey, StatementProblemCode>> = {
  speaker: 'unknown-actor',
  organisation: 'unknown-actor',
  claimed_by: 'unknown-actor',
  issue: 'unknown-issue',
  stance: 'unknown-stance',
};

function unknown(codebook: Codebook, { stored }: PlacedStatement): readonly Problem<StatementProblemCode>[] {
  return idKeys.flatMap((key) => {
    const id = idIn(stored.statement, key);
    if (id === null) return [];
    const kind = key === 'organisation' ? key : kindOfId(codebook, key, id);
    if (hasEntry(codebook, { kind, id })) return [];
    return [problem(codes[key], 'warning', stored, key, [id, key])];
  });
}

/** Whether it is known whose position a statement tells of. */
function whose(
  { people, affiliations }: Rules,
  placed: PlacedStatement,
): readonly Problem<StatementProblemCode>[] {
  const { stored, date } = placed;
  const { speaker, organisation, issue } = stored.statement;
  const person = speaker === null ? undefined : people.get(speaker);
  if (organisation !== null) {
    const isOver =
      person !== undefined && speaker !== null && !affiliations.stillSpeaksFor(speaker, organisation, date);
    return isOver && date !== null
      ? [problem('affiliation-missing', 'information', stored, 'speaker', [person.name, date])]
      : [];
  }
  if (issue === null || affiliations.organisationOf(evidenceOf(placed)) !== null) return [];
  if (person && person.affiliations.length > 0) {
    return [problem('affiliation-missing', 'warning', stored, 'speaker', [person.name, date ?? ''])];
  }
  const isUnknown = speaker !== null && !person;
  return isUnknown ? [] : [problem('no-organisation', 'information', stored, 'issue', [])];
}

function opposite(
  { organisations, affiliations, scale }: Rules,
  statements: readonly PlacedStatement[],
): readonly Problem<StatementProblemCode>[] {
  const sides = new Map<string, number>();
  return statements.flatMap((placed) => {
    const evidence = evidenceOf(placed);
    const { statement } = evidence;
    const organisation = affiliations.organisationOf(evidence);
    const sign = scale.signOf(evidence);
    if (organisation === null || statement.issue === null || sign === 0) return [];
    if (statement.basis === 'claimed') return [];
    const key = JSON.stringify([statement.document, organisation, statement.issue]);
    const before = sides.get(key) ?? sign;
    sides.set(key, sign);
    if (before === sign) return [];
    const name = organisations.get(organisation) ?? organisation;
    return [problem('opposite-stances', 'information', placed.stored, 'stance', [name])];
  });
}

function problem(
  code: StatementProblemCode,
  severity: Problem['severity'],
  { span, values: places }: PlacedStatement['stored'],
  key: IdKey,
  values: readonly string[],
): Problem<StatementProblemCode> {
  return { code, severity, span: places.get(key) ?? span, values };
}
