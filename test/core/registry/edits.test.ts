import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../../src/core/codebook/read.js';
import { mergeEdits } from '../../../src/core/registry/merge.js';
import { addAlias, renameId, renameName } from '../../../src/core/registry/rename.js';
import { splitEdits } from '../../../src/core/registry/split.js';
import { referencesOf } from '../../../src/core/registry/references.js';
import type { EntryKind, RegistryEdits } from '../../../src/core/registry/types.js';
import { after, changed, CODEBOOK, gone, OTHER, projectOf, ROWS, SIDECAR, sidecar } from './project.js';

function ok(result: RegistryEdits): Extract<RegistryEdits, { ok: true }> {
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}

function reason(result: RegistryEdits): string | null {
  return result.ok ? null : result.reason;
}

describe('registry: renaming', () => {
  it('changes an id everywhere, and nothing else', () => {
    const project = projectOf();
    const before = referencesOf(project, { kind: 'organisation', id: 'forum' });
    const { files, statements } = ok(renameId(project, { kind: 'organisation', id: 'forum' }, 'islanders'));
    assert.deepEqual(
      files.map(({ address }) => address),
      [null, SIDECAR, OTHER],
    );
    assert.equal(statements, 4);
    const now = changed(project, files);
    assert.equal(referencesOf(now, { kind: 'organisation', id: 'forum' }).length, 0);
    assert.equal(referencesOf(now, { kind: 'organisation', id: 'islanders' }).length, before.length);
    assert.deepEqual(gone(CODEBOOK, after(project, files, null)), [
      '- id: forum',
      '  - {organisation: forum, role: chair, to: 2025-01-31}',
    ]);
  });

  for (const [kind, id] of [
    ['issue', 'prices'],
    ['person', 'ada-quill'],
    ['organisation', 'union'],
  ] as const) {
    it(`comes back to the same text when ${id} gets its old id again`, () => {
      const project = projectOf();
      const there = changed(project, ok(renameId(project, { kind, id }, 'x-new')).files);
      const back = changed(there, ok(renameId(there, { kind, id: 'x-new' }, id)).files);
      assert.equal(back.codebookText, project.codebookText);
      assert.equal(back.sidecar(SIDECAR)?.text, project.sidecar(SIDECAR)?.text);
      assert.equal(back.sidecar(OTHER)?.text, project.sidecar(OTHER)?.text);
    });
  }

  for (const [what, kind, id, newId, why] of [
    ['an id in use', 'organisation', 'forum', 'board', 'id-taken'],
    ['an id of a person for an organisation', 'organisation', 'forum', 'ada-quill', 'id-taken'],
    ['no id', 'issue', 'fares', '', 'invalid'],
    ['an id over two lines', 'issue', 'fares', 'a\nb', 'invalid'],
    ['an entry that is not there', 'issue', 'tolls', 'levies', 'unknown-id'],
    ['a stance of the default scale', 'stance', 'support', 'for', 'unknown-id'],
  ] as const) {
    it(`refuses ${what}`, () => {
      assert.equal(reason(renameId(projectOf(), { kind, id }, newId)), why);
    });
  }

  it('refuses where a sidecar that may hold the id cannot be written, and says which', () => {
    const broken = `${sidecar(ROWS.slice(0, 1))}  note: [open\n`;
    const result = renameId(projectOf({ other: broken }), { kind: 'organisation', id: 'forum' }, 'islanders');
    assert.deepEqual(result, { ok: false, reason: 'not-writable', address: OTHER });
    const elsewhere = renameId(
      projectOf({ other: broken }),
      { kind: 'organisation', id: 'board' },
      'council',
    );
    assert.equal(elsewhere.ok, true);
  });

  it('renames what an actor is called; the old name stays as an alias', () => {
    const project = projectOf();
    const entry = { kind: 'organisation', id: 'forum' } as const;
    const now = changed(project, ok(renameName(project, entry, 'Forum of the Islanders')).files);
    const forum = now.codebook.organisations.find(({ id }) => id === 'forum');
    assert.deepEqual([forum?.name, forum?.aliases], ['Forum of the Islanders', ['Islanders Forum']]);
    const lists = ok(renameName(project, { kind: 'organisation', id: 'union' }, 'Union of Islands'));
    assert.match(after(project, lists.files, null), / {2}- IU\n {2}- the union\n {2}- Islands Union\n/);
    const label = ok(renameName(project, { kind: 'issue', id: 'fares' }, 'Fares: may they rise?'));
    assert.match(after(project, label.files, null), /label: "Fares: may they rise\?"/);
    assert.equal(reason(renameName(project, entry, 'the harbour  board')), 'name-taken');
    assert.equal(reason(renameName(project, entry, ' ')), 'invalid');
  });

  it('adds an alias once, and none of somebody else', () => {
    const project = projectOf();
    const entry = { kind: 'person', id: 'mrs-quill' } as const;
    const now = changed(project, ok(addAlias(project, entry, 'Bea Quill')).files);
    assert.deepEqual(now.codebook.people[1]?.aliases, ['Bea Quill']);
    assert.deepEqual(ok(addAlias(now, entry, 'bea quill')).files, []);
    assert.equal(reason(addAlias(now, entry, 'HB')), 'name-taken');
  });
});

describe('registry: merging', () => {
  it('unites two organisations with all that refers to them', () => {
    const project = projectOf();
    const { files, statements } = ok(mergeEdits(project, 'organisation', 'forum', 'union'));
    const now = changed(project, files);
    assert.equal(statements, 4);
    assert.deepEqual(
      now.codebook.organisations.map(({ id }) => id),
      ['board', 'union'],
    );
    const union = now.codebook.organisations[1];
    assert.deepEqual(union?.aliases, ['IU', 'the union', 'Islanders Forum']);
    assert.deepEqual([union.type, union.parent], ['charity', null]);
    assert.equal(now.codebook.people[0]?.affiliations[0]?.organisation, 'union');
    assert.equal(referencesOf(now, { kind: 'organisation', id: 'forum' }).length, 0);
    assert.match(now.codebookText ?? '', /# kept by hand[^]*# the islanders\n/);
  });

  it('takes the parent away that would make an organisation part of itself', () => {
    const project = projectOf();
    const now = changed(project, ok(mergeEdits(project, 'organisation', 'union', 'forum')).files);
    const forum = now.codebook.organisations.find(({ id }) => id === 'forum');
    assert.deepEqual([forum?.parent, forum?.aliases], [null, ['Islands Union', 'IU', 'the union']]);
  });

  it('unites the affiliations of two people', () => {
    const project = projectOf();
    const now = changed(project, ok(mergeEdits(project, 'person', 'mrs-quill', 'ada-quill')).files);
    assert.deepEqual(now.codebook.people.length, 1);
    assert.deepEqual(now.codebook.people[0]?.aliases, ['Mrs Quill']);
    assert.deepEqual(
      now.codebook.people[0]?.affiliations.map(({ organisation }) => organisation),
      ['forum', 'board', 'union'],
    );
    const back = changed(project, ok(mergeEdits(project, 'person', 'ada-quill', 'mrs-quill')).files);
    assert.equal(back.codebook.people[0]?.affiliations.length, 3);
    assert.equal(back.sidecar(SIDECAR)?.file.statements[0]?.statement.speaker, 'mrs-quill');
  });

  it('merges issues; what only the one that goes has is kept', () => {
    const project = projectOf();
    const now = changed(project, ok(mergeEdits(project, 'issue', 'prices', 'fares')).files);
    assert.deepEqual(now.codebook.issues, [
      { id: 'fares', label: 'Fares may rise', definition: 'Anything that costs passengers more' },
    ]);
    assert.match(now.codebookText ?? '', /x-wave: 2/);
    assert.ok(now.statements().every(({ stored }) => stored.statement.issue === 'fares'));
  });

  it('merges entries written in brackets, in a file with CRLF and no last line end', () => {
    const flow =
      'standpoint: 1\r\norganisations: [{id: board, name: Harbour Board}, {id: forum, name: Forum}, {id: union}]\r\npeople:\r\n- {id: ada-quill, affiliations: [{organisation: forum}]}';
    for (const [from, into] of [
      ['board', 'union'],
      ['union', 'board'],
      ['forum', 'board'],
    ] as const) {
      const project = projectOf({ codebook: flow });
      const now = changed(project, ok(mergeEdits(project, 'organisation', from, into)).files);
      assert.equal(now.codebook.organisations.length, 2);
      assert.equal(now.codebookFile.writable, true);
    }
  });

  it('refuses a merger with itself, with nobody, into a circle, or in a broken codebook', () => {
    const project = projectOf();
    assert.equal(reason(mergeEdits(project, 'issue', 'fares', 'fares')), 'same');
    assert.equal(reason(mergeEdits(project, 'issue', 'fares', 'tolls')), 'unknown-id');
    assert.equal(reason(mergeEdits(project, 'organisation', 'forum', 'ada-quill')), 'unknown-id');
    const circle = projectOf({
      codebook:
        'standpoint: 1\norganisations:\n- {id: a, parent: b}\n- {id: b, parent: c}\n- {id: c}\n- {id: d, parent: a}\n',
    });
    assert.equal(reason(mergeEdits(circle, 'organisation', 'c', 'a')), 'cycle');
    const broken = projectOf({ codebook: `${CODEBOOK}\tx: [\n` });
    assert.ok(
      ['unknown-id', 'not-writable'].includes(reason(mergeEdits(broken, 'issue', 'fares', 'prices')) ?? ''),
    );
  });

  it('leaves a codebook that reads just as the old one without the entry, whatever the names', () => {
    const text = fc.string({ minLength: 1, maxLength: 12 }).filter((s) => s.trim() !== '');
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 3, maxLength: 6 }), fc.boolean(), (names, block) => {
        const entries = names.map((name, at) => {
          const alias = JSON.stringify(`${name} ${at}`);
          return block
            ? `- id: o${at}\n  name: ${JSON.stringify(name)}\n  aliases:\n  - ${alias}\n\n`
            : `- {id: o${at}, name: ${JSON.stringify(name)}, aliases: [${alias}]}\n`;
        });
        const codebook = `standpoint: 1\norganisations:\n${entries.join('')}issues: []\n`;
        if (!readCodebook(codebook).writable) return;
        const project = projectOf({ codebook });
        const result = mergeEdits(project, 'organisation', 'o1', 'o0');
        assert.ok(result.ok, JSON.stringify(result));
        const now = readCodebook(after(project, result.files, null)).codebook;
        assert.deepEqual(now.organisations.slice(1), project.codebook.organisations.slice(2));
      }),
      { numRuns: 100 },
    );
  });
});

describe('registry: splitting', () => {
  it('adds the new entry and moves just the chosen statements', () => {
    const project = projectOf();
    const entry = { id: 'season', label: 'Season tickets', definition: null };
    const { files, statements } = ok(
      splitEdits(project, { kind: 'issue', entry }, new Set([`${SIDECAR}#sccccccccc`])),
    );
    assert.equal(statements, 1);
    assert.deepEqual(gone(project.sidecar(SIDECAR)?.text ?? '', after(project, files, SIDECAR)), [
      '  issue: fares',
    ]);
    assert.ok(changed(project, files).codebook.issues.some(({ id }) => id === 'season'));
    const taken = splitEdits(project, { kind: 'issue', entry: { ...entry, id: 'fares' } }, new Set());
    assert.equal(reason(taken), 'id-taken');
  });
});

describe('registry: many files', () => {
  it('renames in every one of many sidecars, each by edits of its own', () => {
    const project = projectOf();
    const kinds: readonly EntryKind[] = ['organisation'];
    for (let n = 0; n < 40; n++) project.setSidecar(`/w/t${n}.corpus.stances.yaml`, sidecar(ROWS));
    for (const kind of kinds) {
      const { files, statements } = ok(renameId(project, { kind, id: 'forum' }, 'islanders'));
      assert.equal(files.length, 43);
      assert.equal(statements, 40 * 3 + 4);
      assert.ok(files.every(({ edits }) => edits.every(({ start, end }) => end - start === 5)));
    }
  });
});
