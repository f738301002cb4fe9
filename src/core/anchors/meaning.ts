import { Pattern } from './myers.js';

const WORD = /[\p{L}\p{M}\p{N}']+(?:[.,:/]\d+)*/gu;
/** With a unit or an ordinal's ending at most: a figure inside a word ("c0uncil") is a misprint. */
const NUMBER = /^\d[\d.,:/]*(?:st|nd|rd|th|s|p|k|m|bn|tn|pc|km|kg)?$/i;
const NUMBER_WORDS = new Set(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred ' +
    'thousand million billion half third quarter double twice'
  ).split(' '),
);
const NEGATIONS = new Set(
  "not no never nor neither none nothing nobody nowhere cannot can't won't without hardly scarcely barely".split(
    ' ',
  ),
);

/**
 * Whether two forms of a quote say the same as far as can be told without understanding them: the same
 * numbers and negations, and every name of the one found in the other, small errors aside. A quote whose
 * words differ here may be another quote, so somebody must look.
 */
export function saysTheSame(stored: string, found: string): boolean {
  const before = wordsOf(stored);
  const after = wordsOf(found);
  const telling = (word: string): boolean => NUMBER.test(word) || NUMBER_WORDS.has(word) || isNegation(word);
  if (before.lower.filter(telling).join(' ') !== after.lower.filter(telling).join(' ')) return false;
  return namesAreIn(before.names, after.all) && namesAreIn(after.names, before.all);
}

interface Words {
  readonly all: readonly string[];
  readonly lower: readonly string[];
  /** Words with a capital that do not begin the quote. */
  readonly names: readonly string[];
}

function wordsOf(text: string): Words {
  const all = text.match(WORD) ?? [];
  return {
    all,
    lower: all.map((word) => word.toLowerCase()),
    names: all.filter((word, index) => index > 0 && word.length > 1 && /^\p{Lu}/u.test(word)),
  };
}

function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}

function namesAreIn(names: readonly string[], words: readonly string[]): boolean {
  const known = new Set(words);
  return names.every((name) => known.has(name) || words.some((word) => isNearly(name, word)));
}

/** One character in three may differ: a misprint, not another name. */
function isNearly(name: string, word: string): boolean {
  const most = Math.floor(Math.max(name.length, word.length) / 3);
  if (Math.abs(name.length - word.length) > most) return false;
  return (new Pattern(name).distances(word, 0, word.length, true)[word.length] ?? Infinity) <= most;
}
