import * as vscode from 'vscode';
import { searchProject } from '../../core/concordance/find.js';
import { isBlank, readQuery } from '../../core/concordance/query.js';
import type { Hit } from '../../core/concordance/types.js';
import type { Project } from '../../core/model/project.js';
import type { Workspace } from '../workspace/workspace.js';

/** More hits are not shown: nobody reads them, and each is a row. */
export const MOST_HITS = 1000;
/** How long to search before the editor may do something else, in milliseconds. */
const SLICE = 20;

/** A hit with what commands need to find its words again. */
export interface FoundHit {
  readonly project: Project;
  readonly hit: Hit;
  /** The words of the passage as they were when they were found. */
  readonly words: string;
}

export interface Found {
  readonly hits: readonly FoundHit[];
  readonly documents: number;
  /** Whether there are more hits than are shown. */
  readonly more: boolean;
  /** Filters of the input that mean nothing. */
  readonly unread: readonly string[];
}

export const NOTHING: Found = { hits: [], documents: 0, more: false, unread: [] };

/**
 * Searches all projects a slice at a time.
 * @returns null when it was cancelled
 */
export async function search(
  { projects }: Workspace,
  text: string,
  token: vscode.CancellationToken,
): Promise<Found | null> {
  const { query, unread } = readQuery(text);
  if (isBlank(query)) return { ...NOTHING, unread };
  const hits: FoundHit[] = [];
  let more = false;
  let since = Date.now();
  for (const project of projects) {
    for (const hit of searchProject(project, query)) {
      if (hit && hits.length === MOST_HITS) {
        more = true;
        break;
      }
      if (hit) hits.push({ project, hit, words: wordsOf(project, hit) });
      else if (Date.now() - since > SLICE) {
        await new Promise((resolve) => setTimeout(resolve));
        if (token.isCancellationRequested) return null;
        since = Date.now();
      }
    }
    if (more) break;
  }
  const documents = new Set(hits.map(({ hit }) => `${hit.corpus}#${hit.document}`)).size;
  return token.isCancellationRequested ? null : { hits, documents, more, unread };
}

/** The words of a hit's passage in the text as it is now; empty where its document is gone. */
export function wordsOf(project: Project, { corpus, document, passage }: Hit): string {
  return project.corpus(corpus)?.document(document)?.text.slice(passage.start, passage.end) ?? '';
}

/** One search at a time: a new one ends the one before it. */
export class Searcher implements vscode.Disposable {
  #running: vscode.CancellationTokenSource | undefined;

  constructor(private readonly workspace: Workspace) {}

  /** @returns null when another search, or the end, came first */
  async run(text: string): Promise<Found | null> {
    this.cancel();
    const running = new vscode.CancellationTokenSource();
    this.#running = running;
    try {
      return await search(this.workspace, text, running.token);
    } finally {
      running.dispose();
      if (this.#running === running) this.#running = undefined;
    }
  }

  cancel(): void {
    this.#running?.cancel();
    this.#running = undefined;
  }

  dispose(): void {
    this.cancel();
  }
}
