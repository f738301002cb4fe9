import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../../src/core/codebook/read.js';
import { Project } from '../../../src/core/model/project.js';
import type { DocumentModel } from '../../../src/core/model/types.js';
import { organisationsNear, passageAt, withoutMarks } from '../../../src/core/passages/passage.js';

const TEXT = `=== quay
date: 2021-03-04

“The channel is silting up,” said Ann Lockyer, of the Harbour Board. “It will be shut by May.”

The Islanders Forum called the toll "a tax on living here" and asked for talks.

Nothing is quoted in this paragraph.
`;

const CODEBOOK = `standpoint: 1
organisations:
- id: board
  name: Harbour Board
- id: forum
  name: Islanders Forum
- id: ferries
  name: Ferry Company
people:
- id: ann-lockyer
  name: Ann Lockyer
  affiliations:
  - {organisation: board}
`;

function documentOf(text = TEXT, codebook = CODEBOOK): DocumentModel {
  const project = new Project('/w', { baseName: () => 'a.corpus', sibling: (_, name) => name });
  project.setCodebook(codebook);
  project.setCorpus('a.corpus', text);
  const [document] = project.corpora[0]?.documents ?? [];
  assert.ok(document);
  return document;
}

const { codebook } = readCodebook(CODEBOOK);
const document = documentOf();

/** The selection that is marked with [ and ] in words of the text; one mark for a caret. */
function at(marked: string): { start: number; end: number } {
  const open = marked.indexOf('[');
  const close = marked.indexOf(']');
  const start = document.text.indexOf(marked.replace(/[[\]]/g, ''));
  assert.notEqual(start, -1, marked);
  return close === -1
    ? { start: start + open, end: start + open }
    : { start: start + open, end: start + close - 1 };
}

function words(marked: string): string | null {
  const passage = passageAt(document, codebook, at(marked));
  return passage && document.text.slice(passage.span.start, passage.span.end);
}

describe('passageAt', () => {
  const cases: readonly (readonly [name: string, selection: string, words: string | null])[] = [
    ['a caret in a quote takes the quote without its marks', 'channel [is', 'The channel is silting up,'],
    ['a caret before its first mark too', '[“The channel', 'The channel is silting up,'],
    ['a caret behind its last mark too', 'silting up,”[', 'The channel is silting up,'],
    ['a caret in other text takes nothing', 'Nothing is [quoted', null],
    ['a selection takes its words', 'Nothing is [quoted] in', 'quoted'],
    ['a selection in a quote takes just those words', 'the [channel] is'.replace('the', 'The'), 'channel'],
    [
      'a selection goes without the blanks and marks round it',
      '[ “It will be shut by May.”]',
      'It will be shut by May.',
    ],
    ['a selection of blanks takes nothing', 'Nothing[ ]is', null],
    ['a selection of marks alone takes nothing', '[“]It will', null],
  ];
  for (const [name, selection, expected] of cases) {
    it(name, () => assert.equal(words(selection), expected));
  }

  it('knows speaker and organisation by their ids in the codebook', () => {
    const passage = passageAt(document, codebook, at('channel [is'));
    assert.deepEqual(passage?.person, { id: 'ann-lockyer', name: 'Ann Lockyer' });
    assert.deepEqual(passage.organisation, { id: 'board', name: 'Harbour Board' });
    assert.equal(passage.sure, true);
    assert.equal(passage.basis, 'quoted');
  });

  it('calls other text the writer’s report, and knows nobody', () => {
    const passage = passageAt(document, codebook, at('Nothing is [quoted] in'));
    assert.equal(passage?.basis, 'reported');
    assert.equal(passage.person, null);
    assert.equal(passage.organisation, null);
    assert.equal(passage.sure, false);
  });

  it('never takes a person’s entry for an organisation’s, whatever the name', () => {
    const odd = readCodebook('standpoint: 1\npeople:\n- id: harbour-board\n  name: Harbour Board\n').codebook;
    const passage = passageAt(document, odd, at('channel [is'));
    assert.deepEqual(passage?.organisation, { id: null, name: 'Harbour Board' });
  });

  it('answers any selection with words of the text that have no blank round them', () => {
    const { length } = document.text;
    fc.assert(
      fc.property(fc.nat(length), fc.nat(length), (a, b) => {
        const selection = { start: Math.min(a, b), end: Math.max(a, b) };
        const passage = passageAt(document, codebook, selection);
        if (!passage) return;
        const found = document.text.slice(passage.span.start, passage.span.end);
        assert.notEqual(found, '');
        assert.equal(found, found.trim());
        if (a !== b) assert.ok(passage.span.start >= selection.start && passage.span.end <= selection.end);
      }),
      { numRuns: 500 },
    );
  });
});

describe('withoutMarks', () => {
  const cases: readonly (readonly [text: string, words: string])[] = [
    ['“Not now,”', 'Not now,'],
    ['"Not now,"', 'Not now,'],
    ['‘Not now,’', 'Not now,'],
    ['«Pas encore»', 'Pas encore'],
    ['„Noch nicht“', 'Noch nicht'],
    ['  “Not now”\n', 'Not now'],
    ['the boats’', 'the boats’'],
    ['Not now,”', 'Not now,'],
    ['“‘Not now,’ he said”', 'Not now,’ he said'],
    ['“”', ''],
    ['', ''],
    ['   ', ''],
  ];
  for (const [text, expected] of cases) {
    it(`leaves ${JSON.stringify(expected)} of ${JSON.stringify(text)}`, () => {
      const { start, end } = withoutMarks(text, { start: 0, end: text.length });
      assert.equal(text.slice(start, end), expected);
    });
  }

  it('does nothing to words that it has trimmed already, and never grows a span', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '“', '”', '"', "'", '’', '\n', '😀') });
    fc.assert(
      fc.property(texts, (text) => {
        const once = withoutMarks(text, { start: 0, end: text.length });
        assert.ok(once.start >= 0 && once.start <= once.end && once.end <= text.length);
        assert.match(text.slice(once.start, once.end), /^\S|^$/u);
      }),
    );
  });
});

describe('organisationsNear', () => {
  const passage = passageAt(document, codebook, at('tax [on'));
  assert.ok(passage);

  it('offers what the text says first, then affiliations, then the organisations that the text names', () => {
    const names = organisationsNear(document, codebook, passage, 'ann-lockyer').map(({ name }) => name);
    assert.equal(names[0], passage.organisation?.name ?? 'Harbour Board');
    assert.ok(names.includes('Harbour Board'));
    assert.equal(new Set(names).size, names.length);
  });

  it('offers no more than six, and nothing twice', () => {
    const many = Array.from(
      { length: 20 },
      (_, n) => `The Board of Port ${String.fromCharCode(65 + n)}ville met the Harbour Board.`,
    );
    const model = documentOf(`=== many\n\n“We met,” said Ann Lockyer.\n\n${many.join('\n\n')}\n`);
    const start = model.text.indexOf('We met');
    const here = passageAt(model, codebook, { start, end: start });
    assert.ok(here);
    const names = organisationsNear(model, codebook, here, null).map(({ name }) => name);
    assert.ok(names.length <= 6);
    assert.equal(new Set(names).size, names.length);
  });
});
