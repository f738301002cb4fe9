import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCodebook } from '../../../src/core/codebook/read.js';
import { corpusFindings, sidecarFindings } from '../../../src/core/problems/findings.js';
import { actorsCalled, mentionProblems } from '../../../src/core/registry/sharedNames.js';
import { CORPUS, projectOf, sidecar, SIDECAR } from './project.js';

const { codebook } = readCodebook(`standpoint: 1
organisations:
- {id: quay, name: Quay Society, aliases: [QS, the society, Quay]}
- {id: quarry, name: Quarry Staff, aliases: [QS, "Quarrymen’s Lodge"]}
people:
- {id: lodge, name: Quarrymen's Lodge}
- {id: may-quay, name: May Quay, aliases: [Quay, The Society]}
- {id: twice, name: Only One, aliases: [only one]}
`);

describe('registry: mentions that fit two actors', () => {
  const found = (text: string): readonly string[] =>
    mentionProblems(codebook, text).map(({ span }) => text.slice(span.start, span.end));

  for (const [text, names] of [
    ['The QS met.', ['QS']],
    ['qs, then Qs', []],
    ['SQS and QSS', []],
    ['Quay Society, that is Quay.', ['Quay']],
    ['May Quay said. “Quay,” she said.', ['Quay']],
    ['The society met. Society!', ['society', 'Society']],
    ["the Quarrymen’s Lodge, a Quarrymen's Lodge", ['Quarrymen’s Lodge', "Quarrymen's Lodge"]],
    ['Only One', []],
    ['Quarry Staff', []],
    ['', []],
  ] as const) {
    it(`finds ${names.join(', ') || 'none'} in “${text}”`, () => assert.deepEqual(found(text), names));
  }

  it('names both actors, and all that are called so', () => {
    assert.deepEqual(mentionProblems(codebook, 'a QS')[0], {
      code: 'mention-of-two',
      severity: 'information',
      span: { start: 2, end: 4 },
      values: ['QS', 'quay', 'quarry'],
    });
    assert.deepEqual(actorsCalled(codebook, 'Quay'), [
      { kind: 'organisation', id: 'quay' },
      { kind: 'person', id: 'may-quay' },
    ]);
  });

  it('lies within the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Quay', 'Society', ' ', 'QS', '’', '\n', 'é', '😀')), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span } of mentionProblems(codebook, text)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
          last = span.end;
        }
      }),
    );
  });

  it('tells of it where it stands in the file', () => {
    const text = `standpoint: 1
organisations:
- {id: board, name: Harbour Board, aliases: [HB]}
- {id: brewers, name: Hop Brewers, aliases: [HB]}
`;
    const project = projectOf({ codebook: text });
    const corpus = project.corpus(CORPUS);
    assert.ok(corpus);
    assert.deepEqual(
      corpusFindings(project, corpus, []).map(({ code, span, message }) => [
        code,
        corpus.text.slice(span.start - 4, span.end),
        message,
      ]),
      [['mention-of-two', 'the HB', '“HB” may be “board” or “brewers”: the codebook calls both so.']],
    );
    const plain = projectOf();
    const same = plain.corpus(CORPUS);
    assert.ok(same);
    assert.deepEqual(corpusFindings(plain, same, []), []);
  });
});

describe('registry: quotes that are not verbatim', () => {
  const told = (quote: string): readonly string[] => {
    const fields = { organisation: 'forum', issue: 'fares', stance: 'support' };
    const own = sidecar([{ id: 'saaaaaaaaa', quote, fields }])
      .replace('prefix: ""', 'prefix: "Quill, chair of the Islanders Forum, said: “"')
      .replace('suffix: ""', 'suffix: "”\\n"');
    const project = projectOf({ own });
    const file = project.sidecar(SIDECAR);
    assert.ok(file);
    return sidecarFindings(project, file).map(
      ({ code, span }) => `${code} ${file.text.slice(span.start, span.end)}`,
    );
  };

  it('tells of other words at a sure place, and of nothing where they are the same', () => {
    assert.deepEqual(told('Fares may have to rise.'), []);
    assert.deepEqual(told('Fares might have to rise.'), ['not-verbatim "Fares might have to rise."']);
  });
});
