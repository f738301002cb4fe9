import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { conflictVersions, setUpMergeDriver } from '../../../src/node/git.js';
import { attributeLine, shellWord, withMergeAttribute } from '../../../src/node/git-attributes.js';
import { hasGit, Repository } from './support/repository.js';
import { useTempFolder } from './support/temp-folder.js';

describe('withMergeAttribute', () => {
  const cases: readonly (readonly [string, string | null, string])[] = [
    ['no file', null, `${attributeLine}\n`],
    ['an empty file', '', `${attributeLine}\n`],
    ['other lines', '*.png binary\n', `*.png binary\n${attributeLine}\n`],
    ['no final line end', '*.png binary', `*.png binary\n${attributeLine}\n`],
    ['CRLF', '*.png binary\r\n', `*.png binary\r\n${attributeLine}\r\n`],
    ['the line itself', `a b\n${attributeLine}\n`, `a b\n${attributeLine}\n`],
    ['other white space', '*.stances.yaml   merge=standpoint\t', '*.stances.yaml   merge=standpoint\t'],
    [
      'a line that does not concern us behind',
      `${attributeLine}\n*.png merge=x\n`,
      `${attributeLine}\n*.png merge=x\n`,
    ],
    [
      'a rival behind',
      `${attributeLine}\n*.yaml merge=union\n`,
      `${attributeLine}\n*.yaml merge=union\n${attributeLine}\n`,
    ],
    ['a rival before', `* -merge\n${attributeLine}\n`, `* -merge\n${attributeLine}\n`],
    ['a comment', `# ${attributeLine}\n`, `# ${attributeLine}\n${attributeLine}\n`],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      assert.equal(withMergeAttribute(before), after);
      assert.equal(withMergeAttribute(after), after);
    });
  }
});

describe('git', () => {
  const at = useTempFolder();
  before(function () {
    if (!hasGit()) this.skip();
  });

  it('is set up to run our driver, once however often it is asked', async () => {
    const repository = new Repository(at("the coder's texts"));
    fs.mkdirSync(at("the coder's texts", 'sub'));
    // Called as: sh driver.sh merge BASE OURS THEIRS.
    repository.write('driver.sh', 'printf "merged by us\\n" > "$3"');
    const command = ['sh', at("the coder's texts", 'driver.sh')];
    for (let time = 0; time < 2; time += 1) {
      assert.deepEqual(await setUpMergeDriver(at("the coder's texts", 'sub'), command), { ok: true });
    }
    assert.equal(repository.read('.gitattributes'), `${attributeLine}\n`);
    assert.equal(
      repository.git('config', '--get-all', 'merge.standpoint.driver').trimEnd(),
      `${command.map(shellWord).join(' ')} merge %O %A %B`,
    );
    assert.ok(repository.mergeVersions('a.corpus.stances.yaml', 'a\n', 'b\n', 'c\n'));
    assert.equal(repository.read('a.corpus.stances.yaml'), 'merged by us\n');
  });

  it('says what to do where it cannot be set up', async () => {
    const result = await setUpMergeDriver(at(), ['true']);
    assert.ok(!result.ok && /not a git repository.*in a repository/i.test(result.message));
  });

  it('hands out the versions of a file in conflict', async () => {
    const repository = new Repository(at('r'));
    assert.equal(await conflictVersions(at('r', 'a.yaml')), null);
    assert.ok(!repository.mergeVersions('a.yaml', 'a\n', 'b\n', 'c\n'));
    const versions = await conflictVersions(at('r', 'a.yaml'));
    const texts = [versions?.base, versions?.ours, versions?.theirs].map((bytes) => bytes?.toString());
    assert.deepEqual(texts, ['a\n', 'b\n', 'c\n']);
  });
});
