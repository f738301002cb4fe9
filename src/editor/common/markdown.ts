/**
 * A text of somebody else's as Markdown that shows just that text: every mark of punctuation is escaped,
 * so that nothing in it can be a link, a picture, HTML or a command. Unlike `appendText` it keeps blanks
 * as they are, so that long texts wrap.
 */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The beginning of a text, with an ellipsis where something was left out; never half a character. */
export function beginning(text: string, length: number): string {
  const flat = text
    .slice(0, length * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (flat.length <= length) return text.length > length * 4 ? `${flat}…` : flat;
  const cut = flat.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
