import type { Span } from '../text/span.js';

/**
 * - `direct`: a whole utterance in marks, over one or more paragraphs
 * - `partial`: marked words inside a reporting sentence
 * - `scare`: marks with no speech (titles, so-called)
 * - `reported`: speech without marks
 */
export type QuoteKind = 'direct' | 'partial' | 'scare' | 'reported';

/** How the speaker of a quote was found; the hover words it. */
export type AttributionReason =
  | 'quote-speaker-cue'
  | 'quote-cue-speaker'
  | 'speaker-cue-quote'
  | 'cue-speaker-quote'
  | 'according-to'
  | 'colon'
  | 'announced-before'
  | 'same-sentence'
  | 'continued'
  | 'inherited'
  | 'none';

/** A quote as found in a document's text. Every span is an offset into that text. */
export interface Quote extends Span {
  readonly kind: QuoteKind;
  /** The speaker as written at the quote ("he", "the union", "Andrew Webb"); null when not known. */
  readonly speaker: Span | null;
  /** The words that report ("said", "according to", the colon); null when there are none. */
  readonly cue: Span | null;
  /** The resolved person's fullest name in the document or the codebook; null when not known. */
  readonly person: string | null;
  /** The resolved organisation's name; null when not known. */
  readonly organisation: string | null;
  /** From 0 to 1: how sure the attribution is; 0 when there is no speaker. */
  readonly confidence: number;
  readonly reason: AttributionReason;
}

/** A person or an organisation that a document mentions, whether it speaks or not. */
export interface ActorMention extends Span {
  readonly kind: 'person' | 'organisation';
  /** The fullest name in the document or the codebook that the mention stands for. */
  readonly name: string;
}

/** All that the engine says of one document. Offsets into its text. */
export interface DocumentAnalysis {
  /** In text order, not overlapping but for a partial or scare quote inside a reported one. */
  readonly quotes: readonly Quote[];
  /** In text order. Only mentions whose actor is known by name; pronouns are left out. */
  readonly mentions: readonly ActorMention[];
}

/** What is known besides the text. */
export interface AnalysisContext {
  /** Stretches that never hold a quote: furniture and inferred heads. Sorted, not overlapping. */
  readonly skip?: readonly Span[];
  /** The document's date (YYYY-MM-DD), which decides between dated affiliations. */
  readonly date?: string | null;
  /** Names, aliases and affiliations that win over what the text suggests. */
  readonly codebook?: ActorLexicon;
  /** Language of the text as a BCP 47 tag; English where absent. */
  readonly language?: string;
}

/** The actors of a codebook as the engine needs them. */
export interface ActorLexicon {
  readonly organisations: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly people: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    /** `from` and `to` are ISO dates, inclusive, or null when open. `organisation` is a name. */
    readonly affiliations: readonly {
      readonly organisation: string;
      readonly from: string | null;
      readonly to: string | null;
    }[];
  }[];
}
