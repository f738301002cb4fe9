import assert from 'node:assert/strict';
import { Project, type Addressing } from '../../../src/core/model/project.js';
import type { ProjectChange } from '../../../src/core/model/types.js';

const paths: Addressing = {
  baseName: (address) => address.slice(address.lastIndexOf('/') + 1),
  sibling: (address, name) => `${address.slice(0, address.lastIndexOf('/') + 1)}${name}`,
};

const DOCUMENTS = 60;
const words = (n: number): string => `Boat number ${n} must not sail before the ${n}th of the month`;
const corpus = (changed: (text: string) => string): string =>
  Array.from({ length: DOCUMENTS }, (_, n) => `=== d${n}\n\n“${changed(words(n))},” she said.\n\n`).join('');
const sidecar = `standpoint: 1\n\nstatements:\n\n${Array.from(
  { length: DOCUMENTS },
  (_, n) => `- id: s${String(n).padStart(9, '0')}\n  document: d${n}\n  quote: ${JSON.stringify(words(n))}\n`,
).join('\n')}`;

/** A project that pauses after each step of its search, and what it told. */
function project(slice: number): { model: Project; changes: ProjectChange[] } {
  const model = new Project('/w', paths, slice);
  const changes: ProjectChange[] = [];
  model.onDidChange((change) => changes.push(change));
  model.setSidecar('/w/a.corpus.stances.yaml', sidecar);
  model.setCorpus(
    '/w/a.corpus',
    corpus((text) => text),
  );
  return { model, changes };
}

function finish(model: Project): number {
  let turns = 0;
  for (; model.isPlacing; turns++) model.continuePlacing();
  return turns;
}

describe('placing statements in slices', () => {
  it('ends where placing at once does', () => {
    const atOnce = project(Infinity).model;
    const { model } = project(0);
    assert.equal(model.isPlacing, true);
    assert.ok(model.statements().length < DOCUMENTS);
    assert.ok(finish(model) > 1);
    assert.deepEqual(
      model.statements().map(({ key, place }) => [key, place]),
      atOnce.statements().map(({ key, place }) => [key, place]),
    );
  });

  it('tells of a corpus once all its statements are placed', () => {
    const { model, changes } = project(0);
    const before = changes.length;
    finish(model);
    assert.equal(changes.length, before + 1);
    assert.deepEqual([...(changes.at(-1)?.statements ?? [])], ['/w/a.corpus']);
  });

  it('begins anew with a text that comes meanwhile', () => {
    const { model } = project(0);
    model.continuePlacing();
    model.setCorpus(
      '/w/a.corpus',
      corpus((text) => text.replace('sail', 'leave port')),
    );
    finish(model);
    assert.equal(model.statements().length, DOCUMENTS);
    assert.ok(model.statements().every(({ place }) => place.outcome !== 'located' || place.changed));
  });

  it('keeps statements of documents that did not change while it looks for others', () => {
    const { model } = project(0);
    finish(model);
    const kept = model.statements()[5];
    model.setCorpus('/w/a.corpus', corpus((text) => text).replace(words(3), 'Other words altogether'));
    assert.ok(model.statements().includes(kept!));
    finish(model);
    assert.equal(model.statements().length, DOCUMENTS);
  });
});
