import { nameKey } from '../codebook/lookup.js';
import type { Codebook } from '../codebook/types.js';
import type { Problem } from '../problems/problem.js';
import type { EntryName } from './types.js';

export type MentionProblemCode = 'mention-of-two';

/** Names of more words than this are not looked for in texts. */
const LONGEST = 12;
/** More problems than these nobody reads. */
const MOST = 1000;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Where a text has a name or an alias that two actors of the codebook claim (values: the words; the ids of the two).
 * A longer name of one actor hides a shorter one within it. Linear in the text.
 * @param text the text of one document; the spans are offsets into it
 */
export function mentionProblems(codebook: Codebook, text: string): readonly Problem<MentionProblemCode>[] {
  const { byWords, longest, isShared } = namesOf(codebook);
  if (!isShared) return [];
  const words = [...text.matchAll(WORD)];
  const found: Problem<MentionProblemCode>[] = [];
  for (let at = 0; at < words.length && found.length < MOST; at++) {
    const most = longest.get(words[at]?.[0].toLowerCase() ?? '') ?? 0;
    for (let count = Math.min(most, words.length - at); count > 0; count--) {
      const name = words.slice(at, at + count).map(([word]) => word);
      const owners = byWords.get(keyOf(name));
      if (!owners) continue;
      const span = { start: words[at]?.index ?? 0, end: endOf(words[at + count - 1]) };
      if (owners.length > 1) {
        const [one, other] = owners.map(({ id }) => id);
        const values = [text.slice(span.start, span.end), one ?? '', other ?? ''];
        found.push({ code: 'mention-of-two', severity: 'information', span, values });
      }
      at += count - 1;
      break;
    }
  }
  return found;
}

/** The actors that are called so, by name or alias. */
export function actorsCalled(codebook: Codebook, name: string): readonly EntryName[] {
  const key = nameKey(name);
  return actorsOf(codebook)
    .filter(({ names }) => names.some((one) => nameKey(one) === key))
    .map(({ entry }) => entry);
}

interface Names {
  /** Who is called so, by the words of a name. */
  readonly byWords: ReadonlyMap<string, readonly EntryName[]>;
  /** By a first word in lower case: how many words the longest name has that begins with it. */
  readonly longest: ReadonlyMap<string, number>;
  /** Whether two actors have a name in common: if none have, there is nothing to look for. */
  readonly isShared: boolean;
}

const made = new WeakMap<Codebook, Names>();

function namesOf(codebook: Codebook): Names {
  const known = made.get(codebook);
  if (known) return known;
  const byWords = new Map<string, EntryName[]>();
  const longest = new Map<string, number>();
  let isShared = false;
  for (const { entry, names } of actorsOf(codebook)) {
    for (const name of names) {
      const words = wordsOf(name);
      const first = words[0]?.toLowerCase();
      if (first === undefined || words.length > LONGEST) continue;
      const key = keyOf(words);
      const owners = byWords.get(key) ?? [];
      byWords.set(key, owners);
      if (owners.includes(entry)) continue;
      owners.push(entry);
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
      isShared ||= owners.length > 1;
    }
  }
  const all = { byWords, longest, isShared };
  made.set(codebook, all);
  return all;
}

function actorsOf({ organisations, people }: Codebook) {
  const named = (kind: 'organisation' | 'person') => (actor: NamedActor) => ({
    entry: { kind, id: actor.id },
    names: [actor.name, ...actor.aliases],
  });
  return [...organisations.map(named('organisation')), ...people.map(named('person'))];
}

interface NamedActor {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function wordsOf(name: string): readonly string[] {
  const words = [...name.matchAll(WORD)].map(([word]) => word);
  return words.length > 1 && words[0]?.toLowerCase() === 'the' ? words.slice(1) : words;
}

/** Capitals count, so that "WHO" is not who, but for the first letter: a sentence may begin with a name. */
function keyOf(words: readonly string[]): string {
  const name = words.join(' ').normalize('NFKC');
  const rest = name.slice(1);
  return rest === rest.toLowerCase() ? name.toLowerCase() : name;
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}
