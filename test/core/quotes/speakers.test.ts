import assert from 'node:assert/strict';
import type { AttributionReason, QuoteKind } from '../../../src/core/quotes/types.js';
import { showMarked } from './show.js';

/** A text with one quote in marks or more; for each its speaker, cue and how it was found. */
const CASES: readonly (readonly [
  what: string,
  text: string,
  ...quotes: (readonly [QuoteKind, speaker: string | null, cue: string | null, AttributionReason])[],
])[] = [
  [
    'quote, speaker, verb',
    '“The pier must stay,” Ann Shaw said.',
    ['direct', 'Ann Shaw', 'said', 'quote-speaker-cue'],
  ],
  [
    'quote, verb, speaker',
    '“The pier must stay,” said Ann Shaw.',
    ['direct', 'Ann Shaw', 'said', 'quote-cue-speaker'],
  ],
  ['speaker, verb, quote', 'Ann Shaw said: “The pier must stay.”', ['direct', 'Ann Shaw', 'said', 'colon']],
  [
    'a comma for the colon',
    'Ann Shaw said, “The pier must stay.”',
    ['direct', 'Ann Shaw', 'said', 'speaker-cue-quote'],
  ],
  [
    'according to',
    '“The pier must stay,” according to Ann Shaw.',
    ['direct', 'Ann Shaw', 'according to', 'according-to'],
  ],
  [
    'an apposition',
    '“No,” Ann Shaw, president of the trust, said.',
    ['direct', 'Ann Shaw', 'said', 'quote-speaker-cue'],
  ],
  [
    'two of them',
    'Ann Shaw, the engineer, a former mayor, said: “No.”',
    ['direct', 'Ann Shaw', 'said', 'colon'],
  ],
  [
    'a relative clause',
    'Ann Shaw, who chairs the trust, said: “No, never.”',
    ['direct', 'Ann Shaw', 'said', 'colon'],
  ],
  ['brackets', 'Ann Shaw (Lab) said: “No, never.”', ['direct', 'Ann Shaw', 'said', 'colon']],
  [
    'adverbs and auxiliaries',
    'Ann Shaw has also repeatedly said: “No, never.”',
    ['direct', 'Ann Shaw', 'said', 'colon'],
  ],
  ['a leading adverbial', 'On Tuesday, Ann Shaw said: “No, never.”', ['direct', 'Ann Shaw', 'said', 'colon']],
  [
    'a leading clause',
    'Asked about the pier, Ann Shaw said: “No, never.”',
    ['direct', 'Ann Shaw', 'said', 'colon'],
  ],
  [
    'an addressee',
    '“No, never,” Ann Shaw told the council.',
    ['direct', 'Ann Shaw', 'told', 'quote-speaker-cue'],
  ],
  [
    'an addressee before the quote',
    'Ann Shaw told reporters: “No, never.”',
    ['direct', 'Ann Shaw', 'told', 'colon'],
  ],
  [
    'two verbs of one subject',
    'Ann Shaw paused and said: “No, never.”',
    ['direct', 'Ann Shaw', 'said', 'colon'],
  ],
  [
    'a role before the name',
    '“No,” harbour master Ann Shaw said.',
    ['direct', 'harbour master Ann Shaw', 'said', 'quote-speaker-cue'],
  ],
  [
    'a document',
    '“Fees will rise,” the consultation document states.',
    ['direct', 'the consultation document', 'states', 'quote-speaker-cue'],
  ],
  [
    'a response',
    '“Fees will rise,” said the union’s response to the plan.',
    ['direct', 'the union’s response', 'said', 'quote-cue-speaker'],
  ],
  [
    'a split quote',
    '“No,” Ann Shaw said. “Never again.”',
    ['direct', 'Ann Shaw', 'said', 'quote-speaker-cue'],
    ['direct', 'Ann Shaw', null, 'inherited'],
  ],
  [
    'a quote that goes on',
    '“No,” Ann Shaw said.\n\n“Never again, not here.”',
    ['direct', 'Ann Shaw', 'said', 'quote-speaker-cue'],
    ['direct', 'Ann Shaw', null, 'continued'],
  ],
  [
    'announced by the paragraph before',
    'Ann Shaw said:\n\n“Never again, not here.”',
    ['direct', 'Ann Shaw', 'said', 'announced-before'],
  ],
  [
    'reported speech that goes on in marks',
    'Ann Shaw said the pier was safe.\n\n“We had it tested twice.”',
    ['direct', 'Ann Shaw', null, 'continued'],
  ],
  [
    'somebody else between',
    '“No,” Ann Shaw said. The mayor turned to the crowd. “Are we done?”',
    ['direct', 'Ann Shaw', 'said', 'quote-speaker-cue'],
    ['direct', null, null, 'none'],
  ],
  ['no verb between', 'The room fell silent. “Are we done here?”', ['direct', null, null, 'none']],
  [
    'words in a reporting sentence',
    'Ann Shaw called the plan “a step back”.',
    ['partial', 'Ann Shaw', 'called', 'speaker-cue-quote'],
  ],
  [
    'words before their verb',
    'The plan is “a step back”, warns Unison.',
    ['partial', 'Unison', 'warns', 'quote-cue-speaker'],
  ],
  [
    'a list of words',
    'Shaw called it “slow”, “costly” and “a muddle”.',
    ['partial', 'Shaw', 'called', 'speaker-cue-quote'],
    ['partial', 'Shaw', 'called', 'speaker-cue-quote'],
    ['partial', 'Shaw', 'called', 'speaker-cue-quote'],
  ],
  [
    'the agent of a passive',
    'The pier was called “a danger” by Ann Shaw.',
    ['partial', 'Ann Shaw', 'called', 'same-sentence'],
  ],
  [
    'a passive without an agent',
    'Tenants were told to “wait and see”. The pier has been called the “Rust Heap”.',
    ['partial', null, 'told', 'none'],
    ['partial', null, 'called', 'none'],
  ],
  [
    'a passive in somebody’s own clause',
    'Ann Shaw said the pier had been called a “danger”.',
    ['partial', 'Ann Shaw', 'said', 'speaker-cue-quote'],
  ],
  [
    'a noun of speech and its author',
    'They met after a claim by the Rivers Agency that the pier was “unsafe”.',
    ['partial', 'the Rivers Agency', 'claim', 'same-sentence'],
  ],
  [
    'a verb without a subject behind one that has one',
    'Ann Shaw said the spate of storms demands that all of us learn to be “patient”.',
    ['partial', 'Ann Shaw', 'said', 'speaker-cue-quote'],
  ],
  [
    'claims that somebody else made',
    'Ann Shaw said that claims of “neglect” were wrong.',
    ['partial', null, 'claims', 'none'],
  ],
  [
    'a slogan',
    'They came with the slogan “Keep Us Afloat” and cries of “Shame”.',
    ['partial', null, 'slogan', 'none'],
    ['partial', null, 'cries', 'none'],
  ],
  [
    'one word without a verb of speech',
    'All of it was for “style,” and for a “quieter, slower town.”',
    ['scare', null, null, 'none'],
    ['partial', null, null, 'none'],
  ],
  [
    'the reader’s own words',
    'Your report “a step back for the coast” was wrong.',
    ['partial', null, 'report', 'none'],
  ],
  [
    'a name behind a dash',
    '“Never again, not here.” — Ann Shaw',
    ['direct', 'Ann Shaw', null, 'same-sentence'],
  ],
  [
    'the title of a programme',
    'Ann Shaw appeared on the BBC’s “Coast Tonight”.',
    ['scare', null, null, 'none'],
  ],
  ['so-called', 'They met at the “summit” in June.', ['scare', null, null, 'none']],
  [
    'two speakers in a paragraph',
    '“No,” said Ann Shaw. “Yes,” said Peter Reed.',
    ['direct', 'Ann Shaw', 'said', 'quote-cue-speaker'],
    ['direct', 'Peter Reed', 'said', 'quote-cue-speaker'],
  ],
  [
    'a verb that opens the next sentence',
    '“It is over.” Reed said he would leave.',
    ['direct', null, null, 'none'],
  ],
];

describe('speakers', () => {
  for (const [what, text, ...quotes] of CASES) {
    it(what, () => {
      assert.deepEqual(
        showMarked(text).map(({ kind, speaker, cue, reason }) => [kind, speaker, cue, reason]),
        quotes,
      );
    });
  }
});
