import { locateInSlices } from '../anchors/locate.js';
import type { Sliced } from '../anchors/slices.js';
import type { PlaceElsewhere } from '../anchors/elsewhere.js';
import type { Anchor, Place } from '../anchors/types.js';
import { parseCorpus, spansWithoutQuotes } from '../corpus/parse.js';
import type { CorpusDocument, CorpusFile } from '../corpus/types.js';
import { analyseDocument } from '../quotes/analyse.js';
import type { ActorLexicon, DocumentAnalysis } from '../quotes/types.js';
import type { Span, TextEdit } from '../text/span.js';
import { Followed } from './followed.js';
import { standsTheSame } from './same.js';
import { inFile, isLocated, type DocumentModel, type PlacedStatement } from './types.js';

const LOST: Place = { outcome: 'lost' };

/** A statement as its sidecar hands it over, before it has a place. */
export type UnplacedStatement = Pick<PlacedStatement, 'key' | 'stored' | 'sidecar' | 'coder'>;

/** The analysis of one document of a corpus, made when it is first asked for. */
class LazyDocument implements DocumentModel {
  statements: readonly PlacedStatement[] = [];
  #analysis: DocumentAnalysis | undefined;

  constructor(
    readonly document: CorpusDocument,
    readonly text: string,
    private readonly lexicon: ActorLexicon | undefined,
    /** Where it stands in the file, from zero. */
    readonly order: number,
    previous?: LazyDocument,
  ) {
    if (previous?.text === text && previous.lexicon === lexicon && previous.document.date === document.date) {
      this.#analysis = previous.#analysis;
    }
  }

  get analysis(): DocumentAnalysis {
    this.#analysis ??= analyseDocument(this.text, {
      skip: spansWithoutQuotes(this.document),
      date: this.document.date,
      ...(this.lexicon && { codebook: this.lexicon }),
    });
    return this.#analysis;
  }
}

/**
 * One corpus file in its present version: its documents, their quotes and the places of its statements.
 * A new text re-uses all that is known of documents that did not change.
 */
export class CorpusModel {
  #file: CorpusFile = { dialect: 'native', documents: [], problems: [] };
  #text = '';
  #documents: readonly LazyDocument[] = [];
  #byId: ReadonlyMap<string, LazyDocument> = new Map();
  #unplaced: readonly UnplacedStatement[] = [];
  #statements: readonly PlacedStatement[] = [];
  /** Statements that have their place, by key, while others are still looked for. */
  #placed = new Map<string, PlacedStatement>();
  #search: Sliced<void> | null = null;
  #lexicon: ActorLexicon | undefined;
  /** Places in other documents for statements whose own is gone, with the words found there; by key. */
  #elsewhere: ReadonlyMap<string, PlaceElsewhere & { readonly words: string }> = new Map();
  /** The words of places that a reader refused, by key. */
  readonly #refused = new Map<string, string>();
  readonly #followed = new Followed();

  constructor(
    /** The file's address. */
    readonly address: string,
    /** The file's base name, with its extension. */
    readonly name: string,
    /** Milliseconds after which placing statements pauses; it never does by default. */
    private readonly slice = Infinity,
  ) {}

  get text(): string {
    return this.#text;
  }

  get file(): CorpusFile {
    return this.#file;
  }

  get documents(): readonly DocumentModel[] {
    return this.#documents;
  }

  /** Every statement of every coder about this file, those that are lost included. */
  get statements(): readonly PlacedStatement[] {
    return this.#statements;
  }

  document(id: string): DocumentModel | undefined {
    return this.#byId.get(id);
  }

  /** The document that holds a file offset: in its head or its text. */
  documentAt(offset: number): DocumentModel | undefined {
    let low = 0;
    let high = this.#documents.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#documents[middle];
      if (!found) return undefined;
      if (offset < found.document.span.start) high = middle - 1;
      else if (offset > found.document.span.end) low = middle + 1;
      else if (offset === found.document.span.end && middle < high) low = middle + 1;
      else return found;
    }
    return undefined;
  }

  /** Where a statement's words stand in the file; null when it is lost or its document is gone. */
  spanOf(statement: PlacedStatement): Span | null {
    const home = this.#byId.get(statement.document);
    if (!home || statement.place.outcome === 'lost') return null;
    return inFile(home.document, statement.place.span);
  }

  /** Takes the file's text in a new version, however it came about. */
  setText(text: string): void {
    const previous = this.#byId;
    const had = this.#text === '' ? undefined : { text: this.#text, file: this.#file };
    this.#file = parseCorpus(text, { fileName: this.name }, had);
    this.#text = text;
    this.#documents = this.#file.documents.map((document, order) => {
      const own = text.slice(document.textSpan.start, document.textSpan.end);
      return new LazyDocument(document, own, this.#lexicon, order, previous.get(document.id));
    });
    this.#index();
    this.#place(previous);
    this.#followed.clear();
  }

  /** Notes edits typed in the editor, so that statements stay with words that the next text has changed. */
  followEdits(edits: readonly TextEdit[]): void {
    if (this.#followed.isEmpty) {
      this.#followed.begin(this.#statements.filter(isLocated), (statement) => this.spanOf(statement));
    }
    this.#followed.apply(edits);
  }

  /** Gives up on following until the next text is handed in: it came from outside. */
  forgetEdits(): void {
    this.#followed.abandon();
  }

  setLexicon(lexicon: ActorLexicon | undefined): void {
    if (lexicon === this.#lexicon) return;
    this.#lexicon = lexicon;
    this.#documents = this.#documents.map((old) => {
      const fresh = new LazyDocument(old.document, old.text, lexicon, old.order, old);
      fresh.statements = old.statements;
      return fresh;
    });
    this.#index();
  }

  setStatements(statements: readonly UnplacedStatement[]): void {
    this.#unplaced = statements;
    this.#place(this.#byId);
  }

  /** Takes the place that a statement seems to have as a wrong one: it is lost until it is found elsewhere. */
  refuse(statement: PlacedStatement): void {
    const words = this.#wordsAt(statement.document, statement.place);
    if (words === null) return;
    this.#refused.set(statement.key, words);
    this.#place(this.#byId);
  }

  /**
   * Takes places in other documents for statements whose own document is gone: they are suggested there as
   * long as the words stand where they were found.
   */
  suggestElsewhere(places: ReadonlyMap<string, PlaceElsewhere>): void {
    this.#elsewhere = new Map(
      [...places].map(([key, { document, span, score }]) => {
        const words = this.#byId.get(document)?.text.slice(span.start, span.end) ?? '';
        return [key, { document, span, score, words }];
      }),
    );
    this.#place(this.#byId);
  }

  /** Whether some statements are still looked for: until then they are not among the statements. */
  get isPlacing(): boolean {
    return this.#search !== null;
  }

  /** Goes on looking for a moment; to be called until `isPlacing` is false. */
  continuePlacing(): void {
    const until = Date.now() + this.slice;
    while (this.#search && !this.#search.next().done) if (Date.now() >= until) return this.#publish();
    this.#search = null;
    this.#publish();
  }

  #publish(): void {
    this.#statements = this.#unplaced.flatMap(({ key }) => this.#placed.get(key) ?? []);
    this.#handOut();
  }

  #index(): void {
    const byId = new Map<string, LazyDocument>();
    for (const model of this.#documents) if (!byId.has(model.document.id)) byId.set(model.document.id, model);
    this.#byId = byId;
  }

  /** Gives every statement its place: at once where it is known, else by searching, in slices. */
  #place(previousDocuments: ReadonlyMap<string, LazyDocument>): void {
    const before = new Map(this.#statements.map((statement) => [statement.key, statement]));
    const plans = this.#plans(previousDocuments, before);
    this.#placed = new Map();
    for (const plan of plans) if (!isOpen(plan)) this.#settle(plan, before);
    this.#search = this.#searchFor(plans.filter(isOpen), before);
    this.continuePlacing();
  }

  /** One plan for each document that statements name, with the places that need no search. */
  #plans(
    previousDocuments: ReadonlyMap<string, LazyDocument>,
    before: ReadonlyMap<string, PlacedStatement>,
  ): readonly Plan[] {
    const homes = new Map<string, UnplacedStatement[]>();
    for (const statement of this.#unplaced) {
      const id = statement.stored.statement.document;
      const group = homes.get(id);
      if (group) group.push(statement);
      else homes.set(id, [statement]);
    }
    return [...homes].map(([id, group]) => {
      const home = this.#byId.get(id);
      const sameText = home !== undefined && previousDocuments.get(id)?.text === home.text;
      const places = group.map((one) => (home ? this.#knownPlace(one, home, sameText, before) : LOST));
      return { id, home, group, places };
    });
  }

  *#searchFor(plans: readonly Plan[], before: ReadonlyMap<string, PlacedStatement>): Sliced<void> {
    for (const plan of plans) {
      const open = plan.places.flatMap((place, index) => (place ? [] : [index]));
      const anchors = open.map((index) => plan.group[index]!.stored.statement);
      const found = yield* locateInSlices(plan.home?.text ?? '', anchors);
      open.forEach((index, at) => (plan.places[index] = found[at] ?? LOST));
      this.#settle(plan, before);
      yield;
    }
  }

  #settle({ id, home, group, places }: Plan, before: ReadonlyMap<string, PlacedStatement>): void {
    group.forEach((statement, index) => {
      const found = home
        ? { document: id, place: places[index] ?? LOST }
        : (this.#placeElsewhere(statement.key) ?? { document: id, place: LOST });
      const { document, place } = this.#isRefused(statement.key, found)
        ? { document: id, place: LOST }
        : found;
      const model = this.#byId.get(document);
      const fresh: PlacedStatement = {
        ...statement,
        corpus: this.address,
        document,
        date: model?.document.date ?? null,
        title: model?.document.title ?? null,
        order: model?.order ?? -1,
        place,
      };
      const old = before.get(statement.key);
      const isSame = old?.stored === statement.stored && standsTheSame(old, fresh);
      this.#placed.set(statement.key, isSame ? old : fresh);
    });
  }

  /** Gives each document the statements that are placed in it. */
  #handOut(): void {
    const groups = new Map<string, PlacedStatement[]>();
    for (const statement of this.#statements) {
      const group = groups.get(statement.document);
      if (group) group.push(statement);
      else groups.set(statement.document, [statement]);
    }
    for (const model of this.#documents) model.statements = [];
    for (const [id, group] of groups) {
      const model = this.#byId.get(id);
      if (model) model.statements = group;
    }
  }

  #placeElsewhere(key: string): { readonly document: string; readonly place: Place } | null {
    const found = this.#elsewhere.get(key);
    if (!found) return null;
    const { document, span, score, words } = found;
    const place: Place = { outcome: 'suggested', span, score };
    return this.#wordsAt(document, place) === words ? { document, place } : null;
  }

  #isRefused(key: string, { document, place }: { document: string; place: Place }): boolean {
    const refused = this.#refused.get(key);
    return refused !== undefined && refused === this.#wordsAt(document, place);
  }

  #wordsAt(document: string, place: Place): string | null {
    if (place.outcome === 'lost') return null;
    return this.#byId.get(document)?.text.slice(place.span.start, place.span.end) ?? null;
  }

  /** The place of a statement that needs no search: kept where nothing changed, or followed. */
  #knownPlace(
    { key, stored }: UnplacedStatement,
    { text, document }: LazyDocument,
    sameText: boolean,
    before: ReadonlyMap<string, PlacedStatement>,
  ): Place | undefined {
    const old = before.get(key);
    if (!old || !sameAnchor(old.stored.statement, stored.statement)) return undefined;
    if (sameText) return old.place;
    return text === ''
      ? undefined
      : this.#followed.placeOf(key, stored.statement.quote, document.textSpan, this.#text);
  }
}

/** The statements of one document on their way to their places; undefined for those still to be found. */
interface Plan {
  readonly id: string;
  readonly home: LazyDocument | undefined;
  readonly group: readonly UnplacedStatement[];
  readonly places: (Place | undefined)[];
}

function isOpen({ places }: Plan): boolean {
  return places.includes(undefined);
}

function sameAnchor(
  a: Anchor & { readonly document: string },
  b: Anchor & { readonly document: string },
): boolean {
  return (
    a.document === b.document &&
    a.quote === b.quote &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.at?.start === b.at?.start &&
    a.at?.end === b.at?.end
  );
}
