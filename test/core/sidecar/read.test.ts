import assert from 'node:assert/strict';
import { formatBlock } from '../../../src/core/sidecar/format.js';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import type { SidecarFile } from '../../../src/core/sidecar/types.js';
import { editSidecar } from '../../../src/core/sidecar/write.js';
import { applyEdits } from '../../../src/core/text/span.js';
import { statement } from './samples.js';

/** An entry with all that one needs, and whatever else is said. */
const entry = (id: string, ...more: readonly string[]): string =>
  [`- id: ${id}`, '  document: d', '  quote: "q"', ...more.map((line) => `  ${line}`), ''].join('\n');
const file = (...entries: readonly string[]): string =>
  `standpoint: 1\n\nstatements:\n\n${entries.join('\n')}`;
const good = entry('s1');
const codes = (read: SidecarFile): readonly string[] => read.problems.map(({ code }) => code);
const ids = (read: SidecarFile): readonly string[] => read.statements.map((one) => one.statement.id);

/** [what, text, ids of the statements that are shown, problem codes, may be written] */
type Row = readonly [string, string, readonly string[], readonly string[], boolean];

/** The groups of bad input are those of the list that the reader was designed against; the numbers are its. */
const groups: Readonly<Record<string, readonly Row[]>> = {
  '1: nothing in it': [
    ['empty', '', [], [], true],
    ['line ends', '\n\r\n\n', [], [], true],
    ['comments', '# a\n# b', [], [], true],
    ['a byte order mark', '\ufeff', [], [], true],
  ],
  '2: another thing at the top': [
    ['a word', 'hello\n', [], ['not-a-map'], false],
    ['a number', '3\n', [], ['not-a-map'], false],
    ['a list', `- a\n- b\n`, [], ['not-a-map'], false],
    ['null', 'null\n', [], ['not-a-map'], false],
  ],
  '3: a list that is none': [
    ['missing', 'standpoint: 1\n', [], [], true],
    ['null', 'statements: null\n', [], [], true],
    ['blank', 'statements:\n\nother: x\n', [], [], true],
    ['a map', 'statements:\n  a: 1\n', [], ['statements-not-a-list'], false],
    ['a map in braces', 'statements: {a: 1}\n', [], ['statements-not-a-list'], false],
    ['a word', 'statements: none\n', [], ['statements-not-a-list'], false],
    ['a number', 'statements: 3\n', [], ['statements-not-a-list'], false],
  ],
  '4: entries that are none': [
    ['a word', file('- hello\n', good), ['s1'], ['statement-invalid'], true],
    ['nothing', file('-\n', good), ['s1'], ['statement-invalid'], true],
    ['a list', file('- - a\n  - b\n', good), ['s1'], ['statement-invalid'], true],
    ['no quote', file('- id: a\n  document: d\n', good), ['s1'], ['statement-invalid'], true],
    ['no document', file('- id: a\n  quote: q\n', good), ['s1'], ['statement-invalid'], true],
    ['no id', file('- document: a\n  quote: q\n', good), ['s1'], ['statement-invalid'], true],
    [
      'a quote that is a list',
      file('- id: a\n  document: d\n  quote: [x]\n', good),
      ['s1'],
      ['statement-invalid'],
      true,
    ],
    ['a note that is a list', file(entry('a', 'note: [x]')), ['a'], ['statement-invalid'], true],
    ['a basis that is none', file(entry('a', 'basis: guessed')), ['a'], ['statement-invalid'], true],
  ],
  '5 to 7: what a merge leaves': [
    ['a key twice', file(entry('a', 'stance: x', 'stance: y'), good), ['s1'], ['duplicate-key'], false],
    [
      'a key twice, in quotes',
      file(entry('a', 'stance: x', '"stance": y'), good),
      ['s1'],
      ['duplicate-key'],
      false,
    ],
    ['an id twice', file(good, good), ['s1', 's1'], ['duplicate-id', 'duplicate-id'], false],
    ['an id only', file('- id: a\n', good), ['s1'], ['botched-merge'], true],
    [
      'two in one',
      file('- id: a\n- id: b\n  document: d\n  coder: x\n  quote: q\n  coder: y\n', good),
      ['s1'],
      ['botched-merge', 'duplicate-key'],
      false,
    ],
  ],
  '8: conflict markers': [
    [
      'round an entry',
      file('<<<<<<< ours\n', entry('a'), '=======\n', entry('b'), '>>>>>>> theirs\n', good),
      ['a', 'b', 's1'],
      ['conflict-markers'],
      false,
    ],
    [
      'in an entry',
      file(`- id: a\n  document: d\n<<<<<<< ours\n  quote: x\n=======\n  quote: y\n>>>>>>> theirs\n`, good),
      ['s1'],
      ['conflict-markers'],
      false,
    ],
    [
      'with the base',
      file('<<<<<<< ours\n', entry('a'), '||||||| base\n=======\n>>>>>>> theirs\n', good),
      ['a', 's1'],
      ['conflict-markers'],
      false,
    ],
    [
      'round the header',
      `<<<<<<< ours\ncoder: a\n=======\ncoder: b\n>>>>>>> theirs\nstatements:\n${good}`,
      ['s1'],
      ['conflict-markers'],
      false,
    ],
    ['half taken out', file(good, '=======\n', entry('b')), ['s1', 'b'], ['conflict-markers'], false],
    [
      'two conflicts',
      file('<<<<<<< a\n=======\n>>>>>>> b\n', good, '<<<<<<< a\n=======\n>>>>>>> b\n'),
      ['s1'],
      ['conflict-markers', 'conflict-markers'],
      false,
    ],
  ],
  '9: tabs': [
    ['before a key', file('- id: a\n\tdocument: d\n', good), ['s1'], ['tab'], false],
    ['after blanks', file('- id: a\n  document: d\n \tquote: q\n', good), ['s1'], ['tab'], false],
    ['in the header', `standpoint: 1\n\tcoder: a\nstatements:\n${good}`, ['s1'], ['tab'], false],
    ['behind a colon', file(entry('a', 'stance:\toppose')), ['a'], [], true],
  ],
  '10: several documents': [
    ['two', `${file(good)}---\n${file(good)}`, ['s1'], ['several-documents'], false],
    ['a marked start', `---\n${file(good)}`, ['s1'], [], true],
    ['a marked end', `${file(good)}...\n`, ['s1'], [], true],
  ],
  '11: another version of YAML': [
    [
      'words that stay words',
      `%YAML 1.1\n---\n${file(entry('a', 'stance: no', 'issue: yes', 'speaker: 12:30:45', 'note: 1_000', '<<: {x: y}'))}`,
      ['a'],
      [],
      true,
    ],
  ],
  '12: anchors and aliases': [
    ['an alias', file(`- id: &a a\n  document: d\n  quote: *a\n`, good), ['s1'], ['yaml'], false],
    ['one that leads nowhere', file(entry('a', 'note: *x'), good), ['s1'], ['yaml'], false],
    ['itself', file('- &a\n  id: a\n  note: *a\n', good), ['s1'], ['yaml'], false],
    ['an anchor alone', file(entry('a', 'note: &n x')), ['a'], [], true],
    [
      'a billion laughs',
      `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nstatements:\n${good}`,
      ['s1'],
      ['yaml', 'yaml', 'yaml', 'yaml'],
      false,
    ],
  ],
  '13: nesting': [
    ['10 000 brackets', file(`- id: a\n  note: ${'['.repeat(10_000)}\n`, good), ['s1'], ['yaml'], false],
    [
      'closed ones',
      file(`- id: a\n  note: ${'['.repeat(9_000)}${']'.repeat(9_000)}\n`, good),
      ['s1'],
      ['yaml'],
      false,
    ],
    ['100 000 brackets', `a: ${'['.repeat(100_000)}`, [], ['too-large'], false],
    ['60 000 brackets', `a: ${'['.repeat(60_000)}`, [], ['yaml'], false],
    ['dashes', file(`${'- '.repeat(20_000)}\n`, good), ['s1'], ['yaml'], false],
    [
      'levels',
      file(`- id: a\n${Array.from({ length: 420 }, (_, i) => `${' '.repeat(i + 2)}a:`).join('\n')}\n`, good),
      ['s1'],
      ['too-large'],
      true,
    ],
  ],
  '14: size': [
    [
      'many keys',
      file(`- id: a\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: v\n`).join('')}`, good),
      ['s1'],
      ['too-large'],
      true,
    ],
    [
      'as many keys as may be',
      file(`- id: a\n${Array.from({ length: 6_000 }, (_, i) => `  k${i}:\n`).join('')}`, good),
      ['s1'],
      ['statement-invalid'],
      true,
    ],
    ['200 000 comment lines', file(good, '# a\n'.repeat(200_000), entry('b')), ['s1', 'b'], [], true],
    ['200 000 comment lines at the top', '# a\n'.repeat(200_000), [], ['too-large'], false],
    [
      'a line of 1 MB',
      file(entry('a', `note: "${'x'.repeat(1_000_000)}"`), good),
      ['s1'],
      ['too-large'],
      true,
    ],
    ['a file of 33 MB', 'x'.repeat(33 * 1024 * 1024), [], ['too-large'], false],
  ],
  '15: tags': [
    ['a function', file(entry('a', 'note: !!js/function "x"')), ['a'], [], true],
    [
      'others',
      file(entry('a', 'note: !!python/object x', 'stance: !foo x', 'x: !!binary aGk=')),
      ['a'],
      [],
      true,
    ],
  ],
  '16: keys that are no words': [
    ['a list', file('- id: a\n  ? [a, b]\n  : x\n', good), ['s1'], ['yaml'], false],
  ],
  '17: names with a meaning in JavaScript': [
    [
      'keys',
      file(entry('a', '__proto__: {polluted: 1}', 'constructor: {prototype: {polluted: 1}}', 'toString: x')),
      ['a'],
      [],
      true,
    ],
    [
      'ids',
      file(entry('__proto__'), entry('constructor'), entry('toString')),
      ['__proto__', 'constructor', 'toString'],
      ['odd-id'],
      true,
    ],
  ],
  '18: marks that mean something': [
    ['an open quote', file('- id: a\n  document: d\n  quote: "x\n', good), ['s1'], ['yaml'], false],
    ['no colon', file(entry('a', 'stance'), good), ['s1'], ['yaml'], false],
    [
      'a colon in a text',
      file('- id: a\n  document: d\n  quote: he said: yes\n', good),
      ['s1'],
      ['yaml'],
      false,
    ],
    [
      'a comment in a text',
      file('- id: a\n  document: d\n  quote: the 1st #2 of\n', good),
      ['a', 's1'],
      ['statement-invalid'],
      true,
    ],
    ['an asterisk', file('- id: a\n  document: d\n  quote: *x\n', good), ['s1'], ['yaml'], false],
    ['an at sign', file('- id: a\n  document: d\n  quote: @x\n', good), ['s1'], ['yaml'], false],
    ['a backtick', file('- id: a\n  document: d\n  quote: `x`\n', good), ['s1'], ['yaml'], false],
    ['a percent sign', file('- id: a\n  document: d\n  quote: %x\n', good), ['s1'], ['yaml'], false],
  ],
  '20: line ends': [
    ['CRLF', file(good, entry('b')).replaceAll('\n', '\r\n'), ['s1', 'b'], [], true],
    ['CR', file(good, entry('b')).replaceAll('\n', '\r'), ['s1', 'b'], [], true],
    ['mixed', `${file(good).replaceAll('\n', '\r\n')}\n${entry('b')}`, ['s1', 'b'], [], true],
    ['none at the end', file(good).trimEnd(), ['s1'], [], true],
    ['a byte order mark', `\ufeff${file(good)}`, ['s1'], [], true],
    ['a byte order mark before the list', `\ufeffstatements:\n${good}`, ['s1'], [], true],
    ['blanks at the ends', file(good).replaceAll('\n', '  \n'), ['s1'], [], true],
  ],
  '21: not UTF-8': [
    ['a broken decoding', file(entry('a', 'note: "\ufffd"')), ['a'], ['not-utf8'], false],
    ['NUL', file(entry('a', 'note: "x\0"')), ['a'], ['not-utf8'], false],
    ['C1 controls', file(entry('a', 'note: "caf\u0082"')), ['a'], ['not-utf8'], false],
    ['half a character', file(entry('a', 'note: "\ud83d"')), ['a'], ['not-utf8'], false],
    ['the other half', file(entry('a', 'note: "\ude00x"')), ['a'], ['not-utf8'], false],
    ['a whole one', file(entry('a', 'note: "\u{1f600}"')), ['a'], [], true],
    ['UTF-16', [...file(good)].join('\0'), [], ['not-utf8', 'not-a-map'], false],
  ],
  '24: what we do not know': [
    [
      'a version',
      file(good).replace('standpoint: 1', 'standpoint: 99'),
      ['s1'],
      ['unsupported-version'],
      true,
    ],
    [
      'keys',
      `mood: [x]\n${file(entry('a', 'weight: 3', 'nested:', '  a: [1]'))}\nlast: {y: z}\n`,
      ['a'],
      [],
      true,
    ],
    ['braces', file('- {id: a, document: d, quote: q}\n', good), ['a', 's1'], [], true],
    ['keys in quotes', file('- "id": a\n  \'document\': d\n  quote: q\n'), ['a'], [], true],
  ],
  '25: another layout': [
    ['nothing on the line', 'statements: []\n', [], [], true],
    [
      'entries on the line',
      'statements: [{id: a, document: d, quote: q}, x]\n',
      ['a'],
      ['layout', 'statement-invalid'],
      false,
    ],
    [
      'all in braces',
      '{standpoint: 1, statements: [{id: a, document: d, quote: q}]}\n',
      ['a'],
      ['layout'],
      false,
    ],
    ['indented by 2', 'statements:\n  - id: a\n    document: d\n    quote: q\n', ['a'], [], true],
    [
      'indented by 4, no blank lines',
      'statements:\n    - id: a\n      document: d\n      quote: q\n    - id: b\n      document: d\n      quote: q\n',
      ['a', 'b'],
      [],
      true,
    ],
    [
      'two indentations',
      'statements:\n  - id: a\n    document: d\n    quote: q\n- id: b\n  document: d\n  quote: q\n',
      ['a', 'b'],
      ['layout'],
      false,
    ],
    ['id not first', file('- quote: q\n  id: a\n  document: d\n'), ['a'], [], true],
    ['the dash on its own line', file('-\n  id: a\n  document: d\n  quote: q\n'), ['a'], [], true],
    ['two lists', `${file(good)}statements:\n${entry('b')}`, ['s1'], ['duplicate-key'], false],
  ],
};

describe('reading a sidecar', () => {
  for (const [group, rows] of Object.entries(groups)) {
    describe(`bad input ${group}`, () => {
      for (const [what, text, shown, problems, writable] of rows) {
        it(what, () => {
          const read = readSidecar(text);
          assert.deepEqual(
            { ids: ids(read), codes: [...new Set(codes(read))].sort(), writable: read.writable },
            { ids: shown, codes: [...new Set(problems)].sort(), writable },
          );
          for (const { span } of read.problems) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= Math.max(1, text.length));
          }
        }).timeout(20_000);
      }
    });
  }

  it('keeps texts as they stand in the file', () => {
    const text = file(
      entry(
        'a',
        'stance: no',
        'issue: 007',
        'speaker: 2014-04-01',
        'organisation: ~',
        'note: 1_000',
        'created: yes',
      ),
    );
    const one = readSidecar(text).statements[0]?.statement;
    assert.deepEqual(
      [one?.stance, one?.issue, one?.speaker, one?.organisation, one?.note, one?.created],
      ['no', '007', '2014-04-01', null, '1_000', 'yes'],
    );
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('19: reads texts over several lines, and leaves them when a neighbour changes', () => {
    for (const text of [
      '|\n    a\n     b\n',
      '>-\n    a\n    b\n\n    c\n',
      '|2+\n    a\n\n',
      '>+\n    a  \n\n',
      '"a\n    b"\n',
      'a\n    b\n',
      "'a\n\n    b'\n",
    ]) {
      const before = file(`- id: a\n  document: d\n  quote: ${text}  stance: x\n`, good);
      const result = editSidecar(before, { kind: 'set', id: 'a', change: { stance: 'z' } });
      assert.ok(result.ok, text);
      assert.equal(applyEdits(before, result.edits), before.replace('stance: x', 'stance: z'));
      assert.ok(readSidecar(before).statements[0]?.statement.quote.startsWith('a'));
    }
  });

  it('22: compares ids as they stand in the file, and warns of odd ones', () => {
    const odd = [
      '0123456789',
      '1e5',
      '0x1f',
      '~',
      'null',
      '.inf',
      '../x',
      'a:b',
      'é',
      '"\u{1f600}"',
      'x'.repeat(5000),
    ];
    for (const id of odd) {
      const read = readSidecar(file(entry(id), good));
      const shown = id === '~' || id === 'null' ? [] : [id.replaceAll('"', '')];
      assert.deepEqual(ids(read), [...shown, 's1'], id);
      assert.deepEqual(codes(read), [shown.length > 0 ? 'odd-id' : 'statement-invalid'], id);
      assert.ok(read.writable);
    }
    assert.deepEqual(codes(readSidecar(file(entry('true'), entry('s-1_A')))), ['odd-id']);
    assert.deepEqual(codes(readSidecar(file(entry('0x1f'), entry('31')))), ['odd-id', 'odd-id']);
  });

  it('23: ignores a hint that is none', () => {
    const bad = [
      '[5]',
      '[9, 3]',
      '[-1, 5]',
      '[1.5, 2]',
      '["1", "2"]',
      '[1, 100000000000000000000]',
      '[.nan, 2]',
      '[1, 2, 3]',
      'x',
      '12',
      '{a: 1}',
      'null',
      '[1, x]',
    ];
    for (const at of bad) {
      const read = readSidecar(file(entry('a', `at: ${at}`)));
      assert.deepEqual(
        [read.statements[0]?.statement.at, codes(read), read.writable],
        [null, ['hint-ignored'], true],
        at,
      );
    }
    for (const at of ['[3, 9]', '[ 3,9 ]', '\n  - 3\n  - 9', '[3, 9] # here']) {
      const read = readSidecar(file(entry('a', `at: ${at}`)));
      assert.deepEqual([read.statements[0]?.statement.at, codes(read)], [{ start: 3, end: 9 }, []], at);
    }
    assert.deepEqual(codes(readSidecar(file(good))), []);
    assert.deepEqual(
      readSidecar(file(entry('a', 'at: [5, 90000000]'))).statements[0]?.statement.at?.end,
      90_000_000,
    );
  });

  it('24: leaves everything else as it is when an entry changes', () => {
    const strange = [
      '# yaml-language-server: $schema=x',
      'standpoint: 99',
      'mood: {a: [b]}   # unknown',
      'statements:   # here',
      '# above',
      '- quote:    "aligned"',
      '  "id":     a',
      '  document: d   # behind',
      '  # inside',
      '  weight:   3',
      '- {id: b, document: d, quote: q, x: y}',
      '',
      good.trimEnd(),
      '   ',
      '# below',
      'tail: z',
    ].join('\n');
    const result = editSidecar(strange, { kind: 'set', id: 's1', change: { stance: 'oppose' } });
    assert.ok(result.ok);
    assert.equal(
      applyEdits(strange, result.edits),
      strange.replace('  quote: "q"\n', '  quote: "q"\n  stance: oppose\n'),
    );
  });

  it('says where blocks and values are', () => {
    for (const text of [
      file(good, entry('b', 'stance:   x  # y')),
      `\ufeff${file(entry('b', 'stance: x'))}`.replaceAll('\n', '\r\n'),
    ]) {
      const read = readSidecar(text);
      const last = read.statements.at(-1);
      assert.ok(last);
      assert.ok(text.slice(last.span.start, last.span.end).startsWith('- id: b'));
      assert.ok(/x( {2}# y)?$/.test(text.slice(last.span.start, last.span.end)));
      const stance = last.values.get('stance');
      assert.equal(stance && text.slice(stance.start, stance.end), 'x');
    }
  });

  it('14: stops parsing when a hostile file would take minutes', () => {
    const slow = `- id: a\n${Array.from({ length: 6_000 }, (_, i) => `  k${i}:\n`).join('')}`;
    const read = readSidecar(
      file(...Array.from({ length: 60 }, (_, i) => slow.replace('id: a', `id: a${i}`)), good),
    );
    assert.equal(read.problems.at(-1)?.code, 'too-large');
    assert.equal(read.writable, false);
  }).timeout(60_000);

  it('reads the coder', () => {
    assert.equal(readSidecar(`coder: 007\n${file(good)}`).coder, '007');
    assert.equal(readSidecar(`${file(good)}coder: last\n`).coder, 'last');
    assert.equal(readSidecar(file(good)).coder, null);
    const read = readSidecar(`coder: [a]\n${file(good)}`);
    assert.deepEqual([read.coder, codes(read), read.writable], [null, ['statement-invalid'], true]);
  });

  it('reads what is left of a file, in which an entry is broken, at its place', () => {
    const text = file(good, '- id: a\n  quote: "x\n', entry('b'));
    const problem = readSidecar(text).problems[0];
    assert.ok(problem);
    const line = text.slice(0, problem.span.start).split('\n').length;
    assert.ok(line >= 9 && line <= 11, `line ${line}`);
  });

  it('reads the next version of a text as if for the first time', () => {
    const all = Array.from({ length: 30 }, (_, i) => formatBlock(statement(`s${i}`), 0, '\n'));
    const first = file(all.join('\n\n'));
    const known = readSidecar(first);
    const versions = [
      first.replace('- id: s7', '- id: s8'),
      first.replace('- id: s7', '  x: y'),
      first.replace('- id: s0', '  x: y'),
      first.replace('- id: s7', '# id: s7'),
      first.replace('\n- id: s7', 'x\n- id: s7'),
      first.replace('\n- id: s7', '- id: s7'),
      first.replace('- id: s7', '<<<<<<< x\n- id: s7'),
      first.replace('- id: s7', '- id: "\0"'),
      first.replace('- id: s7', 'tail: x'),
      first.replace('- id: s29', '# mine\n- id: s29'),
      first.replaceAll('- id', '  - id'),
      `${first}\n  x: y\n`,
      `${first}\ntail: x\n`,
      first.slice(0, first.indexOf('- id: s1\n')),
      first.slice(0, first.indexOf('- id: s0\n')),
      first.replace('standpoint: 1', 'standpoint: 2'),
      `${first}\n\n${all[3] ?? ''}`,
      '',
    ];
    for (const text of versions) {
      const again = readSidecar(text, known);
      const cold = readSidecar(text);
      const plain = (read: SidecarFile): unknown => ({
        ...read,
        statements: read.statements.map((one) => [one.statement, one.span, [...one.values]]),
      });
      assert.deepEqual(plain(again), plain(cold), text.slice(0, 300));
      const remove = { kind: 'remove', id: 's29' } as const;
      assert.deepEqual(editSidecar(text, remove, undefined, { file: again }), editSidecar(text, remove));
    }
    assert.equal(readSidecar(first, known), known);
  });
});
