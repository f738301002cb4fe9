import { describePlace } from '../../core/anchors/describe.js';
import type { CodebookAddition } from '../../core/codebook/additions.js';
import type { Codebook } from '../../core/codebook/types.js';
import { passageAt, type ActorGuess, type Passage } from '../../core/passages/passage.js';
import { newStatementId } from '../../core/sidecar/names.js';
import type { Statement } from '../../core/sidecar/types.js';
import type { DocumentModel } from '../../core/model/types.js';
import { chosenOrganisation, chosenPerson, type Chosen } from '../tagging/questions.js';
import { wordsOf, type FoundHit } from './search.js';

/** A hit that is about to be tagged, with who says it as far as that is sure. */
export interface Draft {
  readonly found: FoundHit;
  readonly document: DocumentModel;
  readonly passage: Passage;
  readonly person: Chosen | null;
  /** Null where it has to be asked for. */
  readonly organisation: Chosen | null;
}

/**
 * What there is to tag in some hits: each passage once, without those whose words have changed since they were found.
 * @param codebook names that are not in it become new entries, each once
 */
export function draftsOf(hits: readonly FoundHit[], codebook: Codebook): readonly Draft[] {
  const entries = new NewEntries(codebook);
  const passages = new Map(
    hits
      .filter((found) => found.words !== '' && wordsOf(found.project, found.hit) === found.words)
      .map((found) => {
        const { corpus, document, passage } = found.hit;
        return [`${corpus}#${document}@${passage.start}-${passage.end}`, found] as const;
      }),
  );
  return [...passages.values()].flatMap((found) => {
    const { corpus, document, passage: span } = found.hit;
    const model = found.project.corpus(corpus)?.document(document);
    const passage = model && passageAt(model, codebook, span);
    if (!model || !passage) return [];
    const person = passage.sure && passage.person ? entries.person(passage.person) : null;
    const organisation =
      passage.sure && passage.organisation ? entries.organisation(passage.organisation, person) : null;
    return [{ found, document: model, passage, person, organisation }];
  });
}

/** The statement that a draft becomes. */
export function statementOf(
  { document, passage, person }: Draft,
  organisation: Chosen | null,
  issue: string,
  stance: string,
): Statement {
  return {
    id: newStatementId(Math.random),
    document: document.document.id,
    ...describePlace(document.text, passage.span),
    speaker: person?.id ?? null,
    organisation: organisation?.id ?? null,
    issue,
    stance,
    basis: passage.basis,
    claimedBy: null,
    created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    note: null,
  };
}

/** The entries that the codebook needs for some choices, each once. */
export function additionsFor(chosen: readonly (Chosen | null)[]): readonly CodebookAddition[] {
  const additions = chosen.flatMap((one) => (one?.addition ? [[one.id, one.addition] as const] : []));
  return [...new Map(additions).values()];
}

/** New entries with ids of their own: the same name is the same entry, two names never share an id. */
class NewEntries {
  readonly #known = new Map<string, Chosen>();
  #codebook: Codebook;

  constructor(codebook: Codebook) {
    this.#codebook = codebook;
  }

  person(guess: ActorGuess): Chosen {
    return this.#once(`person ${guess.name}`, () => chosenPerson(this.#codebook, guess));
  }

  organisation(guess: ActorGuess, person: Chosen | null): Chosen {
    return this.#once(`organisation ${guess.name}`, () => chosenOrganisation(this.#codebook, guess, person));
  }

  #once(key: string, make: () => Chosen): Chosen {
    const known = this.#known.get(key);
    if (known) return known;
    const chosen = make();
    this.#known.set(key, chosen);
    const { addition } = chosen;
    const codebook = this.#codebook;
    if (addition?.kind === 'person')
      this.#codebook = { ...codebook, people: [...codebook.people, addition.entry] };
    if (addition?.kind === 'organisation') {
      this.#codebook = { ...codebook, organisations: [...codebook.organisations, addition.entry] };
    }
    return chosen;
  }
}
