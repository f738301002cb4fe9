import { readAffiliations } from '../actors/affiliations.js';
import { buildDirectory, type Directory } from '../actors/directory.js';
import { Resolver, type Resolution } from '../actors/resolve.js';
import { findNameRuns } from '../actors/runs.js';
import { lexiconFor } from '../language/index.js';
import type { Span } from '../text/span.js';
import { cueTable, type CueTable } from './cue-table.js';
import { findCues } from './cues.js';
import { buildFrame } from './frame.js';
import { findMarked } from './marks.js';
import { paragraphStarts } from './paragraphs.js';
import type { Named } from './phrases.js';
import { findReported } from './reported.js';
import { collectSpeech, type Speech } from './speech.js';
import { Shape, tokenise, type Tokens } from './tokens.js';
import type { ActorMention, AnalysisContext, DocumentAnalysis, Quote } from './types.js';

/**
 * Finds the quotes of a document, who says them, and the actors that it names.
 * @param text the document's text; every offset of the result is into it
 * @param context what is known besides the text
 */
export function analyseDocument(text: string, context: AnalysisContext = {}): DocumentAnalysis {
  const lexicon = lexiconFor(context.language);
  const tokens = tokenise(text, lexicon);
  const paragraphs = paragraphStarts(tokens);
  const marked = findMarked(tokens, paragraphs, lexicon.language.leftMarkCloses);
  const frame = buildFrame(tokens, paragraphs, marked);
  const runs = findNameRuns(tokens, (token) => frame.sentences[frame.sentenceAt[token] ?? 0] === token);
  const named: Named = { ...frame, runs };
  const table = cueTable(named, findCues(named));
  const skip = context.skip ?? [];
  const all = collectSpeech(named, table, findReported(named, table));
  const speech = skip.length > 0 ? all.filter((one) => !isSkipped(tokens, one, skip)) : all;
  const directory = buildDirectory(
    tokens,
    runs,
    speakingRuns(named, table),
    lexicon,
    context.codebook,
    context.date ?? null,
  );
  readAffiliations(named, directory, lexicon);
  const resolutions = resolveSpeakers(speech, new Resolver(named, directory, lexicon));
  return {
    quotes: speech.map((one) =>
      toQuote(tokens, one, one.phrase ? resolutions.get(one.phrase.first) : undefined),
    ),
    mentions: mentionsOf(tokens, directory),
  };
}

function speakingRuns(frame: Named, table: CueTable): Uint8Array {
  const speaks = new Uint8Array(frame.runs.count);
  for (const subject of table.subjects)
    if (subject && subject.phrase.run >= 0) speaks[subject.phrase.run] = 1;
  return speaks;
}

/** Resolves each speaker once, in text order, so that a pronoun knows who spoke before it. By first token. */
function resolveSpeakers(speech: readonly Speech[], resolver: Resolver): Map<number, Resolution> {
  const phrases = speech.flatMap(({ phrase }) => (phrase ? [phrase] : [])).sort((a, b) => a.first - b.first);
  const resolutions = new Map<number, Resolution>();
  for (const phrase of phrases) {
    if (!resolutions.has(phrase.first)) resolutions.set(phrase.first, resolver.resolve(phrase));
  }
  return resolutions;
}

function toQuote(tokens: Tokens, speech: Speech, resolution: Resolution | undefined): Quote {
  const { phrase, cueFirst, cueLast } = speech;
  return {
    start: tokens.start[speech.first] ?? 0,
    end: tokens.end[speech.last] ?? 0,
    kind: speech.kind,
    speaker: phrase ? spanOf(tokens, phrase.first, phrase.last) : null,
    cue: cueFirst >= 0 ? spanOf(tokens, cueFirst, cueLast) : null,
    person: resolution?.person?.name ?? null,
    organisation: resolution?.organisation ?? null,
    confidence: phrase ? speech.confidence : 0,
    reason: phrase ? speech.reason : 'none',
  };
}

function mentionsOf(tokens: Tokens, directory: Directory): ActorMention[] {
  const mentions: ActorMention[] = [];
  directory.byRun.forEach((actor, run) => {
    const name = directory.names[run];
    if (!actor || !name) return;
    const possessive = ((tokens.shape[name.last] ?? 0) & Shape.possessive) !== 0;
    const end = (tokens.end[name.last] ?? 0) - (possessive ? 2 : 0);
    mentions.push({ start: tokens.start[name.first] ?? 0, end, kind: actor.kind, name: actor.name });
  });
  return mentions;
}

function isSkipped(tokens: Tokens, speech: Speech, skip: readonly Span[]): boolean {
  const span = spanOf(tokens, speech.first, speech.last);
  let low = 0;
  let high = skip.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((skip[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  return (skip[low]?.start ?? Infinity) < span.end;
}

function spanOf(tokens: Tokens, first: number, last: number): Span {
  return { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 };
}
