import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import type { SidecarOperation, Statement } from '../../../src/core/sidecar/types.js';
import { setUpMergeDriver } from '../../../src/node/git.js';
import { baseText, cleanCases, edited, trueConflicts } from './support/merge-cases.js';
import { hasGit, Repository } from './support/repository.js';
import { useTempFolder } from './support/temp-folder.js';

const name = 'texts/papers.corpus.stances.yaml';

describe('git merges of a sidecar that two coders share', () => {
  const at = useTempFolder();
  let folder = '';
  let repository: Repository;
  let program = '';
  const base = baseText();

  before(async function () {
    this.timeout(20_000);
    if (!hasGit()) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'standpoint-program-'));
    program = join(folder, 'cli.cjs');
    const entryPoints = ['src/cli/main.ts'];
    await build({
      entryPoints,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: program,
      logLevel: 'error',
    });
    // One for all: each merge begins with a commit of its base.
    repository = new Repository(join(folder, 'repository'));
    assert.deepEqual(await setUpMergeDriver(repository.root, [process.execPath, program]), { ok: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { name: what, ours, theirs } of cleanCases) {
    it(`clean: ${what}`, function () {
      this.timeout(20_000);
      assert.ok(repository.mergeVersions(name, base, edited(base, ours), edited(base, theirs)));
      assert.deepEqual(statementsIn(repository.read(name)), expected(base, ours, theirs));
      assert.equal(repository.git('status', '--porcelain'), '');
    });
    it(`the other way round: ${what}`, function () {
      this.timeout(20_000);
      assert.ok(repository.mergeVersions(name, base, edited(base, theirs), edited(base, ours)));
      assert.deepEqual(statementsIn(repository.read(name)), expected(base, ours, theirs));
    });
  }

  for (const { name: what, ours, theirs } of trueConflicts) {
    it(`a conflict, in YAML that can be read: ${what}`, function () {
      this.timeout(20_000);
      assert.equal(repository.mergeVersions(name, base, edited(base, ours), edited(base, theirs)), false);
      assert.match(repository.git('status', '--porcelain'), /^(UU|AA) /m);
      const text = repository.read(name);
      const file = readSidecar(text);
      assert.equal(file.statements.length, 200);
      assert.deepEqual(
        file.problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.match(text, /^ {2}conflict: /m);
      assert.doesNotMatch(text, /^(<<<<<<<|=======|>>>>>>>)/m);
    });
  }

  it('of a file that both made: all statements of both', function () {
    this.timeout(20_000);
    const [one, two] = [cleanCases[3]?.ours ?? [], cleanCases[3]?.theirs ?? []];
    const empty = 'standpoint: 1\n\nstatements:\n';
    assert.ok(repository.mergeVersions('b.corpus.stances.yaml', '', edited(empty, one), edited(empty, two)));
    assert.equal(readSidecar(repository.read('b.corpus.stances.yaml')).statements.length, 60);
  });

  it('of a file with errors: by lines, with markers where it must', function () {
    this.timeout(20_000);
    const broken = `${base}\ttab: 1\n`;
    const [ours, theirs] = [broken.replace('support', 'oppose'), broken.replace('support', 'mixed')];
    assert.equal(repository.mergeVersions(name, broken, ours, theirs), false);
    assert.match(
      repository.read(name),
      /^<<<<<<< ours\n.*oppose\n(.*\n)*=======\n.*mixed\n(.*\n)*>>>>>>> theirs$/m,
    );
    const end = `${broken}# theirs\n`;
    assert.ok(repository.mergeVersions(name, broken, ours, end));
    assert.equal(repository.read(name), `${ours}# theirs\n`);
  });

  it('says what is wrong with its arguments or files, and leaves the files', function () {
    this.timeout(20_000);
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [program, 'merge', ...args], { encoding: 'utf8' });
    assert.equal(run(at('a'), at('b')).status, 2);
    assert.equal(run(at('a'), at('b'), at('c'), at('d')).status, 2);
    assert.equal(run('--ours', at('a'), at('b'), at('c')).status, 2);
    const [base, ours, theirs] = [at('base'), at('ours'), at('theirs')];
    for (const path of [base, theirs]) writeFileSync(path, baseText());
    writeFileSync(ours, 'standpoint: 1\n', { mode: 0o444 });
    const refused = run(base, ours, theirs);
    assert.equal(refused.status, 0, 'nothing to write, since theirs is the base');
    writeFileSync(theirs, edited(baseText(), cleanCases[0]?.theirs ?? []));
    const closed = run(base, ours, theirs);
    assert.equal(closed.status, 1);
    assert.match(closed.stderr, /^standpoint merge: .*read-only/m);
    assert.equal(readFileSync(ours, 'utf8'), 'standpoint: 1\n');
  });

  it('of a file in another encoding: nothing is re-encoded', function () {
    this.timeout(20_000);
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    writeFileSync(at('base'), latin('caf\u00e9\nb\nc\nd\n'));
    writeFileSync(at('ours'), latin('caf\u00e9s\nb\nc\nd\n'));
    writeFileSync(at('theirs'), latin('caf\u00e9\nb\nc\nth\u00e9\n'));
    const { status } = spawnSync(process.execPath, [program, 'merge', at('base'), at('ours'), at('theirs')]);
    assert.equal(status, 0);
    assert.deepEqual(readFileSync(at('ours')), latin('caf\u00e9s\nb\nc\nth\u00e9\n'));
  });
});

/** What the file should say: all that both did, to the base. */
function expected(
  base: string,
  ours: readonly SidecarOperation[],
  theirs: readonly SidecarOperation[],
): ReadonlyMap<string, Statement> {
  const statements = new Map(statementsIn(base));
  for (const operation of [...ours, ...theirs]) {
    if (operation.kind === 'add') statements.set(operation.statement.id, operation.statement);
    else if (operation.kind === 'remove') statements.delete(operation.id);
    else {
      const old = statements.get(operation.id);
      if (old !== undefined) statements.set(operation.id, { ...old, ...operation.change });
    }
  }
  return new Map([...statements].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function statementsIn(text: string): ReadonlyMap<string, Statement> {
  const file = readSidecar(text);
  assert.ok(file.writable);
  assert.deepEqual(file.problems, []);
  const pairs = file.statements.map(({ statement }) => [statement.id, { ...statement }] as const);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
