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
