import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchProject } from '../../../src/core/concordance/find.js';
import { readQuery } from '../../../src/core/concordance/query.js';
import type { Project } from '../../../src/core/model/project.js';
import { ADDRESS, find, keywords, projectOf, ROWS, TEXT } from './project.js';

describe('findInProject', () => {
  const project = projectOf();
  const table: readonly (readonly [string, readonly string[]])[] = [
    // Words.
    ['fare', ['early: fare', 'early: fare', 'early: fare', 'late: fare', 'undated: Fare', 'undated: fare']],
    ['is:whole fare', ['late: fare']],
    ['cafe', ['early: café']],
    ['"no fare should rise"', ['late: No fare should\nrise']],
    ['"fares rise"', []],
    ['nowhere', []],
    // All words in one passage; the first is the keyword.
    ['2009 nobody', ['early: 2009']],
    ['fares today', ['early: fares', 'early: fares']],
    ['today fares', ['early: today']],
    ['2009 quill', []],
    ['quill penny', ['late: Quill']],
    // Scopes.
    ['in:quotes quill', []],
    ['in:quotes fare', ['early: fare', 'early: fare', 'late: fare']],
    ['in:statements fare', ['early: fare', 'early: fare']],
    // Dates.
    ['fare from:2025-02', ['late: fare']],
    ['fare to:2025-01', ['early: fare', 'early: fare', 'early: fare']],
    ['fare from:2025-01-10 to:2025-01-10', ['early: fare', 'early: fare', 'early: fare']],
    ['fare from:2026', []],
    // Tagged or not: by the quote, or by the words themselves.
    ['fare is:tagged', ['early: fare', 'early: fare', 'early: fare']],
    ['fare is:untagged', ['late: fare', 'undated: Fare', 'undated: fare']],
    ['nobody is:tagged', []],
    // Who says it.
    ['fare speaker:ada-quill', ['early: fare', 'early: fare', 'late: fare']],
    ['fare speaker:QUILL', ['early: fare', 'early: fare', 'late: fare']],
    ['fare organisation:forum', ['early: fare', 'early: fare']],
    ['fare organisation:board', ['early: fare', 'late: fare']],
    ['boats organisation:hb', ['early: boats', 'early: boats']],
    ['fare speaker:nobody', []],
    // What it is about.
    ['fare issue:fares', ['early: fare', 'early: fare', 'early: fare']],
    ['fare issue:"may rise" stance:support', ['early: fare', 'early: fare']],
    ['fare issue:fares stance:oppose', []],
    ['organisation:forum stance:neutral', []],
  ];
  for (const [text, expected] of table) {
    it(`finds ${expected.length} for ${text}`, () => assert.deepEqual(keywords(project, text), expected));
  }

  it('finds all quotes of an organisation where no word is given, tagged or not', () => {
    assert.deepEqual(keywords(project, 'organisation:board'), [
      'early: ferry fares were last raised',
      'early: Night boats cost more than day boats.',
      'late: No fare should\nrise by a penny.',
    ]);
    assert.deepEqual(keywords(project, 'organisation:forum is:untagged'), []);
    assert.deepEqual(keywords(project, 'organisation:board is:untagged'), [
      'early: Night boats cost more than day boats.',
      'late: No fare should\nrise by a penny.',
    ]);
  });

  it('lets the coder say whose words they are, where the text says otherwise', () => {
    const [hit] = find(project, '"it is over"');
    assert.equal(hit?.speaker?.name, 'Tom Brace');
    assert.deepEqual(
      hit?.statements.map(({ stored }) => stored.statement.id),
      ['sbbbbbbbbb'],
    );
    assert.deepEqual(keywords(project, 'over organisation:forum'), ['late: over']);
  });

  it('tells the quote, who says it, and the statements on it', () => {
    const [hit] = find(project, 'rise speaker:quill to:2025-01');
    assert.equal(hit?.quote?.kind, 'direct');
    assert.deepEqual(hit?.speaker, { id: 'ada-quill', name: 'Ada Quill' });
    assert.deepEqual(hit?.organisation, { id: 'forum', name: 'Islanders Forum' });
    assert.equal(hit?.title, 'The <b>first</b> boat');
    assert.equal(hit?.corpus, ADDRESS);
    assert.deepEqual(
      hit?.statements.map(({ stored }) => stored.statement.id),
      ['saaaaaaaaa'],
    );
  });

  it('offers to tag the quote without its marks, or the sentence', () => {
    const words = (text: string) => {
      const [hit] = find(project, text);
      const model = project.corpus(ADDRESS)?.document(hit?.document ?? '');
      return model?.text.slice(hit?.passage.start, hit?.passage.end);
    };
    assert.equal(words('cafe'), 'The fares may have to rise. No café can live on the fares of today.');
    assert.equal(words('hall'), 'Nobody in the hall could say why.');
    assert.equal(words('in:statements raised'), 'ferry fares were last raised');
  });

  it('leaves out what is not the source’s own', () => {
    const text =
      '=== one\n\nPicture: the fares\n\nThe fares go up. Photo: fares office\n\nRelated: More on fares\n';
    const own = projectOf(text, []);
    assert.equal(own.corpus(ADDRESS)?.document('one')?.document.furniture.length, 2);
    assert.deepEqual(keywords(own, 'fares'), ['one: fares', 'one: fares']);
  });

  it('stops at the limit', () => {
    assert.equal(find(project, 'fare', 2).length, 2);
    assert.equal(find(project, 'fare', 0).length, 0);
  });

  it('rests after each document and among many candidates', () => {
    const many = projectOf(`=== one\n\n${'fares and more. '.repeat(1000)}\n`, []);
    const steps = [...searchProject(many, readQuery('fares speaker:nobody').query)];
    assert.ok(steps.every((step) => step === null));
    assert.ok(steps.length >= 10);
  });

  it('reads the quotes only of documents that hold the words', () => {
    const fresh: Project = projectOf(TEXT, []);
    const analysed: string[] = [];
    for (const model of fresh.corpus(ADDRESS)?.documents ?? []) {
      const analysis = (): typeof model.analysis => {
        analysed.push(model.document.id);
        return { quotes: [], mentions: [] };
      };
      Object.defineProperty(model, 'analysis', { get: analysis });
    }
    find(fresh, 'penny');
    assert.deepEqual([...new Set(analysed)], ['late']);
  });

  it('gives spans within the document, for any text and query', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      ' fares ',
      'Ada Quill said',
      '.\n\n',
      'é',
      '\u00ad',
      '\r\n',
      ' no',
    );
    const query = fc.constantFrom(
      'fares',
      'fares no',
      'is:whole no',
      'in:quotes fares',
      '"fares no"',
      'speaker:quill',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), query, (pieces, text) => {
        const any = projectOf(`=== one\n\n${pieces.join('')}\n`, []);
        const length = any.corpus(ADDRESS)?.document('one')?.text.length ?? 0;
        for (const { span, passage, line } of find(any, text)) {
          assert.ok(0 <= span.start && span.start < span.end && span.end <= length);
          assert.ok(passage.start < passage.end && passage.end <= length);
          const whole = line.before + line.keyword + line.after;
          assert.ok(!/[\r\n]/.test(whole));
          assert.ok(line.marks.every(({ start, end }) => start < end && end <= whole.length));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('knows nothing of statements whose words are gone', () => {
    const lost = projectOf(
      TEXT,
      ROWS.map((row) => ({ ...row, quote: 'words that nobody ever wrote down here' })),
    );
    assert.deepEqual(keywords(lost, 'in:statements fare'), []);
    assert.equal(find(lost, 'fare is:tagged').length, 0);
  });
});

describe('the line of a hit', () => {
  const project = projectOf();
  const line = (text: string) => find(project, text)[0]?.line;

  it('stands on one line and marks every word of the query', () => {
    const found = line('"no fare" penny');
    const whole = `${found?.before}${found?.keyword}${found?.after}`;
    assert.equal(whole, 'Ada Quill said: “No fare should rise by a penny.”');
    assert.deepEqual(
      found?.marks.map(({ start, end }) => whole.slice(start, end)),
      ['No fare', 'penny'],
    );
  });

  it('is cut between words, with an ellipsis', () => {
    const found = line('cafe');
    assert.match(found?.before ?? '', /^…\S/);
    assert.equal(found?.keyword, 'café');
    assert.equal(found?.after, ' can live on the fares of today.”');
    assert.ok((found?.before.length ?? 99) <= 41);
  });

  it('begins with the quote where no word is looked for', () => {
    assert.deepEqual(line('speaker:brace'), { before: '', keyword: 'It is over,', after: '', marks: [] });
    const long = projectOf(`=== one\n\n“${'words and more '.repeat(40)}” said Ann Hill.\n`, []);
    const [hit] = find(long, 'speaker:hill');
    assert.match(hit?.line.keyword ?? '', /^words and more .*more…$/);
  });

  it('holds no character that would turn round what stands beside it', () => {
    const text = '=== one\n\nThe \u202efares\u202c of\u2066 today\u2069.\n';
    const [hit] = find(projectOf(text, []), 'fares');
    assert.equal(`${hit?.line.before}${hit?.line.keyword}${hit?.line.after}`, 'The fares of today .');
  });
});
