import type { Finding } from './findings.js';
import type { Severity } from './problem.js';

/** How grave each kind of problem is to a reader, by its code; `off` for what need not be told. */
export type Levels = ReadonlyMap<string, Severity | 'off'>;

const known: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Levels as a setting or a command line gives them: pairs of a code and a level. What is neither is ignored. */
export function readLevels(pairs: Iterable<readonly [string, unknown]>): Levels {
  return new Map([...pairs].filter((pair): pair is [string, Severity | 'off'] => known.has(pair[1])));
}

/** Whether a word names a level. */
export function isLevel(word: string): boolean {
  return known.has(word);
}

/**
 * The findings with the severities that a reader gave them. Errors keep a file from being written, and stay errors
 * in it: a lower level only says how loud they are told.
 */
export function withLevels(findings: readonly Finding[], levels: Levels): readonly Finding[] {
  if (levels.size === 0) return findings;
  return findings.flatMap((finding) => {
    const level = levels.get(finding.code);
    if (level === undefined) return [finding];
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
}
