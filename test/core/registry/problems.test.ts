import assert from 'node:assert/strict';
import { codebookFindings, sidecarFindings } from '../../../src/core/problems/findings.js';
import { isLevel, readLevels, withLevels } from '../../../src/core/problems/levels.js';
import { parentsInCircle } from '../../../src/core/registry/hierarchy.js';
import { CODEBOOK, projectOf, SIDECAR, sidecar, type Row } from './project.js';

type Told = readonly [string, string];

/** The codes of the problems of a sidecar, each with what it stands on. */
function told(rows: readonly Row[], codebook: string | null = CODEBOOK): readonly Told[] {
  const project = projectOf({ codebook, own: sidecar(rows), other: sidecar([]) });
  const model = project.sidecar(SIDECAR) ?? assert.fail();
  return sidecarFindings(project, model).map(({ code, span }) => [
    code,
    model.text.slice(span.start, span.end),
  ]);
}

function inCodebook(codebook: string, rows: readonly Row[] = []): readonly Told[] {
  const project = projectOf({ codebook, own: sidecar(rows), other: sidecar([]) });
  return codebookFindings(project).map(({ code, span }) => [code, codebook.slice(span.start, span.end)]);
}

const late = { document: 'late', quote: 'No fare should rise by a penny.' };
const id = 'saaaaaaaaa';

describe('registry: problems of statements', () => {
  for (const [what, rows, wanted] of [
    [
      'unknown ids, each at its value',
      [
        {
          id,
          fields: {
            speaker: 'nobody',
            organisation: 'noone',
            issue: 'tolls',
            stance: 'maybe',
            basis: 'claimed',
            claimed_by: 'they',
          },
        },
      ],
      [
        ['unknown-actor', 'nobody'],
        ['unknown-actor', 'noone'],
        ['unknown-issue', 'tolls'],
        ['unknown-stance', 'maybe'],
        ['unknown-actor', 'they'],
      ],
    ],
    [
      'a person where an organisation belongs',
      [{ id, fields: { organisation: 'ada-quill', issue: 'fares' } }],
      [['unknown-actor', 'ada-quill']],
    ],
    ['an organisation that speaks for itself', [{ id, fields: { speaker: 'board', issue: 'fares' } }], []],
    ['a speaker whose affiliation holds', [{ id, fields: { speaker: 'ada-quill', issue: 'fares' } }], []],
    [
      'no organisation at all',
      [{ id, fields: { issue: 'fares', stance: 'mixed' } }],
      [['no-organisation', 'fares']],
    ],
    ['words that are not on an issue yet', [{ id, fields: {} }], []],
    [
      'an affiliation that was over',
      [{ id, ...late, fields: { speaker: 'ada-quill', organisation: 'forum', issue: 'fares' } }],
      [['affiliation-missing', 'ada-quill']],
    ],
    [
      'both sides in one document',
      [
        { id: 'saaaaaaaaa', ...late, fields: { organisation: 'board', issue: 'fares', stance: 'oppose' } },
        { id: 'sbbbbbbbbb', ...late, fields: { organisation: 'board', issue: 'fares', stance: 'mixed' } },
        { id: 'sccccccccc', ...late, fields: { speaker: 'board', issue: 'fares', stance: 'support' } },
      ],
      [['opposite-stances', 'support']],
    ],
    [
      'the other side as claimed by others, on another issue, and in another document',
      [
        { id: 'saaaaaaaaa', ...late, fields: { organisation: 'board', issue: 'fares', stance: 'oppose' } },
        {
          id: 'sbbbbbbbbb',
          ...late,
          fields: { organisation: 'board', issue: 'fares', stance: 'support', basis: 'claimed' },
        },
        { id: 'sccccccccc', ...late, fields: { organisation: 'board', issue: 'prices', stance: 'support' } },
        { id: 'sddddddddd', fields: { organisation: 'board', issue: 'fares', stance: 'support' } },
      ],
      [],
    ],
  ] as const satisfies readonly (readonly [string, readonly Row[], readonly Told[]])[]) {
    it(`tells of ${what}`, () => assert.deepEqual(told(rows), wanted));
  }

  it('tells of a person between two affiliations', () => {
    const codebook = CODEBOOK.replace('from: 2025-02-01', 'from: 2025-06-01');
    const rows = [{ id, ...late, fields: { speaker: 'ada-quill', issue: 'fares' } }];
    assert.deepEqual(told(rows, codebook), [['affiliation-missing', 'ada-quill']]);
  });

  it('tells nothing where there is no codebook to compare with', () => {
    assert.deepEqual(
      told([{ id, fields: { speaker: 'nobody', issue: 'tolls', stance: 'maybe' } }], null),
      [],
    );
  });
});

describe('registry: problems of the codebook', () => {
  const head = 'standpoint: 1\norganisations:\n';

  it('tells of organisations whose parents go round in a circle, however long', () => {
    const codebook = `${head}- {id: a, parent: b}\n- {id: b, parent: c}\n- {id: c, parent: a}\n- {id: d, parent: a}\n- {id: e, parent: e}\n`;
    assert.deepEqual(inCodebook(codebook), [
      ['hierarchy-cycle', 'b'],
      ['hierarchy-cycle', 'c'],
      ['hierarchy-cycle', 'a'],
      ['hierarchy-cycle', 'e'],
    ]);
  });

  it('goes through a long hierarchy once', () => {
    const organisations = Array.from({ length: 50_000 }, (_, n) => ({
      id: `o${n}`,
      name: '',
      aliases: [],
      type: null,
      parent: `o${n + 1}`,
    }));
    const base = { stances: [], issues: [], people: [] };
    assert.equal(parentsInCircle({ ...base, organisations }).size, 0);
  });

  it('tells of a name that two actors claim, also as an alias, in quotes or in other letters', () => {
    const codebook = `${head}- {id: a, name: Harbour Board, aliases: [HB, hb]}\n- {id: b, name: Other, aliases: ["the harbour board"]}\npeople:\n- {id: c, name: Hb}\n`;
    assert.deepEqual(inCodebook(codebook), [
      ['name-claimed-twice', '"the harbour board"'],
      ['name-claimed-twice', 'Hb'],
    ]);
  });

  it('tells of an affiliation that ends before it begins', () => {
    const codebook = `${head}- {id: a}\npeople:\n- id: p\n  affiliations:\n  - {organisation: a, from: 2025-02-01, to: 2025-01-01}\n  - {organisation: a, from: 2025-02-01, to: 2025-02-01}\n`;
    assert.deepEqual(inCodebook(codebook), [['affiliation-reversed', '2025-01-01']]);
  });

  it('tells of entries to which nothing refers, once there are statements', () => {
    assert.deepEqual(inCodebook(CODEBOOK), []);
    const rows = [{ id, fields: { organisation: 'board', issue: 'fares' } }];
    assert.deepEqual(inCodebook(CODEBOOK, rows), [
      ['never-used', 'prices'],
      ['never-used', 'ada-quill'],
      ['never-used', 'mrs-quill'],
    ]);
  });
});

describe('registry: levels of problems', () => {
  const finding = { code: 'lost', severity: 'warning', span: { start: 0, end: 1 }, message: '' } as const;

  it('takes what a reader says of a code, and ignores what is no level', () => {
    const levels = (value: object) => readLevels(Object.entries(value));
    assert.deepEqual(withLevels([finding], levels({ lost: 'error' })), [{ ...finding, severity: 'error' }]);
    assert.deepEqual(withLevels([finding], levels({ lost: 'off' })), []);
    assert.deepEqual(withLevels([finding], levels({ lost: 'loud', other: 'off', __proto__: 'off' })), [
      finding,
    ]);
    assert.deepEqual(withLevels([finding], levels({ lost: 3 })), [finding]);
    assert.equal(isLevel('constructor'), false);
  });
});
