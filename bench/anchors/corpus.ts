import type { Span } from '../../src/core/text/span.js';
import { Random } from './random.js';

/** An annotated stretch of one document. */
export interface Mark extends Span {
  readonly document: number;
}

export interface Corpus {
  readonly documents: readonly string[];
  readonly marks: readonly Mark[];
}

const DOCUMENTS = 457;
const WIRE_COPIES = 0.12;
/** So many articles say one of their sentences twice, in nearly the same words: as a pull quote or in the lead. */
const PULL_QUOTES = 0.15;

const FUNCTION_WORDS =
  'the of and to in a that is for on with as was by it at from be are this which have has had or an would not will but they been their more its were said than who also when may after about';
const CONTENT_WORDS =
  'council service plan report minister union market contract school child family worker budget home care charge reform board chief adviser region review panel draft measure target regulator provider inquiry deal funding trust quality risk duty power member leader party county city local national public private social early final senior independent strong serious recent further possible likely clear open cut raise agree argue warn claim deny welcome propose promise publish delay extend support oppose reject consider describe remain continue expect decide offer leave';
const SYLLABLES =
  'ba den cor lin mar tes vol pri sto ren wick ham ley ford ton by gate ness cum ber land'.split(' ');
const NAMES = 'Harlow Tennick Ashby Corden Wexley Marlin Dunmore Pryce Oakden Selby Farrant Lindow'.split(
  ' ',
);

/** About a megabyte of made-up news in paragraphs; every eighth document is a lightly edited copy of another. */
export function makeCorpus(seed: number, size = DOCUMENTS): readonly string[] {
  const random = new Random(seed);
  const writer = new Writer(random);
  const documents: string[] = [];
  while (documents.length < size) {
    const isCopy = documents.length > 10 && random.chance(WIRE_COPIES);
    documents.push(isCopy ? writer.copyOf(random.pick(documents)) : writer.article());
  }
  return documents;
}

/** Stretches from word to word inside a paragraph: 15 % of 3 to 15 characters, 35 % of 15 to 60, the rest of 60 to 300. */
export function makeMarks(seed: number, documents: readonly string[], count: number): readonly Mark[] {
  const random = new Random(seed);
  const marks: Mark[] = [];
  while (marks.length < count) {
    const document = random.between(0, documents.length - 1);
    const text = documents[document] ?? '';
    const share = random.next();
    const wanted =
      share < 0.15 ? random.between(3, 15) : share < 0.5 ? random.between(15, 60) : random.between(60, 300);
    const near = random.between(0, Math.max(0, text.length - wanted));
    const start = text.lastIndexOf(' ', near) + 1;
    const after = text.slice(start + wanted).search(/[\s.,;:?!”]/u);
    const end = after === -1 || after > 20 ? start + wanted : start + wanted + after;
    const words = text.slice(start, end);
    if (end <= text.length && !words.includes('\n') && words.trim() === words && words.length >= 3)
      marks.push({ document, start, end });
  }
  return marks;
}

class Writer {
  private readonly words: readonly string[];

  constructor(private readonly random: Random) {
    const made = Array.from({ length: 900 }, () =>
      Array.from({ length: random.between(2, 3) }, () => random.pick(SYLLABLES)).join(''),
    );
    this.words = [...CONTENT_WORDS.split(' '), ...made];
  }

  article(): string {
    const paragraphs = Array.from({ length: this.random.between(4, 15) }, () => this.paragraph());
    if (this.random.chance(PULL_QUOTES)) {
      const sentence = this.random.pick(paragraphs).split('. ')[0] ?? '';
      paragraphs.splice(this.random.between(0, paragraphs.length), 0, this.nearly(sentence, 0.1));
    }
    return `${this.sentence()}\n\n${paragraphs.join('\n\n')}\n`;
  }

  /** A wire copy: a word in fifty is another, now and then a paragraph is left out. */
  copyOf(article: string): string {
    const kept = article.split('\n\n').filter((_, index) => index === 0 || !this.random.chance(0.1));
    return this.nearly(kept.join('\n\n'), 0.02);
  }

  private nearly(text: string, share: number): string {
    return text.replace(/\b[a-z]+\b/g, (word) => (this.random.chance(share) ? this.word() : word));
  }

  private paragraph(): string {
    return Array.from({ length: this.random.between(1, 3) }, () => this.sentence()).join(' ');
  }

  private sentence(): string {
    const { random } = this;
    const words = Array.from({ length: random.between(9, 26) }, (_, index) => {
      if (random.chance(0.03)) return random.pick(NAMES);
      if (random.chance(0.02)) return String(random.between(2, 400));
      return (index + (random.chance(0.5) ? 1 : 0)) % 2 === 0
        ? random.pick(FUNCTION_WORDS.split(' '))
        : this.word();
    });
    if (random.chance(0.3)) words[random.between(2, 6)] += ',';
    if (random.chance(0.1)) words[5] = `${words[5] ?? ''} – ${this.word()} –`;
    if (random.chance(0.1)) words[3] = `${this.word()}-${this.word()}`;
    const [first = 'It'] = words;
    const body = `${first.charAt(0).toUpperCase()}${first.slice(1)} ${words.slice(1).join(' ')}`;
    return random.chance(0.25)
      ? `“${body},” ${random.pick(['said', 'warned'])} ${random.pick(NAMES)}.`
      : `${body}.`;
  }

  /** Few words often, many seldom, as in any text. */
  private word(): string {
    const rank = Math.floor(this.words.length ** this.random.next()) - 1;
    return this.words[rank] ?? 'plan';
  }
}
