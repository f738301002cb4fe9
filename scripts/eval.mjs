/**
 * npm run eval -- FOLDER [--scorer FILE] [--errors N]: analyses every gold file of a folder (*.jsonl) with the
 * command line and prints the scorer's table. The scorer is FOLDER/score.mjs unless another one is named; it is
 * called as `node SCORER GOLD PREDICTED` and prints one JSON object, then the errors if any are asked for.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, closeSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const [folder, ...rest] = process.argv.slice(2);
const option = (/** @type {string} */ name) => {
  const at = rest.indexOf(name);
  return at < 0 ? undefined : rest[at + 1];
};
const cli = path.join(root, 'dist', 'cli.js');
if (!folder) stop('usage: npm run eval -- FOLDER [--scorer FILE] [--errors N]');
if (!existsSync(cli)) stop('dist/cli.js is missing: npm run build');
const scorer = option('--scorer') ?? path.join(folder, 'score.mjs');
const gold = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort();
if (gold.length === 0) stop(`no gold files (*.jsonl) in ${folder}`);

const out = path.join(root, 'out', 'eval');
mkdirSync(out, { recursive: true });
/** @type {Map<string, Record<string, number | null>>} */
const results = new Map();
for (const name of gold) {
  const goldFile = path.resolve(folder, name);
  const predicted = path.join(out, name);
  const to = openSync(predicted, 'w');
  const run = spawnSync(process.execPath, [cli, 'analyse', '--jsonl', goldFile], {
    stdio: ['ignore', to, 'inherit'],
  });
  closeSync(to);
  if (run.status !== 0) stop(`analyse ended with status ${run.status} on ${name}`);
  const errors = option('--errors') ?? '0';
  const answer = execFileSync(process.execPath, [scorer, goldFile, predicted, '--errors', errors], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const end = answer.indexOf('\n}') + 2;
  results.set(name.replace(/\.jsonl$/, ''), JSON.parse(answer.slice(0, end)));
  process.stdout.write(answer.slice(end).trimStart());
}
printTable();

function printTable() {
  const names = [...results.keys()];
  const keys = Object.keys(results.get(names[0] ?? '') ?? {});
  const rows = [
    ['', ...names],
    ['---', ...names.map(() => '---:')],
  ];
  for (const key of keys) rows.push([key, ...names.map((name) => String(results.get(name)?.[key] ?? ''))]);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows)
    console.log(`| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(2);
}
