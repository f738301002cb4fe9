import { attributeAfter } from './attribute-after.js';
import { attributeBefore } from './attribute-before.js';
import { attributeTail } from './attribute-tail.js';
import type { CueTable } from './cue-table.js';
import type { Marked } from './marks.js';
import type { Named } from './phrases.js';
import type { Attribution } from './attribution-types.js';

/** The confidence that nothing before a quote surpasses. */
const BEFORE_AT_MOST = 0.95;

const NOBODY: Attribution = {
  phrase: null,
  cue: null,
  colon: -1,
  confidence: 0,
  reason: 'none',
  touches: false,
};

/** Attributes a quote by what stands in its own sentence, before or behind it. */
export function attribute(frame: Named, table: CueTable, quote: Marked): Attribution {
  const after = attributeAfter(frame, table, quote);
  if (after && after.confidence > BEFORE_AT_MOST) return after;
  const before = attributeBefore(frame, table, quote);
  if (after && before) return after.confidence >= before.confidence ? after : before;
  return after ?? before ?? attributeTail(frame, table, quote) ?? NOBODY;
}
