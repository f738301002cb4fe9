import type { CancellationToken } from 'vscode';
import type { CorpusModel } from '../../core/model/corpusModel.js';

/** Work goes on for this many milliseconds before the extension host may do something else. */
const SLICE = 25;

/** Lets long work on the extension host's one thread give way to others. */
export class Pace {
  #since = Date.now();

  /** Waits for a moment if the present slice of time is used up. */
  async breathe(): Promise<void> {
    if (Date.now() - this.#since < SLICE) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#since = Date.now();
  }
}

/**
 * Finds the quotes of every document of a corpus, a slice at a time; later questions for them are free.
 * @returns false where the work was cancelled or the corpus has another text by now
 */
export async function analyseAll(
  corpus: CorpusModel,
  token: Pick<CancellationToken, 'isCancellationRequested'>,
): Promise<boolean> {
  const pace = new Pace();
  const { documents } = corpus;
  for (const document of documents) {
    if (token.isCancellationRequested || corpus.documents !== documents) return false;
    void document.analysis;
    await pace.breathe();
  }
  return !token.isCancellationRequested && corpus.documents === documents;
}
