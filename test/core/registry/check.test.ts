import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sarifOf } from '../../../src/cli/sarif.js';
import { runCli } from '../cli/streams.js';
import { CODEBOOK, sidecar, TEXT } from './project.js';

/** As much of a SARIF log as is looked at. */
interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly [
        {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
          };
        },
      ];
    }[];
  }[];
}

describe('standpoint check: the codebook and the statements', function () {
  this.timeout(30_000);
  let folder = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-registry-'));
    await writeFile(join(folder, 'standpoint.yaml'), CODEBOOK);
    await writeFile(join(folder, 'ferries.corpus'), TEXT);
    const rows = [{ id: 'saaaaaaaaa', fields: { organisation: 'nobody', issue: 'fares' } }];
    await writeFile(join(folder, 'ferries.corpus.stances.yaml'), sidecar(rows));
  });
  after(() => rm(folder, { recursive: true }));

  it('prints what the editor tells, and succeeds where nothing is an error', async () => {
    const { status, out } = await runCli(['check', folder]);
    assert.equal(status, 0);
    assert.match(
      out,
      /stances\.yaml:10:17: warning: The codebook has no organisation “nobody”\. \(unknown-actor\)/,
    );
    assert.match(out, /standpoint\.yaml:\d+:\d+: hint: No statement refers to “prices”\. \(never-used\)/);
  });

  it('takes levels for a pipeline', async () => {
    const args = ['check', '--problem=unknown-actor=error', '--problem=never-used=off', folder];
    const { status, out } = await runCli(args);
    assert.equal(status, 1);
    assert.match(out, /error: The codebook has no organisation/);
    assert.doesNotMatch(out, /never-used/);
    assert.equal((await runCli(['check', '--problem=unknown-actor=loud', folder])).status, 2);
  });

  it('writes a SARIF log with a rule, a level and the words for each problem', async () => {
    const { status, out } = await runCli(['check', '--format', 'sarif', folder]);
    assert.equal(status, 0);
    const log = JSON.parse(out) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run);
    const { rules } = run.tool.driver;
    assert.deepEqual(
      run.results.map(({ ruleId }) => ruleId),
      run.results.map(({ ruleIndex }) => rules[ruleIndex]?.id),
    );
    const result = run.results.find(({ ruleId }) => ruleId === 'unknown-actor');
    assert.ok(result);
    assert.equal(result.level, 'warning');
    assert.equal(result.message.text, 'The codebook has no organisation “nobody”.');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    const name = 'ferries.corpus.stances.yaml';
    assert.equal(artifactLocation.uri, pathToFileURL(join(folder, name)).href, 'outside the present folder');
    const text = await readFile(join(folder, name), 'utf8');
    assert.equal(region.startLine, region.endLine);
    const line = text.split('\n')[region.startLine - 1] ?? '';
    assert.equal(line.slice(region.startColumn - 1, region.endColumn - 1), 'nobody');
    assert.deepEqual(new Set(run.results.map(({ level }) => level)), new Set(['warning', 'note']));
  });

  it('gives relative addresses below a folder, with what is no part of an address escaped', () => {
    const at = {
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      severity: 'hint',
      code: 'c',
      message: 'm',
    } as const;
    const files = ['a b/ü#1.corpus', '../next.corpus', join(folder, 'in.corpus')];
    const log = sarifOf(
      files.map((file) => ({ file, ...at })),
      folder,
    ) as Log;
    assert.deepEqual(
      log.runs[0]?.results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri),
      ['a%20b/%C3%BC%231.corpus', pathToFileURL(join(folder, '../next.corpus')).href, 'in.corpus'],
    );
    assert.deepEqual((sarifOf([], folder) as Log).runs[0]?.results, []);
  });
});
