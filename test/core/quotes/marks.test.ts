import assert from 'node:assert/strict';
import { showMarked } from './show.js';

/** A text and the words in marks that are found in it. */
const CASES: readonly (readonly [what: string, text: string, ...words: string[]])[] = [
  ['straight marks', 'Shaw said: "The pier must stay." Then she left.', '"The pier must stay."'],
  ['curly marks', 'Shaw said: “The pier must stay.”', '“The pier must stay.”'],
  [
    'a straight mark closed by a curly one',
    'Shaw said: "The pier must stay.” She left.',
    '"The pier must stay.”',
  ],
  ['two apostrophes for one mark', "''The pier must stay,'' Shaw said.", "''The pier must stay,''"],
  ['grave accents', "``The pier must stay,'' Shaw said.", "``The pier must stay,''"],
  ['guillemets', 'Shaw said: «The pier must stay.»', '«The pier must stay.»'],
  ['single marks', "'The pier must stay,' Shaw said.", "'The pier must stay,'"],
  ['curly single marks', '‘The pier must stay,’ Shaw said.', '‘The pier must stay,’'],
  ['an apostrophe in single marks', "'It's the council's pier,' Shaw said.", "'It's the council's pier,'"],
  [
    'a plural possessive in single marks',
    "'The workers' pay is low,' Shaw said.",
    "'The workers' pay is low,'",
  ],
  ['elisions', "In the '80s they told 'em to wait, Shaw said."],
  ['a name with an apostrophe', "O'Neill said the workers' pay is low."],
  ['inner single marks', '“They said ‘wait’ and left,” Shaw said.', '“They said ‘wait’ and left,”'],
  ['inner marks of the outer kind', '“Say “no” to the pier,” Shaw said.', '“Say “no” to the pier,”'],
  ['inner and outer marks that open together', '“‘Wait’ is no answer,” Shaw said.', '“‘Wait’ is no answer,”'],
  [
    'inner and outer marks that close together',
    'Shaw said: “They told us, ‘wait.’”',
    '“They told us, ‘wait.’”',
  ],
  [
    'three apostrophes that close two quotes',
    "Shaw said: ''They told us, 'wait.'''",
    "''They told us, 'wait.'''",
  ],
  ['marks that touch dashes', '“We wait—” Shaw began. “—and wait.”', '“We wait—”', '“—and wait.”'],
  [
    'paragraphs that each open anew',
    'Shaw said: “One.\n\n“Two.\n\n“Three.” Done.',
    '“One.\n\n“Two.\n\n“Three.”',
  ],
  ['the same in straight marks', 'Shaw said: "One.\n\n"Two." Done.', '"One.\n\n"Two."'],
  ['wrapped lines', '“The pier\nmust stay\nopen,” said Shaw.', '“The pier\nmust stay\nopen,”'],
  ['a mark that never closes', 'Shaw said: “One.\n\nThe rest is “quiet,” she said.', '“One.', '“quiet,”'],
  [
    'a mark that was never opened',
    'The pier must stay,” Shaw said.\n\n“Two,” she said.',
    'The pier must stay,”',
    '“Two,”',
  ],
  ['an opening mark that closes', 'Shaw said: “The pier must stay.“ She left.', '“The pier must stay.“'],
  ['attributes of mark-up', '<img alt="a pier"> Shaw said: “Yes, it must.”', '"a pier"', '“Yes, it must.”'],
  [
    'dashes that open speech',
    '--Wait, said Shaw.\n\n--No.\n\n--Why not?\n\nHe left.',
    '--Wait',
    '--No.',
    '--Why not?',
  ],
  ['inches and minutes', 'The 6\' beam met the 12" plank.'],
];

describe('marks', () => {
  for (const [what, text, ...words] of CASES) {
    it(what, () => {
      assert.deepEqual(
        showMarked(text).map((quote) => quote.words),
        words,
      );
    });
  }

  it('never reach into furniture', () => {
    const text = 'Shaw said: “Yes.”\n\n“Subscribe now,” said nobody.';
    const skip = [{ start: text.indexOf('“Sub'), end: text.length }];
    assert.deepEqual(
      showMarked(text, { skip }).map((quote) => quote.words),
      ['“Yes.”'],
    );
  });
});
