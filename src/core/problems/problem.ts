import type { Span } from '../text/span.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something wrong in a file, with its place. The core names the problem by `code` and gives the
 * values of its message; whoever shows it words it (and translates it).
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  /** Offsets into the file's text. */
  readonly span: Span;
  /** What the message names: an id, a date, a line. Plain text from a file: show it, never run it. */
  readonly values: readonly string[];
}
