import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import { Journal } from '../../../src/node/journal.js';
import { pending } from '../../../src/node/journal-folder.js';
import { replayPending, saveOperation, type SaveResult } from './support/save.js';
import { sidecarChange } from './support/sidecar-change.js';
import type { SidecarOperation } from '../../../src/core/sidecar/types.js';
import { add } from './support/blocks.js';
import { useTempFolder } from './support/temp-folder.js';

describe('sidecarChange', () => {
  const at = useTempFolder();
  const apply = sidecarChange({ coder: 'coder-a', create: true });
  const [a, b] = ['sa00000000', 'sb00000000'];
  let journal: Journal;
  let count = 0;

  beforeEach(async () => (journal = await Journal.open(at('journal'), 'window')));

  const save = (operation: SidecarOperation, change = apply): Promise<SaveResult> => {
    const entry = { id: `e${(count += 1)}`, file: at('a.stances.yaml'), operation };
    return saveOperation(journal, entry, change);
  };
  const ids = (): string[] =>
    readSidecar(fs.readFileSync(at('a.stances.yaml'), 'utf8')).statements.map(
      ({ statement }) => statement.id,
    );

  it('makes a sidecar, adds, sets and removes; what is done already changes nothing', async () => {
    assert.equal((await save(add(a))).outcome, 'written');
    assert.equal((await save(add(b))).outcome, 'written');
    assert.equal((await save(add(b))).outcome, 'unchanged');
    const set = { kind: 'set', id: a, change: { stance: 'oppose' } } as const;
    assert.equal((await save(set)).outcome, 'written');
    assert.equal((await save(set)).outcome, 'unchanged');
    assert.equal((await save({ kind: 'remove', id: b })).outcome, 'written');
    assert.equal((await save({ kind: 'remove', id: b })).outcome, 'unchanged');
    assert.deepEqual(ids(), [a]);
    assert.equal(readSidecar(fs.readFileSync(at('a.stances.yaml'), 'utf8')).coder, 'coder-a');
    assert.equal((await save({ kind: 'remove', id: a })).outcome, 'written');
    assert.deepEqual((await pending(at('journal'))).entries, []);
  });

  it('keeps in the journal what a broken file cannot take, and takes it in once the file is right', async () => {
    await save(add(a));
    const good = fs.readFileSync(at('a.stances.yaml'), 'utf8');
    for (const broken of [`${good}<<<<<<< HEAD\n`, `${good}\tx: 1\n`, `${good}---\n`, '[1, 2]\n']) {
      fs.writeFileSync(at('a.stances.yaml'), broken);
      const result = await save(add(b));
      assert.equal(result.outcome === 'refused' && result.reason, 'change-refused', broken);
      assert.equal(fs.readFileSync(at('a.stances.yaml'), 'utf8'), broken);
    }
    fs.writeFileSync(at('a.stances.yaml'), good);
    const { entries } = await pending(at('journal'));
    assert.equal(entries.length, 4);
    const outcomes = (await replayPending(journal, entries, apply)).map(({ result }) => result.outcome);
    assert.deepEqual(outcomes, ['written', 'unchanged', 'unchanged', 'unchanged']);
    assert.deepEqual(ids().sort(), [a, b]);
    assert.deepEqual((await pending(at('journal'))).entries, []);
  });

  it('does not bring a sidecar back that was removed while operations waited', async () => {
    const careful = sidecarChange({ coder: null, create: false });
    const operations = [add(a), { kind: 'remove', id: a }, { kind: 'set', id: a, change: {} }] as const;
    for (const operation of operations) {
      const result = await save(operation, careful);
      assert.equal(result.outcome === 'refused' && result.reason, 'change-refused');
    }
    assert.equal(fs.existsSync(at('a.stances.yaml')), false);
    assert.equal((await pending(at('journal'))).entries.length, 3);
  });

  it('says when a statement to change has gone, or an id is taken by other words', async () => {
    await save(add(a));
    const gone = await save({ kind: 'set', id: b, change: { stance: 'oppose' } });
    assert.ok(gone.outcome === 'refused' && gone.message.includes('not in it any more'));
    const taken = await save(add(a, 'other words'));
    assert.ok(taken.outcome === 'refused' && taken.message.includes('same id'));
    assert.deepEqual(ids(), [a]);
  });
});
