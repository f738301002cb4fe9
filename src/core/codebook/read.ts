import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import schema from '../../../media/schemas/codebook.schema.json';
import { conflictMarkers, damageAt } from '../sidecar/damage.js';
import type { Span } from '../text/span.js';
import { dataOf, textOf, textsOf } from '../yaml/pairs.js';
import { parseYaml, plainLineEnds } from '../yaml/parse.js';
import { validator } from '../yaml/schema.js';
import type { SchemaFault } from '../yaml/schema.js';
import { issueOf, organisationOf, personOf, stanceOf } from './entries.js';
import type { Raw } from './entries.js';
import { checkReferences } from './references.js';
import { emptyCodebook, defaultScale } from './scale.js';
import { largest, placeKey } from './sections.js';
import type { Section } from './sections.js';
import type { Codebook, CodebookFile, CodebookProblem, CodebookProblemCode } from './types.js';

const validate = validator(schema);

/**
 * Reads a codebook as far as it is valid. Never throws. An empty text is a codebook with the default scale,
 * and so is one without stances. Values of a wrong type count as absent and are reported. `writable` is false
 * where the file is no YAML that other programs could read.
 */
export function readCodebook(text: string): CodebookFile {
  if (text.length > largest) return unreadable('too-large', { start: 0, end: 1 });
  const { root, faults } = parseYaml(plainLineEnds(text));
  const markers = conflictMarkers(text);
  const damage = damageAt(text);
  const broken: CodebookProblem[] =
    markers.length > 0
      ? markers.map((span) => problem('conflict-markers', 'error', span, []))
      : faults.map((fault) => problem('yaml', 'error', fault.span, [fault.detail]));
  if (damage !== -1) broken.push(problem('yaml', 'error', { start: damage, end: damage + 1 }, ['encoding']));
  if (root !== null && !isMap(root)) {
    broken.push(problem('not-a-map', 'error', spanOf(root), []));
    return { codebook: emptyCodebook, problems: broken, writable: false, places: new Map() };
  }
  if (root === null)
    return { codebook: emptyCodebook, problems: broken, writable: broken.length === 0, places: new Map() };
  const reading = new Reading(root);
  const problems = [...broken, ...(markers.length > 0 ? [] : reading.problems)];
  problems.sort((a, b) => a.span.start - b.span.start);
  return { codebook: reading.codebook, problems, writable: broken.length === 0, places: reading.places };
}

/** One pass over the sections of a codebook. */
class Reading {
  readonly problems: CodebookProblem[] = [];
  readonly places = new Map<string, Span>();
  readonly codebook: Codebook;

  constructor(private readonly root: YAMLMap.Parsed) {
    for (const fault of validate(dataOf(root))) this.problems.push(this.problemOf(fault));
    const stances = this.entries('stances', stanceOf);
    this.codebook = {
      stances: stances.length === 0 ? defaultScale : stances,
      issues: this.entries('issues', issueOf),
      organisations: this.entries('organisations', organisationOf),
      people: this.entries('people', personOf),
    };
    this.problems.push(...checkReferences(this.codebook, this.places, this.root));
  }

  /** Entries with an id of their own; of two with the same id the first counts. */
  private entries<T>(section: Section, make: (raw: Raw, id: string) => T): readonly T[] {
    const list = this.root.get(section, true);
    if (!isSeq<ParsedNode>(list)) return [];
    return list.items.flatMap((item) => {
      if (!isMap(item)) return [];
      const node = item.get('id', true) as ParsedNode | undefined;
      const id = node ? textOf(node) : null;
      if (!node || id === null || id === '') return [];
      const key = placeKey(section, id);
      if (this.places.has(key)) {
        this.problems.push(problem('duplicate-id', 'error', spanOf(node), [id]));
        return [];
      }
      this.places.set(key, spanOf(node));
      return [make(textsOf(item) as Raw, id)];
    });
  }

  private problemOf(fault: SchemaFault): CodebookProblem {
    const key = String(fault.path.at(-1) ?? '');
    const span = nodeAt(this.root, fault.path);
    if (fault.path[0] === 'standpoint') return problem('unsupported-version', 'warning', span, [key]);
    if (fault.rule === 'required' || (key === 'id' && fault.path.length === 3)) {
      return problem('missing-id', 'error', span, [key]);
    }
    const isDate = key === 'from' || key === 'to';
    return problem(isDate ? 'invalid-date' : 'wrong-type', 'warning', span, [key]);
  }
}

/** The place of what a path leads to, or of the last thing on it that is there. */
function nodeAt(root: YAMLMap.Parsed, path: readonly (string | number)[]): Span {
  let node: ParsedNode = root;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : null;
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) break;
    node = next as ParsedNode;
  }
  return spanOf(node);
}

function spanOf(node: ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}

function unreadable(code: CodebookProblemCode, span: Span): CodebookFile {
  return {
    codebook: emptyCodebook,
    problems: [problem(code, 'error', span, [])],
    writable: false,
    places: new Map(),
  };
}

function problem(
  code: CodebookProblemCode,
  severity: CodebookProblem['severity'],
  span: Span,
  values: readonly string[],
): CodebookProblem {
  return { code, severity, span, values };
}
