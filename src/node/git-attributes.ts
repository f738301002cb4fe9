/** Which files git merges by statement, in the words of `.gitattributes`. */
export const attributeLine = '*.stances.yaml merge=standpoint';

/**
 * The text of `.gitattributes` with our line, or the same text if the line is in force already. It goes to
 * the end: git takes the last line that fits a file, so that an older `merge=union` loses.
 * @param text null where there is no such file yet
 */
export function withMergeAttribute(text: string | null): string {
  const before = text ?? '';
  const lines = before.split(/\r?\n/).map((line) => line.replace(/^\ufeff/, '').trim());
  const ours = lines.findLastIndex((line) => line.split(/\s+/).join(' ') === attributeLine);
  const rival = lines.findLastIndex(setsMergeOfSidecars);
  if (ours !== -1 && ours >= rival) return before;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : eol;
  return `${before}${gap}${attributeLine}${eol}`;
}

/** Whether a line may say how sidecars are merged: by its pattern's end, as far as that can be told. */
function setsMergeOfSidecars(line: string): boolean {
  const [pattern = '', ...attributes] = line.split(/\s+/);
  if (pattern.startsWith('#') || !/(\*|\.ya?ml)"?$/.test(pattern)) return false;
  return attributes.some((attribute) => /^[-!]?merge(=|$)|^[-!]?binary$/.test(attribute));
}

/** A word for the shell that git hands a merge driver to, on Windows too. */
export function shellWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
