import { members } from './format.js';
import type { Statement } from './types.js';

/** Whether two statements say the same in every key. */
export function sameStatement(a: Statement, b: Statement): boolean {
  return a.id === b.id && Object.values(members).every((member) => sameValue(a[member], b[member]));
}

/** Whether two values of a key are the same; places are compared by their ends. */
export function sameValue(a: Statement[keyof Statement], b: Statement[keyof Statement]): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.start === b.start && a.end === b.end;
}
