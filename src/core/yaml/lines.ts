/** The line end that a text uses first; LF for a text of one line. */
export function lineEndOf(text: string): string {
  const at = text.search(/[\r\n]/);
  if (at === -1) return '\n';
  if (text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** The offset behind the line end that follows `from`; the text's length on its last line. */
export function nextLine(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 10) return i + 1;
    if (c === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}

/** The offset of the first character of the line that `at` is on. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start -= 1;
  return start;
}
