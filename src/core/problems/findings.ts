import { LineIndex } from '../text/lines.js';
import type { CorpusProblem } from '../corpus/types.js';
import type { CorpusModel } from '../model/corpusModel.js';
import type { Project, SidecarModel } from '../model/project.js';
import { inFile, type PlacedStatement } from '../model/types.js';
import { codebookProblems } from '../registry/codebookProblems.js';
import { mentionProblems } from '../registry/sharedNames.js';
import { statementProblems } from '../registry/statementProblems.js';
import type { Severity } from './problem.js';
import type { Span } from '../text/span.js';
import { registryMessage } from './registryWords.js';
import {
  codebookMessage,
  corpusMessage,
  lostMessage,
  notVerbatimMessage,
  sidecarMessage,
  suggestedMessage,
} from './words.js';

/** One entry of the Problems view, before it has a line. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Offsets into the file's text. */
  readonly span: Span;
  readonly message: string;
}

/** The editor shows no more for one file. */
const MOST = 1000;
const LOST_CHARACTERS = /\ufffd+/g;

/**
 * What is wrong in a corpus file, and which of its names lead to two actors.
 * @param undecodable bytes that were no text when the file was last read from disk
 */
export function corpusFindings(
  { codebook }: Project,
  corpus: CorpusModel,
  undecodable: readonly CorpusProblem[],
): readonly Finding[] {
  const all = [...corpus.file.problems, ...lostCharacters(corpus.text, undecodable)];
  const findings: Finding[] = all
    .slice(0, MOST)
    .map((problem) => ({ ...problem, message: corpusMessage(problem) }));
  for (const { document, text } of corpus.documents) {
    if (findings.length >= MOST) break;
    for (const problem of mentionProblems(codebook, text)) {
      const span = inFile(document, problem.span);
      findings.push({ ...problem, span, message: registryMessage(problem) });
    }
  }
  return findings.slice(0, MOST);
}

/** What is wrong in the codebook, and between its entries. */
export function codebookFindings(project: Project): readonly Finding[] {
  const problems = project.codebookFile.problems.map((problem) => ({
    ...problem,
    message: codebookMessage(problem),
  }));
  const between = codebookProblems(project).map((problem) => ({
    ...problem,
    message: registryMessage(problem),
  }));
  return [...problems, ...between].slice(0, MOST);
}

/**
 * What is wrong in a sidecar, which of its statements have no sure place in the corpus, and which do not fit the
 * codebook.
 */
export function sidecarFindings(project: Project, sidecar: SidecarModel): readonly Finding[] {
  const problems = sidecar.file.problems.map((problem) => ({ ...problem, message: sidecarMessage(problem) }));
  const placed = (project.corpus(sidecar.corpus)?.statements ?? []).filter(
    (statement) => statement.sidecar === sidecar.address,
  );
  const unsure = placed.flatMap((statement) => unsureFinding(project, statement) ?? []);
  const unfit = statementProblems(project, placed).map((problem) => ({
    ...problem,
    message: registryMessage(problem),
  }));
  return [...problems, ...unsure, ...unfit].slice(0, MOST);
}

/** Lines and columns for the findings of a text. */
export function placed(text: string, findings: readonly Finding[]) {
  const lines = new LineIndex(text);
  return findings.map((finding) => ({
    ...finding,
    start: lines.positionAt(finding.span.start),
    end: lines.positionAt(finding.span.end),
  }));
}

function unsureFinding(project: Project, statement: PlacedStatement): Finding | null {
  const { place, stored } = statement;
  const span = stored.values.get('quote') ?? stored.span;
  if (place.outcome === 'located') {
    if (!place.changed) return null;
    const message = notVerbatimMessage(stored.statement);
    return { code: 'not-verbatim', severity: 'information', span, message };
  }
  if (place.outcome === 'suggested') {
    return { code: 'suggested', severity: 'information', span, message: suggestedMessage(stored.statement) };
  }
  const hasDocument = project.corpus(statement.corpus)?.document(stored.statement.document) !== undefined;
  return { code: 'lost', severity: 'warning', span, message: lostMessage(stored.statement, hasDocument) };
}

/**
 * Where a decoder put U+FFFD for what is not UTF-8. The text decides, not the bytes as they were read: it
 * may have been open before, and mended since.
 */
function lostCharacters(text: string, undecodable: readonly CorpusProblem[]): readonly CorpusProblem[] {
  const bytes = new Map(undecodable.map((problem) => [problem.span.start, problem.values]));
  const found: CorpusProblem[] = [];
  for (const match of text.matchAll(LOST_CHARACTERS)) {
    if (found.length >= MOST) break;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ code: 'invalid-utf8', severity: 'error', span, values: bytes.get(span.start) ?? [] });
  }
  return found;
}
