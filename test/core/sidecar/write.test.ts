import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSidecar } from '../../../src/core/sidecar/read.js';
import { sameStatement } from '../../../src/core/sidecar/equal.js';
import type { SidecarOperation, Statement, StatementChange } from '../../../src/core/sidecar/types.js';
import { editSidecar, editSidecarAll, invertOperation, newSidecar } from '../../../src/core/sidecar/write.js';
import type { EditResult } from '../../../src/core/sidecar/write.js';
import { applyEdits } from '../../../src/core/text/span.js';
import { anyStatement, byId, statement } from './samples.js';

/** A file as somebody keeps it by hand: comments, alignment, unknown keys, folded texts, odd order. */
const byHand = [
  '# yaml-language-server: $schema=x',
  'standpoint: 1   # the first',
  'coder: ann',
  'mood:  [good, "better"]',
  '',
  'statements:',
  '',
  '# === First day ===',
  '',
  '# the union, twice',
  '- id: s1',
  '  document:   minister-calms-fears',
  "  quote:      'it''s a #scandal'  # her words",
  '  stance:     oppose      # sure',
  '  weight: 3',
  '  at: [ 10,20 ]',
  '',
  '- document: minister-calms-fears',
  '  id: s2',
  '  quote: >-',
  '    folded over',
  '    two lines',
  '  note: |+',
  '    kept',
  '',
  '',
  '- {id: s3, document: b, quote: "in braces", x: [1, {y: 2}]}   # short',
  '# between',
  '- "id": s4',
  '  document: c d',
  '  quote: last',
  '  nested:',
  '    a: 1',
  '    b: [2]',
  '',
].join('\n');

function done(text: string, result: EditResult): string {
  assert.ok(result.ok, `refused: ${JSON.stringify(result)}`);
  return applyEdits(text, result.edits);
}

const statementsOf = (text: string): readonly Statement[] =>
  readSidecar(text).statements.map((one) => one.statement);

/** The lines of a that are not in b, each as often as it is missing. */
function missing(a: string, b: string): readonly string[] {
  const left = b.split('\n');
  return a.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe('splicing a sidecar', () => {
  it('writes a block as DESIGN has it, into a new file', () => {
    const one = statement('s7k3m9q2xw', {
      at: { start: 1032, end: 1068 },
      speaker: 'general-secretary',
      organisation: 'care-union',
      issue: 'outsourcing',
      stance: 'oppose',
      basis: 'claimed',
      claimedBy: 'adcs',
      created: '2026-11-21T10:12:42Z',
      note: 'An objection to "price"',
    });
    const start = newSidecar({ coder: 'coder-a', eol: '\n' });
    assert.equal(
      done(start, editSidecar(start, { kind: 'add', statement: one })),
      [
        'standpoint: 1',
        'coder: coder-a',
        '',
        'statements:',
        '',
        '- id: s7k3m9q2xw',
        '  document: minister-calms-fears',
        '  at: [1032, 1068]',
        '  quote: "price before care"',
        '  prefix: "She said that the plan puts "',
        '  suffix: ", and walked out."',
        '  speaker: general-secretary',
        '  organisation: care-union',
        '  issue: outsourcing',
        '  stance: oppose',
        '  basis: claimed',
        '  claimed_by: adcs',
        '  created: 2026-11-21T10:12:42Z',
        '  note: "An objection to \\"price\\""',
        '',
      ].join('\n'),
    );
  });

  const bare = statement('n1', { document: 'b', at: null, quote: 'q', prefix: '', suffix: '' });
  const block = (at = '- '): string =>
    `${at}id: n1\n${' '.repeat(at.length)}document: b\n${' '.repeat(at.length)}quote: "q"\n`;
  const starts: readonly (readonly [string, string, string])[] = [
    ['an empty file', '', `standpoint: 1\n\nstatements:\n\n${block()}`],
    ['comments only', '# mine\n', `# mine\n\nstandpoint: 1\n\nstatements:\n\n${block()}`],
    ['comments and no last line end', '# mine', `# mine\n\nstandpoint: 1\n\nstatements:\n\n${block()}`],
    ['a byte order mark only', '\ufeff', `\ufeffstandpoint: 1\n\nstatements:\n\n${block()}`],
    ['a header only', 'standpoint: 1\ncoder: a\n', `standpoint: 1\ncoder: a\n\nstatements:\n\n${block()}`],
    ['a list of nothing', 'statements:\n', `statements:\n\n${block()}`],
    ['a list of nothing and no last line end', 'statements:', `statements:\n\n${block().trimEnd()}`],
    ['an empty list in brackets', 'statements: [ ] # none\n', `statements: # none\n\n${block()}`],
    ['null', 'statements: ~\n', `statements:\n\n${block()}`],
    ['a key behind the list', 'statements: []\nmood: good\n', `statements:\n\n${block()}\nmood: good\n`],
    [
      'entries indented by 2',
      'statements:\n  - id: a\n    document: a\n    quote: x\n',
      `statements:\n  - id: a\n    document: a\n    quote: x\n\n${block('  - ')}`.replace(
        /\n(id|document: b|quote: "q")/g,
        '\n$1',
      ),
    ],
    [
      'CRLF',
      'statements:\r\n- id: a\r\n  document: a\r\n  quote: x',
      `statements:\r\n- id: a\r\n  document: a\r\n  quote: x\r\n\r\n${block().trimEnd().replaceAll('\n', '\r\n')}`,
    ],
    [
      'lone CR',
      'statements:\r- id: a\r  document: a\r  quote: x\r',
      `statements:\r- id: a\r  document: a\r  quote: x\r\r${block().replaceAll('\n', '\r')}`,
    ],
  ];
  for (const [name, before, after] of starts) {
    it(`adds the first or the last statement to ${name}, and takes it away again`, () => {
      const text = done(before, editSidecar(before, { kind: 'add', statement: bare }));
      assert.equal(text, after);
      assert.deepEqual(statementsOf(text).at(-1), bare);
      const again = done(text, editSidecar(text, { kind: 'remove', id: 'n1' }));
      assert.deepEqual(statementsOf(again), statementsOf(before));
    });
  }

  it('gives a new header its coder', () => {
    const text = done('', editSidecar('', { kind: 'add', statement: bare }, undefined, { coder: 'ann' }));
    assert.equal(readSidecar(text).coder, 'ann');
  });

  it('puts a statement among those of its document by start, else by the order of the documents', () => {
    const order = (document: string): number => ['a', 'b', 'c', 'd'].indexOf(document);
    let text = newSidecar({ coder: null, eol: '\n' });
    const placed: readonly (readonly [string, string, number])[] = [
      ['s1', 'c', 50],
      ['s2', 'a', 10],
      ['s3', 'c', 20],
      ['s4', 'c', 70],
      ['s5', 'b', 5],
      ['s6', 'd', 0],
      ['s7', 'c', 50],
    ];
    for (const [id, document, start] of placed) {
      const one = statement(id, { document, at: { start, end: start + 1 } });
      text = done(text, editSidecar(text, { kind: 'add', statement: one }, order));
    }
    assert.deepEqual(
      statementsOf(text).map(({ id }) => id),
      ['s2', 's5', 's3', 's1', 's7', 's4', 's6'],
    );
    assert.equal(text.match(/\n\n- id/g)?.length, 7);
    assert.ok(!text.includes('\n\n\n'));
  });

  it('touches one line of a file kept by hand, or adds one', () => {
    const changes: readonly (readonly [string, StatementChange, readonly string[], readonly string[]])[] = [
      [
        's1',
        { stance: 'support' },
        ['  stance:     oppose      # sure'],
        ['  stance:     support      # sure'],
      ],
      [
        's1',
        { quote: "it's" },
        ["  quote:      'it''s a #scandal'  # her words"],
        ['  quote:      "it\'s"  # her words'],
      ],
      ['s1', { issue: 'outsourcing' }, [], ['  issue: outsourcing']],
      ['s1', { stance: null }, ['  stance:     oppose      # sure'], []],
      ['s1', { at: { start: 1, end: 2 } }, ['  at: [ 10,20 ]'], ['  at: [1, 2]']],
      [
        's2',
        { quote: 'one line' },
        ['  quote: >-', '    folded over', '    two lines'],
        ['  quote: "one line"'],
      ],
      ['s2', { note: null }, ['  note: |+', '    kept', '', ''], []],
      ['s2', { stance: 'x' }, [], ['  stance: x']],
      [
        's3',
        { stance: 'mixed', quote: 'y' },
        ['- {id: s3, document: b, quote: "in braces", x: [1, {y: 2}]}   # short'],
        ['- {id: s3, document: b, quote: "y", stance: mixed, x: [1, {y: 2}]}   # short'],
      ],
      ['s4', { note: 'n' }, [], ['  note: "n"']],
    ];
    for (const [id, change, gone, come] of changes) {
      const text = done(byHand, editSidecar(byHand, { kind: 'set', id, change }));
      assert.deepEqual(
        [missing(byHand, text), missing(text, byHand)],
        [gone, come],
        JSON.stringify([id, change]),
      );
    }
  });

  it('removes a block with the comment lines right above it, and no others', () => {
    const text = done(byHand, editSidecar(byHand, { kind: 'remove', id: 's1' }));
    assert.ok(text.includes('# === First day ===\n\n- document: minister-calms-fears'));
    assert.ok(!text.includes('the union, twice'));
    const noLast = done(byHand, editSidecar(byHand, { kind: 'remove', id: 's4' }));
    assert.ok(noLast.endsWith('# short\n'));
  });

  it('takes back a removal with comments and unknown keys, byte for byte', () => {
    for (const id of ['s1', 's3', 's4']) {
      const file = readSidecar(byHand);
      const removal: SidecarOperation = { kind: 'remove', id };
      const without = done(byHand, editSidecar(byHand, removal));
      const back = done(without, editSidecar(without, invertOperation(file, removal)));
      const blockOf = (text: string): string => {
        const { span } = readSidecar(text).statements.find((one) => one.statement.id === id) ?? {
          span: { start: 0, end: 0 },
        };
        return text.slice(span.start, span.end);
      };
      assert.equal(blockOf(back), blockOf(byHand));
      assert.deepEqual(byId(statementsOf(back)), byId(statementsOf(byHand)));
    }
  });

  it('does not change a text that keeps its blank lines when a block is put behind it', () => {
    const one = statement('n1', { at: { start: 900, end: 901 } });
    const text = done(byHand, editSidecar(byHand, { kind: 'add', statement: one }));
    assert.equal(statementsOf(text).find(({ id }) => id === 's2')?.note, 'kept\n\n\n');
  });

  it('refuses what would lose something', () => {
    const cases: readonly (readonly [string, SidecarOperation, string])[] = [
      [byHand, { kind: 'set', id: 'nobody', change: { stance: 'x' } }, 'unknown-id'],
      [byHand, { kind: 'remove', id: 'nobody' }, 'unknown-id'],
      [byHand, { kind: 'add', statement: statement('s1') }, 'duplicate-id'],
      [byHand, { kind: 'add', statement: statement('n1', { quote: 'x'.repeat(70_000) }) }, 'too-large'],
      [byHand, { kind: 'set', id: 's1', change: { note: 'x'.repeat(70_000) } }, 'too-large'],
      [
        'statements:\n- id: a\n  document: d\n  quote: !x y\n',
        { kind: 'set', id: 'a', change: { quote: 'z' } },
        'layout',
      ],
      [
        'statements:\n- id: a\n  document: d\n  quote: q\n  at:\n  - 1\n  - 2\n',
        { kind: 'set', id: 'a', change: { at: { start: 2, end: 3 } } },
        'layout',
      ],
      [
        'statements:\n- id: a\n  stance: x\n',
        { kind: 'set', id: 'a', change: { stance: 'y' } },
        'statement-invalid',
      ],
      ['statements: {}\n', { kind: 'add', statement: statement('n1') }, 'not-writable'],
      ['a: b\n...\n', { kind: 'add', statement: statement('n1') }, 'layout'],
    ];
    for (const [text, operation, reason] of cases) {
      const result = editSidecar(text, operation);
      assert.equal(result.ok ? 'written' : result.reason, reason, JSON.stringify(operation).slice(0, 80));
    }
  });

  it('adds nothing twice, as when a journal is replayed', () => {
    const one = statement('n1');
    const add: SidecarOperation = { kind: 'add', statement: one };
    const text = done(byHand, editSidecarAll(byHand, [add, add]));
    assert.deepEqual(editSidecar(text, add), { ok: true, edits: [] });
  });

  it('says the same as the same operations on data, one by one or in one batch', () => {
    const change: fc.Arbitrary<StatementChange> = anyStatement('x').chain((all) =>
      fc
        .subarray(['document', 'at', 'quote', 'speaker', 'stance', 'claimedBy', 'note', 'basis'] as const)
        .map((keys) => Object.fromEntries(keys.map((key) => [key, all[key]]))),
    );
    const id = fc.constantFrom('s1', 's2', 's3', 's4', 'n1', 'n2', 'n3', 'n4');
    const operation: fc.Arbitrary<SidecarOperation> = fc.oneof(
      id.chain(anyStatement).map((one) => ({ kind: 'add' as const, statement: one })),
      fc.record({ kind: fc.constant('set' as const), id, change }),
      fc.record({ kind: fc.constant('remove' as const), id }),
    );
    const eols = fc.constantFrom('\n', '\r\n', '\r');
    const ends = fc.constantFrom('', '\n');
    const starts = fc.tuple(fc.constantFrom(byHand, newSidecar({ coder: 'a', eol: '\n' }), ''), eols, ends);
    fc.assert(
      fc.property(starts, fc.array(operation, { maxLength: 12 }), ([start, eol, end], operations) => {
        const first = (start.trimEnd() + (start === '' ? '' : end)).replaceAll('\n', eol);
        const data = new Map(byId(statementsOf(first)));
        let text = first;
        let file = readSidecar(first);
        const applied: SidecarOperation[] = [];
        for (const one of operations) {
          const result = editSidecar(text, one, (document) => document.length, { file });
          if (!result.ok) {
            assert.ok(
              result.reason === 'unknown-id' ||
                result.reason === 'duplicate-id' ||
                result.reason === 'layout',
            );
            continue;
          }
          if (one.kind === 'add') data.set(one.statement.id, one.statement);
          else if (one.kind === 'remove') data.delete(one.id);
          else data.set(one.id, { ...(data.get(one.id) ?? assert.fail()), ...one.change });
          text = applyEdits(text, result.edits);
          file = readSidecar(text, file);
          applied.push(one);
          assert.ok(file.writable, text);
        }
        const cold = readSidecar(text);
        const found = byId(cold.statements.map((each) => each.statement));
        assert.deepEqual(found, byId(statementsOf(text)));
        assert.equal(found.size, data.size);
        for (const [key, value] of data) assert.ok(sameStatement(found.get(key) ?? assert.fail(key), value));
        assert.deepEqual(
          file.statements.map((each) => [each.statement, each.span, [...each.values]]),
          cold.statements.map((each) => [each.statement, each.span, [...each.values]]),
        );
        assert.deepEqual(file.problems, cold.problems);
        const batch = editSidecarAll(first, applied, (document) => document.length);
        if (batch.ok) assert.deepEqual(byId(statementsOf(applyEdits(first, batch.edits))), found);
        else assert.equal(batch.reason, 'layout');
      }),
      { numRuns: 150 },
    );
  }).timeout(30_000);

  it('leaves every line that it is not about', () => {
    const id = fc.constantFrom('s1', 's2', 's3', 's4');
    fc.assert(
      fc.property(
        id,
        fc.constantFrom('stance', 'issue', 'note', 'quote'),
        fc.option(fc.string(), { nil: null }),
        (one, key, value) => {
          if (key === 'quote' && value === null) return;
          const result = editSidecar(byHand, { kind: 'set', id: one, change: { [key]: value } });
          assert.ok(result.ok);
          const { span } =
            readSidecar(byHand).statements.find((each) => each.statement.id === one) ?? assert.fail();
          for (const edit of result.edits) assert.ok(edit.start >= span.start && edit.end <= span.end + 3);
          const text = applyEdits(byHand, result.edits);
          assert.ok(text.startsWith(byHand.slice(0, span.start)));
          assert.ok(text.endsWith(byHand.slice(span.end + 3)));
        },
      ),
    );
  }).timeout(30_000);
});
