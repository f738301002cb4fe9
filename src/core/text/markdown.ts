/**
 * A text of somebody else's as Markdown that shows just that text: every mark of punctuation is escaped,
 * so that nothing in it can be a link, a picture, HTML or a command. Unlike `appendText` it keeps blanks
 * as they are, so that long texts wrap.
 */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
