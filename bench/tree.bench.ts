import { performance } from 'node:perf_hooks';
import type { Addressing } from '../src/core/model/project.js';
import { Project } from '../src/core/model/project.js';
import type { Dimension } from '../src/core/positions/groups.js';
import type { Node } from '../src/editor/browsing/nodes.js';
import { NO_FILTER, parseFilter } from '../src/editor/browsing/filter.js';
import { Outlook, type Arrangement } from '../src/editor/browsing/outlook.js';

/*
 * How fast the tree of organisations opens and takes in one new statement: 10,000 organisations with
 * 100,000 statements, beside a plain loop over the same statements. Each row that the view would draw is
 * made, and what it shows is read. Ratios are of the same run; the best of several rounds counts, as
 * other programs share the machine; what happens once only is marked as cold.
 */

const ORGANISATIONS = 10_000;
const STATEMENTS = 100_000;
const FILES = 100;
const ROUNDS = 7;
const LEVELS: readonly (readonly Dimension[])[] = [
  ['organisation', 'issue'],
  ['issue', 'organisation'],
  ['stance', 'organisation'],
  ['document', 'speaker'],
];
const STANCES = ['support', 'mixed', 'neutral', 'oppose', 'unclear'];

let sink = 0;

function once(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function best(work: () => void, rounds = ROUNDS): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, once(work));
  return least;
}

/** Spreads numbers evenly, and the same in every run. */
function spread(seed: number, size: number): number {
  return Math.floor((((seed * 2_654_435_761) >>> 0) / 4_294_967_296) * size);
}

const addressing: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => address.slice(0, address.lastIndexOf('/') + 1) + name,
};

/** Organisations of which every fifth is a part of another, and thirty issues. */
function codebookText(): string {
  const issues = Array.from({ length: 30 }, (_, n) => `- {id: issue-${n}, label: Question number ${n}}`);
  const organisations = Array.from({ length: ORGANISATIONS }, (_, n) => {
    const parent = n % 5 === 4 ? `, parent: org-${n - 4}` : '';
    return `- {id: org-${n}, name: Association ${n} of Somewhere, type: kind ${n % 7}${parent}}`;
  });
  return `standpoint: 1\nissues:\n${issues.join('\n')}\norganisations:\n${organisations.join('\n')}\n`;
}

/** One statement as it stands in a sidecar; it says where its words are, in the document of its number. */
function block(n: number): string {
  return `- id: s${String(n).padStart(9, '0')}
  document: d${n % 100}
  quote: "We said so in paper ${n}"
  prefix: ""
  suffix: ""
  organisation: org-${spread(n, ORGANISATIONS)}
  issue: issue-${spread(n * 31, 30)}
  stance: ${STANCES[spread(n * 17, 5)] ?? ''}
`;
}

function fill(project: Project): void {
  project.setCodebook(codebookText());
  const perFile = STATEMENTS / FILES;
  for (let file = 0; file < FILES; file += 1) {
    const numbers = Array.from({ length: perFile }, (_, index) => file * perFile + index);
    const documents = Array.from({ length: 100 }, (_, document) => {
      const own = numbers.filter((n) => n % 100 === document).map((n) => `“We said so in paper ${n}.”`);
      const day = `20${10 + (file % 15)}-0${1 + (document % 9)}-1${document % 10}`;
      return `=== d${document}\ntitle: Paper ${document}\ndate: ${day}\n\n${own.join('\n\n')}\n`;
    });
    project.setCorpus(`f/${file}.corpus`, documents.join('\n'));
    project.setSidecar(`f/${file}.corpus.stances.yaml`, sidecar(numbers.map(block)));
  }
}

function sidecar(blocks: readonly string[]): string {
  return `standpoint: 1\n\nstatements:\n\n${blocks.join('\n')}`;
}

/** Reads what a row shows, as drawing it does. */
function draw(node: Node): void {
  if (node.kind === 'branch') {
    sink += node.group.total + node.positions.length;
    for (const { changes, contradictions } of node.positions) sink += changes.length + contradictions.length;
    sink += (node.position?.history.length ?? 0) + (node.rolledUp?.statements ?? 0);
  } else if (node.kind === 'statement') sink += node.marks.length;
}

function open(project: Project, arrangement: Arrangement): Outlook {
  const outlook = new Outlook(project, arrangement, new Map());
  outlook.roots.forEach(draw);
  return outlook;
}

const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const shown = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

const project = new Project('f/', addressing);
const reading = once(() => project.batch(() => fill(project)));
const plain = best(() => {
  for (const { stored, date } of project.statements()) {
    sink +=
      stored.statement.quote.length + (stored.statement.organisation?.length ?? 0) + (date?.length ?? 0);
  }
});
const report = (what: string, ms: number): void => row([what, shown(ms), `${shown(ms / plain)} : 1`]);
const arranged = (dimensions: readonly Dimension[], text = ''): Arrangement => ({
  dimensions,
  sort: 'name',
  filter: text === '' ? NO_FILTER : parseFilter(text),
});

console.log(
  `${project.statements().length} statements of ${ORGANISATIONS} organisations; reading the files took ${shown(reading)} ms\n`,
);
row(['what', 'ms', 'beside a plain loop']);
row(['---', '---:', '---:']);
report('a plain loop over the statements', plain);
LEVELS.forEach((dimensions, index) => {
  const name = dimensions.join(', ');
  if (index === 0)
    report(
      `open by ${name}, cold`,
      once(() => open(project, arranged(dimensions))),
    );
  report(
    `open by ${name}`,
    best(() => open(project, arranged(dimensions))),
  );
});
for (const sort of ['count', 'latest', 'contested'] as const) {
  report(
    `open sorted by ${sort}`,
    best(() => open(project, { ...arranged(['organisation', 'issue']), sort })),
  );
}
report(
  'open filtered by words',
  best(() => open(project, arranged(['organisation', 'issue'], 'paper 77'))),
);
report(
  'open filtered by type',
  best(() => open(project, arranged(['organisation', 'issue'], 'type:kind%203'))),
);

/* One new statement of an organisation that is there, in the first file; then it is taken away again. */
const address = 'f/0.corpus.stances.yaml';
const perFile = Array.from({ length: STATEMENTS / FILES }, (_, n) => n);
for (const dimensions of LEVELS.slice(0, 3)) {
  const outlook = open(project, arranged(dimensions));
  const before = { model: Infinity, tree: Infinity };
  let fired = 0;
  for (let round = 0; round < ROUNDS * 2; round += 1) {
    const more =
      round % 2 === 0
        ? [
            block(STATEMENTS)
              .replace(/org-\d+/, 'org-0')
              .replace('paper 100000', 'paper 0'),
          ]
        : [];
    const text = sidecar([...perFile.map(block), ...more]);
    before.model = Math.min(
      before.model,
      once(() => project.setSidecar(address, text)),
    );
    const old = outlook.roots;
    const time = once(() => {
      outlook.take();
      const changed = outlook.roots.filter((now, index) => {
        const was = old[index];
        return was === undefined || was.id !== now.id || outlook.hasChanged(was, now);
      });
      changed.forEach(draw);
      for (const one of changed) if (one.kind === 'branch') outlook.childrenOf(one).forEach(draw);
      fired = changed.length;
    });
    before.tree = Math.min(before.tree, time);
  }
  report(`one new statement by ${dimensions.join(', ')}: ${fired} row drawn anew`, before.tree);
  if (dimensions === LEVELS[0]) report('(the model takes the sidecar with it)', before.model);
}
console.log(`\n(${sink % 10})`);
