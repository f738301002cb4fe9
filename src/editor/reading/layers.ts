import type { Span } from '../../core/text/span.js';

/**
 * Cuts spans that lie over each other into pieces that do not: the one that begins last is on top, and
 * what it covers goes on behind it. Of two that begin together the shorter is on top; of two equal ones,
 * the later in the list.
 * @returns pieces in text order, none of them empty
 */
export function layered<T extends Span>(spans: readonly T[]): T[] {
  const ordered = spans
    .filter((span) => span.end > span.start)
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.index - b.index);
  const pieces: T[] = [];
  const open: T[] = [];
  let at = 0;
  const advance = (to: number): void => {
    for (let top = open.at(-1); top && at < to; top = open.at(-1)) {
      const end = Math.min(top.end, to);
      if (end > at) pieces.push({ ...top, start: at, end });
      at = Math.max(at, end);
      if (top.end > to) break;
      open.pop();
    }
    at = Math.max(at, to);
  };
  for (const { span } of ordered) {
    advance(span.start);
    open.push(span);
  }
  advance(Infinity);
  return pieces;
}
