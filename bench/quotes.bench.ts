import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import nlp from 'compromise';
import { findNameRuns } from '../src/core/actors/runs.js';
import { lexiconFor } from '../src/core/language/index.js';
import { analyseDocument } from '../src/core/quotes/analyse.js';
import { cueTable } from '../src/core/quotes/cue-table.js';
import { findCues } from '../src/core/quotes/cues.js';
import { buildFrame } from '../src/core/quotes/frame.js';
import { findMarked } from '../src/core/quotes/marks.js';
import { paragraphStarts } from '../src/core/quotes/paragraphs.js';
import { findReported } from '../src/core/quotes/reported.js';
import { collectSpeech } from '../src/core/quotes/speech.js';
import { tokenise } from '../src/core/quotes/tokens.js';
import { makeNews } from './quotes/news.js';

/*
 * How fast quotes are found and attributed: the whole analysis cold and warm beside a plain loop over the
 * same characters and beside compromise's quotations, the time of each stage, and hostile input.
 * Ratios are of the same run; the best of several rounds counts, as other programs share the machine.
 * Cold is the first pass over all documents in a fresh process, for the plain loop too.
 */

const ROUNDS = 15;
const PROCESSES = 9;
const documents = makeNews(600);
const characters = documents.reduce((sum, text) => sum + text.length, 0);
let sink = 0;

function once(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function best(work: () => void, rounds = ROUNDS): number {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) least = Math.min(least, once(work));
  return least;
}

const rate = (ms: number, size = characters): number => size / 1000 / ms;
const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

function loop(): void {
  for (const text of documents) for (let at = 0; at < text.length; at++) sink += text.charCodeAt(at);
}

/** What a fresh process is asked to time instead of running all this; see `coldest`. */
const COLD = { analysis: () => documents.forEach((text) => void analyseDocument(text)), loop };
const asked = process.argv[2];
if (asked === 'analysis' || asked === 'loop') {
  console.log(once(COLD[asked]));
  process.exit(0);
}

/** The first pass in a process that has run nothing yet, the best of several processes, in ms. */
function coldest(what: keyof typeof COLD): number {
  const runs = Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(process.execPath, [process.argv[1] ?? '', what], { encoding: 'utf8' })),
  );
  return Math.min(...runs);
}

const cold = coldest('analysis');
const coldPlain = coldest('loop');
const warm = best(() => documents.forEach((text) => void analyseDocument(text)));
const plain = best(loop);
const few = documents.slice(0, 30);
const fewCharacters = few.reduce((sum, text) => sum + text.length, 0);
const theirs = best(() => few.forEach((text) => (sink += nlp(text).quotations().length)), 2);
const perCharacter = theirs / fewCharacters / (warm / characters);

console.log(
  `${(characters / 1e6).toFixed(2)} MB of news in ${documents.length} documents, best of ${ROUNDS}\n`,
);
row(['what', 'MB/s', 'beside a plain loop', 'beside compromise']);
row(['---', '---:', '---:', '---:']);
row(['analysis, cold (first pass)', shown(rate(cold)), `1 / ${shown(cold / coldPlain)} (cold)`, '']);
row([
  'analysis, warm',
  shown(rate(warm)),
  `1 / ${shown(warm / plain)}`,
  `${shown(perCharacter)} times as fast`,
]);
row(['plain loop, cold', shown(rate(coldPlain)), '1', '']);
row(['plain loop, warm', shown(rate(plain)), '1', '']);
row(['compromise, quotations', shown(rate(theirs, fewCharacters)), '', '1']);

const lexicon = lexiconFor('en');
const tokens = documents.map((text) => tokenise(text, lexicon));
const paragraphs = tokens.map((one) => paragraphStarts(one));
const marked = tokens.map((one, index) => findMarked(one, paragraphs[index] ?? new Int32Array(), false));
const frames = tokens.map((one, index) =>
  buildFrame(one, paragraphs[index] ?? new Int32Array(), marked[index] ?? []),
);
const named = frames.map((frame) => ({ ...frame, runs: runsOf(frame) }));
const tables = named.map((frame) => cueTable(frame, findCues(frame)));
const reported = named.map((frame, index) => findReported(frame, tables[index] ?? cueTable(frame, [])));

function runsOf(frame: (typeof frames)[number]): ReturnType<typeof findNameRuns> {
  return findNameRuns(frame.tokens, (token) => frame.sentences[frame.sentenceAt[token] ?? 0] === token);
}

const stages: readonly (readonly [string, () => void])[] = [
  ['tokens', () => documents.forEach((text) => void tokenise(text, lexicon))],
  ['paragraphs', () => tokens.forEach((one) => void paragraphStarts(one))],
  [
    'marks',
    () => tokens.forEach((one, at) => void findMarked(one, paragraphs[at] ?? new Int32Array(), false)),
  ],
  [
    'frame',
    () =>
      tokens.forEach((one, at) => void buildFrame(one, paragraphs[at] ?? new Int32Array(), marked[at] ?? [])),
  ],
  ['names', () => frames.forEach((frame) => void runsOf(frame))],
  ['cues and subjects', () => named.forEach((frame) => void cueTable(frame, findCues(frame)))],
  [
    'reported speech',
    () => named.forEach((frame, at) => void findReported(frame, tables[at] ?? cueTable(frame, []))),
  ],
  [
    'attribution',
    () =>
      named.forEach(
        (frame, at) => void collectSpeech(frame, tables[at] ?? cueTable(frame, []), reported[at] ?? []),
      ),
  ],
];
console.log('');
row(['stage', 'ms for a MB', 'share of the analysis']);
row(['---', '---:', '---:']);
let known = 0;
for (const [name, work] of stages) {
  const ms = best(work);
  known += ms;
  row([name, shown((ms / characters) * 1e6), `${shown((ms / warm) * 100)} %`]);
}
row([
  'actors and the rest',
  shown(((warm - known) / characters) * 1e6),
  `${shown((1 - known / warm) * 100)} %`,
]);

const MEGABYTE = 1 << 20;
const hostile: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '“'],
  ['said', 'said '],
  ['he said', 'he said '],
  ['capitals', 'Reed '],
  ['"a" said X,', '"a" said X, '],
  ['Reed and said', 'Reed and said '],
  ['It said "aaa".', 'It said "aaa". '],
];
console.log('');
row(['hostile input', 'ms for a quarter MB', 'ms for a MB', 'growth (4 is linear)']);
row(['---', '---:', '---:', '---:']);
for (const [name, unit] of hostile) {
  const large = unit.repeat(MEGABYTE / unit.length);
  const small = large.slice(0, MEGABYTE / 4);
  const first = best(() => void analyseDocument(small), 2);
  const second = best(() => void analyseDocument(large), 1);
  row([name, shown(first), shown(second), shown(second / first)]);
}
if (sink < 0) console.log(sink);
