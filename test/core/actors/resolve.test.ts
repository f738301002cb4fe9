import assert from 'node:assert/strict';
import { showMarked } from '../quotes/show.js';

/** A text whose last quote resolves to a person and an organisation. */
const CASES: readonly (readonly [
  what: string,
  text: string,
  person: string | null,
  organisation: string | null,
])[] = [
  ['a surname', 'Ann Shaw came. “Now,” Shaw said.', 'Ann Shaw', null],
  [
    'a surname before the full name',
    'Shaw: fees must fall\n\n“Now,” Shaw said. Ann Shaw left.',
    'Ann Shaw',
    null,
  ],
  ['a title', 'Ann Shaw came. “Now,” Mrs Shaw said.', 'Ann Shaw', null],
  ['a middle initial', 'Ann B. Shaw came. “Now,” Ann Shaw said.', 'Ann B. Shaw', null],
  [
    'two of one surname, told apart by a title',
    'Ann Shaw met Peter Shaw. “Now,” Mr Shaw said.',
    'Peter Shaw',
    null,
  ],
  ['two of one surname, not told apart', 'Ann Shaw met Peter Shaw. “Now,” Shaw said.', null, null],
  ['he', 'Peter Reed was there. “Now,” he said.', 'Peter Reed', null],
  ['she, when a man came between', 'Ann Shaw said no. Peter Reed left. “Now,” she said.', 'Ann Shaw', null],
  ['she, where only a man was named', 'Peter Reed left. “Now,” she said.', null, null],
  ['he, who spoke, not whom he met', 'Peter Reed met David Vale. “Now,” he said.', 'Peter Reed', null],
  ['the minister', 'Schools minister Ann Shaw came. “Now,” the minister said.', 'Ann Shaw', null],
  [
    'a minister of the government',
    'The government waits. Schools minister Ann Shaw said: “Now.”',
    'Ann Shaw',
    'government',
  ],
  [
    'an acronym',
    'The Association of Coastal Councils (ACC) met. “Now,” the ACC said.',
    null,
    'Association of Coastal Councils',
  ],
  [
    'the full name behind the acronym',
    'ACC (Association of Coastal Councils) met. “Now,” the ACC said.',
    null,
    'Association of Coastal Councils',
  ],
  [
    'initials that nobody introduced',
    'The Association of Coastal Councils met. “Now,” the ACC said.',
    null,
    'Association of Coastal Councils',
  ],
  [
    'the union',
    'The Harbour Workers Union met the Kite House Trust. “Now,” the union said.',
    null,
    'Harbour Workers Union',
  ],
  [
    'the charity, said to be one',
    'The charity Kite House met the Rivers Agency. “Now,” the charity said.',
    null,
    'Kite House',
  ],
  ['a spokeswoman', 'An ACC spokeswoman said: “Now.”', null, 'ACC'],
  ['a spokesman for it', '“Now,” said a spokesman for the Rivers Agency.', null, 'Rivers Agency'],
  [
    'she, who is a spokeswoman',
    'A Rivers Agency spokeswoman said no. “Now,” she said.',
    null,
    'Rivers Agency',
  ],
  ['its response', 'Unison’s response says: “Now.”', null, 'Unison'],
  ['it', 'The Rivers Agency published a plan. “Now,” it said.', null, 'Rivers Agency'],
  [
    'its president',
    'The Rivers Agency waits but its president Ann Shaw said: “Now.”',
    'Ann Shaw',
    'Rivers Agency',
  ],
  ['an office before the name', 'ACC president Ann Shaw came. “Now,” Shaw said.', 'Ann Shaw', 'ACC'],
  [
    'an office behind the name',
    'Ann Shaw, president of the Rivers Agency, came. “Now,” she said.',
    'Ann Shaw',
    'Rivers Agency',
  ],
  [
    'a house behind the name',
    'Professor Ann Shaw of Kingsmere University came. “Now,” Shaw said.',
    'Ann Shaw',
    'Kingsmere University',
  ],
  ['critics of it', 'Critics of the Rivers Agency said: “Now.”', null, null],
  ['two people', 'Ann Shaw and Peter Reed said: “Now.”', null, null],
  ['they', 'Ann Shaw met Peter Reed. “Now,” they said.', null, null],
  ['a name that nothing explains', '“Now,” Quill said.', null, null],
];

describe('who a speaker is', () => {
  for (const [what, text, person, organisation] of CASES) {
    it(what, () => {
      const last = showMarked(text).at(-1);
      assert.ok(last);
      assert.deepEqual([last.person, last.organisation], [person, organisation]);
    });
  }
});
