import type { Span } from '../text/span.js';
import { isMarker } from './layout.js';

/** The first line of each conflict: a file in the middle of a merge. */
export function conflictMarkers(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const mark of ['<<<<<<<', '>>>>>>>', '|||||||', '=======']) {
    // A later mark counts only in a file without an opening one.
    if (found.length > 0) break;
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
      const starts =
        at === 0 || text.charCodeAt(at - 1) === 10 || (at === 1 && text.charCodeAt(0) === 0xfeff);
      if (starts && isMarker(text, at)) found.push({ start: at, end: at + mark.length });
    }
  }
  return found;
}

// Controls that YAML does not have, C1, lone surrogates, and the sign that a decoder leaves for bytes that are not
// UTF-8. We write all of them escaped, so that a raw one is damage.
const damaged =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b\x0c\x0e-\x1f\x80-\x9f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The first character that says that the text was not UTF-8, or was not text; -1 where there is none. */
export function damageAt(text: string): number {
  return text.search(damaged);
}
