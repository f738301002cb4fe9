import type { Pair } from '../yaml/pairs.js';
import type { Span } from '../text/span.js';
import { validator } from '../yaml/schema.js';
import type { SchemaFault } from '../yaml/schema.js';
import schema from '../../../media/schemas/sidecar.schema.json';
import { isConflictKey } from './keys.js';
import type { Basis, SidecarProblem, SidecarProblemCode, Statement } from './types.js';

/** What a block's keys say: a statement where there is one, and what is wrong. Offsets into the block. */
export interface StatementReading {
  readonly statement: Statement | null;
  readonly problems: readonly SidecarProblem[];
}

const validate = validator(schema.definitions.statement, schema);

/**
 * Makes a statement of the pairs of a block. Without an id, a document or a quote there is none; any other
 * value that cannot be used counts as absent and is reported.
 * @param at where the block's first key stands, for what is missing
 */
export function statementOf(pairs: readonly Pair[], at: Span): StatementReading {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  if (pairs.length === 1 && byKey.has('id')) {
    const id = byKey.get('id')?.text ?? '';
    return { statement: null, problems: [problem('botched-merge', 'error', at, [id])] };
  }
  const data = Object.create(null) as Record<string, unknown>;
  for (const pair of pairs) data[pair.key] = pair.data;
  const faults = validate(data);
  const problems = faults.filter(isFirstOfKey).map((fault) => problemOf(fault, byKey, at));
  for (const pair of pairs) {
    if (isConflictKey(pair.key))
      problems.push(problem('unsettled', 'warning', placeOf(pair, at), [pair.key]));
  }
  const text = (key: string): string | null => byKey.get(key)?.text ?? null;
  const id = text('id');
  const document = text('document');
  const quote = text('quote');
  if (id === null || id === '' || document === null || quote === null) return { statement: null, problems };
  const bad = new Set(faults.map((fault) => fault.path[0]));
  const span = bad.has('at') ? null : spanOf(byKey.get('at')?.data);
  if (span === null && byKey.has('at') && !bad.has('at')) {
    problems.push(problem('hint-ignored', 'information', placeOf(byKey.get('at'), at), ['at']));
  }
  const statement: Statement = {
    id,
    document,
    at: span,
    quote,
    prefix: text('prefix') ?? '',
    suffix: text('suffix') ?? '',
    speaker: text('speaker'),
    organisation: text('organisation'),
    issue: text('issue'),
    stance: text('stance'),
    basis: bad.has('basis') ? null : (text('basis') as Basis | null),
    claimedBy: text('claimed_by'),
    created: text('created'),
    note: text('note'),
  };
  return { statement, problems };
}

/** The schema checked that these are two whole numbers; it cannot say that they are in order. */
function spanOf(data: unknown): Span | null {
  if (!Array.isArray(data)) return null;
  const [start, end] = data as readonly number[];
  return start !== undefined && end !== undefined && start <= end ? { start, end } : null;
}

/** One problem a key: a list with ten bad numbers is one bad list. */
function isFirstOfKey(fault: SchemaFault, index: number, faults: readonly SchemaFault[]): boolean {
  return faults.findIndex((other) => other.path[0] === fault.path[0]) === index;
}

function problemOf(fault: SchemaFault, pairs: ReadonlyMap<string, Pair>, at: Span): SidecarProblem {
  const key = String(fault.path[0] ?? '');
  const pair = pairs.get(key);
  const span = placeOf(pair, at);
  if (key === 'at') return problem('hint-ignored', 'information', span, ['at']);
  if (key === 'id' && pair && pair.text !== null && pair.text !== '') {
    return problem('odd-id', 'warning', span, [pair.text.slice(0, 80)]);
  }
  const needed = key === 'id' || key === 'document' || key === 'quote';
  return problem('statement-invalid', needed ? 'error' : 'warning', span, [key, fault.rule]);
}

function placeOf(pair: Pair | undefined, at: Span): Span {
  return pair ? { start: pair.start, end: pair.end } : at;
}

function problem(
  code: SidecarProblemCode,
  severity: SidecarProblem['severity'],
  span: Span,
  values: readonly string[],
): SidecarProblem {
  return { code, severity, span, values };
}
