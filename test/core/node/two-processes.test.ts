import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { pending } from '../../../src/node/journal-folder.js';
import { idsIn, isComplete } from './support/blocks.js';
import { Children } from './support/children.js';
import { useTempFolder } from './support/temp-folder.js';

describe('two processes that save to one file', () => {
  const at = useTempFolder();
  let children: Children;
  before(async () => (children = await Children.build()));
  after(() => children.remove());

  for (const linked of [false, true]) {
    it(`200 statements each: all 400 are there, none twice${linked ? ', written in place' : ''}`, async function () {
      this.timeout(60_000);
      const file = at('a.yaml');
      if (linked) {
        fs.writeFileSync(file, '');
        fs.linkSync(file, at('twin.yaml'));
      }
      const run = (window: string) =>
        children.run('addMany', { file, journal: at('journal'), window, count: 200, pieces: false });
      const written = await Promise.all([run('one'), run('two')]);
      assert.deepEqual(written, [200, 200]);
      const text = fs.readFileSync(file, 'utf8');
      const ids = idsIn(text);
      assert.equal(ids.length, 400);
      assert.equal(new Set(ids).size, 400);
      if (!linked) assert.ok(isComplete(text));
      assert.deepEqual((await pending(at('journal'))).entries, []);
      const names = fs.readdirSync(at());
      assert.deepEqual(names, linked ? ['a.yaml', 'journal', 'twin.yaml'] : ['a.yaml', 'journal']);
    });
  }
});
