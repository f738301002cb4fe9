import type { Cue } from './cues.js';
import type { Phrase } from './phrases.js';
import type { AttributionReason } from './types.js';

/** Who says a quote, by what evidence. */
export interface Attribution {
  readonly phrase: Phrase | null;
  readonly cue: Cue | null;
  /** The colon, where it stands for a cue. */
  readonly colon: number;
  readonly confidence: number;
  readonly reason: AttributionReason;
  /** Whether the cue touches the quote, but for a comma, a colon or the speaker. */
  readonly touches: boolean;
}
