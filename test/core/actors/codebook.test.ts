import assert from 'node:assert/strict';
import type { ActorLexicon } from '../../../src/core/quotes/types.js';
import { showMarked } from '../quotes/show.js';

const codebook: ActorLexicon = {
  organisations: [
    { name: 'Association of Coastal Councils', aliases: ['ACC', 'Coast Councils'] },
    { name: 'Rivers Agency', aliases: [] },
  ],
  people: [
    {
      name: 'Ann Shaw',
      aliases: ['Annie Shaw', 'Dr Shaw'],
      affiliations: [
        { organisation: 'Rivers Agency', from: '2010-01-01', to: '2014-03-31' },
        { organisation: 'Association of Coastal Councils', from: '2014-04-01', to: null },
      ],
    },
    {
      name: 'Jo Reed',
      aliases: [],
      affiliations: [
        { organisation: 'Rivers Agency', from: '2019-01-01', to: null },
        { organisation: 'Association of Coastal Councils', from: '2021-01-01', to: null },
      ],
    },
    {
      name: 'Peter Webb',
      aliases: [],
      affiliations: [{ organisation: 'Rivers Agency', from: '2019-01-01', to: null }],
    },
  ],
};

function last(text: string, date: string | null = null): readonly [string | null, string | null] {
  const quote = showMarked(text, { codebook, date }).at(-1);
  assert.ok(quote);
  return [quote.person, quote.organisation];
}

describe('a codebook', () => {
  it('names an alias', () => {
    assert.deepEqual(last('“Now,” the Coast Councils said.'), [null, 'Association of Coastal Councils']);
    assert.deepEqual(last('“Now,” Annie Shaw said.', '2020-01-01'), [
      'Ann Shaw',
      'Association of Coastal Councils',
    ]);
  });

  it('wins over what the text says of an acronym', () => {
    const text = 'The Anglers Club of Coleridge (ACC) met. “Now,” the ACC said.';
    assert.deepEqual(last(text), [null, 'Association of Coastal Councils']);
  });

  it('gives the affiliation of the document’s date', () => {
    const text = '“Now,” Ann Shaw said.';
    assert.deepEqual(last(text, '2013-05-01'), ['Ann Shaw', 'Rivers Agency']);
    assert.deepEqual(last(text, '2014-03-31'), ['Ann Shaw', 'Rivers Agency']);
    assert.deepEqual(last(text, '2014-04-01'), ['Ann Shaw', 'Association of Coastal Councils']);
    assert.deepEqual(last(text, '2009-12-31'), ['Ann Shaw', null]);
  });

  it('gives no affiliation where several hold at the date', () => {
    const text = '“Now,” Jo Reed said.';
    assert.deepEqual(last(text, '2020-01-01'), ['Jo Reed', 'Rivers Agency']);
    assert.deepEqual(last(text, '2021-06-01'), ['Jo Reed', null]);
  });

  it('without a date gives the only affiliation that there ever was', () => {
    assert.deepEqual(last('“Now,” Ann Shaw said.'), ['Ann Shaw', null]);
    assert.deepEqual(last('“Now,” Peter Webb said.'), ['Peter Webb', 'Rivers Agency']);
  });

  it('wins over an affiliation in the text', () => {
    const text = 'Ann Shaw, president of the Kite House Trust, said: “Now.”';
    assert.deepEqual(last(text, '2020-01-01'), ['Ann Shaw', 'Association of Coastal Councils']);
  });

  it('takes names that are those of properties of objects', () => {
    const odd: ActorLexicon = {
      organisations: [{ name: 'constructor', aliases: ['__proto__', 'Tostring'] }],
      people: [],
    };
    const [quote] = showMarked('“Now,” the Tostring said. The __proto__ and the constructor left.', {
      codebook: odd,
    });
    assert.equal(quote?.organisation, 'constructor');
  });
});
