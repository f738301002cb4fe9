import { nameKey } from '../codebook/lookup.js';
import type { Project } from '../model/project.js';
import type { Problem } from '../problems/problem.js';
import type { Span } from '../text/span.js';
import { textOf } from '../yaml/pairs.js';
import { entryNodes, mapsOf, spanOf, valueOf } from './entryNodes.js';
import type { EntryNode } from './entryNodes.js';
import { parentsInCircle } from './hierarchy.js';
import { codebookOccurrences } from './symbols.js';
import { usedIds } from './use.js';

export type CodebookRegistryCode =
  'hierarchy-cycle' | 'name-claimed-twice' | 'affiliation-reversed' | 'never-used';

/**
 * What is wrong between the entries of a codebook that can be read:
 * - `hierarchy-cycle`: an organisation is part of itself (values: its id)
 * - `name-claimed-twice`: two actors are called the same (the name; the id of the other one)
 * - `affiliation-reversed`: it ends before it begins (its two dates)
 * - `never-used`: no statement and no other entry refers to it, though there are statements (its id)
 */
export function codebookProblems(project: Project): readonly Problem<CodebookRegistryCode>[] {
  const text = project.codebookText;
  if (text === null) return [];
  const nodes = entryNodes(text);
  return [
    ...circles(project, nodes),
    ...sharedNames(text),
    ...nodes.flatMap(reversedAffiliations),
    ...unused(project, text, nodes),
  ].sort((a, b) => a.span.start - b.span.start);
}

function circles(
  { codebook }: Project,
  nodes: readonly EntryNode[],
): readonly Problem<CodebookRegistryCode>[] {
  const inCircle = parentsInCircle(codebook);
  if (inCircle.size === 0) return [];
  return nodes.flatMap(({ kind, id, map }) => {
    const parent = kind === 'organisation' && inCircle.has(id) ? valueOf(map, 'parent') : null;
    return parent ? [problem('hierarchy-cycle', 'error', spanOf(parent), [id])] : [];
  });
}

function sharedNames(text: string): readonly Problem<CodebookRegistryCode>[] {
  const owners = new Map<string, { readonly id: string; readonly kind: string }>();
  const found: Problem<CodebookRegistryCode>[] = [];
  for (const { kind, id, role, span } of codebookOccurrences(text)) {
    if ((role !== 'name' && role !== 'alias') || kind === 'issue' || kind === 'stance') continue;
    const name = textIn(text, span);
    const key = nameKey(name);
    const owner = owners.get(key);
    if (!owner) owners.set(key, { id, kind });
    else if (owner.id !== id || owner.kind !== kind) {
      found.push(problem('name-claimed-twice', 'warning', span, [name, owner.id]));
    }
  }
  return found;
}

function reversedAffiliations({ kind, map }: EntryNode): readonly Problem<CodebookRegistryCode>[] {
  if (kind !== 'person') return [];
  return mapsOf(map, 'affiliations').flatMap((one) => {
    const end = valueOf(one, 'to');
    const [from, to] = [textOf(valueOf(one, 'from')), textOf(end)];
    const isReversed = end && from !== null && to !== null && date.test(from) && date.test(to) && to < from;
    return isReversed ? [problem('affiliation-reversed', 'error', spanOf(end), [from, to])] : [];
  });
}

function unused(
  project: Project,
  text: string,
  nodes: readonly EntryNode[],
): readonly Problem<CodebookRegistryCode>[] {
  const used = usedIds(project);
  if (used.statements === 0) return [];
  const referred = new Set(
    codebookOccurrences(text)
      .filter(({ role }) => role === 'parent' || role === 'affiliation')
      .map(({ id }) => id),
  );
  return nodes.flatMap(({ kind, id, map }) => {
    const isUsed =
      kind === 'stance' ||
      (kind === 'issue'
        ? used.issues.has(id)
        : used.actors.has(id) || (kind === 'organisation' && referred.has(id)));
    const node = valueOf(map, 'id');
    return isUsed || !node ? [] : [problem('never-used', 'hint', spanOf(node), [id])];
  });
}

/** A name as its entry has it, without the marks that YAML may put round it. */
function textIn(text: string, { start, end }: Span): string {
  const source = text.slice(start, end);
  return /^(["'])[^]*\1$/.test(source) ? source.slice(1, -1) : source;
}

const date = /^\d{4}-\d\d-\d\d$/;

function problem(
  code: CodebookRegistryCode,
  severity: Problem['severity'],
  span: Span,
  values: readonly string[],
): Problem<CodebookRegistryCode> {
  return { code, severity, span, values };
}
