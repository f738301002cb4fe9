import type { Marked } from './marks.js';
import type { Attribution } from './attribution-types.js';
import { lastCueBefore, TRIES, type CueTable } from './cue-table.js';
import { type Named } from './phrases.js';
import { subjectAfter } from './subjects.js';
import { Kind } from './tokens.js';

/** "The plan is “a step back”, the union said": a cue behind a comma at the end of the sentence. */
export function attributeTail(frame: Named, table: CueTable, quote: Marked): Attribution | null {
  const { tokens } = frame;
  const sentence = frame.sentenceAt[quote.last] ?? 0;
  const first = lastCueBefore(table, sentence, quote.last) + 1;
  for (let index = first; index < Math.min(table.firstOf[sentence + 1] ?? 0, first + TRIES); index++) {
    const cue = table.cues[index];
    if (!cue || cue.passive) continue;
    if (cue.form === 'according') {
      const phrase = table.subjects[index]?.phrase ?? null;
      if (phrase) return { phrase, cue, colon: -1, confidence: 0.85, reason: 'according-to', touches: false };
      continue;
    }
    if (cue.form === 'participle' || announcesQuote(frame, cue.token + 1)) continue;
    const subject = table.subjects[index] ?? null;
    if (!subject) {
      const inverted =
        tokens.kind[cue.token - 1] === Kind.comma
          ? subjectAfter(frame, cue.token, frame.sentences[sentence + 1] ?? tokens.count)
          : null;
      if (inverted)
        return {
          phrase: inverted.phrase,
          cue,
          colon: -1,
          confidence: 0.8,
          reason: 'same-sentence',
          touches: false,
        };
      continue;
    }
    const beforeSubject = tokens.kind[subject.phrase.first - 1] ?? 0;
    const parenthetical = beforeSubject === Kind.comma || beforeSubject === Kind.dash;
    if (subject.phrase.first > quote.last && parenthetical) {
      return {
        phrase: subject.phrase,
        cue,
        colon: -1,
        confidence: 0.82,
        reason: 'same-sentence',
        touches: false,
      };
    }
  }
  return null;
}

/** Whether marked words follow a cue at once: it is theirs, not those before it. */
function announcesQuote(frame: Named, at: number): boolean {
  const punctuated = frame.tokens.kind[at] === Kind.comma || frame.tokens.kind[at] === Kind.colon;
  return frame.quoteAt[punctuated ? at + 1 : at] !== 0 && (punctuated ? at + 1 : at) < frame.tokens.count;
}
