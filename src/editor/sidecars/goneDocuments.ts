import { locateAllElsewhereInSlices, type PlaceElsewhere } from '../../core/anchors/elsewhere.js';
import { runInSlices } from '../../core/anchors/slices.js';
import type { CorpusModel } from '../../core/model/corpusModel.js';
import type { Project } from '../../core/model/project.js';
import type { PlacedStatement } from '../../core/model/types.js';
import { Disposables } from '../common/disposables.js';
import type { Feature } from '../services.js';

/** A document's id that is typed anew is gone at every key press: wait until it is done (milliseconds). */
const SETTLE = 1000;

/**
 * Looks in the background for the words of statements whose document is gone, as after its id was changed:
 * they are suggested in whatever document of the same file holds them best.
 */
export const registerGoneDocuments: Feature = ({ workspace }) => {
  const own = new Disposables();
  const searches = new Map<string, () => void>();
  const end = (address: string): void => {
    searches.get(address)?.();
    searches.delete(address);
  };
  own.add(
    workspace.onDidChange(({ project, change }) => {
      for (const address of new Set([...change.corpora, ...change.statements])) {
        const corpus = project.corpus(address);
        // A suggestion that this search made is itself a change: it answers nothing new.
        if (corpus && isSettled(corpus) && !change.corpora.has(address)) continue;
        end(address);
        if (corpus && homeless(corpus).length > 0) searches.set(address, searchSoon(project, corpus));
      }
    }),
  );
  own.add({ dispose: () => [...searches.keys()].forEach(end) });
  return own;
};

/** What was searched for last in a corpus, so that the same question is not asked twice. */
const answered = new WeakMap<CorpusModel, string>();

function searchSoon(project: Project, corpus: CorpusModel): () => void {
  let cancelled = false;
  const timer = setTimeout(() => void search(project, corpus, () => cancelled), SETTLE);
  return () => {
    cancelled = true;
    clearTimeout(timer);
  };
}

async function search(project: Project, corpus: CorpusModel, cancelled: () => boolean): Promise<void> {
  const open = homeless(corpus);
  if (open.length === 0) return;
  const texts = new Map(corpus.documents.map(({ document, text }) => [document.id, text]));
  const anchors = open.map(({ stored }) => stored.statement);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const found = await runInSlices(locateAllElsewhereInSlices(texts, anchors), { pause, cancelled });
  if (found === null || cancelled()) return;
  answered.set(corpus, questionOf(open));
  const best = new Map<string, PlaceElsewhere>();
  open.forEach(({ key }, index) => {
    const place = found[index]?.[0];
    if (place) best.set(key, place);
  });
  project.suggestElsewhere(corpus.address, best);
}

function isSettled(corpus: CorpusModel): boolean {
  return answered.get(corpus) === questionOf(homeless(corpus));
}

/** The statements whose own document is not in the corpus. */
function homeless(corpus: CorpusModel): readonly PlacedStatement[] {
  return corpus.statements.filter(({ stored }) => corpus.document(stored.statement.document) === undefined);
}

function questionOf(open: readonly PlacedStatement[]): string {
  return open.map(({ key, stored }) => `${key} ${stored.statement.quote}`).join('\n');
}
