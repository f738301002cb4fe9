import type { PlaceElsewhere } from '../anchors/elsewhere.js';
import { lexiconOf } from '../codebook/lookup.js';
import { readCodebook } from '../codebook/read.js';
import type { Codebook, CodebookFile } from '../codebook/types.js';
import type { ActorLexicon } from '../quotes/types.js';
import { parseSidecarName } from '../sidecar/names.js';
import { readSidecar } from '../sidecar/read.js';
import type { SidecarFile } from '../sidecar/types.js';
import type { TextEdit } from '../text/span.js';
import { CorpusModel, type UnplacedStatement } from './corpusModel.js';
import { Emitter } from './emitter.js';
import { standsTheSame } from './same.js';
import type { PlacedStatement, ProjectChange } from './types.js';

/**
 * Files are named by addresses: opaque strings, URIs in the editor and paths on the command line. Only
 * whoever made them can take them apart.
 */
export interface Addressing {
  /** The file's name without its folder. */
  baseName(address: string): string;
  /** The address of a file of that name in the same folder. */
  sibling(address: string, name: string): string;
}

/** A sidecar as read, with what its name says. */
export interface SidecarModel {
  readonly address: string;
  readonly text: string;
  readonly file: SidecarFile;
  /** Address of the corpus file that it belongs to. */
  readonly corpus: string;
  readonly coder: string | null;
}

/**
 * Everything Standpoint knows of one workspace folder: its corpora, their sidecars and its codebook.
 * Files are handed in by whoever can read them; each change is told once, with what it touched.
 */
export class Project {
  readonly #corpora = new Map<string, CorpusModel>();
  readonly #sidecars = new Map<string, SidecarModel>();
  readonly #changed = new Emitter<ProjectChange>();
  #codebookText: string | null = null;
  #codebook: CodebookFile = readCodebook('');
  #lexicon: ActorLexicon | undefined;
  #pending: Change | null = null;
  /** What the last event told of the statements of a corpus that are still being placed. */
  readonly #told = new WeakMap<CorpusModel, readonly PlacedStatement[]>();
  #isShown: (sidecar: SidecarModel) => boolean = () => true;

  readonly onDidChange = this.#changed.event;

  constructor(
    /** Address of the folder. */
    readonly root: string,
    private readonly addressing: Addressing,
    /** Milliseconds after which placing statements pauses, so that nobody waits; it never does by default. */
    private readonly slice = Infinity,
  ) {}

  get corpora(): readonly CorpusModel[] {
    return [...this.#corpora.values()];
  }

  get sidecars(): readonly SidecarModel[] {
    return [...this.#sidecars.values()];
  }

  get codebookFile(): CodebookFile {
    return this.#codebook;
  }

  get codebook(): Codebook {
    return this.#codebook.codebook;
  }

  /** The codebook's text, or null while there is no such file. */
  get codebookText(): string | null {
    return this.#codebookText;
  }

  corpus(address: string): CorpusModel | undefined {
    return this.#corpora.get(address);
  }

  sidecar(address: string): SidecarModel | undefined {
    return this.#sidecars.get(address);
  }

  /** Every statement of every coder that is shown, also those whose corpus file is gone (their place is lost). */
  statements(): readonly PlacedStatement[] {
    const placed = this.corpora.flatMap((corpus) => corpus.statements);
    const homeless = this.sidecars
      .filter((sidecar) => !this.#corpora.has(sidecar.corpus) && this.#isShown(sidecar))
      .flatMap(withoutCorpus);
    return homeless.length === 0 ? placed : [...placed, ...homeless];
  }

  statement(key: string): PlacedStatement | undefined {
    return this.statements().find((statement) => statement.key === key);
  }

  /** Takes a corpus file's text as it is now; null when the file is gone. */
  setCorpus(address: string, text: string | null): void {
    const known = this.#corpora.get(address);
    if (text === null) {
      if (!known) return;
      this.#record((change) => {
        change.corpus(address, known.statements, []);
        this.#corpora.delete(address);
      });
      return;
    }
    if (known && known.text === text) return;
    this.#record((change) => {
      const corpus = known ?? new CorpusModel(address, this.addressing.baseName(address), this.slice);
      const before = corpus.statements;
      corpus.setText(text);
      if (!known) {
        corpus.setLexicon(this.#lexicon);
        this.#corpora.set(address, corpus);
        corpus.setStatements(this.#statementsFor(address));
      }
      change.corpus(address, before, corpus.statements);
    });
  }

  /** Notes edits typed in an open corpus file before its new text is handed in. */
  followEdits(address: string, edits: readonly TextEdit[]): void {
    this.#corpora.get(address)?.followEdits(edits);
  }

  /** Takes a sidecar's text as it is now; null when the file is gone. Other names are ignored. */
  setSidecar(address: string, text: string | null): void {
    const known = this.#sidecars.get(address);
    if (text === null) {
      if (!known) return;
      this.#sidecars.delete(address);
    } else {
      if (known?.text === text) return;
      const name = parseSidecarName(this.addressing.baseName(address));
      if (!name) return;
      const file = readSidecar(text, known?.file);
      const corpus = this.addressing.sibling(address, name.corpus);
      this.#sidecars.set(address, { address, text, file, corpus, coder: file.coder ?? name.coder });
    }
    const owner = this.#sidecars.get(address)?.corpus ?? known?.corpus;
    if (owner === undefined) return;
    this.#record((change) => {
      change.sidecars.add(address);
      this.#reassign(owner, change);
    });
  }

  /** Takes the codebook's text as it is now; null when there is no such file. */
  setCodebook(text: string | null): void {
    if (text === this.#codebookText) return;
    this.#record((change) => {
      this.#codebookText = text;
      this.#codebook = readCodebook(text ?? '');
      this.#lexicon = text === null ? undefined : lexiconOf(this.#codebook.codebook);
      for (const corpus of this.#corpora.values()) {
        corpus.setLexicon(this.#lexicon);
        change.corpora.add(corpus.address);
      }
      change.codebook = true;
    });
  }

  /**
   * Says whose statements are handed out: those of the other sidecars are nowhere, in no list and no count.
   * Their files are still known.
   */
  show(isShown: (sidecar: SidecarModel) => boolean): void {
    this.#isShown = isShown;
    this.#record((change) => {
      for (const address of new Set(this.sidecars.map((sidecar) => sidecar.corpus))) {
        this.#reassign(address, change);
      }
    });
  }

  /** See `CorpusModel.refuse`. */
  refuse(statement: PlacedStatement): void {
    this.#replace(statement.corpus, (corpus) => corpus.refuse(statement));
  }

  /** See `CorpusModel.suggestElsewhere`. */
  suggestElsewhere(address: string, places: ReadonlyMap<string, PlaceElsewhere>): void {
    this.#replace(address, (corpus) => corpus.suggestElsewhere(places));
  }

  /** Whether statements of some corpus are still looked for; they are told of once they are placed. */
  get isPlacing(): boolean {
    return this.corpora.some((corpus) => corpus.isPlacing);
  }

  /** Goes on looking for a moment. To be called until `isPlacing` is false; a corpus is told of when it is done. */
  continuePlacing(): void {
    const corpus = this.corpora.find((one) => one.isPlacing);
    if (!corpus) return;
    const before = this.#told.get(corpus) ?? corpus.statements;
    corpus.continuePlacing();
    if (corpus.isPlacing) {
      this.#told.set(corpus, before);
      return;
    }
    this.#told.delete(corpus);
    this.#record((change) => change.placed(corpus.address, before, corpus.statements));
  }

  /** Takes many files in one go and tells of them with one event. */
  batch(work: () => void): void {
    this.#record(() => work());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #replace(address: string, work: (corpus: CorpusModel) => void): void {
    const corpus = this.#corpora.get(address);
    if (!corpus) return;
    this.#record((change) => {
      const before = corpus.statements;
      work(corpus);
      change.placed(address, before, corpus.statements);
    });
  }

  #reassign(address: string, change: Change): void {
    const corpus = this.#corpora.get(address);
    if (!corpus) {
      change.statements.add(address);
      change.organisations.add(null);
      return;
    }
    const before = corpus.statements;
    corpus.setStatements(this.#statementsFor(address));
    change.placed(address, before, corpus.statements);
  }

  #statementsFor(corpus: string): readonly UnplacedStatement[] {
    const sidecars = this.sidecars.filter((sidecar) => sidecar.corpus === corpus && this.#isShown(sidecar));
    return sidecars.flatMap(unplaced);
  }

  #record(work: (change: Change) => void): void {
    if (this.#pending) {
      work(this.#pending);
      return;
    }
    const change = new Change();
    this.#pending = change;
    try {
      work(change);
    } finally {
      this.#pending = null;
    }
    if (!change.isEmpty) this.#changed.fire(change);
  }
}

/** A change while it is gathered. */
class Change implements ProjectChange {
  readonly corpora = new Set<string>();
  readonly statements = new Set<string>();
  readonly sidecars = new Set<string>();
  readonly organisations = new Set<string | null>();
  codebook = false;

  get isEmpty(): boolean {
    const { corpora, statements, sidecars, codebook } = this;
    return corpora.size === 0 && statements.size === 0 && sidecars.size === 0 && !codebook;
  }

  corpus(address: string, before: readonly PlacedStatement[], after: readonly PlacedStatement[]): void {
    this.corpora.add(address);
    this.placed(address, before, after);
  }

  placed(address: string, before: readonly PlacedStatement[], after: readonly PlacedStatement[]): void {
    const touched = [...differing(before, after), ...differing(after, before)];
    if (touched.length === 0) return;
    this.statements.add(address);
    for (const { stored } of touched) this.organisations.add(stored.statement.organisation);
  }
}

/** The statements that are not among the others, or not in these words at this place. */
function differing(
  statements: readonly PlacedStatement[],
  others: readonly PlacedStatement[],
): readonly PlacedStatement[] {
  const byKey = new Map(others.map((one) => [one.key, one]));
  return statements.filter((one) => {
    const other = byKey.get(one.key);
    return other !== one && !(other && standsTheSame(one, other));
  });
}

/** A second statement with the same id (a botched merge) gets a key of its own, so that both are shown. */
function unplaced(sidecar: SidecarModel): readonly UnplacedStatement[] {
  const seen = new Map<string, number>();
  return sidecar.file.statements.map((stored) => {
    const { id } = stored.statement;
    const times = seen.get(id) ?? 0;
    seen.set(id, times + 1);
    const key = `${sidecar.address}#${id}${times > 0 ? `#${times}` : ''}`;
    return { key, stored, sidecar: sidecar.address, coder: sidecar.coder };
  });
}

function withoutCorpus(sidecar: SidecarModel): readonly PlacedStatement[] {
  return unplaced(sidecar).map((statement) => ({
    ...statement,
    corpus: sidecar.corpus,
    document: statement.stored.statement.document,
    date: null,
    title: null,
    order: -1,
    place: { outcome: 'lost' },
  }));
}
