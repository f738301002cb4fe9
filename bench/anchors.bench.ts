import { describePlaces } from '../src/core/anchors/describe.js';
import { locateElsewhere } from '../src/core/anchors/elsewhere.js';
import { locateAll, locateInSlices } from '../src/core/anchors/locate.js';
import type { Anchor, Place } from '../src/core/anchors/types.js';
import { makeCorpus, makeMarks, type Mark } from './anchors/corpus.js';
import { describeAsHypothesis, locateAsHypothesis } from './anchors/others.js';
import { File } from './anchors/file.js';
import { Random } from './anchors/random.js';
import { SCENARIOS, type Scenario } from './anchors/scenarios.js';
import { Tally } from './anchors/tally.js';
import type { Tracked } from './anchors/tracked.js';

/*
 * How many annotations find their words again when the corpus changes behind them: ours beside plain
 * offsets and the algorithm of the Hypothesis client. Truth is tracked character by character.
 *   npm run bench:anchors             Hypothesis over the whole file on every tenth annotation
 *   npm run bench:anchors -- --full   on all of them (minutes)
 *   npm run bench:anchors -- --seed 7 another corpus
 */

const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const SEED = seedAt === -1 ? 20261121 : Number(args[seedAt + 1]);
const STEP = args.includes('--full') ? 1 : 10;
const ANNOTATIONS = 1000;
const documents = makeCorpus(SEED);
const marks = makeMarks(SEED + 1, documents, ANNOTATIONS);
const anchors = describeAll(documents, marks);

console.log(
  `${(documents.join('').length / 1e6).toFixed(2)} MB, ${documents.length} documents, ${marks.length} annotations, seed ${SEED}\n` +
    'right: attached to its words; suggested: a person confirms; wrong: attached in silence to something else\n' +
    `Hypothesis over the whole file: ${STEP === 1 ? 'all' : `every ${STEP}th annotation, scaled up`}\n`,
);
const columns =
  'change to the corpus | ours: right | suggested | wrong | lost | ms | offsets: right | wrong | ' +
  'Hypothesis, whole file: right | wrong | s | Hypothesis, own document: right | wrong';
console.log(`| ${columns} |\n|${' --- |'.repeat(columns.split('|').length)}`);
for (const scenario of SCENARIOS) console.log(`| ${row(scenario).join(' | ')} |`);
console.log('');
measureSpeed();

function row(scenario: Scenario): string[] {
  const random = new Random(SEED + 2);
  const byDocument = marksByDocument(marks);
  const after = documents.map((text, index) => {
    const own = (byDocument.get(index) ?? []).map((at) => marks[at] as Mark);
    return scenario.change(text, own, random);
  });
  const order = documents.map((_, index) => index);
  const file = new File(documents, order);
  const changedFile = new File(
    after.map((one) => one?.text ?? ''),
    scenario.reorder ? new Random(SEED + 3).shuffled(order) : order,
  );

  const ours = new Tally();
  for (const [index, found] of byDocument) {
    const changed = after[index] ?? null;
    const places =
      changed &&
      locateAll(
        changed.text,
        found.map((at) => anchors[at] as Anchor),
      );
    found.forEach((at, nth) => {
      const place: Place = places?.[nth] ?? { outcome: 'lost' };
      const mark = marks[at] as Mark;
      const isSure = place.outcome === 'located';
      if (isSure && scenario.mustAsk && changed && isOther(mark, changed)) ours.counts.wrong += 1;
      else ours.count(mark, changed, place.outcome === 'lost' ? null : place.span, isSure);
    });
  }
  const oursTook = ours.milliseconds;

  const offsets = new Tally();
  const wholeFile = new Tally();
  let wholeFileTook = 0;
  const ownDocument = new Tally();
  marks.forEach((mark, index) => {
    const changed = after[mark.document] ?? null;
    const text = documents[mark.document] ?? '';
    const place = {
      start: file.startOf(mark.document) + mark.start,
      end: file.startOf(mark.document) + mark.end,
    };
    offsets.count(mark, changed, changedFile.inDocument(mark.document, place), true);
    const inDocument = changed && locateAsHypothesis(changed.text, describeAsHypothesis(text, mark));
    ownDocument.count(mark, changed, inDocument, true);
    if (index % STEP !== 0) return;
    const began = performance.now();
    const inFile = locateAsHypothesis(changedFile.text, describeAsHypothesis(file.text, place));
    wholeFileTook += performance.now() - began;
    wholeFile.count(mark, changed, inFile && changedFile.inDocument(mark.document, inFile), true);
  });
  const { right, suggested, wrong, lost } = ours.counts;
  return [
    scenario.name,
    ...[right, suggested, `**${wrong}**`, lost, Math.round(oursTook)].map(String),
    String(offsets.counts.right),
    String(offsets.counts.wrong),
    wholeFile.scaled('right', STEP),
    wholeFile.scaled('wrong', STEP),
    ((wholeFileTook * STEP) / 1000).toFixed(1),
    String(ownDocument.counts.right),
    String(ownDocument.counts.wrong),
  ];
}

/** Whether the words of a mark are no longer the same. */
function isOther(mark: Mark, changed: Tracked): boolean {
  const start = changed.origin.findIndex((origin) => origin >= mark.start && origin < mark.end);
  const quote = documents[mark.document]?.slice(mark.start, mark.end) ?? '';
  return !changed.text.startsWith(quote, start);
}

/** Ten thousand annotations that must all be searched for, over ten megabytes. */
function measureSpeed(): void {
  const many = makeCorpus(SEED + 4, documents.length * 10);
  const manyMarks = makeMarks(SEED + 5, many, ANNOTATIONS * 10);
  const manyAnchors = describeAll(many, manyMarks);
  const random = new Random(SEED + 6);
  const noise = SCENARIOS.find(({ name }) => name.startsWith('noise in 10'));
  const noisy = many.map((text) => noise?.change(text, [], random)?.text ?? text);
  const size = `${ANNOTATIONS * 10} annotations, ${(many.join('').length / 1e6).toFixed(1)} MB`;
  const byDocument = [...marksByDocument(manyMarks)];
  const perDocument = byDocument.map(([document, found]) => ({
    text: noisy[document] ?? '',
    anchors: found.map((at) => manyAnchors[at] as Anchor),
  }));
  const whole = noisy.join('');
  report(`${size}, 10 % noise, ${many.length} documents`, perDocument);
  report(`${size}, 10 % noise, one document`, [{ text: whole, anchors: manyAnchors }]);
  const foreign = makeCorpus(SEED + 7, documents.length * 10).join('');
  report(`${size}, nothing to be found, one document`, [{ text: foreign, anchors: manyAnchors }]);
  report(
    `${size}, unchanged, ${many.length} documents`,
    perDocument.map((one, nth) => ({ ...one, text: many[byDocument[nth]?.[0] ?? 0] ?? '' })),
  );

  const gone = manyAnchors.filter((_, index) => index % 500 === 0);
  const texts = new Map(documents.map((text, index) => [String(index), text]));
  const began = performance.now();
  const found = anchors.slice(0, 20).filter((anchor) => locateElsewhere(texts, anchor).length > 0).length;
  console.log(
    `search for 20 annotations in all ${documents.length} documents: ${found} found, ${Math.round((performance.now() - began) / 20)} ms each`,
  );
  console.log(
    `the same for ${gone.length} of another corpus: ${gone.filter((anchor) => locateElsewhere(texts, anchor).length > 0).length} suggested`,
  );
}

function report(name: string, work: readonly { text: string; anchors: readonly Anchor[] }[]): void {
  const began = performance.now();
  const usedBefore = process.cpuUsage();
  let slices = 0;
  let longest = 0;
  const outcomes = { located: 0, suggested: 0, lost: 0 };
  for (const { text, anchors: own } of work) {
    const steps = locateInSlices(text, own);
    for (;;) {
      const before = performance.now();
      const used = process.cpuUsage();
      const step = steps.next();
      const { user, system } = process.cpuUsage(used);
      // Others' work on the machine is not ours: the shorter of the clock and the processor's time counts.
      longest = Math.max(longest, Math.min(performance.now() - before, (user + system) / 1000));
      slices += 1;
      if (step.done !== true) continue;
      for (const { outcome } of step.value) outcomes[outcome] += 1;
      break;
    }
  }
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(usedBefore);
  const processor = ((user + system) / 1e6).toFixed(1);
  console.log(
    `${name}: ${took} s (${processor} s of processor time) in ${slices} slices, longest ${longest.toFixed(1)} ms; ${JSON.stringify(outcomes)}`,
  );
}

function describeAll(texts: readonly string[], all: readonly Mark[]): readonly Anchor[] {
  const found: Anchor[] = [];
  for (const [document, own] of marksByDocument(all)) {
    const described = describePlaces(
      texts[document] ?? '',
      own.map((at) => all[at] as Mark),
    );
    own.forEach((at, nth) => (found[at] = described[nth] as Anchor));
  }
  return found;
}

/** The indices of the marks of each document. */
function marksByDocument(all: readonly Mark[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  all.forEach(({ document }, index) => found.set(document, [...(found.get(document) ?? []), index]));
  return found;
}
