import assert from 'node:assert/strict';
import { footLines, parseCorpus, spansWithoutQuotes } from '../../../src/core/corpus/parse.js';
import { furnitureOf } from '../../../src/core/corpus/furniture/furniture.js';

const body =
  'The ferry company said on Tuesday that it would look again at winter fares. “The boats are empty,” said Ann Reed, who leads the council.';
const more = 'Councillors will meet next week to decide.';

const found = (text: string) =>
  furnitureOf(text).map((piece) => [piece.kind, text.slice(piece.start, piece.end)]);

describe('furnitureOf', () => {
  const caption = 'The quay at Port Ellis, where the morning boat leaves.';
  const box =
    'Weekly Digital membership\n\n  • Latest issues\n  • Our archive\n\nFrom £9 / month\n\nSubscribe';
  const comments = '3 Comments\n\nIslander says:\n\n“Nobody asked us.”';
  const cases: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['nothing in an article', `${body}\n\n${more}`, []],
    ['a picture credit', `Picture: Sam Cole\n\n${body}`, [['credit', 'Picture: Sam Cole']]],
    [
      'a photo credit',
      `Photo credit: Sam Cole/The Weekly\n\n${body}`,
      [['credit', 'Photo credit: Sam Cole/The Weekly']],
    ],
    ['a photograph by', `Photograph by Sam Cole\n\n${body}`, [['credit', 'Photograph by Sam Cole']]],
    ['a copyright sign', `© Sam Cole\n\n${body}`, [['credit', '© Sam Cole']]],
    ['an agency', `${body}\n\nGetty Images\n\n${more}`, [['credit', 'Getty Images']]],
    [
      'a caption that ends with a credit',
      `${caption} Picture: Sam Cole\n\n${body}`,
      [['credit', `${caption} Picture: Sam Cole`]],
    ],
    [
      'a caption with a credit in brackets',
      `The quay (Photo: PA)\n\n${body}`,
      [['credit', 'The quay (Photo: PA)']],
    ],
    [
      'a caption twice',
      `${body}\n\n${caption}\n${caption}\n\n${more}`,
      [['credit', `${caption}\n${caption}`]],
    ],
    ['the same short line twice is none', `Never\nNever\n\n${body}`, []],
    [
      'the same speech twice is none',
      `“We will not have it, we will not”\n“We will not have it, we will not”\n\n${body}`,
      [],
    ],
    [
      'a sentence about a picture is none',
      `${body}\n\nThe picture: bleak, as the council sees it, and “bleaker still”.`,
      [],
    ],
    [
      'an address at the foot',
      `${body}\n\n${more}\n\nann.reed@weekly.example`,
      [['credit', 'ann.reed@weekly.example']],
    ],
    [
      'an address with a label',
      `${body}\n\n${more}\n\nEmail: ann.reed@weekly.example`,
      [['credit', 'Email: ann.reed@weekly.example']],
    ],
    ['an address in a sentence is none', `${body}\n\nWrite to ann.reed@weekly.example by Friday.`, []],
    ['a subscription box', `${body}\n\n${box}`, [['subscription', box]]],
    [
      'a subscription box under an address',
      `${body}\n\na.reed@weekly.example\n\n${box}`,
      [
        ['credit', 'a.reed@weekly.example'],
        ['subscription', box],
      ],
    ],
    ['short lines at the foot that sell nothing are none', `${body}\n\nWinter fares\n\nSummer fares`, []],
    ['speech about a subscription is none', `${body}\n\n“Subscribe,” she said.`, []],
    [
      'a line that asks to sign up',
      `${body}\n\nSign up for our morning newsletter\n\n${more}`,
      [['subscription', 'Sign up for our morning newsletter']],
    ],
    [
      'related links',
      `${body}\n\nRelated articles:\n\nFares frozen\n\nNew boat ordered`,
      [['related', 'Related articles:\n\nFares frozen\n\nNew boat ordered']],
    ],
    [
      'related links before more text',
      `${body}\n\nMore from The Weekly\n\nFares frozen\n\n${more}`,
      [['related', 'More from The Weekly\n\nFares frozen']],
    ],
    [
      'a link in the text',
      `${body}\n\nRead more: Fares frozen for a year\n\n${more}`,
      [['related', 'Read more: Fares frozen for a year']],
    ],
    [
      'follow us',
      `${body}\n\nFollow Ann Reed on Twitter @annreed.`,
      [['related', 'Follow Ann Reed on Twitter @annreed.']],
    ],
    ['comments to the end', `${body}\n\n${comments}`, [['comments', comments]]],
    [
      'one response',
      `${body}\n\nOne Response to Fares to rise\n\nWhat a day.`,
      [['comments', 'One Response to Fares to rise\n\nWhat a day.']],
    ],
    [
      'comments powered by',
      `${body}\n\nblog comments powered by Example`,
      [['comments', 'blog comments powered by Example']],
    ],
    ['an invitation', `${body}\n\nLeave a reply\n\nYour name`, [['comments', 'Leave a reply\n\nYour name']]],
    [
      'box, links and comments',
      `${body}\n\nRelated\n\nFares frozen\n\n${comments}`,
      [
        ['related', 'Related\n\nFares frozen'],
        ['comments', comments],
      ],
    ],
    ['"Comments" over the text is none', `Comments\n\n${body}`, []],
    ['"Comments" under a bare title is none', `Fares\n\nComments\n\n${body}`, []],
    ['a sentence about comments is none', `${body}\n\nThree comments were made.\n\n${more}`, []],
    ['a heading "Responses" is none', `${body}\n\nResponses\n\n${body}`, []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(found(text), expected);
      const crlf = expected.map(([kind, words]) => [kind, words?.replaceAll('\n', '\r\n')]);
      assert.deepEqual(found(text.replaceAll('\n', '\r\n')), crlf);
    });
  }
});

describe('repeated lines at the foot', () => {
  const repeated = (text: string, elsewhere?: ReadonlySet<string>) =>
    parseCorpus(text, {
      fileName: 'a.corpus',
      ...(elsewhere && { footLinesElsewhere: elsewhere }),
    }).documents.map((document) =>
      document.furniture
        .filter((piece) => piece.kind === 'repeated')
        .map((piece) =>
          text.slice(document.textSpan.start + piece.start, document.textSpan.start + piece.end),
        ),
    );
  const first = `=== a\n\n${body}\n\n`;
  const second = `=== b\n\n${more} ${body}\n\n`;

  it('are furniture in every document that has them, however written', () => {
    const text = `${first}Printed in Port Ellis.\nAll rights reserved\n\n${second}Printed  in port Ellis.\r\nAll rights reserved\n`;
    assert.deepEqual(repeated(text), [
      ['Printed in Port Ellis.', 'All rights reserved'],
      ['Printed  in port Ellis.', 'All rights reserved'],
    ]);
  });

  it('end at the first line that does not repeat', () => {
    const text = `${first}Same\n\nOwn line\n\nSame end\n\n${second}Same\n\nAnother\n\nSame end\n`;
    assert.deepEqual(repeated(text), [['Same end'], ['Same end']]);
  });

  it('may stand above or below other furniture', () => {
    const text = `${first}Same line\n\n2 comments\n\nYes\n\n${second}Same line\n\n5 comments\n\nNo`;
    assert.deepEqual(repeated(text), [['Same line'], ['Same line']]);
  });

  const none: readonly (readonly [string, string])[] = [
    ['in one document only', `${first}Same\n\nSame\n\n${second}Other\n`],
    ['with speech', `${first}“We will not,” he said.\n\n${second}“We will not,” he said.\n`],
    ['as long as a paragraph', `${first}${'word '.repeat(50)}\n\n${second}${'word '.repeat(50)}\n`],
    ['that are all of a document', '=== a\n\nSame\n\n=== b\n\nSame\n'],
  ];
  for (const [name, text] of none) {
    it(`are no furniture ${name}`, () => assert.deepEqual(repeated(text), [[], []]));
  }

  it('count across the files of a folder', () => {
    const other = `${body} ${more}\n\nAll rights reserved`;
    const file = parseCorpus(other, { fileName: 'b.txt' });
    const elsewhere = footLines(other, file);
    assert.deepEqual(repeated(`${first}All rights reserved\n`), [[]]);
    assert.deepEqual(repeated(`${first}All rights reserved\n`, elsewhere), [['All rights reserved']]);
  });

  it('hold no quotes', () => {
    const text = `${first}‘Island Life’ is printed in Port Ellis\n\n${second}‘Island Life’ is printed in Port Ellis`;
    const [document] = parseCorpus(text, { fileName: 'a.corpus' }).documents;
    assert.ok(document);
    const inText = text.slice(document.textSpan.start, document.textSpan.end);
    assert.deepEqual(
      spansWithoutQuotes(document).map((span) => inText.slice(span.start, span.end)),
      ['‘Island Life’ is printed in Port Ellis'],
    );
  });
});
