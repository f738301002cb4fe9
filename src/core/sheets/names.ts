import type { Codebook } from '../codebook/types.js';
import type { Evidence } from '../positions/types.js';

/** Characters that could reorder or hide what stands round them. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * What could be markup: marks of emphasis, code, links, HTML, tables and notes; what begins a list, a heading or a rule;
 * what makes an address of words. Other punctuation stays as it is, because people read and copy the source.
 */
const MARKUP = /[\\`*_{}[\]<>#|~^$&@]|\/(?=\/)|[.:](?=[\p{L}\p{N}/\\])|^[-+=:]|(?<=^\d{1,9})[.)]/gu;

/** A text from a file as one line of Markdown that shows just that text. */
export function shown(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim().replace(MARKUP, '\\$&');
}

/** What the ids of statements stand for, ready to be put into Markdown. An unknown id is its own name. */
export class Names {
  readonly #issues: ReadonlyMap<string, string>;
  readonly #organisations: ReadonlyMap<string, string>;
  readonly #actors: ReadonlyMap<string, string>;
  readonly #stances: ReadonlyMap<string, string>;

  constructor({ issues, organisations, people, stances }: Codebook) {
    this.#issues = new Map(issues.map(({ id, label }) => [id, label]));
    this.#organisations = new Map(organisations.map(({ id, name }) => [id, name]));
    this.#actors = new Map([...organisations, ...people].map(({ id, name }) => [id, name]));
    this.#stances = new Map(stances.map(({ id, label }) => [id, label]));
  }

  issue(id: string): string {
    return shown(this.#issues.get(id) ?? id);
  }

  organisation(id: string): string {
    return shown(this.#organisations.get(id) ?? id);
  }

  /** A person or an organisation. */
  actor(id: string): string {
    return shown(this.#actors.get(id) ?? id);
  }

  /** Null where the statement has no stance. */
  stance({ statement: { stance } }: Evidence): string | null {
    return stance === null ? null : shown(this.#stances.get(stance) ?? stance);
  }
}
