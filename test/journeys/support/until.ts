import { setTimeout as sleep } from 'node:timers/promises';

/** How long a workbench on a busy machine may take to show what it was asked for, in milliseconds. */
export const patience = 20_000;

/**
 * Asks again and again until the answer is something, and gives that answer.
 * @param what says in the error what was waited for
 * @param ask may answer undefined or false, or throw, for "not yet"
 * @throws when `timeoutMs` have passed; the last thing that `ask` threw is the cause
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs: number = patience,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(100);
  } while (performance.now() < deadline);
  throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}`, { cause });
}
