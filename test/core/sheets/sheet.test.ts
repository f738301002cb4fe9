import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shown } from '../../../src/core/sheets/names.js';
import { hasSheet, positionSheet } from '../../../src/core/sheets/sheet.js';
import { CODEBOOK, projectOf, ROWS, TEXT, type Row } from './project.js';

const linesOf = (sheet: string) => sheet.split('\n').filter((line) => line !== '');

describe('positionSheet', () => {
  const project = projectOf();

  it('tells an organisation’s positions, their history and the quotes with their sources', () => {
    assert.deepEqual(linesOf(positionSheet(project, { organisation: 'forum' })), [
      '# Islanders Forum',
      'part of Islands Union',
      '- Fares may rise: Opposes',
      '- Night boats should run: Supports (claimed by others only)',
      'Statements that name no issue, and are left out: 1.',
      '## Fares may rise',
      'Any fare, of any boat. "Only if…" is mixed.',
      '**Opposes**, as said on 2025-01-20.',
      '2 statements of its own, in 2 documents. Speakers: Ada Quill, Tom Brace.',
      '### History',
      '- 2025-01-10: Supports, Ada Quill, saaaaaaaaa',
      '- 2025-01-20: Opposes, Tom Brace, sbbbbbbbbb',
      '### Changes and contradictions',
      '- 2025-01-20: changed from Supports to Opposes (saaaaaaaaa, sbbbbbbbbb).',
      '- Contradiction within a short time: Supports on 2025-01-10, Opposes on 2025-01-20 (saaaaaaaaa, sbbbbbbbbb).',
      '### Quotes',
      '> Fares may have to rise.',
      '>',
      '> “There is no other way.',
      '>',
      '> — Ada Quill, Islanders Forum. “Ferry fares to rise”, *The Islander*, 2025-01-10, https\\:\\//example\\.org/early?a=1.',
      '>',
      '> Supports, saaaaaaaaa',
      '>',
      '> Note: Says why',
      '> No fare should rise by a penny.',
      '>',
      '> — Tom Brace, Islanders Forum. “late”, 2025-01-20.',
      '>',
      '> Opposes, sbbbbbbbbb',
      '## Night boats should run',
      '**Supports**, as others say, last on 2025-01-20; there are no words of its own.',
      '1 claimed by others, in 1 document.',
      '### Claimed by others',
      '> the forum would have night boats',
      '>',
      '> — Islanders Forum, as Islands Union says. “late”, 2025-01-20.',
      '>',
      '> Supports, sccccccccc',
    ]);
  });

  it('tells of an issue what each organisation holds', () => {
    const lines = linesOf(positionSheet(project, { issue: 'fares' }));
    assert.deepEqual(lines.slice(0, 6), [
      '# Fares may rise',
      'Any fare, of any boat. "Only if…" is mixed.',
      '- Harbour Board: Supports',
      '- Islanders Forum: Opposes',
      '## Harbour Board',
      '**Supports**, in words without a date.',
    ]);
    assert.ok(lines.includes('> Supports, sddddddddd, no longer found in the text'));
    assert.ok(lines.includes('## Islanders Forum'));
  });

  it('puts positions in the order of their titles, whatever their ids', () => {
    const codebook = CODEBOOK.replace('name: Harbour Board', 'name: the Zone Board');
    const lines = linesOf(positionSheet(projectOf(ROWS, { codebook }), { issue: 'fares' }));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('## ')),
      ['## Islanders Forum', '## the Zone Board'],
    );
  });

  it('says since when a stance is held', () => {
    const row = (id: string, document: string, stance: string): Row => ({
      id,
      document,
      quote: 'No fare should rise',
      organisation: 'board',
      issue: 'fares',
      stance,
    });
    const sentence = (rows: readonly Row[]) =>
      linesOf(positionSheet(projectOf(rows), { organisation: 'board' })).find((line) =>
        /^(\*\*|No statement takes)/.test(line),
      );
    const [early, late] = ['early', 'late'];
    assert.equal(
      sentence([row('saaaaaaaaa', early, 'oppose'), row('sbbbbbbbbb', late, 'oppose')]),
      '**Opposes** since 2025-01-10, last said on 2025-01-20.',
    );
    assert.equal(sentence([row('saaaaaaaaa', late, 'oppose')]), '**Opposes**, as said on 2025-01-20.');
    assert.equal(
      sentence([row('saaaaaaaaa', late, 'thunder')]),
      'No statement takes a stance that the codebook knows.',
    );
  });

  it('quotes words once that two coders have read, with both readings', () => {
    const other = [{ ...ROWS[1], id: 'sfffffffff', stance: 'mixed' } as Row];
    const sheet = positionSheet(projectOf(ROWS, { other }), { organisation: 'forum' });
    assert.equal(sheet.split('> No fare should rise').length, 2);
    assert.ok(sheet.includes('\n> Opposes, sbbbbbbbbb; Mixed, sfffffffff (ben)\n'));
    assert.ok(sheet.includes('- Coders disagree: Opposes or Mixed (sbbbbbbbbb, sfffffffff).'));
  });

  it('knows what there is a sheet of', () => {
    assert.ok(hasSheet(project, { organisation: 'board' }));
    assert.ok(hasSheet(project, { issue: 'night' }));
    assert.ok(!hasSheet(project, { organisation: 'nobody' }));
    const unknown = projectOf(ROWS, { codebook: 'standpoint: 1\n' });
    assert.ok(hasSheet(unknown, { organisation: 'forum' }));
    assert.match(positionSheet(unknown, { organisation: 'forum' }), /^# forum\n/);
    assert.match(positionSheet(project, { organisation: 'union' }), /There are no statements yet/);
  });

  it('lets no text of a file be markup, a link or a command', () => {
    const evil =
      '# a <b onclick=x> [c](command:evil) ![d](http://e.example) `f` **g** &lt; ~~h~~ | i @me $j$ www.k.example\n- l';
    const row = { ...ROWS[0], quote: evil, note: evil } as Row;
    const quoted = (text: string) => JSON.stringify(text);
    const codebook = CODEBOOK.replaceAll(
      'name: Islanders Forum',
      `name: ${quoted(evil)}, type: ${quoted(evil)}`,
    )
      .replace('name: Ada Quill', `name: ${quoted(evil)}`)
      .replace('label: Fares may rise', `label: ${quoted(evil)}`);
    const text = TEXT.replace('Ferry fares to rise', evil.replace('\n', ' ')).replace(
      'The Islander',
      '<i>&[x](y)',
    );
    const hostile = projectOf([row], { codebook, text });
    const sheet = positionSheet(hostile, { organisation: 'forum' });
    // Whatever the sheet has by itself: headings, list items, quotes, emphasis of a stance and of a source.
    const bare = sheet
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .split('\n')
      .map((line) => line.replace(/^(#{1,3} |- |> ?)/, '').replace(/\*\*Supports\*\*|”, \*|\*, 2025/g, ''));
    for (const line of bare) assert.doesNotMatch(line, /[<>[\]`*_#|~$&@]|^[-+=]|:\/|\w\.\w/, line);
    assert.equal(sheet.split('\n').filter((line) => line.startsWith('# ')).length, 1);
  });
});

describe('shown', () => {
  for (const [text, expected] of [
    ['Plain words, as they are: said.', 'Plain words, as they are: said.'],
    ['1. no list', '1\\. no list'],
    ['2014) no list', '2014\\) no list'],
    ['- no list', '\\- no list'],
    ['well-kept', 'well-kept'],
    ['=== no heading', '\\=== no heading'],
    ['a\n\n# b', 'a \\# b'],
    ['at 10:30', 'at 10\\:30'],
    ['e.g. this', 'e\\.g. this'],
    ['\u202eturned\u0007', 'turned'],
  ] as const) {
    it(`shows ${JSON.stringify(text)}`, () => assert.equal(shown(text), expected));
  }

  it('is undone by taking the backslashes away', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
        const plain = text
          .replace(/\p{Cc}+/gu, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        assert.equal(shown(text).replace(/\\([!-/:-@[-`{-~])/g, '$1'), plain);
      }),
      { numRuns: 200 },
    );
  });
});
