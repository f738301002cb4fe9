import type { Span } from '../text/span.js';

/** A key of a sidecar or codebook whose values can be told in advance. */
export type CompletedKey =
  'document' | 'speaker' | 'organisation' | 'issue' | 'stance' | 'basis' | 'claimed_by' | 'parent' | 'type';

/** A value that is being written: what stands there so far is to be replaced. */
export interface OpenValue {
  readonly key: CompletedKey;
  /** Offsets into the line. */
  readonly span: Span;
}

const sidecarKeys = 'document|speaker|organisation|issue|stance|basis|claimed_by';
const codebookKeys = 'parent|type|organisation';

/** A key at the start of a line, behind the dash of a list or not; the value so far holds no colon or bracket. */
const inBlock = (keys: string): RegExp =>
  new RegExp(`^[ \\t]*(?:-[ \\t]+)?(${keys}):[ \\t]+(["']?[^:{}\\[\\]"'#]*)$`);
/** A key in braces. */
const inBraces = (keys: string): RegExp =>
  new RegExp(`[{,][ \\t]*(${keys}):[ \\t]*(["']?[^:{}\\[\\],"'#]*)$`);

const patterns = {
  sidecar: [inBlock(sidecarKeys), inBraces(sidecarKeys)],
  codebook: [inBlock(codebookKeys), inBraces(codebookKeys)],
};

/** Beyond this a line is a text and not a value (code units). */
const longest = 2000;

/**
 * The value that is being written at a place in a line of a file, which need not be valid YAML just now.
 * @param line the whole line
 * @param character the place in it
 */
export function openValueAt(line: string, character: number, file: 'sidecar' | 'codebook'): OpenValue | null {
  if (character > longest) return null;
  const before = line.slice(0, character);
  for (const [at, pattern] of patterns[file].entries()) {
    // In a line of a block a brace belongs to a text.
    if (at === 1 && !/^[ \t]*(?:-[ \t]+)?\{|[:[,][ \t]*\{/.test(before)) continue;
    const match = pattern.exec(before);
    const key = match?.[1];
    const typed = match?.[2];
    if (key === undefined || typed === undefined) continue;
    const rest = /^[^\s,:{}[\]#]*/.exec(line.slice(character, character + longest))?.[0].length ?? 0;
    return { key: key as CompletedKey, span: { start: character - typed.length, end: character + rest } };
  }
  return null;
}
