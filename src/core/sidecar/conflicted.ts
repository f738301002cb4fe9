/** The versions that a file with git's conflict markers is made of. */
export interface Versions {
  readonly ours: string;
  readonly theirs: string;
  /** Null where git did not write it: it does with `merge.conflictStyle` diff3 or zdiff3. */
  readonly base: string | null;
}

type Side = 'all' | 'ours' | 'base' | 'theirs';

/**
 * Takes a file with conflict markers apart. Null where there are none, or where they do not go together (one is
 * missing, or they are nested): then nobody can say what belongs to whom.
 */
export function splitConflicted(text: string): Versions | null {
  const parts = { ours: [] as string[], base: [] as string[], theirs: [] as string[] };
  let side: Side = 'all';
  let conflicts = 0;
  let bases = 0;
  for (const line of linesOf(text)) {
    const mark = markOf(line);
    if (mark === null) {
      if (side === 'all' || side === 'ours') parts.ours.push(line);
      if (side === 'all' || side === 'base') parts.base.push(line);
      if (side === 'all' || side === 'theirs') parts.theirs.push(line);
      continue;
    }
    const next: Side | undefined = steps[side][mark];
    if (next === undefined) return null;
    if (mark === '<') conflicts += 1;
    if (mark === '|') bases += 1;
    side = next;
  }
  if (side !== 'all' || conflicts === 0) return null;
  const base = bases === conflicts ? parts.base.join('') : null;
  return { ours: parts.ours.join(''), theirs: parts.theirs.join(''), base };
}

const steps: Readonly<Record<Side, Readonly<Partial<Record<string, Side>>>>> = {
  all: { '<': 'ours' },
  ours: { '|': 'base', '=': 'theirs' },
  base: { '=': 'theirs' },
  theirs: { '>': 'all' },
};

function markOf(line: string): string | null {
  return /^(?:([<>|])\1{6}(?: .*)?|(=)\2{6})\r?\n?$/.exec(line)?.slice(1).find(Boolean) ?? null;
}

/** The lines with their line ends. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed + 1;
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}
