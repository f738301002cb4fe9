import assert from 'node:assert/strict';
import { describePlace } from '../../../src/core/anchors/describe.js';
import { locateAll } from '../../../src/core/anchors/locate.js';
import type { Anchor, Place } from '../../../src/core/anchors/types.js';
import type { Span } from '../../../src/core/text/span.js';
import { NEWS, spanOf } from './news.js';

const QUOTES = [
  'Nobody likes a toll, but 12 years of patching have cost us more than a new bridge',
  'a tax on the west',
  'the plan had not been put to a single firm',
  '40 of his members would move their depots – some of them to Swindon –',
  'We have always said that the plan must come with free buses for pupils.\n\n“Without them, families on low incomes will pay twice.',
  'co-operative board',
  'naïve',
  'plan',
];
const ANCHORS = QUOTES.map((words) => describePlace(NEWS, spanOf(NEWS, words)));

const words = (text: string, place: Place | undefined): string | null =>
  place === undefined || place.outcome === 'lost' ? null : text.slice(place.span.start, place.span.end);

const outcomes = (text: string, anchors = ANCHORS): string[] =>
  locateAll(text, anchors).map(({ outcome }) => outcome);

const anchorOf = (quote: string, more: Partial<Anchor> = {}): Anchor => ({
  at: null,
  quote,
  prefix: '',
  suffix: '',
  ...more,
});

/** A text change that is none to a reader, and what each quote reads like after it. */
const HARMLESS: readonly (readonly [string, (text: string) => string])[] = [
  ['nothing', (text) => text],
  ['CRLF line ends', (text) => text.replace(/\n/g, '\r\n')],
  ['CR line ends', (text) => text.replace(/\n/g, '\r')],
  ['mixed line ends', (text) => text.replace(/\n\n/g, '\r\n\n')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['plain quotes and dashes', (text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '-')],
  ['double hyphens for dashes', (text) => text.replace(/–/g, '--')],
  ['re-wrapping at 40', (text) => text.replace(/(.{30,40}) /g, '$1\n')],
  ['blank lines gone', (text) => text.replace(/\n\n/g, '\n')],
  ['indented lines', (text) => text.replace(/\n/g, '\n    ')],
  ['tabs and double blanks', (text) => text.replace(/ /g, ' \t')],
  ['no-break blanks', (text) => text.replace(/ /g, '\u00a0')],
  ['decomposed letters', (text) => text.normalize('NFD')],
  ['soft hyphens', (text) => text.replace(/([a-z]{3})([a-z]{3})/g, '$1\u00ad$2')],
  ['zero-width blanks', (text) => text.replace(/ /g, ' \u200b')],
  ['ligatures', (text) => text.replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ')],
  ['words hyphenated at line ends', (text) => text.replace(/\b([a-z]{4})([a-z]{4,})/g, '$1-\n$2')],
  ['a new first paragraph', (text) => `The tolls have a history.\n\n${text}`],
  ['a new last paragraph', (text) => `${text}\nMore on this tomorrow.\n`],
  [
    'a paragraph put in between',
    (text) =>
      text.replace('\n\nThe Western', '\n\nIn between came other news, which took its time.\n\nThe Western'),
  ],
];

describe('locating what a harmless change has moved', () => {
  for (const [what, change] of HARMLESS) {
    it(`finds every quote just where it is after ${what}`, () => {
      const text = change(NEWS);
      for (const [index, place] of locateAll(text, ANCHORS).entries()) {
        assert.equal(place.outcome, 'located');
        assert.equal('changed' in place && place.changed, false);
        const plain = (quote: string): string => change(quote).replace(/^[\s\ufeff]+|[\s\u200b]+$/g, '');
        const isPutInside = /^a (byte|new|para)/.test(what) || what.startsWith('re-wrap');
        const found = words(text, place) ?? '';
        if (isPutInside) assert.equal(found.replace(/\s/g, ' '), QUOTES[index]?.replace(/\s/g, ' '));
        else assert.equal(found, plain(QUOTES[index] ?? ''));
      }
    });
  }

  it('finds them after paragraphs changed places', () => {
    const text = NEWS.split('\n\n').reverse().join('\n\n');
    const found = locateAll(text, ANCHORS);
    found.forEach((place, index) => {
      if (QUOTES[index]?.includes('\n')) assert.notEqual(place.outcome, 'located');
      else assert.equal(words(text, place), QUOTES[index]);
    });
    assert.ok(found.filter(({ outcome }) => outcome === 'located').length >= 6);
  });
});

describe('locating changed words', () => {
  const CHANGED: readonly (readonly [string, number, string, string, Place['outcome']])[] = [
    ['a misprint', 0, 'patching', 'patchinq', 'located'],
    ['a word more', 0, 'a new bridge', 'a whole new bridge', 'located'],
    ['a number', 0, '12 years', '20 years', 'suggested'],
    ['a number spelt out', 0, '12 years', 'twelve years', 'suggested'],
    ['a "not" that came', 0, 'have cost', 'have not cost', 'suggested'],
    ['a "not" that went', 2, 'had not been', 'had been', 'suggested'],
    ['a "nobody" that went', 0, 'Nobody likes', 'Anybody likes', 'suggested'],
    ['another name', 3, 'Swindon', 'Chepstow', 'suggested'],
    ['a misprinted name', 3, 'Swindon', 'Swimdon', 'located'],
    ['a figure inside a word', 0, 'patching', 'patch1ng', 'located'],
    ['a short quote with a misprint', 1, 'a tax on the west', 'a tax on tbe west', 'located'],
    [
      'half of the words',
      2,
      'had not been put to a single firm',
      'was kept from all of them for long',
      'lost',
    ],
  ];
  for (const [what, index, before, after, outcome] of CHANGED) {
    it(`with ${what} is ${outcome}`, () => {
      const text = NEWS.replace(before, after);
      assert.notEqual(text, NEWS);
      const [place] = locateAll(text, [ANCHORS[index] as Anchor]);
      assert.equal(place?.outcome, outcome);
      if (place?.outcome === 'located') assert.equal(place.changed, true);
      if (place?.outcome === 'suggested') assert.ok(place.score >= 0.6 && place.score <= 1);
      if (place?.outcome !== 'lost') assert.equal(words(text, place), QUOTES[index]?.replace(before, after));
    });
  }

  const AROUND: readonly (readonly [string, number, (text: string) => string, Place['outcome']])[] = [
    [
      'both sides a little',
      2,
      (text) => text.replace('He said that', 'He says that').replace(', and that 40', ', or that 40'),
      'located',
    ],
    [
      'both sides by a misprint in ten',
      2,
      (text) => text.replace(/(?<=a tax on.*)west|said|members|move/g, 'xxxx'),
      'located',
    ],
    [
      'one side altogether',
      2,
      (text) => text.replace(/, and that 40[^]*/, '; the rest is another story, told elsewhere by others'),
      'located',
    ],
    [
      'both sides altogether',
      2,
      (text) =>
        `Quite other words, which nobody wrote there before, and ${QUOTES[2] ?? ''} is all that was kept of ${text.length}.`,
      'suggested',
    ],
    [
      'a short quote, both sides altogether',
      7,
      () => 'Quite other words, and the plan is not the same as it was.',
      'lost',
    ],
  ];
  for (const [what, index, change, outcome] of AROUND) {
    it(`round them, ${what}, is ${outcome}`, () => {
      const text = change(NEWS);
      const [place] = locateAll(text, [ANCHORS[index] as Anchor]);
      assert.equal(place?.outcome, outcome);
      if (outcome === 'located') assert.equal(words(text, place), QUOTES[index]);
    });
  }

  it('puts the edges back to the edges of words', () => {
    const text = NEWS.replace('called the plan “a tax on', 'called the plan “an extra tax on');
    const [place] = locateAll(text, [ANCHORS[1] as Anchor]);
    assert.match(words(text, place) ?? '', /^(an extra )?tax on the west$/);
  });

  it('loses a quote whose sentence is gone', () => {
    const text = NEWS.replace(/The Western Hauliers.*\n\n/, '');
    const found = outcomes(text);
    assert.deepEqual(found.slice(1, 4), ['lost', 'lost', 'lost']);
    assert.equal(found[0], 'located');
  });

  it('is not drawn to a look-alike when its own words are gone', () => {
    const team = (name: string, day: string): string =>
      `Team ${name} will hand in its report on the northern depots by ${day} and wait for an answer from the board.`;
    const text = `Opening words.\n\n${team('Alpha', 'Monday')}\n\nSomething else in between.\n\n${team('Beta', 'Friday')}\n\nClosing words.`;
    const anchor = describePlace(text, spanOf(text, team('Alpha', 'Monday')));
    const [place] = locateAll(text.replace(team('Alpha', 'Monday'), 'Nothing came of it.'), [anchor]);
    assert.notEqual(place?.outcome, 'located');
  });
});

describe('a quote that is said twice', () => {
  const said = 'We will not pay for a bridge that our members never asked for and cannot use';
  const filler = (name: string): string =>
    `${name} went on for a while about the weather, the roads and the state of the ferry. `.repeat(5);
  const first = `${filler('Opening')}“${said},” said the chairman of the hauliers. ${filler('Then')}`;
  const text = `${first}\n\n“${said},” he said again to applause. ${filler('Closing')}`;
  const anchor = describePlace(text, spanOf(text, said, 0));

  it('is located at its own place', () => {
    const [place] = locateAll(`New. ${text}`, [anchor]);
    assert.deepEqual(place, { outcome: 'located', span: spanOf(`New. ${text}`, said, 0), changed: false });
  });

  it('is not located at the other one when its own is gone', () => {
    const gone = text.replace(`“${said},” said the chairman of the hauliers. `, '');
    assert.notEqual(locateAll(gone, [anchor])[0]?.outcome, 'located');
  });

  it('is not located far away with half of its context, but near by it is', () => {
    const near = `Some words that are new in the report. “${said},” said the chairman of the hauliers. ${filler('Then')}`;
    assert.equal(
      locateAll(near, [{ ...anchor, at: { start: 60, end: 60 + said.length } }])[0]?.outcome,
      'located',
    );
    assert.equal(
      locateAll(near, [{ ...anchor, at: { start: 900, end: 900 + said.length } }])[0]?.outcome,
      'suggested',
    );
    assert.equal(locateAll(near, [{ ...anchor, at: null }])[0]?.outcome, 'located');
  });
});

describe('what speaks against a place', () => {
  const suffix = ' and nobody in the room had an answer to that, then or later in the evening.';
  const quote = 'the bridge is older than its tolls';

  it('is the context standing elsewhere without the quote', () => {
    const text = `The chair of the meeting, Ann Rowe, said in opening it that ${quote}${suffix} More was said.`;
    const anchor = { ...describePlace(text, spanOf(text, quote)), at: null };
    const twin = `In Bristol the speakers kept to their notes until one told them ${quote}${suffix}`;
    assert.equal(locateAll(twin, [anchor])[0]?.outcome, 'located');
    assert.equal(locateAll(`${twin}\n\n${text.replace(quote, '')}`, [anchor])[0]?.outcome, 'suggested');
  });

  it('is another place that is nearly as good', () => {
    const before = (name: string): string =>
      `${name} of Wells, who had been waiting for an hour, told the room that `;
    const one = `${before('Ann Rowe')}${quote}${suffix}`;
    const anchor = { ...describePlace(one, spanOf(one, quote)), at: null };
    const other = (name: string): string => one.replace('Ann Rowe', name).replace('evening', 'night');
    assert.equal(locateAll(other('Al Rowe'), [anchor])[0]?.outcome, 'located');
    assert.equal(locateAll(`${other('Al Rowe')}\n\n${other('Jo Rowe')}`, [anchor])[0]?.outcome, 'suggested');
  });
});

describe('blanks and hyphens at the edges of a quote', () => {
  for (const quote of [' called the plan ', 'by a co-', '\n\n“Without them,', '-operative board', ' 40 of']) {
    it(`come back with ${JSON.stringify(quote)}`, () => {
      const text = NEWS.replace('goes to a co-', 'goes by a co-');
      const span = spanOf(text, quote);
      const [place] = locateAll(`New. ${text}`, [describePlace(text, span)]);
      assert.deepEqual(place, {
        outcome: 'located',
        span: { start: span.start + 5, end: span.end + 5 },
        changed: false,
      });
      const moved = `New.\n${text.replace(/“/g, '"')}`;
      const [again] = locateAll(moved, [describePlace(text, span)]);
      if (!quote.includes('“')) assert.equal(words(moved, again), quote);
    });
  }
});

describe('locating what occurs more than once', () => {
  const paragraph = `The board met on Monday and heard the case for the tolls, and rose without a word. ${'It was late and cold. '.repeat(20)}`;

  it('takes the one with its context', () => {
    const third = spanOf(NEWS, 'plan', 2);
    const anchor = describePlace(NEWS, third);
    const text = `New.\n\n${NEWS}`;
    assert.deepEqual(locateAll(text, [anchor]), [
      { outcome: 'located', span: { start: third.start + 6, end: third.end + 6 }, changed: false },
    ]);
  });

  it('only suggests where the context is the same as well', () => {
    const text = `${paragraph.repeat(4)}`;
    const anchor = describePlace(text, spanOf(text, 'without a word', 1));
    assert.deepEqual(outcomes(text, [anchor]), ['suggested']);
    assert.deepEqual(outcomes(`${text}.`, [{ ...anchor, at: null }]), ['suggested']);
    assert.equal(words(text, locateAll(text, [anchor])[0]), 'without a word');
  });

  it('is sure where the text is known not to have changed', () => {
    const text = paragraph.repeat(4);
    const span = spanOf(text, 'without a word', 1);
    const found = locateAll(text, [describePlace(text, span)], { unchanged: true });
    assert.deepEqual(found, [{ outcome: 'located', span, changed: false }]);
  });

  it('is sure where its neighbours have moved alike', () => {
    const text = `Alpha opened the day. ${paragraph.repeat(3)}Then Omega closed it.`;
    const spans: readonly Span[] = ['Alpha opened', 'Omega closed'].map((own) => spanOf(text, own));
    const twin = spanOf(text, 'without a word', 1);
    const anchors = [...spans, twin].map((span) => describePlace(text, span));
    const moved = locateAll(`Before.\n${text}`, anchors)[2];
    assert.deepEqual(moved, {
      outcome: 'located',
      span: { start: twin.start + 8, end: twin.end + 8 },
      changed: false,
    });
    const disturbed = `Alpha opened the day. ${paragraph.repeat(4)}Then Omega closed it.`;
    assert.equal(locateAll(disturbed, anchors)[2]?.outcome, 'suggested');
  });

  it('only suggests one of ten thousand', () => {
    const text = 'the plan and '.repeat(10_000);
    const anchors = [anchorOf('the plan'), describePlace(text, { start: 65_000, end: 65_008 })];
    assert.deepEqual(outcomes(`x ${text}`, anchors), ['suggested', 'suggested']);
  });
});

describe('anchors that others wrote', () => {
  const HINTS: readonly (Span | null)[] = [
    null,
    { start: 9, end: 3 },
    { start: -1, end: 5 },
    { start: 1.5, end: 2 },
    { start: 1e20, end: 1e20 },
    { start: NaN, end: NaN },
    { start: 1e6, end: 1e6 + 5 },
  ];
  for (const at of HINTS) {
    it(`are found without the hint ${JSON.stringify(at)}`, () => {
      const found = locateAll(NEWS, [{ ...(ANCHORS[1] as Anchor), at }]);
      assert.deepEqual(found, [
        { outcome: 'located', span: spanOf(NEWS, 'a tax on the west'), changed: false },
      ]);
    });
  }

  const ODD: readonly (readonly [string, Anchor, string, Place['outcome']])[] = [
    ['an empty quote', anchorOf(''), NEWS, 'lost'],
    ['blanks alone', anchorOf(' \n\t ', { at: { start: 1, end: 4 } }), NEWS, 'lost'],
    ['zero-width characters alone', anchorOf('\u200b\u00ad'), NEWS, 'lost'],
    ['one character that is there once', anchorOf('ï'), NEWS, 'suggested'],
    ['one character with its context', describePlace(NEWS, spanOf(NEWS, 'ï')), NEWS, 'located'],
    ['a quote without context that is there once', anchorOf('a tax on the west'), NEWS, 'located'],
    ['a quote without context that is there twice', anchorOf('the plan'), NEWS, 'suggested'],
    ['a quote longer than the text', anchorOf(NEWS.repeat(3)), NEWS, 'lost'],
    ['the whole text', describePlace(NEWS, { start: 0, end: NEWS.length }), `${NEWS}`, 'located'],
    ['an empty text', ANCHORS[0] as Anchor, '', 'lost'],
    ['lone surrogates', anchorOf('\ud83d', { prefix: '\udc00' }), `x\ud83dy`, 'suggested'],
    ['a long quote that is not there', anchorOf('lorem ipsum '.repeat(9_000)), NEWS, 'lost'],
    [
      'a long context',
      anchorOf('a tax on the west', { prefix: 'x'.repeat(1e6), suffix: 'y'.repeat(1e6) }),
      NEWS,
      'suggested',
    ],
  ];
  for (const [what, anchor, text, outcome] of ODD) {
    it(`with ${what} are ${outcome}`, () => {
      const [place] = locateAll(text, [anchor]);
      assert.equal(place?.outcome, outcome);
      if (place && place.outcome !== 'lost')
        assert.ok(place.span.start < place.span.end && place.span.end <= text.length);
    });
  }

  const EDGES: readonly (readonly [string, string, string])[] = [
    ['emoji at both ends', 'They wrote 👩‍🌾 we are with you 👍🏽 on the wall that day.', '👩‍🌾 we are with you 👍🏽'],
    [
      'combining marks at both ends',
      'It said e\u0301tait fini\u0301 and no more of it, they say.',
      'e\u0301tait fini\u0301',
    ],
    ['words from right to left', 'The banner read שלום לכולם on the bridge.', 'שלום לכולם'],
    ['direction marks round it', 'The banner read \u202bשלום לכולם\u202c on the bridge.', 'שלום לכולם'],
    ['no blanks at all', '部长说这项计划将会提高过桥费用并且不会改变', '计划将会提高过桥费用'],
    ['astral letters', 'The formula 𝒜𝒷𝒸 was on the board all day.', '𝒜𝒷𝒸'],
  ];
  for (const [what, text, quote] of EDGES) {
    it(`come back whole with ${what}`, () => {
      const anchor = describePlace(text, spanOf(text, quote));
      const moved = `Before.\r\n${text.replace(/ (?=on|was|and)/g, '\r\n')}`;
      const [place] = locateAll(moved, [anchor]);
      assert.equal(place?.outcome, 'located');
      assert.equal(words(moved, place), quote);
    });
  }
});

describe('repetitive texts', () => {
  const REPETITIVE: readonly (readonly [string, string, string])[] = [
    ['a megabyte of hyphens', '-'.repeat(1e6), '-'.repeat(200)],
    ['a megabyte of one letter', 'a'.repeat(1e6), 'a'.repeat(200)],
    ['the same word again and again', 'lorem '.repeat(9_000), 'lorem lorem lorem'],
    ['a table', '| 1 | north | depot |\n'.repeat(20_000), '| north | depot |'],
    ['two letters', 'ab'.repeat(5e5), 'abababab'],
    ['blanks', ' \n'.repeat(5e5), 'a b'],
  ];
  for (const [what, text, quote] of REPETITIVE) {
    it(`of ${what} make nothing sure`, () => {
      const noisy = anchorOf(`${quote}x${quote}`, { prefix: quote, suffix: quote });
      for (const place of locateAll(text, [anchorOf(quote), noisy]))
        assert.notEqual(place.outcome, 'located');
    });
  }

  it('holding two hundred quotes are searched in one go', () => {
    const text = 'lorem ipsum dolor '.repeat(20_000);
    const anchors = Array.from({ length: 200 }, (_, index) =>
      anchorOf(`ipsum dolor lorem ${index} ipsum`, { prefix: 'lorem ', suffix: ' dolor' }),
    );
    assert.ok(locateAll(text, anchors).every(({ outcome }) => outcome !== 'located'));
  });
});
