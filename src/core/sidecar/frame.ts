import { isMap, isSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import type { Span } from '../text/span.js';
import { shift } from '../text/span.js';
import { dataOf, pairsOf } from '../yaml/pairs.js';
import type { Pair } from '../yaml/pairs.js';
import { parseYaml } from '../yaml/parse.js';
import { validator } from '../yaml/schema.js';
import type { Schema } from '../yaml/schema.js';
import schema from '../../../media/schemas/sidecar.schema.json';
import { limits } from './keys.js';
import type { Layout } from './layout.js';
import type { SidecarProblem, SidecarProblemCode } from './types.js';

/** What a file says around its list of statements. Offsets into the file. */
export interface Frame {
  readonly coder: string | null;
  /** The top-level keys and their values, in file order. */
  readonly pairs: readonly Pair[];
  readonly problems: readonly SidecarProblem[];
  readonly writable: boolean;
  /** The pairs of each entry, where the list is one that we read but do not lay out so (`[{id: …}]`). */
  readonly entries: readonly { readonly span: Span; readonly pairs: readonly Pair[] }[];
}

/** The top level without the statements, which are looked at one by one. */
const topLevel: Schema = {
  ...(schema as Schema),
  properties: { ...(schema.properties as Schema['properties']), statements: { type: ['array', 'null'] } },
};
const validate = validator(topLevel);

/** Reads the text before and behind the list, as one. */
export function readFrame(text: string, layout: Layout): Frame {
  const head = layout.list === null ? text.length : layout.list.end;
  const gap = layout.list === null ? 0 : layout.tail - head;
  const frame = layout.list === null ? text : text.slice(0, head) + text.slice(layout.tail);
  const place = (span: Span): Span => (span.start >= head ? shift(span, gap) : span);
  if (frame.length > limits.entry)
    return unreadable('too-large', { start: 0, end: Math.min(1, text.length) });
  const { root, faults } = parseYaml(frame);
  if (faults.length > 0) {
    const problems = faults.map((fault): SidecarProblem => {
      const code =
        fault.code === 'syntax' || fault.code === 'alias' || fault.code === 'nesting' ? 'yaml' : fault.code;
      return { code, severity: 'error', span: place(fault.span), values: [fault.detail] };
    });
    return { coder: null, pairs: [], problems, writable: false, entries: [] };
  }
  if (root === null) return { coder: null, pairs: [], problems: [], writable: true, entries: [] };
  if (!isMap(root)) return unreadable('not-a-map', place(spanOf(root)));
  const pairs = pairsOf(root);
  const placed = (pair: Pair): Pair => ({
    ...pair,
    keyStart: place({ start: pair.keyStart, end: pair.keyStart }).start,
    ...place({ start: pair.start, end: pair.end }),
  });
  const problems: SidecarProblem[] = validate(dataOf(root)).map((fault) => {
    const key = String(fault.path[0]);
    const pair = pairs.find((one) => one.key === key);
    const span = place(pair ? { start: pair.start, end: pair.end } : spanOf(root));
    if (key === 'standpoint') return found('unsupported-version', 'warning', span, [pair?.text ?? '']);
    if (key === 'statements') return found('statements-not-a-list', 'error', span, []);
    return found('statement-invalid', 'warning', span, [key, fault.rule]);
  });
  const list = pairs.find((pair) => pair.key === 'statements');
  // A list that goes on in another column, behind the entries that we found, is not laid out as ours.
  const goesOn = layout.blocks.length > 0 && list?.data !== null;
  const ours = list === undefined || (layout.list !== null && !goesOn);
  if (
    problems.every((problem) => problem.code !== 'statements-not-a-list') &&
    (!ours || root.flow === true)
  ) {
    const span = list ? { start: list.keyStart, end: list.keyStart + 'statements'.length } : spanOf(root);
    problems.push(found('layout', 'error', place(span), []));
  }
  return {
    coder: pairs.find((pair) => pair.key === 'coder')?.text ?? null,
    pairs: pairs.map(placed),
    problems,
    writable: problems.every((problem) => problem.severity !== 'error'),
    entries: ours ? [] : entriesOf(root.get('statements', true), place, placed),
  };
}

function entriesOf(
  list: unknown,
  place: (span: Span) => Span,
  placed: (pair: Pair) => Pair,
): Frame['entries'] {
  if (!isSeq<ParsedNode>(list)) return [];
  return list.items.map((item) => ({
    span: place(spanOf(item)),
    pairs: isMap(item) ? pairsOf(item).map(placed) : [],
  }));
}

function unreadable(code: SidecarProblemCode, span: Span): Frame {
  return { coder: null, pairs: [], problems: [found(code, 'error', span, [])], writable: false, entries: [] };
}

function found(
  code: SidecarProblemCode,
  severity: SidecarProblem['severity'],
  span: Span,
  values: readonly string[],
): SidecarProblem {
  return { code, severity, span, values };
}

function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}
